using System.Runtime.Intrinsics;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.World;

namespace InstallSim.Preferences;

/// <summary>
/// V[n,i,f] = Σ β[n,k]·x[k,i] + Σ β[n,k]·x[k,i,f] + Σ a_n·ln(1 + d / 20 km) over the anchors of a person: which variables play a part,
/// their columns, and the coefficients of a physician. Never written after construction.
/// </summary>
public sealed class SystematicUtility
{
    private readonly TerritoryTable _territories;
    private readonly ITerritoryVariable[] _territory;
    private readonly IFormVariable[] _form;
    private readonly double[][] _means, _deviations, _distances;
    private readonly (int FromAge, double[] Columns, double[] Distances)[] _ages;
    private readonly int[] _taste;
    private readonly (int Column, Func<TerritoryTable, PhysicianTable, int, double> Of)[] _weights;
    private readonly Func<PhysicianTable, int, int>[] _anchors;
    private readonly bool _hasTastes;

    /// <summary>Resolves names, classes and units once.</summary>
    /// <param name="preferences">What physicians want.</param>
    /// <param name="territories">The territories.</param>
    /// <param name="hasFormIncome">Whether forms of practice add to income.</param>
    public SystematicUtility(PreferenceSettings preferences, TerritoryTable territories, bool hasFormIncome = false)
    {
        _territories = territories;
        _territory = [.. VariableCatalog.Territory.Where(v => v == VariableCatalog.Income || preferences.Coefficients.ContainsKey(v.Name))];
        _form = [.. VariableCatalog.Form.Concat(VariableCatalog.Conditions)
            .Where(v => preferences.Coefficients.ContainsKey(v.Name) || (hasFormIncome && v == VariableCatalog.PracticeIncome))];
        IUtilityVariable[] columns = [.. _territory, .. _form];
        _means = [.. preferences.Classes.Select(c => columns.Select(v => Factor(preferences, c, v) * Mean(preferences, v)).ToArray())];
        _deviations = [.. preferences.Classes.Select(c =>
            columns.Select(v => Factor(preferences, c, v) * Deviation(preferences, v)).ToArray())];
        _distances = [.. preferences.Classes.Select(c =>
            VariableCatalog.Distance.Select(v => Factor(preferences, c, v) * Mean(preferences, v)).ToArray())];
        _ages = [.. preferences.ByAge.Select(a => (
            a.FromAge, columns.Select(v => Factor(a, v)).ToArray(), VariableCatalog.Distance.Select(v => Factor(a, v)).ToArray()))];
        _taste = [.. columns.Select(v => VariableCatalog.All.TakeWhile(known => known != v).Count())];
        _weights = [.. _territory.Index().Where(v => v.Item.HasWeight)
            .Select(v => (v.Index, (Func<TerritoryTable, PhysicianTable, int, double>)v.Item.Weight))];
        _anchors = [.. VariableCatalog.Distance.Select(v => (Func<PhysicianTable, int, int>)v.Anchor)];
        _hasTastes = _deviations.Any(d => d.Any(sd => sd != 0));
    }

    /// <summary>Column of income, which always plays a part; its coefficient is λ.</summary>
    public const int IncomeColumn = 0;

    /// <summary>Whether what is not observed of places plays a part.</summary>
    public bool HasPlaceEffects => Array.IndexOf(_territory, VariableCatalog.PlaceEffect) is var at and >= 0
        && _means.Concat(_deviations).Any(of => of[at] != 0);

    /// <summary>Columns of the territories.</summary>
    public int TerritoryColumns => _territory.Length;

    /// <summary>Columns of the forms of practice.</summary>
    public int FormColumns => _form.Length;

    /// <summary>The variables of the columns of territories, of the anchors and of the columns of forms, each in their order.</summary>
    public (IReadOnlyList<IUtilityVariable> Territory, IReadOnlyList<IUtilityVariable> Anchors, IReadOnlyList<IUtilityVariable> Form)
        Variables => (_territory, VariableCatalog.Distance, _form);

