using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>
/// A price that enters a sum by several variables, as price and price·woman, or price and its square: the slope of the utility in it is not
/// one coefficient. Slopes of variables are numbers of the data, row by row of the alternatives that could be chosen.
/// </summary>
internal sealed class MoneySlopes
{
    private readonly StudySource _source;
    private readonly StudyChoices _choices;
    private readonly (string Name, UtilityTerm Term, string? Only)[] _all;
    private readonly ChoiceRow[] _rows;
    private readonly double[] _weight;
    private readonly string _price;
    private readonly Dictionary<string, double[]> _down; // ∂x/∂price of every variable that the price is in, itself included, shape [rows]

    private MoneySlopes(StudySource source, StudyChoices choices, string price)
    {
        (_source, _choices, _price) = (source, choices, price);
        ChoiceSample sample = choices.Sample;
        int[] places = [.. Enumerable.Range(0, sample.Used.Length).Where(i => sample.Rows.Rows[sample.Used[i]].Available)];
        _rows = [.. places.Select(i => sample.Rows.Rows[sample.Used[i]])];
        _weight = [.. places.Select(i => sample.Table.Weight?[i] ?? 1)];
        _all = [.. StudyReader.Parameters(source.Study, choices.Alternatives)];
        _down = Slopes(price) ?? [];
    }

    /// <summary>The slopes in a price; null where it is one variable alone, or the utility is a formula.</summary>
    /// <param name="source">The study.</param>
    /// <param name="choices">Its choices.</param>
    /// <param name="price">The price's variable.</param>
    public static MoneySlopes? Of(StudySource source, StudyChoices choices, string price)
    {
        if (StudyFormulas.AreIn(source.Study) || choices.Sample is null)
        {
            return null;
        }

        var slopes = new MoneySlopes(source, choices, price);
        return slopes._down.Count > 1 ? slopes : null;
    }

    /// <summary>The other variables that the price is in.</summary>
    public IReadOnlyList<string> Others => [.. _down.Keys.Where(name => name != _price)];

    /// <summary>Whether the coefficients that the slope in the price is made of are the same for all people.</summary>
    /// <param name="model">The model, or the one of a class.</param>
    public bool AreSame(IChoiceModel model) => model switch
    {
        MixedLogit mixed => mixed.Numeraire is null && mixed.Random.All(r => !_down.ContainsKey(r.Variable)),
        GeneralMixedLogit general => AreSame(general.Tastes)
            && _down.Keys.Select(name => general.RandomScale?.Unscaled.Contains(name) ?? false).Distinct().Count() == 1,
        ScaledLogit scaled => !scaled.BoxCox.Any(_down.ContainsKey),
        LatentClass classes => classes.Classes.Any(AreSame),
        RandomRegret => false,
        _ => true,
    };

    /// <summary>
    /// The willingness to pay for a variable, or for the level without a parameter of several; null: no row depends on both.
    /// </summary>
    /// <param name="names">One variable; or the levels that are estimated, of which minus the sum is meant.</param>
    /// <param name="parameter">The place of a variable's parameter.</param>
    public SlopePay? Pay(IReadOnlyList<string> names, Func<string, int> parameter)
    {
        (string Name, UtilityTerm Term, string? Only) one = _all.First(v => v.Name == names[0]);
        int[] at = [.. Enumerable.Range(0, _rows.Length).Where(i => _down[_price][i] != 0
            && VariableReader.Concerns(one.Term, one.Only, _choices.Alternatives[_rows[i].Alternative]))];
        if (at.Length == 0)
        {
            return null;
        }

        double sign = names.Count == 1 ? 1 : -1;
        double[] Picked(double[] slope, double times) => [.. at.Select(i => slope[i] * times)];
        Dictionary<string, double[]> beside = names.Count == 1 && Slopes(names[0]) is { } found ? found : [];
        return new SlopePay(
            [
                .. names.Select(name => new SlopePart(parameter(name), Picked([.. _rows.Select(_ => 1.0)], sign))),
                .. beside.Where(part => part.Key != names[0] && _down.ContainsKey(part.Key))
                    .Select(part => new SlopePart(parameter(part.Key), Picked(part.Value, 1))),
            ],
            [.. _down.Select(part => new SlopePart(parameter(part.Key), Picked(part.Value, 1)))],
            [.. at.Select(i => _weight[i])]);
    }

