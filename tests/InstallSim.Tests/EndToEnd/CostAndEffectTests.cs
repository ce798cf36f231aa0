using System.Globalization;
using System.Net;
using InstallSim.Results;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Money, openings and effects of a made-up region, from scenario files to tables, terminal and page.</summary>
public sealed class CostAndEffectTests
{
    private const string Centres = """
        extends: baseline.yaml
        name: centres
        title: Centres and a grant
        policies:
          - { type: msp-opening, from: 2026, per-year: 2, local-gps: 1 }
          - { type: installation-grant, name: grant, from: 2026, amount-keur: 100, where: { accessibility-below: 3.5 } }
        """;

    private const string Limit = """
        extends: baseline.yaml
        name: limit
        title: A limit
        policies:
          - { type: selective-contracting, from: 2026, where: { area-type: [urban] } }
        """;

    [Test]
    public void It_is_said_where_no_territory_is_under_dense()
    {
        using var region = new MadeUpRegion();
        string[] compare = ["compare", region.Folder, "--replications", "1", "--out", region.Out, "--force"];
        const string said = "No territory is under-dense in 2025 (accessibility below ";
        Assert.That(CommandLine.Done([.. compare, "--set", "zoning.under-dense-below=0.01"]), Does.Contain(said + "0.010): "));
        Assert.That(CommandLine.Done([.. compare, "--set", "zoning.under-dense-below=9"]), Does.Not.Contain(said));
    }

    /// <summary>Territories are under-dense just where nobody practises: none is counted there, yet some may come.</summary>
    [Test]
    public void Territories_without_anybody_are_under_dense()
    {
        using var region = new MadeUpRegion();
        string[] rows = File.ReadAllLines(region.PathOf("territories.csv"));
        int gps = Array.IndexOf(rows[0].Split(','), "gps");
        region.Write("territories.csv", string.Join('\n', rows.Select((row, k) =>
            string.Join(',', row.Split(',').Select((cell, c) => k > 1 && c == gps ? "0" : cell)))) + "\n");
        string said = CommandLine.Done("compare", region.Folder, "--replications", "1", "--out", region.Out,
            "--set", "zoning.under-dense-below=0.01");
        Assert.That(said, Does.Not.Contain("No territory is under-dense"));
        Assert.That(ResultsFiles.Values(region.Out, "stock-under-dense")[("grant", 0, 2025)], Is.Zero);
    }

    [Test]
    public void Costs_by_act_add_up_to_the_costs_recorded_and_compared()
    {
        using var region = Region();
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");
        RunResults results = ResultsFolder.Read(region.Out);
        foreach (string scenario in new[] { "grant", "centres" })
        {
            double recorded = results.Observations.Where(o => o.Scenario == scenario && o.Year == 2028
                && o.Indicator == "policy-cost-cumulative").Average(o => o.Value);
            double compared = results.Comparisons.Where(c => c.Scenario == scenario
                && c.Indicator.StartsWith(PolicyCost.Compared, StringComparison.Ordinal)).Sum(c => c.Difference);
            Assert.That(recorded, Is.GreaterThan(0), scenario);
            Assert.That(results.Costs.Where(c => c.Scenario == scenario).Sum(c => c.Mean), Is.EqualTo(recorded).Within(1e-6), scenario);
            Assert.That(compared, Is.EqualTo(recorded).Within(1e-6), scenario);
        }

        Assert.That(results.Costs.Where(c => c.Scenario == "centres").Select(c => (c.Policy, c.Act)).Distinct(),
            Is.EqualTo(new[] { ("msp-opening", "opening"), ("grant", "offer") }));
        Assert.That(results.Costs.Select(c => c.Scenario), Has.None.EqualTo("limit").And.None.EqualTo("baseline"));
    }

    [Test]
    public void A_limit_without_a_cost_has_no_price_in_the_tables_and_a_dash_on_the_terminal()
    {
        using var region = Region();
        string said = CommandLine.Done("compare", region.Folder, "--out", region.Out);
        string[][] prices = [.. ResultsFiles.Rows(region.Out, "comparison.csv")
            .Where(r => r[0] == "limit" && r[3].StartsWith("cost-per", StringComparison.Ordinal))];
        Assert.That(prices, Has.Length.EqualTo(3));
        Assert.That(prices.Select(r => r[4]), Is.All.Empty, "empty, not 0");
        string row = said.Split('\n').SkipWhile(line => line.Trim() != "A limit").ElementAt(1);
        Assert.That(row.TrimEnd(), Does.Match("–\\s+–$"), "neither a cost nor a price");
    }

    [Test]
    public void Announced_centres_are_opened_or_wait_on_the_terminal_and_on_the_page()
    {
        using var region = Region();
        string said = CommandLine.Done("compare", region.Folder, "--out", region.Out);
        string line = said.Split('\n').Single(l => l.StartsWith("Centres and a grant: ", StringComparison.Ordinal));
        Assert.That(line, Does.Match("Health centres \\(MSP\\) announced by 2028: 6(.0)?, of which [0-9.]+ opened and [0-9.]+ waiting\\."));
        Assert.That(WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(region.Out, "report.html"))),
            Does.Contain("MSP annoncées d’ici 2028").And.Contain("ouverture et fonctionnement de centres"));
        string alone = CommandLine.Done("run", region.PathOf("centres.yaml"), "--out", region.Beside("alone"));
        Assert.That(alone, Does.Contain("announced by 2028: 6"));
    }

    [Test]
    public void Physicians_in_covered_territories_and_all_others_are_all_physicians()
    {
        using var region = Region();
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");
        RunResults results = ResultsFolder.Read(region.Out);
        foreach (string scenario in new[] { "grant", "centres", "limit" })
        {
            double Last(string indicator) =>
                results.Comparisons.Single(c => c.Scenario == scenario && c.Year == 2028 && c.Indicator == indicator).Difference;
            Assert.That(Last("gps-in-covered") + Last("gps-elsewhere"), Is.EqualTo(Last("stock")).Within(1e-9), scenario);
        }
    }

    [Test]
    public void Territories_tell_entries_and_the_young()
    {
        using var region = Region();
        CommandLine.Done("run", region.PathOf("baseline.yaml"), "--out", region.Out, "--quiet");
        string[][] rows = ResultsFiles.Rows(region.Out, "territories.csv");
        Assert.That(rows.Select(r => r[3]).Distinct(),
            Is.EqualTo(new[] { "stock", "accessibility", "installations", "entries", "under-40" }));
        double Sum(string output) =>
            rows.Where(r => r[3] == output && r[1] != "2025").Sum(r => double.Parse(r[4], CultureInfo.InvariantCulture));
        Assert.That(Sum("entries"), Is.GreaterThan(0).And.GreaterThanOrEqualTo(Sum("installations")));
        Assert.That(Sum("under-40"), Is.GreaterThan(0).And.LessThan(Sum("stock")));
    }

    private static MadeUpRegion Region()
    {
        var region = new MadeUpRegion();
        region.Write("centres.yaml", Centres);
        region.Write("limit.yaml", Limit);
        return region;
    }
}