    /// <summary>
    /// Fills the columns for all who choose in the same way this year; columns that blocks have beyond them are left alone.
    /// </summary>
    /// <param name="year">The year, with the extra income of those who choose.</param>
    /// <param name="blocks">Columns to fill.</param>
    /// <param name="x">Scratch, shape [J].</param>
    public void Fill(in YearView year, NestedBlocks blocks, Span<double> x)
    {
        Span<double> of = x[..blocks.Groups];
        for (int k = 0; k < _territory.Length; k++)
        {
            _territory[k].Fill(year, of);
            Improve(year, _territory[k], of);
            blocks.SetGroupColumn(k, of);
        }

        for (int k = 0; k < _form.Length; k++)
        {
            _form[k].Fill(year, x);
            blocks.SetFormColumn(k, x);
        }
    }

    /// <summary>Fills the column of income alone, after offers have changed.</summary>
    public void FillIncome(in YearView year, NestedBlocks blocks, Span<double> x)
    {
        Span<double> of = x[..blocks.Groups];
        _territory[IncomeColumn].Fill(year, of);
        blocks.SetGroupColumn(IncomeColumn, of);
    }

    /// <summary>Coefficients of physician n.</summary>
    /// <param name="physicians">The physicians.</param>
    /// <param name="physician">Row n.</param>
    /// <param name="taste">Name of the physician's random coefficients; each belongs to its variable, whatever others there are.</param>
    /// <param name="territory">β of the columns of the territories, filled.</param>
    /// <param name="form">β of the columns of the forms, filled.</param>
    /// <param name="anchors">Coefficient and anchor of each distance, filled; an anchor outside is the last row of the distances.</param>
    /// <param name="age">Age of an installed physician, years; 0 for who chooses for the first time, whom age does not change.</param>
    public void Coefficients(
        PhysicianTable physicians, int physician, in DrawKey taste, Span<double> territory, Span<double> form,
        Span<(double, int)> anchors, int age = 0)
    {
        int c = physicians.PreferenceClass[physician], split = _territory.Length;
        (double[]? columns, double[]? distances) = OfAge(age);
        ReadOnlySpan<double> means = _means[c];
        means[..split].CopyTo(territory);
        means[split..].CopyTo(form);
        if (_hasTastes || columns is not null)
        {
            for (int k = 0; k < means.Length; k++)
            {
                (k < split ? ref territory[k] : ref form[k - split]) = Taste(c, k, taste) * (columns?[k] ?? 1);
            }
        }

        foreach ((int column, Func<TerritoryTable, PhysicianTable, int, double> weight) in _weights)
        {
            territory[column] *= weight(_territories, physicians, physician);
        }

        for (int a = 0; a < anchors.Length; a++)
        {
            int anchor = _anchors[a](physicians, physician);
            anchors[a] = (_distances[c][a] * (distances?[a] ?? 1), anchor >= 0 ? anchor : _territories.Count);
        }
    }

    /// <summary>λ of a physician, utils a k€: the coefficient of <see cref="IncomeColumn"/> alone, at no age.</summary>
    public double IncomeCoefficient(PhysicianTable physicians, int physician, in DrawKey taste) =>
        Taste(physicians.PreferenceClass[physician], IncomeColumn, taste)
            * _territory[IncomeColumn].Weight(_territories, physicians, physician);

    private double Taste(int preferenceClass, int column, in DrawKey taste)
    {
        double mean = _means[preferenceClass][column], deviation = _deviations[preferenceClass][column];
        return _hasTastes && deviation != 0 ? mean + (deviation * NormalQuantileKernel.Quantile(taste.Uniform(_taste[column]))) : mean;
    }

