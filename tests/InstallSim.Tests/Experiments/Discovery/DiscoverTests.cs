using InstallSim.Experiments.Discovery;
using InstallSim.Experiments.Points;
using InstallSim.Outputs;

namespace InstallSim.Tests.Experiments.Discovery;

/// <summary>What is read out of a table of points.</summary>
public sealed class DiscoverTests
{
    /// <summary>Both numbers would make the same box; the second is another scenario's.</summary>
    [Test]
    public void Numbers_that_a_scenario_has_not_make_no_box_and_are_not_shown()
    {
        OutcomeColumn effect = new("stock", 2045, OutcomeOf.Difference), cost = new("policy-cost-cumulative", 2045, OutcomeOf.Difference);
        PointRow[] rows = [.. Enumerable.Range(0, 40).SelectMany(p => (PointRow[])
        [
            new(p, "grant", [p, double.NaN], [[p / 10, p / 10], [p, p + 1]]),
            new(p, "centres", [double.NaN, p], [[p / 10, p / 10], [p, p + 1]]),
        ])];
        var settings = new DiscoverSettings
        {
            Boxes = [new BoxSettings { Outcome = "stock", Above = 2.5 }],
            Fronts = [new FrontSettings { Effect = "stock" }],
        };
        Findings findings = Discover.Of(new PointTable(["amount", "places"], [effect, cost], rows)
        {
            Captions =
            [
                new Caption("places", "Places in each centre", "Places par maison", "GPs"), new Caption("grant", "A grant", "Une aide"),
            ],
        }, settings);
        Assert.Multiple(() =>
        {
            Assert.That(findings.Boxes.Select(b => (b.Scenario, b.Box.Restricts(0), b.Box.Restricts(1))),
                Is.EqualTo(new[] { ("grant", true, false), ("centres", false, true) }));
            Assert.That(DiscoveryText.Write(findings, ReportText.English),
                Does.Match("    [0-9.]+\u00a0GPs  €\\d+k  A grant: amount = \\d+\n")
                    .And.Match("centres: Places in each centre = \\d+\u00a0GPs\n").And.Contain("above 2.5\u00a0GPs"));
            Assert.That(DiscoveryText.Write(findings, ReportText.French),
                Does.Match("Une aide\u00a0: amount = \\d+\n").And.Contain("au-dessus de 2,5\u00a0médecins généralistes"));
        });
    }

    /// <summary>A grid over a lever of another scenario repeats each simulation of this one.</summary>
    [Test]
    public void Copies_of_a_simulation_are_no_further_evidence([Values(1, 5)] int copies)
    {
        OutcomeColumn effect = new("stock", 2045, OutcomeOf.Difference), cost = new("policy-cost-cumulative", 2045, OutcomeOf.Difference);
        PointRow[] rows = [.. Enumerable.Range(0, 5 * copies)
            .Select(p => new PointRow(p, "grant", [50 * (p / copies), double.NaN], [[p / copies], [p / copies * 10]]))];
        var settings = new DiscoverSettings
        {
            Boxes = [new BoxSettings { Outcome = "stock", Above = 2.5 }],
            Fronts = [new FrontSettings { Effect = "stock" }],
        };
        Findings findings = Discover.Of(new PointTable(["amount", "places"], [effect, cost], rows), settings);
        BoxFinding box = findings.Boxes.Single();
        Assert.Multiple(() =>
        {
            Assert.That((box.Box.Points, box.Box.AllPoints), Is.EqualTo((2, 5)));
            Assert.That(box.QuasiP[0], Is.EqualTo(0.16).Within(1e-12), "B(2, 2/5) ≥ 2");
            Assert.That(findings.Fronts.Single().Points, Has.Count.EqualTo(5));
        });
    }
}
