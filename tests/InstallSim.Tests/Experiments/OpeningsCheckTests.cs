using System.Text.Json;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments;

/// <summary>Health centres that are announced and never open are told, on the terminal, the page and in the manifest.</summary>
public sealed class OpeningsCheckTests
{
    /// <summary>Twelve territories have room for 18 centres at most, and one opens a territory and year: 3 years of 40 cannot all open.
    /// </summary>
    [Test]
    public void Centres_that_never_open_are_told_with_their_numbers()
    {
        using var region = new MadeUpRegion();
        region.Write("grant.yaml", "extends: baseline.yaml\nname: many\ntitle: Many centres\npolicies:\n"
            + "  - { type: msp-opening, from: 2026, per-year: 40 }\n");
        CommandLine.Outcome compared = CommandLine.Run("compare", region.Folder, "--out", region.Out);
        Assert.That(compared.Code, Is.Zero, compared.Error);
        string[] opened = [.. ResultsFiles.Rows(region.Out, "observations.csv")
            .Where(r => r[0] == "many" && r[2] == "2028" && r[3] == "msp-opened").Select(r => r[4])];
        double mean = Math.Round(opened.Average(v => double.Parse(v, System.Globalization.CultureInfo.InvariantCulture)), 1);
        string said = FormattableString.Invariant(
            $"many: of 120 health centres (MSP) announced by 2028, {mean} opened, in the mean over replications; ");
        Assert.Multiple(() =>
        {
            Assert.That(mean, Is.InRange(1, 36), "some open, one a territory and year");
            Assert.That(compared.Error, Does.Contain($"warning: {said}"));
            Assert.That(File.ReadAllText(Path.Combine(region.Out, "report.html")), Does.Contain($"<li>{said}"));
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(region.Out, "manifest.json")));
            Assert.That(manifest.RootElement.GetProperty("warnings").ToString(), Does.Contain(said));
        });
    }

    [Test]
    public void Where_none_is_announced_or_all_open_nothing_is_told()
    {
        using var region = new MadeUpRegion();
        Assert.That(CommandLine.Run("compare", region.Folder, "--out", region.Out).Error, Does.Not.Contain("health centres"));
        region.Write("grant.yaml", "extends: baseline.yaml\nname: one\ntitle: One centre\npolicies:\n"
            + "  - { type: msp-opening, from: 2026, until: 2026, per-year: 1 }\n");
        string results = region.Beside("other");
        Assert.That(CommandLine.Run("compare", region.Folder, "--out", results).Error, Does.Not.Contain("health centres"));
        Assert.That(ResultsFiles.Rows(results, "observations.csv")
            .Where(r => r[0] == "one" && r[2] == "2028" && r[3] == "msp-opened").Select(r => r[4]), Is.All.EqualTo("1"));
    }
}
