using InstallSim.Inputs;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Settings;

/// <summary>All that is wrong with a study is told at once, and nothing that only follows from it.</summary>
public sealed class StudyFaultsTests
{
    private const string Data = "data: { file: choices.csv, layout: long, situation: set, alternative: option, chosen: chosen }\n";

    [Test]
    public void A_key_at_fault_hides_no_fault_of_another_part() => AssertFaults(
        "name: My study\ntitle: s\n" + Data + """
        derived:
          - { name: rural, recipe: dummy, of: [place] }
          - { name: town, recipe: dumy, of: [place] }
        utility:
          - { name: pay, divide-by: 0 }
          - { name: pay, colum: fee }
          - { name: rural, column: a, columns: { a: b } }
        draws: { number: many }
        """,
        "unknown key 'colum'; did you mean 'column'?", "'My study' is no kebab-case name", "a dummy needs the values for which it is 1",
        "division by 0", "the variable 'pay' is named 2 times", "'rural' has both column and columns",
        "'columns' is for the wide layout", "'number': expected", "did you mean 'dummy'?");

    [TestCase("name: s\ntitle: s\ndata: { fil: choices.csv, layout: long, situation: set, chosen: chosen }\nutility: [pay]\n",
        "unknown key 'fil'; did you mean 'file'?")]
    [TestCase("name: s\ntitle: s\n" + Data + "utilty: [pay]\n", "unknown key 'utilty'; did you mean 'utility'?")]
    [TestCase("name: s\ntitle: s\n" + Data + "derived: [{ name: a, recipe: scale, off: [b] }]\nutility: [pay]\n",
        "unknown key 'off'; did you mean 'of'?")]
    public void A_fault_is_told_without_what_follows_from_it(string yaml, params string[] expected) => AssertFaults(yaml, expected);

    [Test]
    public void A_missing_parent_hides_no_fault_of_the_study_and_makes_none() => AssertFaults(
        "extends: bse.yaml\nname: My study\n" + """
        data: { chosen: chosen, layout: long, rows: all }
        derived: [{ name: rural, recipe: dummy, of: [place] }]
        utility:
          - { name: pay, divide-by: 0 }
          - { name: rural, columns: { a: b } }
        draws: { number: many }
        """,
        "bse.yaml' does not exist", "'My study' is no kebab-case name", "unknown key 'rows'", "a dummy needs the values for which it is 1",
        "division by 0", "'number': expected");

    [Test]
    public void A_parent_that_is_no_file_hides_no_fault_of_a_study_without_utility() => AssertFaults(
        "extends: [base.yaml]\nname: mine\nestimation: { tolerance: x }\n",
        "'extends': the name of one YAML file is expected", "unknown key 'tolerance'");

    private static void AssertFaults(string yaml, params string[] expected)
    {
        using var folder = new TemporaryFolder();
        string study = folder.Write("study.yaml", yaml);
        InputException refused = Assert.Throws<InputException>(() => StudyReader.Read(study))!;
        Assert.Multiple(() =>
        {
            Array.ForEach(expected, part => Assert.That(refused.Message, Does.Contain(part)));
            Assert.That(refused.Errors, Has.Count.EqualTo(expected.Length), refused.Message);
        });
    }
}
