using System.Globalization;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Data;

/// <summary>The answers of the shipped experiment as surveys export them, one row a person and one column a task.</summary>
internal static class Exports
{
    /// <summary>People and, by number of the task in the design, the place of the alternative that each chose: 1 for A, 2 for B.</summary>
    public static IReadOnlyList<(string Person, string Block, SortedDictionary<int, int> Chosen)> People { get; } = Read();

    /// <summary>What the shipped study finds, without random coefficients, from its own long table.</summary>
    public static StudyResult Shipped { get; } = Estimate("", []);

    /// <summary>Estimates the shipped study, without random coefficients, from other data.</summary>
    /// <param name="data">What to say instead, such as <c>responses: export.csv</c>.</param>
    /// <param name="files">Names and texts of files beside the study.</param>
    public static StudyResult Estimate(string data, params (string Name, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        return StudyEstimation.Run(Study(folder, data, files));
    }

    /// <summary>The same study, not yet estimated.</summary>
    public static StudySource Study(TemporaryFolder folder, string data, params (string Name, string Text)[] files)
    {
        foreach ((string name, string text) in files)
        {
            folder.Write(name, text);
        }

        return StudyReader.Read(folder.Write("study.yaml", $$"""
            extends: {{Repository.PathOf("scenarios", "studies", "physician-dce.yaml").Replace('\\', '/')}}
            name: read-back
            title: Answers read back
            model: { random!: {} }
            data: { {{data}} }
            """));
    }

    /// <summary>An export: a heading a column, and of each person the values.</summary>
    public static string Table(string separator, IEnumerable<string> headings, Func<(string, string, SortedDictionary<int, int>),
        IEnumerable<string>> values) => string.Join('\n', People.Select(values).Prepend(headings)
            .Select(line => string.Join(separator, line))) + "\n";

    /// <summary>The answers of a person to tasks 1 to 48, empty for those of other blocks.</summary>
    public static IEnumerable<string> ByTask(SortedDictionary<int, int> chosen, Func<int, string> write) => Enumerable.Range(1, 48)
        .Select(task => chosen.TryGetValue(task, out int place) ? write(place) : "");

    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static List<(string, string, SortedDictionary<int, int>)> Read()
    {
        var people = new List<(string Person, string Block, SortedDictionary<int, int> Chosen)>();
        foreach (string line in File.ReadLines(Repository.PathOf("scenarios", "studies", "physician-dce.csv")).Skip(1))
        {
            string[] cells = line.Split(',');
            if (people.Count == 0 || people[^1].Person != cells[0])
            {
                people.Add((cells[0], cells[1], []));
            }

            if (cells[^1] == "1")
            {
                people[^1].Chosen[int.Parse(cells[2].Split('-')[1], CultureInfo.InvariantCulture)] = cells[3] == "A" ? 1 : 2;
            }
        }

        return people;
    }
}
