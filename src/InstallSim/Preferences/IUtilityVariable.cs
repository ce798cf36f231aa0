using InstallSim.World;

namespace InstallSim.Preferences;

/// <summary>Unit of a variable's coefficient.</summary>
public enum CoefficientUnit : byte
{
    /// <summary>Income that one unit of x is worth, k€/year; times λ it is in utils.</summary>
    KeurPerYear,
    /// <summary>Utils a unit of x.</summary>
    Utils,
}

/// <summary>An explanatory variable of the systematic utility. One file a variable, one line in <see cref="VariableCatalog"/>.</summary>
public interface IUtilityVariable
{
    /// <summary>Its key under <c>coefficients:</c>, kebab-case.</summary>
    string Name { get; }

    /// <summary>What x is, one sentence.</summary>
    string Definition { get; }

    /// <summary>What x is, one sentence in French.</summary>
    string French { get; }

    /// <summary>Unit of x.</summary>
    string Unit { get; }

    /// <summary>Unit of its coefficient.</summary>
    CoefficientUnit CoefficientUnit { get; }

    /// <summary>How far apart two values of x can be; ∞ where nothing bounds them.</summary>
    double Span => Unit is "0–1" or "0 or 1" ? 1 : double.PositiveInfinity;

    /// <summary>Whether x is a logarithm.</summary>
    bool IsLogarithm => false;
}

/// <summary>A variable of the territories, x[k,i], the same in all forms of practice.</summary>
public interface ITerritoryVariable : IUtilityVariable
{
    /// <summary>Fills x, shape [I], finite.</summary>
    void Fill(in YearView year, Span<double> x);

    /// <summary>How much x concerns physician n: β[n,k] = weight[n]·coefficient. 1 unless it concerns some more than others.</summary>
    double Weight(TerritoryTable territories, PhysicianTable physicians, int physician) => 1;

    /// <summary>Whether x concerns some more than others: <see cref="Weight"/> is not 1 for all.</summary>
    bool HasWeight => false;

    /// <summary>Least and largest x that a policy can make of it.</summary>
    (double Least, double Largest) Bounds => Unit == "0–1" ? (0, 1) : (double.NegativeInfinity, double.PositiveInfinity);
}

/// <summary>A variable of the forms of practice, x[k,j], the same for all who choose.</summary>
public interface IFormVariable : IUtilityVariable
{
    /// <summary>Fills x, shape [J], finite.</summary>
    void Fill(in YearView year, Span<double> x);
}

/// <summary>A variable of the distance d between a territory and an anchor of the person: x = ln(1 + d / 20 km).</summary>
public interface IDistanceVariable : IUtilityVariable
{
    /// <summary>Half of the way round the Earth, km: no two places are further apart.</summary>
    private const double Antipode = 20_004;

    double IUtilityVariable.Span => SystematicUtility.LogDistance(Antipode);

    bool IUtilityVariable.IsLogarithm => true;

    /// <summary>The anchor of physician n, a territory, −1 for a place outside the study.</summary>
    int Anchor(PhysicianTable physicians, int physician);
}
