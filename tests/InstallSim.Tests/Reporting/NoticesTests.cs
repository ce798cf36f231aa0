using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;

namespace InstallSim.Tests.Reporting;

/// <summary>Whose work the page and the assembly carry is said, with its licence.</summary>
public sealed partial class NoticesTests
{
    private static string Beside => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "third-party-notices.txt"));

    [Test]
    public void Every_package_in_the_bundle_is_named_in_the_notices()
    {
        Node.NeedBundle();
        var inputs = JsonNode.Parse(File.ReadAllText(Repository.PathOf("artifacts", "obj", "InstallSim", "web", "inputs.json")))!.AsArray();
        string[] packages = [.. inputs.Select(i => Package().Match((string)i!)).Where(m => m.Success)
            .Select(m => m.Groups[1].Value).Distinct()];
        string notices = WebBundle.Notices!;

        Assert.That(packages, Has.Length.GreaterThan(30).And.Contains("vega").And.Contains("@fontsource/inter"));
        Assert.That(packages.Where(p => !Regex.IsMatch(notices, $@"(^|, ){Regex.Escape(p)} \d[^ ]* \(", RegexOptions.Multiline)), Is.Empty);
    }

    [Test]
    public void Notices_stand_in_the_page_that_holds_the_packages()
    {
        Node.NeedBundle();
        var writer = new StringWriter();
        HtmlReport.Write(SampleResults.Make(places: 2, years: 2, replications: 2), writer);
        Assert.That(WebUtility.HtmlDecode(writer.ToString()), Does.Contain(WebBundle.Notices).And.Contain("SIL OPEN FONT LICENSE"));
    }

    [Test]
    public void Every_package_beside_the_assembly_is_named_in_the_notices()
    {
        var built = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "InstallSim.Cli.deps.json")))!;
        string[] packages = [.. built["libraries"]!.AsObject().Where(l => (string?)l.Value!["type"] == "package")
            .Select(l => l.Key.Split('/')[0])];
        string notices = File.ReadAllText(Repository.PathOf("THIRD-PARTY-NOTICES.md"));

        Assert.That(packages, Does.Contain("ScottPlot").And.Contains("SkiaSharp"));
        Assert.That(packages.Select(p => Native().Replace(p, ""))
            .Where(p => !Regex.IsMatch(notices, $@"^\|.*\b{Regex.Escape(p)}\b", RegexOptions.Multiline)), Is.Empty);
    }

    [Test]
    public void Every_reference_of_what_ships_is_named_in_the_notices()
    {
        string[] projects = Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories);
        var packages = projects.SelectMany(p => Reference().Matches(File.ReadAllText(p))).Select(m => m.Groups[1].Value)
            .Distinct().ToList();
        string notices = File.ReadAllText(Repository.PathOf("THIRD-PARTY-NOTICES.md"));

        Assert.That(packages, Does.Contain("YamlDotNet").And.Contains("Avalonia.Fonts.Inter"));
        Assert.That(packages.Where(p => !Regex.IsMatch(notices, $@"^\|.*\b{Regex.Escape(p)}\b", RegexOptions.Multiline)), Is.Empty);
    }

    [Test]
    public void All_notices_lie_beside_the_assembly()
    {
        Assert.That(Beside,
            Does.Contain("Permission is hereby granted").And.Contain("SIL OPEN FONT LICENSE").And.Contain("Apache License"));
        Assert.That(Beside, Does.Contain("SkiaSharp and HarfBuzzSharp incorporate third party material").And.Contain("Colormaps/Turbo.cs"));
        Assert.That(WebBundle.Notices is null || Beside.Contains(WebBundle.Notices.Trim(), StringComparison.Ordinal), Is.True);
    }

    [GeneratedRegex(@"^(?:.*/)?node_modules/((?:@[^/]+/)?[^/]+)/")]
    private static partial Regex Package();

    /// <summary>Native libraries are named beside the package that they belong to.</summary>
    [GeneratedRegex(@"\.NativeAssets\..*")]
    private static partial Regex Native();

    [GeneratedRegex("<Package(?:Reference|Download) Include=\"([^\"]*)\"")]
    private static partial Regex Reference();
}
