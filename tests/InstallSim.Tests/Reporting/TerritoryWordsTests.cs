using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;
using InstallSim.World;

namespace InstallSim.Tests.Reporting;

/// <summary>What a page tells first of a user's own table of territories: what it does not say, and what the program filled.</summary>
public sealed class TerritoryWordsTests
{
    private static FigureContext Context(string language, params Provenance[] rows)
    {
        RunResults all = SampleResults.Make([SampleResults.Policies[0]], places: 4, years: 3, replications: 4);
        RunResults results = all with { Manifest = all.Manifest with { Territories = rows } };
        return new FigureContext(new ResultIndex(results), ReportText.For(language));
    }

    private static readonly Provenance Population = new("population", Knowledge.Real, "INSEE", "", "", ""),
        Physicians = new("physicians", Knowledge.Unsaid, "t.csv (column gps)", "", "", ""),
        Old = new("share-65-plus", Knowledge.Unsaid, "t.csv (column old; 3 of 4 empty, …)", "", "", "")
        {
            Filled = 3,
            Label = "Share over 65",
            LabelFrench = "Part des plus de 65 ans",
        };

    [TestCase("en", "Empty cells of the table of territories were filled with the mean over people: share over 65 (3 territories). "
        + "For 2 of 3 variables of the territories nobody says how they are known: values are taken as they stand.")]
    [TestCase("fr", "Des cases vides du tableau des territoires ont été remplies par la moyenne pondérée par les "
        + "habitants\u00a0: part des plus de 65 ans (3 territoires). Pour 2 variables des territoires sur 3, rien ne dit "
        + "comment les valeurs sont connues\u00a0: elles sont prises telles quelles.")]
    public void Page_and_brief_say_it_before_the_policies(string language, string said)
    {
        FigureContext context = Context(language, Population, Physicians, Old);
        Assert.That(Findings.Territories(context), Is.EqualTo(said));
        string page = System.Net.WebUtility.HtmlDecode(FindingsSection.Write(context).Text);
        Assert.That(page.IndexOf(said, StringComparison.Ordinal), Is.InRange(0, page.IndexOf("<article", StringComparison.Ordinal)));
        string first = string.Join(' ', Brief.Write(context.Results.Results, Stream.Null, language)[0]);
        Assert.That(first, Does.Contain(said.Split('(')[0].TrimEnd()));
    }

    [Test]
    public void Nothing_is_said_of_a_table_that_says_all_and_has_no_empty_cell()
    {
        FigureContext context = Context("en", Population, Physicians with { Knowledge = Knowledge.Estimated });
        Assert.That(Findings.Territories(context), Is.Empty);
        Assert.That(FindingsSection.Write(context).Text, Does.Not.Contain("class=\"warning\""));
    }

    /// <summary>What nobody calls published is neither called so nor counted as an assumption.</summary>
    [Test]
    public void What_nobody_says_is_called_not_said()
    {
        FigureContext context = Context("en", Population with { Knowledge = Knowledge.Unsaid }, Physicians, Old);
        string method = MethodSection.Write(context).Text;
        Assert.That(method, Does.Contain("not said").And.Not.Contain(">published<").And.Not.Contain("are not published"));
        Assert.That(method, Does.Not.Contain("They are not counted place"));
        Assert.That(MethodSection.Uncertain(context.Results.Manifest).Flagged,
            Is.EqualTo(context.Results.Manifest.Settings.Count(MethodSection.IsAssumption)));
    }

    [Test]
    public void It_is_kept_with_the_results_of_a_table_that_says_nothing()
    {
        using var region = new MadeUpRegion();
        string[] lines = MadeUpRegion.Table.Split('\n');
        string table = string.Join('\n', lines.Select((line, k) => line.Length == 0 ? line
            : line + (k == 0 ? ",old" : k == 3 ? "," : ",0.2")));
        region.Write("territories.csv", table);
        region.Write("territories.yaml", MadeUpRegion.Mapping + "  share-65-plus: { column: old, knowledge: estimated }\n");
        CommandLine.Done("run", region.PathOf("grant.yaml"), "--out", region.Out, "--quiet", "--replications", "1");
        CommandLine.Done("report", region.Out);
        Manifest m = ResultsFolder.ReadManifest(region.Out);
        Assert.That(m.Territories.Single(p => p.Variable == "share-65-plus"), Has.Property("Filled").EqualTo(1)
            .And.Property("Knowledge").EqualTo(Knowledge.Estimated));
        Assert.That(m.Territories.Single(p => p.Variable == "population").Knowledge, Is.EqualTo(Knowledge.Unsaid));
        Assert.That(File.ReadAllText(Path.Combine(region.Out, "report.html")), Does.Contain("were filled with the mean over people: ")
            .And.Contain("(1 territory). For "));
    }
}