    /// <summary>
    /// ∂x/∂v of every variable x that is made of the column of a variable v, in the rows in which v has a slope in it, by name; null where
    /// v is a constant. In rows without a slope of v all are 0.
    /// </summary>
    private Dictionary<string, double[]>? Slopes(string variable)
    {
        if (_all.FirstOrDefault(v => v.Name == variable) is not { Term: { Constant: false } term } own)
        {
            return null;
        }

        var of = new Dictionary<string, ColumnSlopes>(StringComparer.Ordinal);
        ColumnSlopes?[] columns = [.. _choices.Alternatives.Select(alternative =>
        {
            if (!VariableReader.Concerns(term, own.Only, alternative) || ColumnOf(term, alternative) is not { } name)
            {
                return null;
            }

            string source = ColumnSlopes.Source(_source.Study, _choices.Sample.Columns, name, Varies);
            return of.TryGetValue(source, out ColumnSlopes? known) ? known
                : of[source] = new ColumnSlopes(_source, _choices.Sample.Columns, source);
        })];
        double[] unit = Of(own, columns) ?? [];
        return unit.Length == 0 ? null
            : _all.Select(v => (v.Name, Slope: Of(v, columns))).Where(v => v.Slope is not null)
                .Select(v => (v.Name, Slope: v.Slope!.Zip(unit, (s, u) => u == 0 ? 0 : s / u).ToArray()))
                .Where(v => v.Slope.Any(s => s != 0)).ToDictionary(v => v.Name, v => v.Slope);
    }

    /// <summary>The slope of a variable in the column of each row's alternative, shape [rows]; null: it has none.</summary>
    private double[]? Of((string Name, UtilityTerm Term, string? Only) variable, ColumnSlopes?[] columns)
    {
        UtilityTerm term = variable.Term;
        var at = _choices.Alternatives.Select((alternative, a) =>
        {
            bool isIn = columns[a] is not null && VariableReader.Concerns(term, variable.Only, alternative);
            string? name = isIn && !term.Constant ? ColumnOf(term, alternative) : null;
            return (Value: name is null ? null : _choices.Sample.Columns.Numbers(name, default)?.Values,
                Slope: name is null ? null : columns[a]!.Of(name), OfTimes: isIn && term.Times is { } by ? columns[a]!.Of(by) : null,
                IsIn: isIn && (term.Constant || name is not null));
        }).ToArray();
        if (at.All(a => a.Slope is null && a.OfTimes is null))
        {
            return null;
        }

        double[]? times = term.Times is null ? null : _choices.Sample.Columns.Numbers(term.Times, default)?.Values;
        return [.. _rows.Select(row =>
        {
            var (value, slope, ofTimes, isIn) = at[row.Alternative];
            int n = row.Source;
            return !isIn ? 0
                : (((slope?[n] ?? 0) * (times?[n] ?? 1)) + ((ofTimes is null ? 0 : ofTimes[n]) * (value?[n] ?? 1))) / term.DivideBy;
        })];
    }

    private static string? ColumnOf(UtilityTerm term, string alternative) => term.Columns.Count > 0
        ? term.Columns.GetValueOrDefault(alternative)
        : (term.Column ?? term.Name).Replace("*", alternative, StringComparison.Ordinal);

    /// <summary>Whether a column differs between the alternatives of a choice: by rows, or (wide) by being of one alternative.</summary>
    private bool Varies(string name)
    {
        if (_source.Study.Data is { Layout: DataLayout.Wide, Responses: null })
        {
            return _choices.Alternatives.Any(a => name.Contains(a, StringComparison.Ordinal));
        }

        return _choices.Sample.Columns.Numbers(name, default) is { Values: var values }
            && _rows.GroupBy(row => row.Situation).Any(set => set.Select(row => values[row.Source]).Distinct().Count() > 1);
    }
}
