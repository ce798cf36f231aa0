using System.Globalization;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Analyses;

/// <summary>
/// Elasticities of expected shares over the sample (sample enumeration): a column changes for one alternative, every variable is made
/// again, and the shares before and after are compared.
/// </summary>
internal static class ElasticityAnalysis
{
    private const double Step = 1e-4;

    private const int ErrorColumn = 6;

    private static readonly ResultColumn[] Columns =
    [
        new("variable", "variable"), new("of", "of"), new("change", "change"), new("share_of", "share of"), new("kind", ""),
        new("elasticity", "elasticity"), new("std_error", "std. error"), new("lower_95", "lower 95 %"), new("upper_95", "upper 95 %"),
    ];

    /// <summary>Notes variables that there are not, and those that cannot change by per cent.</summary>
    public static void Check(StudySource source, StudyChoices choices, InputErrors errors)
    {
        string[] terms = [.. StudyFormulas.AllTerms(source.Study).Select(t => t.Name)];
        foreach (ElasticitySettings settings in source.Study.Elasticities)
        {
            Place place = source.Binder.PlaceOf(settings, "variable");
            if (settings.Change == 0)
            {
                errors.Add(source.Binder.PlaceOf(settings, "change"),
                    "a change of 0 changes nothing; leave 'change' out for point elasticities");
            }

            if (StudyFormulas.AllTerms(source.Study).FirstOrDefault(t => t.Name == settings.Variable) is not { } term)
            {
                errors.Add(place,
                    $"'{settings.Variable}' is no variable of the utility{DidYouMean.Hint(settings.Variable, terms)}; variables: "
                        + $"{string.Join(", ", terms)}");
            }
            else if (term.Constant)
            {
                errors.Add(place, $"'{term.Name}' is a constant; it has no elasticity");
            }
            else if (Changes(term, source, choices).All(change => IsMark(choices.Sample, change)))
            {
                errors.Add(place,
                    $"'{term.Name}' is 0 or 1 everywhere: a per cent of it means nothing; elasticities are for quantities, "
                        + $"such as a price or a time");
            }
        }
    }

    /// <summary>All elasticities that a study asks for.</summary>
    public static ResultTable Run(StudySource source, StudyChoices choices, EstimationResult result)
    {
        var rows = new List<object[]>();
        foreach (ElasticitySettings settings in source.Study.Elasticities)
        {
            UtilityTerm term = StudyFormulas.AllTerms(source.Study).First(t => t.Name == settings.Variable);
            foreach (ColumnOf change in Changes(term, source, choices).Where(change => !IsMark(choices.Sample, change)))
            {
                rows.AddRange(Rows(settings, change, source, choices, result));
            }
        }

        int all = rows.Count;
        string[] untold = [.. result.Unidentified.SelectMany(found => found.Parameters)];
        rows.RemoveAll(row => untold.Length > 0 && row[ErrorColumn] is double.NaN);
        bool simulated = source.Study.Elasticities.Any(e => e.Intervals == IntervalMethod.KrinskyRobb);
        string[] signs = [.. source.Study.Elasticities.Select(e => e.Variable).Distinct().Where(name =>
            Changes(StudyFormulas.AllTerms(source.Study).First(t => t.Name == name), source, choices)
                .Any(change => TakesBothSigns(choices.Sample, change)))];
        return new ResultTable("elasticities", "elasticities of expected shares over the sample", Columns, rows,
        [
            "Own: of the alternative whose variable changes; cross: of the others. Point: for a very small change; else ln(share "
                + "after/share before)/ln(1 + change).",
            Intervals(result, simulated),
            .. rows.Any(row => row[4] is "the person's") ? [OfPersons] : Array.Empty<string>(),
            .. rows.Count == all ? Array.Empty<string>() : [$"Left out, for they hang on coefficients that the data do not tell "
                + $"({string.Join(", ", untold)}): {all - rows.Count} elasticities."],
            .. signs.Select(name => $"{name} takes values below and above 0: a per cent of them is more of some and less of others, so "
                + $"that its elasticities mean little; measure it from a true 0."),
        ]);
    }

