using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>An alternative in the data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offered">Choice situations in which it could be chosen.</param>
/// <param name="Chosen">Situations in which it was chosen, ranked first or called best.</param>
/// <param name="IsOptOut">Whether it is the choice of none.</param>
public sealed record AlternativeSeen(string Name, int Offered, int Chosen, bool IsOptOut)
{
    /// <summary>The name of an alternative that the design calls as the data do.</summary>
    internal static string NameOf(Study study, string code) =>
        study.Data.Alternatives.FirstOrDefault(a => a.CodeOrName == code)?.Name ?? code;
}

/// <summary>A level of a variable.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Seen">Rows that have it.</param>
/// <param name="Chosen">Of them, those chosen.</param>
public readonly record struct LevelSeen(double Value, int Seen, int Chosen);

/// <summary>A variable in the data, over the available alternatives that it concerns.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Least">Smallest value.</param>
/// <param name="Mean">Mean value over rows.</param>
/// <param name="Most">Largest value.</param>
/// <param name="Levels">Its levels in order; empty where there are more than <see cref="DataDescription.MostLevels"/>.</param>
public sealed record VariableSeen(string Name, double Least, double Mean, double Most, IReadOnlyList<LevelSeen> Levels);

/// <summary>People who answered often enough for a pattern, and those who always took one alternative.</summary>
/// <param name="People">People with <see cref="DataDescription.FewestAnswers"/> choices or more.</param>
/// <param name="Always">How many of them always took each alternative; those nobody always took are left out.</param>
/// <param name="ByChance">How many would by the shares of the alternatives alone, Σ over people of Σ share^answers.</param>
public sealed record Patterns(int People, IReadOnlyList<(AlternativeSeen Alternative, int People)> Always, double ByChance);

/// <summary>What the data of a study hold, unweighted, before any model: wrong data show here before they make a wrong model.</summary>
public sealed record DataDescription
{
    /// <summary>Most levels of a variable that are counted one by one.</summary>
    public const int MostLevels = 8;

    /// <summary>Fewest choices of a person in which always taking one alternative says anything; ASSUMPTION.</summary>
    public const int FewestAnswers = 4;

    /// <summary>Nothing.</summary>
    public static DataDescription None { get; } = new();

    /// <summary>People; null when the study names none.</summary>
    public int? People { get; init; }

    /// <summary>Choice situations.</summary>
    public int Situations { get; init; }

    /// <summary>Fewest and most situations of a person.</summary>
    public (int Fewest, int Most) PerPerson { get; init; }

    /// <summary>Rows of alternatives.</summary>
    public int Rows { get; init; }

    /// <summary>The alternatives, in the order of the study.</summary>
    public IReadOnlyList<AlternativeSeen> Alternatives { get; init; } = [];

    /// <summary>The variables of the utility without constants, in the order of the study.</summary>
    public IReadOnlyList<VariableSeen> Variables { get; init; } = [];

    /// <summary>Who always took one alternative; null when the study names no people.</summary>
    public Patterns? Patterns { get; init; }

    /// <summary>Choices of what another alternative beats in everything; null where no sign of a coefficient is known.</summary>
    public DominatedChoices? Dominated { get; init; }

    /// <summary>Describes the rows used.</summary>
    internal static DataDescription Of(StudySource source, ChoiceSample sample)
    {
        ChoiceRow[] used = [.. sample.Used.Select(r => sample.Rows.Rows[r])];
        int[][] sets = Sets(used);
        AlternativeSeen[] alternatives = SeenAlternatives(source, sample, used);
        Patterns? patterns = null;
        (int, int) perPerson = default;
        if (sample.Table.Person is { } person)
        {
            int[][] of = [.. sets.GroupBy(set => person[set[0]]).Select(g => g
                .Select(set => Array.Find(set, i => IsChosen(used[i]))).Select(i => used[i].Alternative).ToArray())];
            perPerson = (of.Min(choices => choices.Length), of.Max(choices => choices.Length));
            patterns = FindPatterns(of, alternatives);
        }

        return new DataDescription
        {
            People = sample.Table.Person is null ? null : sample.Persons.Count,
            Situations = sets.Length,
            PerPerson = perPerson,
            Rows = used.Count(row => row.Available),
            Alternatives = alternatives,
            Variables = SeenVariables(source, sample, used),
            Patterns = patterns,
            Dominated = DominatedChoices.Of(source, sample, alternatives, sets),
        };
    }

    /// <summary>Whether a row was chosen, ranked first or called best: 1, where 2 and more are later ranks, or the worst.</summary>
    internal static bool IsChosen(ChoiceRow row) => row.Chosen == 1;

