using System.Globalization;
using System.Text;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>
/// Answers of simulated respondents to a design: respondent n has β = mean + spread·z(n) and chooses the largest β·x + ε of each task, ε
/// standard Gumbel; where the study has best and worst, what <see cref="WorstAnswers"/> says. z and ε are pure functions of seed,
/// respondent and row.
/// </summary>
public static class Respondents
{
    private const ushort TastePurpose = 0xD1, AnswerPurpose = 0xD2;

    /// <summary>Simulates the respondents of a study and writes their answers as the study's data.</summary>
    /// <param name="source">A study with <c>respondents:</c>, in the long layout.</param>
    /// <param name="path">The table to write.</param>
    /// <param name="force">Whether a table that holds anything else than these answers may be replaced: it may be of real people.</param>
    /// <param name="told">Receives what is not said and so taken for granted; null where nobody listens.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="InputException">The study or its design is wrong, or another table stands there; all of it is told.</exception>
    public static int Write(StudySource source, string path, bool force = false, InputErrors? told = null)
    {
        var errors = new InputErrors();
        AtomicFile.RefuseInput(path, [.. source.Document.Files,
            .. source.Study.Respondents is { } settings ? [settings.Design] : Array.Empty<string>()]);
        (string text, int written) = Simulate(source, errors);
        foreach (InputWarning warning in errors.Warnings)
        {
            told?.Warn(warning);
        }

        AtomicFile.WriteIfFree(path, text, force);
        return written;
    }

    /// <summary>The table that <see cref="Write(StudySource, string, bool, InputErrors?)"/> writes of a number of people.</summary>
    /// <exception cref="InputException">The study or its design is wrong; all of it is told.</exception>
    internal static string Text(StudySource source, int people) => Simulate(source, new InputErrors(), people).Text;

    private static (string Text, int Rows) Simulate(StudySource source, InputErrors errors, int? people = null)
    {
        var design = Read(source, errors);
        errors.ThrowIfAny();
        using var memory = new MemoryStream();
        int written = Write(source, design!.Value, memory, people ?? source.Study.Respondents!.Number);
        return (Encoding.UTF8.GetString(memory.ToArray()), written);
    }

    private static int Write(StudySource source, (StudyColumns, ChoiceRows, VariableTable) design, Stream stream, int people)
    {
        var (columns, rows, variables) = design;
        int[][] tasks = [.. Enumerable.Range(0, rows.Rows.Count).GroupBy(r => rows.Rows[r].Situation).Select(g => g.ToArray())];
        RespondentSettings settings = source.Study.Respondents!;
        string[] blocks = Blocks(source, columns, rows, tasks);
        string[] names = [.. blocks.Distinct()];
        using var csv = new CsvWriter(stream, [source.Study.Data.Person!, .. columns.Table.Columns, .. AnswerColumns(source.Study.Data)]);
        int written = 0;
        for (int n = 0; n < people; n++)
        {
            double[] beta = Tastes(settings, variables.Names, n);
            foreach (int[] task in tasks.Where((_, t) => blocks[t] == names[n % names.Length]))
            {
                (int best, int worst) = source.Study.Data.Best is null
                    ? (task.MaxBy(r => Utility(beta, variables, r) + Gumbel(settings.Seed, n, r)), -1)
                    : WorstAnswers.Of(source.Study.Data.BestWorst, settings.Seed, n, task, r => Utility(beta, variables, r));
                foreach (int r in task)
                {
                    WriteRow(csv, source, columns, rows.Rows[r].Source, n + 1, worst < 0 ? [r == best] : [r == best, r == worst]);
                }

                written += task.Length;
            }
        }

        return written;
    }

    /// <summary>The block of each task: the column said, else the one called as designs call it; all the same without one.</summary>
    internal static string[] Blocks(StudySource source, StudyColumns columns, ChoiceRows rows, int[][] tasks)
    {
        string column = DesignTableFile.BlockColumn(source.Study);
        bool isShared = source.Study.Respondents!.Block is not "" && columns.Has(column);
        return [.. tasks.Select(task => isShared ? columns.Text(rows.Rows[task[0]].Source, column) : "")];
    }

    private static void CheckBlock(StudySource source, RespondentSettings settings, StudyColumns columns, InputErrors errors)
    {
        string column = DesignTableFile.BlockColumn(source.Study);
        if (settings.Block is { Length: > 0 })
        {
            columns.Index(column, source.Binder.PlaceOf(settings, "block"));
        }
        else if (settings.Block is null && columns.Table.IndexOf(column) is var index and >= 0
            && Enumerable.Range(0, columns.Table.Rows).Select(row => columns.Table.Cell(row, index).ToString()).Distinct().Count() is var of
            && of > 1)
        {
            errors.Warn(new InputWarning(source.Binder.PlaceOf(settings, "design"),
                $"a respondent answers one of the {of} blocks of the design (column '{column}'); 'block: {column}' says so for good, "
                    + $"'block: \"\"' has everybody answer all tasks", IsNote: true));
        }
    }

