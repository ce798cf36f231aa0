using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public class DidYouMeanTests
{
    private static readonly string[] Keys = ["per-year", "from", "until", "opening-cost-keur", "accessibility-below", "seed"];

    [TestCase("per-yaer", "per-year")]
    [TestCase("per_year", "per-year")]
    [TestCase("PerYear", "per-year")]
    [TestCase("form", "from")]
    [TestCase("untill", "until")]
    [TestCase("sede", "seed")]
    [TestCase("opening-cost", "opening-cost-keur")]
    [TestCase("accessibility", "accessibility-below")]
    public void A_near_name_is_found(string word, string expected) => Assert.That(DidYouMean.Find(word, Keys), Is.EqualTo(expected));

    [Test]
    public void The_ending_of_a_file_makes_no_name_near()
    {
        Assert.That(DidYouMean.Find("nope.csv", ["one.csv", "ok.csv"]), Is.Null);
        Assert.That(DidYouMean.Find("anwsers.csv", ["answers.csv"]), Is.EqualTo("answers.csv"));
    }

    [TestCase("colour")]
    [TestCase("x")]
    [TestCase("")]
    public void A_far_name_is_not_guessed(string word) => Assert.That(DidYouMean.Find(word, Keys), Is.Null);

    [TestCase("", "abc", 3)]
    [TestCase("abcd", "abdc", 1)]
    [TestCase("kitten", "sitting", 3)]
    [TestCase("ca", "abc", 3)]
    [TestCase("same", "same", 0)]
    public void Distance_counts_additions_removals_changes_and_swaps(string from, string to, int expected)
    {
        Assert.That(DidYouMean.Distance(from, to), Is.EqualTo(expected));
        Assert.That(DidYouMean.Distance(to, from), Is.EqualTo(expected));
    }

    [Test]
    public void A_word_without_end_does_not_take_long() =>
        Assert.That(DidYouMean.Find(new string('a', 1_000_000), Keys), Is.Null);
}
