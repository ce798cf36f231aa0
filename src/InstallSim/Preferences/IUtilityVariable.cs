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

    /// <summary>Unit of x.</summary>
    string Unit { get; }

    /// <summary>Unit of its coefficient.</summary>
    CoefficientUnit CoefficientUnit { get; }
}

/// <summary>A variable of the alternatives, x[k,j], the same for all who choose.</summary>
public interface IAlternativeVariable : IUtilityVariable
{
    /// <summary>Fills x, shape [J], finite.</summary>
    void Fill(in YearView year, Span<double> x);
}

/// <summary>A variable of the alternatives that concerns some more than others: β[n,k] = weight[n]·coefficient.</summary>
public interface IWeightedVariable : IAlternativeVariable
{
    /// <summary>How much x concerns physician n; 0 for those it does not concern.</summary>
    double Weight(TerritoryTable territories, PhysicianTable physicians, int physician);
}

/// <summary>A variable of the distance d between a territory and an anchor of the person: x = ln(1 + d / 20 km).</summary>
public interface IDistanceVariable : IUtilityVariable
{
    /// <summary>The anchor of physician n, a territory, −1 for a place outside the study.</summary>
    int Anchor(PhysicianTable physicians, int physician);
}