    /// <summary>How intervals are found, in words.</summary>
    internal static string Intervals(EstimationResult result, bool simulated) =>
        (result.DefaultCovariance == CovarianceKind.Bootstrap, simulated) switch
        {
            (true, true) => "95 % intervals by simulating the estimates (Krinsky–Robb) where asked, else percentiles over the bootstrap "
                + "samples, whose standard deviation is the standard error.",
            (true, false) => "95 % intervals are percentiles over the bootstrap samples, whose standard deviation is the standard error.",
            (false, true) => "95 % intervals by simulating the estimates (Krinsky–Robb) where asked, else by the delta method.",
            _ => "95 % intervals by the delta method.",
        };

    private static IEnumerable<object[]> Rows(
        ElasticitySettings settings, ColumnOf change, StudySource source, StudyChoices choices, EstimationResult result)
    {
        double down = settings.Change is null ? 1 - Step : 1, up = 1 + (settings.Change ?? Step);
        ChoiceData below = Sets(source, choices.Sample, change, down), above = Sets(source, choices.Sample, change, up);
        double distance = Math.Log(up / down);
        if (settings.Change is null && FormulaBranches.Straight(result) is { } straight)
        {
            (below, above) = (FormulaBranches.Moves(result, choices.Sample.Sets, below),
                FormulaBranches.Moves(result, choices.Sample.Sets, above));
            result = straight;
        }

        var elasticities = settings.Intervals == IntervalMethod.Delta
            ? Elasticities.Between(result, below, above, distance, settings.Own && change.Alternative >= 0 ? change.Alternative : null)
            : Elasticities.Simulated(result, below, above, distance, settings.IntervalDraws, source.Study.Draws.Seed);
        string said = settings.Change is { } c ? string.Create(CultureInfo.InvariantCulture, $"{100 * c:+0.##;−0.##} %") : "point";
        foreach ((int code, Interval e) in elasticities.Where(e => !settings.Own || change.Alternative < 0 || e.Key == change.Alternative)
            .OrderBy(e => e.Key))
        {
            (string of, string kind) = Words(change, code, choices);
            yield return [settings.Variable, of, said, choices.Alternatives[code], kind, e.Estimate, e.StandardError, e.Lower, e.Upper];
        }
    }

    /// <summary>
    /// The columns of a term, each with the alternative that it belongs to: a column that several use (wide) changes for all.
    /// </summary>
    internal static IEnumerable<ColumnOf> Changes(UtilityTerm term, StudySource source, StudyChoices choices)
    {
        bool isLong = source.Study.Data.Layout == DataLayout.Long;
        IEnumerable<ColumnOf> OrOfPerson(IEnumerable<ColumnOf> found)
        {
            ColumnOf[] changes = [.. found];
            string[] ofPersons = [.. changes.Where(change => change.Alternative >= 0).Select(change => change.Column).Distinct()
                .Where(column => IsOfPerson(choices.Sample, column, isLong))];
            return changes.Select(change => ofPersons.Contains(change.Column) ? change with { Alternative = -1 } : change).Distinct();
        }

        var concerned = choices.Alternatives.Select((name, code) => (Name: name, Code: code))
            .Where(a => (term.Alternatives.Count == 0 || term.Alternatives.Contains(a.Name))
                && (term.Columns.Count == 0 || term.Columns.ContainsKey(a.Name)))
            .Select(a => (a.Code,
                Column: term.Columns.TryGetValue(a.Name, out string? own)
                    ? own
                    : (term.Column ?? term.Name).Replace("*", a.Name, StringComparison.Ordinal)));
        return OrOfPerson(isLong
            ? concerned.Select(a => new ColumnOf(a.Column, a.Code))
            : concerned.GroupBy(a => a.Column).Select(g =>
                new ColumnOf(g.Key,
                    g.Count() == 1 && (g.Key != (term.Column ?? term.Name) || term.Columns.Count > 0 || term.IsOfFormula)
                        ? g.First().Code
                        : -1)));
    }

