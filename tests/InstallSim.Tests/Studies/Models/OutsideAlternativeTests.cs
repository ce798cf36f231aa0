using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;
using InstallSim.Tests.Studies.Results;

namespace InstallSim.Tests.Studies.Models;

/// <summary>Alternatives outside what is described, which need a constant, whatever makes them such.</summary>
public sealed class OutsideAlternativeTests
{
    private const string Warning = "'none' has no ";

    private const string Design = "design: { attributes: [{ name: price, levels: [1, 6] }], alternatives: [a, b], tasks: 4, ";

    private const string Wide = """
        name: journeys
        title: Made-up journeys in a wide table
        data: { file: journeys.csv, layout: wide, person: who, chosen: chosen, alternatives: [a, b, none] }
        utility: [{ name: price, columns: { a: price_a, b: price_b } }]

        """;

    private static readonly string Long = new Journeys(60) { Stay = -2 }.Csv();

    [TestCase("", true)]
    [TestCase("constants-against: a", false)]
    [TestCase("model: { random: { price: normal } }\ndraws: { number: 20, stability: false }", true)]
    [TestCase(Design + "status-quo: { name: none } }", true)]
    [TestCase(Design + "opt-out: none }", true)]
    public void An_alternative_of_zeros_without_a_constant_is_warned_of_once(string line, bool isWarned)
    {
        using var folder = new TemporaryFolder();
        Assert.That(Said(WarningsTests.Estimate(folder, Long, $"{Journeys.Yaml}{line}\n")), Is.EqualTo(isWarned ? 1 : 0));
    }

    /// <summary>A constant that is held is one, unless at 0; where nothing is sought nothing is bent.</summary>
    [TestCase("constants-against: a\nestimation: { fixed: { constant.none: -2 } }", false)]
    [TestCase("constants-against: a\nestimation: { fixed: { constant.none: 0 } }", true)]
    [TestCase("estimation: { fixed: { price: -0.5 } }", true)]
    [TestCase("estimation: { fixed: { price: -0.5, comfort: 0.6 } }", false)]
    public void A_held_coefficient_counts(string line, bool isWarned)
    {
        using var folder = new TemporaryFolder();
        StudyResult study = WarningsTests.Estimate(folder, Long, $"{Journeys.Yaml}{line}\n");
        Assert.Multiple(() =>
        {
            Assert.That(Said(study), Is.EqualTo(isWarned ? 1 : 0));
            Assert.That(study.Warnings.Select(w => w.English),
                Has.None.Contains("the alternative 'a'").And.None.Contains("the alternative 'b'"));
        });
    }

    [TestCase("", true)]
    [TestCase("constants-against: none", false)]
    public void An_alternative_without_a_column_is_one_too(string line, bool isWarned)
    {
        string[][] sets = [.. Long.Trim().Split('\n').Skip(1).Select(row => row.Split(','))];
        string csv = "who,price_a,price_b,chosen\n" + string.Concat(sets.Chunk(3).Select(set =>
            $"{set[0][0]},{set[0][3]},{set[1][3]},{set.Single(row => row[5] == "1")[2]}\n"));
        using var folder = new TemporaryFolder();
        Assert.That(Said(WarningsTests.Estimate(folder, csv, $"{Wide}{line}\n")), Is.EqualTo(isWarned ? 1 : 0));
    }

    /// <summary>Places that stay as they are, told apart by what they have: one that has nothing is a place like others.</summary>
    [Test]
    public void A_place_among_places_that_stay_as_they_are_needs_none()
    {
        string csv = "who,task,option,price,comfort,chosen\n" + string.Concat(Enumerable.Range(0, 60).SelectMany(p => (string[])
        [
            $"p{p},{p},a,2,1,{(p % 4 < 2 ? 1 : 0)}\n", $"p{p},{p},b,1,2,{(p % 4 == 2 ? 1 : 0)}\n",
            $"p{p},{p},none,0,0,{(p % 4 == 3 ? 1 : 0)}\n",
        ]));
        using var folder = new TemporaryFolder();
        Assert.That(Said(WarningsTests.Estimate(folder, csv, Journeys.Yaml)), Is.Zero);
    }

    /// <summary>The design is where it can still be mended: a sample is sized by it.</summary>
    [TestCase("", true)]
    [TestCase("constants-against: a", false)]
    public void A_design_with_an_opt_out_says_the_same_before_anybody_answers(string line, bool isWarned)
    {
        using var folder = new TemporaryFolder();
        string yaml = Journeys.Yaml + Design.Replace("[{ name: price, levels: [1, 6] }]",
            "[{ name: price, levels: [1, 3, 6] }, { name: comfort, levels: [0, 1, 2] }]", StringComparison.Ordinal)
            + $"opt-out: none, priors: {{ price: -0.5, comfort: 0.5 }} }}\n{line}\n";
        StudySource source = StudyReader.Read(folder.Write("study.yaml", yaml));
        string path = Path.Combine(folder.Path, "design.csv");
        foreach (MadeDesign design in (MadeDesign[])[DesignMaker.Write(source, path), DesignMaker.Evaluate(source, path)])
        {
            Assert.That(design.Told.Count(w => w.Message.StartsWith("the opt-out 'none' has no constant", StringComparison.Ordinal)),
                Is.EqualTo(isWarned ? 1 : 0));
        }
    }

    /// <summary>Where the worst is chosen all variables, constants too, have the other sign.</summary>
    [TestCase("", true)]
    [TestCase("constants-against: a", false)]
    public void A_constant_is_one_where_best_and_worst_are_chosen(string line, bool isWarned)
    {
        string[][] sets = [.. Long.Trim().Split('\n').Skip(1).Select(row => row.Split(','))];
        string csv = "who,task,option,price,comfort,best,worst\n" + string.Concat(sets.Chunk(3).SelectMany((set, n) =>
        {
            string[] worst = set.Where(row => row[5] == "0").ElementAt(n % 2);
            return set.Select(row => string.Join(',', row[..5]) + $",{row[5]},{(row == worst ? 1 : 0)}\n");
        }));
        using var folder = new TemporaryFolder();
        string yaml = SmallStudy.Broken(Journeys.Yaml, "chosen: chosen", "best: best, worst: worst, best-worst: sequential");
        Assert.That(Said(WarningsTests.Estimate(folder, csv, $"{yaml}{Design}opt-out: none }}\n{line}\n")), Is.EqualTo(isWarned ? 1 : 0));
    }

    private static int Said(StudyResult study) =>
        study.Warnings.Count(w => w.English.Contains(Warning, StringComparison.Ordinal) && w.English.Contains("constant of its own"));
}
