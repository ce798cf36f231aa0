using InstallSim.Studies.Results;

namespace InstallSim.Tests.Studies.Data;

/// <summary>Wide tables with a column of marks or ranks for each alternative.</summary>
public sealed class OneHotTests
{
    private const string Yaml = """
        name: wide
        title: Wide
        data: { file: small.csv, layout: wide, alternatives: [a, { name: b, code: 2 }, c], ANSWER }
        utility: [{ name: price, column: "price-*" }]
        """;

    private const string Named = "pick,price-a,price-b,price-c\na,1,2,3\n2,3,1,2\nc,2,2,1\nc,2,1,4\n";

    [Test]
    public void Marks_of_each_alternative_say_what_a_column_of_names_says()
    {
        const string csv = "chosen_a,chosen_2,chosen_c,price-a,price-b,price-c\n1,0,0,1,2,3\n0,1,0,3,1,2\n,,1,2,2,1\nno,no,yes,2,1,4\n";
        Assert.That(Estimate("chosen: 'chosen_*'", csv).Estimates.Estimates,
            Is.EqualTo(Estimate("chosen: pick", Named).Estimates.Estimates).Within(1e-12));
    }

    [Test]
    public void A_row_marked_twice_or_nowhere_is_faulty()
    {
        const string csv = "chosen_a,chosen_b,chosen_c,price-a,price-b,price-c\n1,1,0,1,2,3\n0,1,0,3,1,2\n0,0,0,2,2,1\n,,,2,1,4\n"
            + "1,0,0,2,3,4\n0,0,1,2,1,4\n";
        string[] faults = SmallStudy.Faults(Of("chosen: 'chosen_*'"), csv);
        Assert.Multiple(() =>
        {
            Assert.That(faults, Has.Length.EqualTo(3).And.Some.Contains("small.csv(5,1): column 'chosen_a': the value is missing")
                .And.Some.Contains("choice situation line 2 has 2 chosen alternatives")
                .And.Some.Contains("choice situation line 4 has no chosen alternative"));
            Assert.That(Estimate("chosen: 'chosen_*', faulty: drop", csv).Choices.LeftOut.Select(l => l.Count),
                Is.EqualTo(new[] { 1, 1, 1 }));
        });
    }

    [Test]
    public void Ranks_and_best_and_worst_may_have_a_column_for_each_alternative()
    {
        const string named = "first,second,third,price-a,price-b,price-c\na,2,c,1,2,3\n2,a,c,3,1,2\nc,2,a,2,2,1\na,c,2,2,1,4\n",
            ranks = "r_a,r_b,r_c,price-a,price-b,price-c\n1,2,3,1,2,3\n2,1,3,3,1,2\n3,2,1,2,2,1\n1,3,2,2,1,4\n",
            marks = "b_a,b_b,b_c,w_a,w_b,w_c,price-a,price-b,price-c\n1,,,,,1,1,2,3\n,1,,,,1,3,1,2\n,,1,1,,,2,2,1\n1,,,,1,,2,1,4\n";
        Assert.Multiple(() =>
        {
            Assert.That(Estimate("rank: 'r_*'", ranks).Estimates.Estimates,
                Is.EqualTo(Estimate("ranking: [first, second, third]", named).Estimates.Estimates).Within(1e-12));
            Assert.That(Estimate("best: 'b_*', worst: 'w_*'", marks).Estimates.Estimates,
                Is.EqualTo(Estimate("best: first, worst: third", named).Estimates.Estimates).Within(1e-12));
        });
    }

    [Test]
    public void A_column_that_is_not_there_is_refused_by_its_name() =>
        Assert.That(SmallStudy.Faults(Of("chosen: 'choice_*'"), Named), Has.Some.Contains(
            "there are no columns 'choice_a', 'choice_b', 'choice_c' in small.csv"));

    private static string Of(string answer) => Yaml.Replace("ANSWER", answer, StringComparison.Ordinal);

    private static StudyResult Estimate(string answer, string csv) => SmallStudy.Estimate(Of(answer), csv);
}
