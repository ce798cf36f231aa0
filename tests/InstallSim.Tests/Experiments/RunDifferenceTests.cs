using InstallSim.Experiments;

namespace InstallSim.Tests.Experiments;

public sealed class RunDifferenceTests
{
    private const string Long = "The same beginning of a long description, which goes on for more than a line, ";

    [TestCase("2026 - health", "2026 – health", "…e than a line, 2026 - health there, …e than a line, 2026 – health here")]
    [TestCase("", "x", "…r more than a line,  there, …r more than a line, x here")]
    public void Long_texts_that_differ_late_are_shown_from_where_they_do(string there, string here, string expected) =>
        Assert.That(Said(Long + there, Long + here), Is.EqualTo($"description ({expected})"));

    [Test]
    public void Long_texts_that_differ_at_once_are_shown_from_their_beginning() =>
        Assert.That(Said(Long, "Other"), Is.EqualTo($"description ({Long[..60]}… there, Other here)"));

    [TestCase("\U0001F600\U0001F600", "a", "b")]
    [TestCase("\U0001F600x", "a", "b")]
    [TestCase("x", "\U0001F600", "\U0001F601")]
    public void No_character_is_cut_in_two(string before, string there, string here)
    {
        string same = string.Concat(Enumerable.Repeat(before, 40)), after = string.Concat(Enumerable.Repeat("\U0001F600x", 40));
        string said = Said(same + there + after, same + here + after);
        Assert.That(() => new System.Text.UTF8Encoding(false, true).GetBytes(said), Throws.Nothing);
        Assert.That(said, Does.Contain(there).And.Contains(here));
    }

    [Test]
    public void What_one_has_not_is_not_said() => Assert.That(
        Of($"scenarios: baseline", $"scenarios: baseline\nscenario \tseed: 7"), Is.EqualTo("seed (not said there, 7 here)"));

    private static string Said(string there, string here) => Of(
        $"scenarios: baseline\nscenario baseline\tdescription: {there}", $"scenarios: baseline\nscenario baseline\tdescription: {here}");

    private static string Of(string there, string here) =>
        RunIdentity.Parse($"program: 1\n{there}\n")!.DifferenceFrom(RunIdentity.Parse($"program: 1\n{here}\n")!)!.English;
}
