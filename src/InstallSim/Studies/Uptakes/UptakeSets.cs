using InstallSim.Choice.Analysis;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Uptakes;

/// <summary>
/// The choice sets of jobs for groups of people, made by the study's own recipes: all that is derived of a column follows it.
/// </summary>
/// <param name="Names">Names of the variables.</param>
/// <param name="Of">The sets, the job first in each, shape [jobs][groups].</param>
internal sealed record UptakeSets(IReadOnlyList<string> Names, OfferedSet[][] Of)
{
    /// <summary>Makes the sets.</summary>
    /// <param name="source">The study.</param>
    /// <param name="choices">Its choices.</param>
    /// <param name="said">What stands beside the job.</param>
    /// <param name="jobs">Levels of each job.</param>
    /// <param name="groups">The people.</param>
    /// <exception cref="InputException">A level cannot be read.</exception>
    public static UptakeSets Make(
        StudySource source, StudyChoices choices, UptakeLevels said, IReadOnlyList<Dictionary<string, string>> jobs,
        IReadOnlyList<PersonGroup> groups)
    {
        CsvTable table = choices.Sample.Columns.Table;
        string[] offered = said.IsWide
            ? [said.Job, .. choices.Alternatives.Where(a => a != said.Job)]
            : [said.Job, .. said.Against.Select(a => a.Alternative)];
        int lines = said.IsWide ? 1 : offered.Length;
        var texts = new List<string[]>();
        var rows = new List<ChoiceRow>();
        foreach (Dictionary<string, string> job in jobs)
        {
            foreach (PersonGroup group in groups)
            {
                int situation = rows.Count / offered.Length;
                for (int j = 0; j < offered.Length; j++)
                {
                    if (j < lines)
                    {
                        texts.Add(Line(table, said, j == 0 ? job : said.Against[j - 1].Levels, group));
                    }

                    int code = choices.Alternatives.ToList().IndexOf(offered[j]);
                    rows.Add(new ChoiceRow(texts.Count - 1, situation, code, 0, true));
                }
            }
        }

        VariableTable read = Read(source, choices, texts, rows);
        OfferedSet Set(int situation) => new(
            [.. offered.Select((_, j) => rows[(situation * offered.Length) + j].Alternative)],
            [.. offered.Select((_, j) => read.Values.Select(values => values[(situation * offered.Length) + j]).ToArray())]);
        return new UptakeSets(read.Names,
            [.. jobs.Select((_, job) => groups.Select((_, g) => Set((job * groups.Count) + g)).ToArray())]);
    }

    private static string[] Line(CsvTable table, UptakeLevels said, IReadOnlyDictionary<string, string> levels, PersonGroup group) =>
        [.. table.Columns.Select(column => levels.TryGetValue(column, out string? level) ? said.Written(level)
            : group.Own.TryGetValue(column, out string? own) ? own : "")];

    private static VariableTable Read(StudySource source, StudyChoices choices, List<string[]> texts, List<ChoiceRow> rows)
    {
        CsvTable table = choices.Sample.Columns.Table;
        var errors = new InputErrors();
        Place place = source.Binder.PlaceOf(source.Study.Uptake!, "base");
        CsvTable made = CsvTable.Made(table, [.. table.Columns], texts, (_, _) => place, table.Decimal);
        var data = new ChoiceRows
        {
            Alternatives = choices.Alternatives,
            Rows = rows,
            Situations = [.. rows.Select(r => r.Situation).Distinct().Select(n => $"{n + 1}")],
            ChosenColumn = -1,
            Faults = choices.Sample.Rows.Faults,
            HasAnswers = false,
        };
        VariableTable read = new VariableReader(source, new StudyColumns(made, source, errors), data, errors).Read();
        if (errors.All.Count > 0)
        {
            throw new InputException([.. errors.All.DistinctBy(e => e.Message)]);
        }

        return read;
    }
}
