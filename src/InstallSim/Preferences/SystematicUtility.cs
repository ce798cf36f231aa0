using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.World;

namespace InstallSim.Preferences;

/// <summary>
/// V[n,j] = Σ β[n,k]·x[k,j] + a_n·ln(1 + d_birth/20 km) + b_n·ln(1 + d_training/20 km): which variables play a part, their columns, and
/// the coefficients of a physician. Shared by all runs of a scenario; never written after construction.
/// </summary>
public sealed class SystematicUtility
{
    private readonly TerritoryTable _territories;
    private readonly IAlternativeVariable[] _variables;
    private readonly (int Column, IWeightedVariable Variable)[] _weighted;
    private readonly double[][] _means, _deviations;
    private readonly double[][] _distances;
    private readonly bool _hasTastes;

    /// <summary>Resolves names, classes and units once.</summary>
    public SystematicUtility(PreferenceSettings preferences, TerritoryTable territories)
    {
        _territories = territories;
        _variables = [.. VariableCatalog.Alternative.Where(v => v is Variables.Income || preferences.Coefficients.ContainsKey(v.Name))];
        _means = [.. preferences.Classes.Select(c => _variables.Select(v => Factor(preferences, c, v) * Mean(preferences, v)).ToArray())];
        _deviations = [.. preferences.Classes.Select(c => _variables.Select(v => Factor(preferences, c, v) * Deviation(preferences, v)).ToArray())];
        _distances = [.. preferences.Classes.Select(c =>
            VariableCatalog.Distance.Select(v => Factor(preferences, c, v) * Mean(preferences, v)).ToArray())];
        _weighted = [.. _variables.Index().Where(v => v.Item is IWeightedVariable).Select(v => (v.Index, (IWeightedVariable)v.Item))];
        _hasTastes = _deviations.Any(d => d.Any(sd => sd != 0));
    }

    /// <summary>Column of income, which always plays a part.</summary>
    public const int IncomeColumn = 0;

    /// <summary>Number of columns, K.</summary>
    public int Columns => _variables.Length;

    /// <summary>Fills the columns for all who choose in the same way this year.</summary>
    /// <param name="year">The year, with the extra income of those who choose.</param>
    /// <param name="blocks">Columns to fill, [K] of shape [J].</param>
    /// <param name="x">Scratch, shape [J].</param>
    public void Fill(in YearView year, AlternativeBlocks blocks, Span<double> x)
    {
        for (int k = 0; k < _variables.Length; k++)
        {
            _variables[k].Fill(year, x);
            blocks.SetColumn(k, x);
        }
    }

    /// <summary>Coefficients of physician n.</summary>
    /// <param name="physicians">The physicians.</param>
    /// <param name="physician">Row n.</param>
    /// <param name="taste">Name of the physician's random coefficients.</param>
    /// <param name="beta">β[n], shape [K], filled.</param>
    /// <returns>Coefficients a of birth distance and b of training distance, utils.</returns>
    public (double Birth, double Training) Coefficients(PhysicianTable physicians, int physician, in DrawKey taste, Span<double> beta)
    {
        int c = physicians.PreferenceClass[physician];
        _means[c].CopyTo(beta);
        for (int k = 0; k < beta.Length && _hasTastes; k++)
        {
            beta[k] += _deviations[c][k] == 0 ? 0 : _deviations[c][k] * NormalQuantileKernel.Quantile(taste.Uniform(k));
        }

        foreach ((int column, IWeightedVariable variable) in _weighted)
        {
            beta[column] *= variable.Weight(_territories, physicians, physician);
        }

        return (_distances[c][0], _distances[c][1]);
    }

    /// <summary>Rows of ln(1 + d / 20 km) from each territory, and a last row for an anchor outside the study.</summary>
    public static GroupRows DistanceRows(TerritoryTable territories, double outsideDistanceKm)
    {
        int count = territories.Count;
        var rows = new GroupRows(count + 1, count);
        Parallel.For(0, count, i =>
        {
            var row = new double[count];
            for (int to = 0; to < count; to++)
            {
                row[to] = LogDistance(Geography.Kilometres(territories, i, to));
            }

            rows.SetRow(i, row);
        });
        rows.SetRow(count, Enumerable.Repeat(LogDistance(outsideDistanceKm), count).ToArray());
        return rows;
    }

    /// <summary>The same rows with another distance for an anchor outside the study.</summary>
    public static GroupRows WithOutside(GroupRows rows, double outsideDistanceKm)
    {
        var other = new GroupRows(rows.Groups + 1, rows.Groups);
        for (int i = 0; i < rows.Groups; i++)
        {
            other.SetRow(i, rows.Row(i));
        }

        other.SetRow(rows.Groups, Enumerable.Repeat(LogDistance(outsideDistanceKm), rows.Groups).ToArray());
        return other;
    }

    /// <summary>x of a distance variable: ln(1 + d / 20 km).</summary>
    public static double LogDistance(double kilometres) => Elementary.Log(1 + (kilometres / 20));

    private static double Mean(PreferenceSettings preferences, IUtilityVariable variable) =>
        preferences.Coefficients.TryGetValue(variable.Name, out Coefficient? c) ? c.Value : variable is Variables.Income ? 1 : 0;

    private static double Deviation(PreferenceSettings preferences, IUtilityVariable variable) =>
        preferences.Coefficients.TryGetValue(variable.Name, out Coefficient? c) ? c.StandardDeviation : 0;

    private static double Factor(PreferenceSettings preferences, PreferenceClass c, IUtilityVariable variable)
    {
        double own = c.Times.GetValueOrDefault(variable.Name, 1);
        double scale = preferences.UtilsPerKeur.Value * c.Times.GetValueOrDefault("utils-per-keur", 1);
        return variable.CoefficientUnit == CoefficientUnit.KeurPerYear ? own * scale : own;
    }
}
