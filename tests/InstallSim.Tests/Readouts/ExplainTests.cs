using System.Globalization;
using InstallSim.Charts;
using InstallSim.Outputs;
using InstallSim.Readouts;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Readouts;

public sealed class ExplainTests
{
    private const string Claire = """
        name: Claire
        age: 28
        sex: woman
        birth-place: T03
        training-place: Place 0
        partner: career

        """;

    private static readonly string[] Shipped =
        [.. Directory.EnumerateFiles(Repository.PathOf("scenarios", "physicians"), "*.yaml").Order(StringComparer.Ordinal)];

    [Test]
    public void Tables_hold_probabilities_that_add_up_to_one_and_terms_that_add_up_to_utilities()
    {
        using var region = new MadeUpRegion();
        string said = CommandLine.Done("explain", region.Folder, "--physician", region.Write("physicians/claire.yml", Claire),
            "--out", region.Out, "--year", "2027");
        Assert.That(said, Does.Contain("Claire, 28, woman, partner with a career, born in Place 3, trained in Place 0: a first place in"));
        Assert.That(said, Does.Contain("A grant:").And.Contain("aids of policies +"));
        foreach (IGrouping<string, string[]> scenario in Rows(region, "probabilities.csv").GroupBy(row => row[0]))
        {
            Assert.That(scenario.Sum(row => Number(row[5])), Is.EqualTo(1).Within(1e-12), scenario.Key);
            Assert.That(scenario.Select(row => row[4]), Is.SupersetOf(new[] { "locum", "salaried", "elsewhere" }));
        }

        foreach (IGrouping<string, string[]> place in Rows(region, "terms.csv").GroupBy(row => row[0] + row[2] + row[4]))
        {
            Assert.That(place.Sum(row => Number(row[6])), Is.EqualTo(Number(place.First()[7])).Within(1e-12), place.Key);
        }

        Assert.That(Path.Combine(region.Out, "figures", "utility-terms.svg"), Does.Exist);
        Assert.That(Path.Combine(region.Out, "figures", "utility-terms.png"), Does.Exist);
    }

    [Test]
    public void The_figure_stacks_terms_and_shows_what_scenarios_change()
    {
        using var region = new MadeUpRegion();
        string physician = region.Write("physicians/claire.yml", Claire);
        var source = ExplainSource.Read([region.PathOf("baseline.yaml"), region.PathOf("grant.yaml")], "baseline", physician, null, []);
        ExplainResult result = ExplainResult.Of(source, twins: 50);
        Assert.That(source.Year, Is.EqualTo(2026), "the first in which every policy has begun");
        Chart chart = new UtilityTerms().Draw(new ExplainContext(result, ReportText.English));
        Assert.That(chart.Panels, Has.Count.EqualTo(2));
        Assert.That(chart.Panels[0].Marks.OfType<Mark<Box>>().SelectMany(m => m.Rows).Select(b => b.Tip), Has.Some.StartsWith("income at"));
        Assert.That(chart.Panels[1].Marks.OfType<Mark<Box>>().SelectMany(m => m.Rows).Select(b => b.Tip), Has.Some.StartsWith("aids of"));
        double[] dots = [.. chart.Panels[0].Marks.OfType<Mark<Dot>>().Single().Rows.Select(d => d.X)];
        Assert.That(dots, Is.EqualTo(Enumerable.Range(0, result.Places.Count).Select(p => result.Utility(0, p))).Within(1e-12));
        string french = ExplainText.Write(result, ReportText.French);
        Assert.That(french, Does.Contain("conjoint qui a une carrière").And.Contain("aides des mesures +")
            .And.Contain("ne suivent pas toujours V"));
    }

    /// <summary>Who considers no place at all has none to colour terms of.</summary>
    [Test]
    public void Without_any_place_there_is_no_figure()
    {
        using var region = new MadeUpRegion();
        string physician = region.Write("physicians/claire.yml", Claire);
        var source = ExplainSource.Read([region.PathOf("baseline.yaml")], null, physician, null, []);
        var context = new ExplainContext(ExplainResult.Of(source, twins: 1) with { Places = [] }, ReportText.English);
        Assert.That(context.Coloured, Is.Empty);
        Assert.That(new UtilityTerms().Applies(context), Is.False);
    }