    private static AlternativeSeen[] SeenAlternatives(StudySource source, ChoiceSample sample, ChoiceRow[] used)
    {
        IReadOnlyList<string> names = sample.Rows.Alternatives;
        int[] offered = new int[names.Count], chosen = new int[names.Count];
        foreach (ChoiceRow row in used.Where(row => row.Available))
        {
            offered[row.Alternative]++;
            chosen[row.Alternative] += IsChosen(row) ? 1 : 0;
        }

        bool[] varies = Varies(source, sample, used);
        string? quo = source.Study.Design?.StatusQuo is { } status ? AlternativeSeen.NameOf(source.Study, status.Name) : null;
        return [.. names.Select((name, j) => new AlternativeSeen(name, offered[j], chosen[j],
            source.Study.Design is { OptOut: { } none } ? name == AlternativeSeen.NameOf(source.Study, none)
                : name != quo && !varies[j] && varies.Count(v => v) == names.Count - 1))];
    }

    /// <summary>Whether any variable of each alternative differs between its rows; that of none is the same in every task.</summary>
    private static bool[] Varies(StudySource source, ChoiceSample sample, ChoiceRow[] used)
    {
        double[][] x = [.. OfUtility(source.Study, sample)
            .Where(p => !p.Term.Constant && p.Term.Times is null)
            .Select(p => sample.Table.Columns[sample.Table.Names.ToList().IndexOf(p.Name)])];
        int[] first = [.. Enumerable.Repeat(-1, sample.Rows.Alternatives.Count)];
        var varies = new bool[first.Length];
        for (int i = 0; i < used.Length; i++)
        {
            int j = used[i].Alternative;
            if (!used[i].Available || varies[j])
            {
                continue;
            }

            first[j] = first[j] < 0 ? i : first[j];
            varies[j] = x.Any(column => column[i] != column[first[j]]);
        }

        return varies;
    }

    /// <summary>The variables of the utility and the columns of formulas.</summary>
    private static IEnumerable<(string Name, UtilityTerm Term, string? Alternative)> OfUtility(Study study, ChoiceSample sample) =>
        StudyReader.Parameters(study, sample.Rows.Alternatives)
            .Concat(StudyFormulas.Terms(study).Select(term => (term.Name, term, (string?)null)));

    private static VariableSeen[] SeenVariables(StudySource source, ChoiceSample sample, ChoiceRow[] used)
    {
        var seen = new List<VariableSeen>();
        foreach ((string name, UtilityTerm term, string? only) in OfUtility(source.Study, sample))
        {
            bool[] concerned = [.. sample.Rows.Alternatives.Select(a => VariableReader.Concerns(term, only, a)
                && (term.Columns.Count == 0 || term.Columns.ContainsKey(a)))];
            int[] rows = [.. Enumerable.Range(0, used.Length).Where(i => used[i].Available && concerned[used[i].Alternative])];
            if (term.Constant || rows.Length == 0)
            {
                continue;
            }

            double[] x = sample.Table.Columns[sample.Table.Names.ToList().IndexOf(name)];
            (double least, double sum, double most) = (x[rows[0]], 0, x[rows[0]]);
            foreach (int i in rows)
            {
                (least, sum, most) = (Math.Min(least, x[i]), sum + x[i], Math.Max(most, x[i]));
            }

            seen.Add(new VariableSeen(name, least, sum / rows.Length, most, Levels(x, used, rows)));
        }

        return [.. seen];
    }

    /// <summary>Places of the available rows, situation by situation, which stand together.</summary>
    private static int[][] Sets(ChoiceRow[] used)
    {
        var sets = new List<int[]>();
        var set = new List<int>();
        for (int i = 0; i < used.Length; i++)
        {
            if (used[i].Available)
            {
                set.Add(i);
            }

            if (set.Count > 0 && (i + 1 == used.Length || used[i + 1].Situation != used[i].Situation))
            {
                sets.Add([.. set]);
                set.Clear();
            }
        }

        return [.. sets];
    }

    /// <summary>Levels in order with how often they are seen and chosen; none where there are too many.</summary>
    private static LevelSeen[] Levels(double[] x, ChoiceRow[] used, int[] rows)
    {
        var levels = new List<LevelSeen>(MostLevels);
        foreach (int i in rows)
        {
            int at = levels.Count - 1;
            while (at >= 0 && levels[at].Value != x[i])
            {
                at--;
            }

            if (at < 0 && levels.Count == MostLevels)
            {
                return [];
            }

            LevelSeen before = at < 0 ? new LevelSeen(x[i], 0, 0) : levels[at];
            LevelSeen now = before with { Seen = before.Seen + 1, Chosen = before.Chosen + (IsChosen(used[i]) ? 1 : 0) };
            if (at < 0)
            {
                levels.Add(now);
            }
            else
            {
                levels[at] = now;
            }
        }

        return [.. levels.OrderBy(level => level.Value)];
    }

    private static Patterns FindPatterns(int[][] choices, AlternativeSeen[] alternatives)
    {
        int[][] often = [.. choices.Where(own => own.Length >= FewestAnswers)];
        double all = alternatives.Sum(a => a.Chosen);
        var always = often.Where(own => own.All(j => j == own[0])).CountBy(own => own[0]).OrderBy(c => c.Key);
        return new Patterns(often.Length, [.. always.Select(c => (alternatives[c.Key], c.Value))],
            often.Sum(own => alternatives.Sum(a => Math.Pow(a.Chosen / all, own.Length))));
    }
}