    /// <summary>
    /// Whether a column is of the person, or of the choice, and not of an alternative: in a long table it is the same in every row of a
    /// choice; in a wide one, where every column is, it is the same in all choices of every person, of whom some have several.
    /// </summary>
    private static bool IsOfPerson(ChoiceSample sample, string name, bool isLong)
    {
        if (sample.Columns.Numbers(name, default) is not { } column || (!isLong && sample.Table.Person is null))
        {
            return false;
        }

        var rows = sample.Used.Select((r, i) => (Row: sample.Rows.Rows[r], Person: sample.Table.Person?[i] ?? 0));
        var sets = rows.GroupBy(r => isLong ? r.Row.Situation : r.Person).ToArray();
        return sets.Any(set => set.Select(r => r.Row.Source).Distinct().Count() > 1)
            && sets.All(set => set.Select(r => column.Values[r.Row.Source]).Distinct().Count() == 1)
            && sets.Select(set => column.Values[set.First().Row.Source]).Distinct().Count() > 1;
    }

    /// <summary>What a change is of, in words, and of what kind its effect on an alternative is.</summary>
    internal static (string Of, string Kind) Words(ColumnOf change, int code, StudyChoices choices) => change.Alternative < 0
        ? ("the person", "the person's")
        : (choices.Alternatives[change.Alternative], code == change.Alternative ? "own" : "cross");

    /// <summary>What is said below a table that has effects of persons' variables.</summary>
    internal const string OfPersons = "Of the person: the variable is the same for all alternatives of a choice; it changes for the "
        + "person, and each line is what that does to the share of one alternative.";

    private static bool[] RowsOf(ChoiceSample sample, ColumnOf change, bool isLong)
    {
        var rows = new bool[sample.Columns.Table.Rows];
        foreach (int r in sample.Used)
        {
            rows[sample.Rows.Rows[r].Source] |=
                !isLong || change.Alternative < 0 || sample.Rows.Rows[r].Alternative == change.Alternative;
        }

        return rows;
    }

    internal static bool IsMark(ChoiceSample sample, ColumnOf change) =>
        sample.Columns.Numbers(change.Column, default) is not { } column
        || sample.Used.All(r => sample.Rows.Rows[r] is var row
            && ((change.Alternative >= 0 && row.Alternative != change.Alternative) || !row.Available
                || column.Values[row.Source] is 0 or 1));

    /// <summary>Whether a column has values below and above 0, as a centred one has.</summary>
    private static bool TakesBothSigns(ChoiceSample sample, ColumnOf change)
    {
        if (sample.Columns.Numbers(change.Column, default) is not { } column)
        {
            return false;
        }

        double[] values = [.. sample.Used.Select(r => sample.Rows.Rows[r])
            .Where(row => row.Available && (change.Alternative < 0 || row.Alternative == change.Alternative))
            .Select(row => column.Values[row.Source])];
        return values.Any(x => x < 0) && values.Any(x => x > 0);
    }

    private static ChoiceData Sets(StudySource source, ChoiceSample sample, ColumnOf change, double factor) =>
        Sets(source, sample, change, [(change.Column, new ColumnMove(factor, 0))]);

    /// <summary>The choice sets with changed columns and all that is made of them, without answers.</summary>
    /// <param name="source">The study.</param>
    /// <param name="sample">Its choices.</param>
    /// <param name="change">Whose rows are concerned.</param>
    /// <param name="moves">Columns and what becomes of their values.</param>
    internal static ChoiceData Sets(
        StudySource source, ChoiceSample sample, ColumnOf change, IReadOnlyList<(string Column, ColumnMove Move)> moves)
    {
        var errors = new InputErrors();
        var rows = RowsOf(sample, change, source.Study.Data.Layout == DataLayout.Long);
        StudyColumns columns = sample.Columns.With(
            [.. moves.Select(m => new ColumnChange(m.Column, m.Move.Factor, rows, m.Move.Added))], source, errors);
        (string Name, double[] Values)[] changed = [.. new VariableReader(source, columns, sample.Rows, errors).Changed(sample.Columns)];
        errors.ThrowIfAny();
        return sample.Sets.With(
            [.. changed.Select(c => (c.Name, Enumerable.Range(0, sample.Sets.Rows)
                .Select(row => c.Values[sample.Used[sample.Sets.SourceRow(row)]]).ToArray()))]);
    }
}

/// <summary>A column that changes, and the alternative that it belongs to; −1: all.</summary>
internal sealed record ColumnOf(string Column, int Alternative);

/// <summary>What becomes of a value: itself × factor + what is added.</summary>
internal readonly record struct ColumnMove(double Factor, double Added);