    internal static (StudyColumns, ChoiceRows, VariableTable)? Read(StudySource source, InputErrors errors)
    {
        (_, Study study, _, Binder binder) = source;
        if (study.Respondents is not { } settings)
        {
            errors.Add(binder.PlaceOf(study),
                "key 'respondents' is missing: a design and true coefficients are needed to simulate answers");
            return null;
        }

        if (!CanAnswer(source, settings, errors))
        {
            return null;
        }

        int before = errors.All.Count;
        if (ChoiceReader.Open(source, settings.Design, binder.PlaceOf(settings, "design"), errors) is not { } columns
            || new ChoiceRowReader(source, columns, errors).Read(
                [.. Enumerable.Range(0, columns.Table.Rows)], answers: false, isWhole: errors.All.Count == before) is not { } rows)
        {
            return null;
        }

        CheckBlock(source, settings, columns, errors);

        foreach (string taken in (string[])[study.Data.Person!, .. AnswerColumns(study.Data)])
        {
            if (columns.Table.Has(taken))
            {
                errors.Add(binder.PlaceOf(settings, "design"), $"the design has a column '{taken}', which the answers will write");
            }
        }

        VariableTable variables = new VariableReader(source, columns, rows, errors).Read();
        if (rows.IsWhole)
        {
            new ChoiceChecks(source, columns, rows).Run();
        }

        AskedTaskChecks.Run(source, columns, rows, errors);
        CheckNames(settings.Coefficients.Keys, "coefficients");
        CheckNames(settings.Spreads.Keys, "spreads");
        DesignChecks.Spreads(settings.Spreads, binder.PlaceOf(settings, "spreads"), errors);
        foreach (string name in variables.Names.Where(name => !settings.Coefficients.ContainsKey(name)))
        {
            errors.Add(binder.PlaceOf(settings, "coefficients"), $"the coefficient of '{name}' is missing");
        }

        AskedTaskChecks.Utilities(source, columns, rows, variables, errors);
        return (columns, rows, variables);

        void CheckNames(IEnumerable<string> names, string key)
        {
            foreach (string name in names.Where(name => !variables.Names.Contains(name)))
            {
                errors.Add(binder.PlaceOf(settings, key),
                    $"'{name}' is no variable of the utility{DidYouMean.Hint(name, variables.Names)}; variables: "
                        + $"{string.Join(", ", variables.Names)}");
            }
        }
    }

    /// <summary>Whether the layout can hold answers and the design is there.</summary>
    private static bool CanAnswer(StudySource source, RespondentSettings settings, InputErrors errors)
    {
        (_, Study study, _, Binder binder) = source;
        if (StudyFormulas.AreIn(source.Study))
        {
            errors.Add(StudyFormulas.PlaceOf(source, null),
                "'respond' simulates utilities that are sums of coefficients times variables, and this one has a formula");
            return false;
        }

        if (study.Data is { Rank: not null } or { Ranking.Count: > 0 } or { Best: not null, BestWorst: BestWorstReading.Marginal })
        {
            errors.Add(binder.PlaceOf(study.Data), new Words(
                "rankings are not simulated, nor best and worst read as 'marginal', where one alternative may be both: 'respond' writes "
                    + "one chosen alternative a task ('chosen'), or a best and a worst ('best', 'worst')",
                "classements, et meilleur et pire lus comme «\u00a0marginal\u00a0», où une option peut être les deux\u00a0: non "
                    + "simulés\u00a0; «\u00a0respond\u00a0» écrit une option choisie par tâche («\u00a0chosen\u00a0»), ou une meilleure "
                    + "et une pire («\u00a0best\u00a0», «\u00a0worst\u00a0»)"));
            return false;
        }

        if (study.Data is not { Layout: DataLayout.Long, Person: not null } || AnswerColumns(study.Data).Length == 0)
        {
            errors.Add(binder.PlaceOf(study.Data),
                "simulated answers are written in the long layout, with columns for 'person' and 'chosen'");
            return false;
        }

        if (study.Design is not null && !File.Exists(settings.Design))
        {
            errors.Add(binder.PlaceOf(settings, "design"),
                $"file '{settings.Design}' does not exist; 'installsim design {ShellWord.Of(source.Path)}' writes it");
            return false;
        }

        return true;
    }

    /// <summary>The columns of the answers: the one chosen, or best and worst; none where the study has neither.</summary>
    private static string[] AnswerColumns(StudyData data) => data switch
    {
        { Best: { } best, Worst: { } worst } => [best, worst],
        { Chosen: { } chosen } => [chosen],
        _ => [],
    };

    /// <summary>β of a respondent in a sample; sample 0 is the one that is written.</summary>
    internal static double[] Tastes(RespondentSettings settings, IReadOnlyList<string> names, int n, int sample = 0)
    {
        var key = new DrawKey(settings.Seed, (ushort)sample, TastePurpose, 0, (uint)n);
        return [.. names.Select((name, k) =>
            settings.Coefficients[name] + (settings.Spreads.GetValueOrDefault(name) * NormalQuantileKernel.Quantile(key.Uniform(k))))];
    }

    internal static double Utility(double[] beta, VariableTable variables, int row)
    {
        double sum = 0;
        for (int k = 0; k < beta.Length; k++)
        {
            sum += beta[k] * variables.Values[k][row];
        }

        return sum;
    }

    internal static double Gumbel(uint seed, int n, int row, int sample = 0) =>
        -Elementary.Log(-Elementary.Log(new DrawKey(seed, (ushort)sample, AnswerPurpose, 0, (uint)n).Uniform(row)));

    /// <summary>
    /// A row of the design with the respondent before it and the answer behind; tasks are named anew, for no two people share one.
    /// </summary>
    private static void WriteRow(CsvWriter csv, StudySource source, StudyColumns columns, int row, int respondent, bool[] answers)
    {
        csv.Write(respondent);
        for (int c = 0; c < columns.Table.Columns.Count; c++)
        {
            ReadOnlySpan<char> value = columns.Table.Cell(row, c);
            csv.Write(columns.Table.Columns[c] == source.Study.Data.Situation
                ? string.Create(CultureInfo.InvariantCulture, $"{respondent}-{value}")
                : value);
        }

        foreach (bool answer in answers)
        {
            csv.Write(answer ? 1 : 0);
        }

        csv.EndRow();
    }
}
