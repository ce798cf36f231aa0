using System.Net;
using System.Text.RegularExpressions;
using InstallSim.Outputs;
using InstallSim.Policies;
using InstallSim.Reporting;
using InstallSim.Results;
using InstallSim.Simulation.State;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments;

/// <summary>A scenario's title in the language of the report.</summary>
public sealed class FrenchTitleTests
{
    [Test]
    public void A_title_in_French_belongs_to_the_title_of_its_own_file()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "title: A grant\n",
            "title: A grant\ntitle-fr: Une prime\ndescription: A sum.\ndescription-fr: Une somme.\n");
        region.Write("large-grant.yaml", "extends: grant.yaml\nname: large-grant\ntitle: A large grant\ndescription: A larger one.\n");
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");

        var scenarios = ResultsFolder.Read(region.Out).Manifest.Scenarios;

        Assert.That(scenarios.Select(s => s.ShownTitle(ReportText.French)),
            Is.EqualTo(new[] { "Nothing new", "Une prime", "A large grant" }));
        Assert.That(scenarios.Select(s => s.ShownTitle(ReportText.English)),
            Is.EqualTo(new[] { "Nothing new", "A grant", "A large grant" }));
        Assert.That(scenarios.Select(s => s.ShownDescription(ReportText.French)), Is.EqualTo(new[] { "", "Une somme.", "A larger one." }));
        Assert.That(scenarios.Select(s => s.ShownDescription(ReportText.English)), Is.EqualTo(new[] { "", "A sum.", "A larger one." }));
    }

    [Test]
    public void A_page_in_French_describes_scenarios_in_French()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "title: A grant\n",
            "title: A grant\ntitle-fr: Une prime\ndescription: A sum.\ndescription-fr: Une somme.\n");
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet", "--lang", "fr");

        string page = File.ReadAllText(Path.Combine(region.Out, "report.html"));

        Assert.That(page, Does.Contain("<p>Une somme.</p>").And.Contain("<p>A sum.</p>"));
    }

    [Test]
    public void Every_shipped_scenario_and_study_has_title_and_description_in_French()
    {
        string[] scenarios = [.. new[] { "centre-val-de-loire", "france", "measures", "studies" }
            .SelectMany(folder => Directory.GetFiles(Repository.PathOf("scenarios", folder), "*.yaml"))
            .Where(file => Path.GetFileName(file) != "territories.yaml")];

        Assert.That(scenarios, Has.Length.GreaterThan(20));
        foreach (string text in scenarios.Select(File.ReadAllText))
        {
            Assert.That(text, Does.Match("(?m)^title-fr: \\S").And.Match("(?m)^description-fr: \\S"));
            Assert.That(text, Does.Not.Match("(?m)^title-fr: .*'"), "French has its own apostrophe, ’");
        }
    }

    [Test]
    public void A_policy_is_read_by_its_title_and_moves_no_result_by_it()
    {
        using var region = new MadeUpRegion();
        string plain = region.Beside("plain");
        CommandLine.Done("compare", region.Folder, "--out", plain, "--quiet");
        region.Replace("grant.yaml", "from: 2026\n", "from: 2026\n    title: a large sum\n    title-fr: une grosse somme\n");
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet", "--lang", "fr");

        (Manifest before, Manifest now) = (ResultsFolder.ReadManifest(plain), ResultsFolder.ReadManifest(region.Out));
        Assert.That((now.ResultHash, now.Identity), Is.EqualTo((before.ResultHash, before.Identity)));
        Assert.That(now.Settings.Select(s => s.Name), Is.EqualTo(before.Settings.Select(s => s.Name)), "a title is no setting");
        var context = new FigureContext(new ResultIndex(ResultsFolder.Read(region.Out)), ReportText.French);
        Assert.That(context.Results.Policies.Single().ShownPolicies(ReportText.English),
            Is.EqualTo(new[] { "Grant for a first installation: a large sum, from 2026" }));
        Assert.That(context.Results.Policies.Single().ShownPolicies(ReportText.French),
            Is.EqualTo(new[] { "Aide à la primo-installation\u00a0: une grosse somme, à partir de 2026" }));
        Assert.That(context.SettingName("policies.installation-grant.amount-keur"), Does.EndWith("(une grosse somme)"));
        string page = WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(region.Out, "report.html")));
        Assert.That(
            page.Contains("Aide à la primo-installation\u00a0: une grosse somme, à partir de 2026", StringComparison.Ordinal), Is.True);
    }

    [Test]
    public void Policies_that_differ_by_their_title_alone_are_one()
    {
        var policy = new InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 10 };
        Assert.That(PolicyOrder.TextOf(policy with { Title = "a sum", TitleFr = "une somme" }), Is.EqualTo(PolicyOrder.TextOf(policy)));
        Assert.That(PolicyOrder.TextOf(policy with { Name = "sum" }), Is.Not.EqualTo(PolicyOrder.TextOf(policy)));
    }

    [Test]
    public void Every_policy_that_the_shipped_scenarios_name_as_in_force_has_titles_in_both_languages()
    {
        string[] texts = [.. Directory.GetFiles(Repository.PathOf("scenarios"), "*.yaml", SearchOption.AllDirectories)
            .Select(File.ReadAllText)];
        int named = texts.Sum(text => Regex.Count(text, "(?m)^ +name: in-force-"));
        Assert.That(named, Is.GreaterThan(20));
        Assert.That(texts.Sum(text => Regex.Count(text, "(?m)^ +name: in-force-.+\n +title: \\S.+\n +title-fr: \\S")), Is.EqualTo(named));
    }
}