    /// <summary>Rows of ln(1 + d / 20 km) from each territory; the last is for an anchor outside the study.</summary>
    /// <param name="territories">The territories.</param>
    /// <param name="outsideDistanceKm">Distance of an anchor outside the study, km.</param>
    public static GroupRows DistanceRows(TerritoryTable territories, double outsideDistanceKm)
    {
        var from = new Distances(territories);
        var blocks = new DistanceBoxes(territories, NestedBlocks.BlockSize);
        var stretches = new DistanceBoxes(territories, NestedBlocks.BlockSize * NestedBlocks.StretchSize);
        var rows = new GroupRows(
            territories.Count,
            territories.Count,
            (anchor, first, values) =>
            {
                from.Kilometres(anchor, first, values);
                LogDistances(values);
            },
            bound: (anchor, size, part, lowest, highest) =>
            {
                (size == NestedBlocks.BlockSize ? blocks : stretches).Kilometres(anchor, part, lowest, highest);
                LogDistances(lowest);
                LogDistances(highest);
            });
        return WithOutside(rows, outsideDistanceKm);
    }

    private static void LogDistances(Span<double> kilometres)
    {
        int i = 0, width = Vector512<double>.Count;
        for (; i <= kilometres.Length - width; i += width)
        {
            Span<double> some = kilometres.Slice(i, width);
            (Vector512<double>.One + (Vector512.Create<double>(some) / Vector512.Create(20.0))).CopyTo(some);
        }

        for (; i < kilometres.Length; i++)
        {
            kilometres[i] = 1 + (kilometres[i] / 20);
        }

        Elementary.Log(kilometres, kilometres);
    }

    /// <summary>The same rows with another distance for an anchor outside the study.</summary>
    public static GroupRows WithOutside(GroupRows rows, double outsideDistanceKm) => rows.WithConstant(LogDistance(outsideDistanceKm));

    /// <summary>x of a distance variable: ln(1 + d / 20 km).</summary>
    public static double LogDistance(double kilometres) => Elementary.Log(1 + (kilometres / 20));

    private static void Improve(in YearView year, ITerritoryVariable variable, Span<double> x)
    {
        if (year.Improvements?.GetValueOrDefault(variable.Name) is { } by)
        {
            (double least, double largest) = variable.Bounds;
            for (int i = 0; i < x.Length; i++)
            {
                x[i] = by[i] == 0 ? x[i] : Math.Clamp(x[i] + by[i], Math.Min(least, x[i]), Math.Max(largest, x[i]));
            }
        }
    }

    private static double Mean(PreferenceSettings preferences, IUtilityVariable variable) =>
        preferences.Coefficients.TryGetValue(variable.Name, out Coefficient? c) ? c.Value : IsMoney(variable) ? 1 : 0;

    private static bool IsMoney(IUtilityVariable variable) =>
        variable == VariableCatalog.Income || variable == VariableCatalog.PracticeIncome;

    private static double Deviation(PreferenceSettings preferences, IUtilityVariable variable) =>
        preferences.Coefficients.TryGetValue(variable.Name, out Coefficient? c) ? c.StandardDeviation : 0;

    /// <summary>Factors of an age on columns and distances; null where nothing changes.</summary>
    private (double[]? Columns, double[]? Distances) OfAge(int age)
    {
        (double[]?, double[]?) found = (null, null);
        foreach ((int from, double[] columns, double[] distances) in _ages)
        {
            found = from <= age ? (columns, distances) : found;
        }

        return found;
    }

    private static double Factor(AgeTimes age, IUtilityVariable variable) => age.Times.GetValueOrDefault(variable.Name, 1)
        * (variable.CoefficientUnit == CoefficientUnit.KeurPerYear ? age.Times.GetValueOrDefault("utils-per-keur", 1) : 1);

    private static double Factor(PreferenceSettings preferences, PreferenceClass c, IUtilityVariable variable)
    {
        double own = c.Times.GetValueOrDefault(variable.Name, 1);
        double scale = preferences.UtilsPerKeur.Value * c.Times.GetValueOrDefault("utils-per-keur", 1);
        return variable.CoefficientUnit == CoefficientUnit.KeurPerYear ? own * scale : own;
    }
}