    /// <summary>A name of nothing began a line with a comma; a birthplace of nothing was taken for outside.</summary>
    [Test]
    public void An_empty_text_is_refused()
    {
        using var region = new MadeUpRegion();
        string physician = region.Write("physicians/claire.yml", Claire.Replace("Claire", "''").Replace("T03", "\" \""));
        RefusalAssert.Refused(region, ["explain", region.Folder, "--physician", physician, "--out", region.Out],
            "physicians/claire.yml(1,7): error: 'name': expected a text, found the text \"\"; it is needed, and may not be blank",
            "physicians/claire.yml(4,14): error: 'birth-place': expected a text, found the text \" \"; it is needed");
    }

    [Test]
    public void All_faults_of_physician_and_scenario_are_told_at_once()
    {
        using var region = new MadeUpRegion();
        string physician = region.Write("physicians/claire.yml", Claire.Replace("T03", "Plaec 3").Replace("partner: career", "class: one"));
        RefusalAssert.Refused(region, ["explain", region.Folder, "--physician", physician, "--out", region.Out, "--year", "2025"],
            "physicians/claire.yml(1,1): error: key 'partner' is missing",
            "physicians/claire.yml(4,14): error: 'Plaec 3' is no code or name of a territory of the study; did you mean 'Place 3'?",
            "physicians/claire.yml(6,8): error: 'one' is no class of scenario 'baseline'; classes: all",
            "--year: error: 2025 is no year of choices; expected 2026 to 2028");
        region.Replace("baseline.yaml", "replications: 3", "replications: three");
        RefusalAssert.Refused(region, ["explain", region.PathOf("baseline.yaml"), "--physician", region.Write("x.yml", "sexe: woman\n")],
            "x.yml(1,1): error: unknown key 'sexe'; did you mean 'sex'?", "x.yml(1,1): error: key 'name' is missing",
            "x.yml(1,1): error: key 'age' is missing",
            "x.yml(1,1): error: key 'birth-place' is missing", "x.yml(1,1): error: key 'training-place' is missing",
            "x.yml(1,1): error: key 'partner' is missing", "baseline.yaml(5,15): error: 'replications': expected a whole number");
    }

    [Test]
    public void Another_choice_in_the_folder_is_replaced_by_force_alone()
    {
        using var region = new MadeUpRegion();
        string physician = region.Write("physicians/claire.yml", Claire), grant = region.PathOf("grant.yaml");
        string[] first = ["explain", region.PathOf("baseline.yaml"), "--physician", physician, "--out", region.Out, "--quiet"];
        string[] other = ["explain", grant, "--physician", physician, "--out", region.Out, "--quiet", "--year", "2028"];
        CommandLine.Done(first);
        CommandLine.Done(first);
        CommandLine.Outcome refused = CommandLine.Run(other);
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Error,
            Does.Contain("holds another choice, year (2026; 2028), scenarios (baseline; grant); name another --out"));
        Assert.That(Rows(region, "probabilities.csv").Select(row => row[0]), Is.All.EqualTo("baseline"));
        region.Write("physicians/claire.yml", Claire.Replace("Claire", "Anne", StringComparison.Ordinal));
        Assert.That(CommandLine.Run([.. first, "--lang", "fr"]).Error, Does.Contain("contient un autre choix, physician (Claire; Anne)"));
        CommandLine.Done([.. other, "--force"]);
        Assert.That(Rows(region, "probabilities.csv").Select(row => row[0]), Is.All.EqualTo("grant"));
    }

    [TestCaseSource(nameof(Shipped))]
    public void A_shipped_physician_is_one_of_the_shipped_region(string path)
    {
        var source = ExplainSource.Read([Repository.PathOf("scenarios", "centre-val-de-loire", "baseline.yaml")], null, path, null, []);
        Assert.That(source.Person.BirthTerritory, Is.GreaterThanOrEqualTo(0));
        Assert.That(source.Person.PreferenceClass, Is.Not.Null);
    }

    private static IEnumerable<string[]> Rows(MadeUpRegion region, string file) =>
        File.ReadAllLines(Path.Combine(region.Out, file)).Skip(1).Select(line => line.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
