using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Data;

/// <summary>A study is told all its faults at once, whatever kind they are of.</summary>
public sealed class AllFaultsTests
{
    /// <summary>Lines with a misspelt name each.</summary>
    private const string Wrong = """
        utility: [price, { name: old, column: aeg }]
        model: { random: { pric: normal, old: normal }, nests: [{ name: hot, alternatives: [coffee, tee] }] }
        estimation: { fixed: { proce: 1, sd.pric: 1 } }
        willingness-to-pay: { denominator: cost }
        """;

    private static string[] Told(string more)
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", SmallStudy.Csv);
        string yaml = SmallStudy.Yaml[..SmallStudy.Yaml.IndexOf("utility:", StringComparison.Ordinal)] + more;
        return [.. Assert.Throws<InputException>(() => StudyEstimation.Check(
            StudyReader.Read(folder.Write("small.yaml", yaml), null, StudyEstimation.TableFaults)))!.Errors
            .OrderBy(e => e.Place.Line).ThenBy(e => e.Place.Column).Select(e => e.Message.Split(';')[0])];
    }

    private static readonly string[] OfNames =
    [
        "no column 'aeg' in small.csv", "'pric' is no variable of the utility", "there is no alternative 'tee'", "'proce' is no parameter",
        "'cost' is no variable of the utility",
    ];

    [Test]
    public void Names_of_columns_variables_alternatives_and_parameters_are_told_together()
    {
        string[] told = Told(Wrong);
        Assert.That(told, Has.Length.EqualTo(OfNames.Length), string.Join('\n', told));
        Assert.That(told.Zip(OfNames), Is.All.Matches<(string Said, string Name)>(
            pair => pair.Said.Contains(pair.Name[..pair.Name.LastIndexOf('\'')], StringComparison.Ordinal)));
    }

    [Test]
    public void They_are_told_beside_a_misspelt_key_and_a_misspelt_value()
    {
        string[] told = Told(Wrong.Replace("old: normal", "old: normall", StringComparison.Ordinal) + "\ndraws: { numbr: 3 }\n");
        Assert.That(told, Has.Some.Contains("normall").And.Some.Contains("numbr"));
        Assert.That(told, Has.Some.Contains("aeg").And.Some.Contains("'pric'").And.Some.Contains("'tee'").And.Some.Contains("'proce'")
            .And.Some.Contains("'cost'"));
        Assert.That(told, Has.Length.EqualTo(7), string.Join('\n', told));
    }

    /// <summary>The situation that lacks the short row is not called faulty for it.</summary>
    [Test]
    public void A_row_of_another_length_hides_no_cell_and_no_column()
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv",
            SmallStudy.Csv.Replace("1,1,coffee,3,30,1,0", "1,1,coffee,3,30,1").Replace("2,3,tea,3,", "2,3,tea,much,"));
        string yaml = folder.Write("small.yaml", SmallStudy.Yaml.Replace("{ name: price }", "{ name: price }\n  - { name: aeg }"));
        IReadOnlyList<InputError> told = Assert.Throws<InputException>(() => StudyEstimation.Check(StudyReader.Read(yaml)))!.Errors;
        Assert.That(told.Select(error => error.Message), Is.EquivalentTo(told.Select(error => error.Message)
            .Where(said => said.StartsWith("the row has 6 values, the header 7") || said.Contains("no column 'aeg'")
                || said.StartsWith("column 'price': expected a number, found 'much'"))));
        Assert.That(told, Has.Count.EqualTo(3));
    }

    /// <summary>What the rows of another length hold is there all the same.</summary>
    [TestCase("", "")]
    [TestCase("chosen: chosen", "chosen: chosen\n  where: [{ column: drink, equals: coffee }]")]
    [TestCase("available: open", "available: open\nconstants-against: coffee")]
    [TestCase("available: open", "available: open\nmodel: { nests: [{ name: hot, alternatives: [coffee, tea] }] }")]
    public void Rows_of_another_length_take_no_alternative_away(string key, string keys)
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", string.Join('\n', SmallStudy.Csv.Split('\n').Select(l => l.Contains("coffee") ? l + ",9" : l)));
        string yaml = folder.Write("small.yaml", key.Length == 0 ? SmallStudy.Yaml : SmallStudy.Yaml.Replace(key, keys));
        IReadOnlyList<InputError> told = Assert.Throws<InputException>(() => StudyEstimation.Check(StudyReader.Read(yaml)))!.Errors;
        Assert.That(told.Select(error => error.Message), Is.All.StartsWith("the row has 8 values"));
    }

    [Test]
    public void A_row_of_another_length_makes_no_set_to_predict_faulty()
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", SmallStudy.Csv);
        folder.Write("sets.csv", "task,drink,price,open\n1,tea,2,1\n1,coffee,3\n2,tea,2,1\n2,coffee,3,1\n");
        string yaml = folder.Write("small.yaml", SmallStudy.Yaml + "\npredict: sets.csv\n");
        IReadOnlyList<InputError> told = Assert.Throws<InputException>(() => StudyEstimation.Check(StudyReader.Read(yaml)))!.Errors;
        Assert.That(told.Select(error => error.Message), Is.EqualTo((string[])["the row has 3 values, the header 4"]));
    }

    [Test]
    public void Errors_are_in_the_order_of_lines_file_by_file() => Assert.That(
        InputErrors.Sorted(new[] { ("b", 3, 1), ("a", 9, 1), ("b", 1, 4), ("b", 1, 2), ("a", 2, 1) }
            .Select(p => new InputError(new Place(p.Item1, p.Item2, p.Item3), "wrong"))).Select(e => e.Place.ToString()),
        Is.EqualTo(new[] { "b(1,2)", "b(1,4)", "b(3,1)", "a(2,1)", "a(9,1)" }));
}
