using InstallSim.Charts;
using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;
using InstallSim.Tests.Charts;

namespace InstallSim.Tests.Reporting;

/// <summary>What stands over a figure or in a card agrees with what the figure shows and with the other figures.</summary>
public sealed class HeadlineTests
{
    private const string Cost = "policy-cost-cumulative";

    private static readonly RunResults Sample =
        SampleResults.Make([SampleResults.Policies[0]], places: 9, years: 3, replications: 6);

    private static FigureContext Context(RunResults results) => new(new ResultIndex(results), ReportText.English);

    private static string Title(string figure, RunResults results) => FigureCatalog.Find(figure)!.Draw(Context(results)).Title;

    /// <summary>Map and small maps count the same people: those whose territory's mean is coloured under-dense.</summary>
    [Test]
    public void Headings_of_maps_count_the_people_whom_the_map_colours()
    {
        Dictionary<string, double> people = Sample.Places.ToDictionary(p => p.Code, p => p.Population);
        string Share(string scenario) => ReportText.English.Percent(Sample.Territories
            .Where(t => t.Scenario == scenario && t.Year == Sample.Manifest.LastYear && t.Indicator == "accessibility"
                && t.Mean < Sample.Manifest.UnderDenseBelow).Sum(t => people[t.Territory]) / people.Values.Sum());
        string policy = SampleResults.Policies[0].Name;
        Assert.That(Share("baseline"), Is.Not.EqualTo(Share(policy)));
        Assert.That(Title("map", Sample),
            Does.StartWith($"By mean accessibility, {Share("baseline")} of people").And.Contain($"; {Share(policy)} with"));
        Assert.That(Title("map-levels", Sample),
            Does.Contain($" without new policy ({Share("baseline")})").And.Match(", [0-9]+ with the policy$"));
    }

    /// <summary>Cards and tables have another share of the same people: figures give it beside theirs, and say whose each is.</summary>
    [TestCase("en", "map", "in each replication, then averaged, as on cards and in tables: {0} without new policy and {1} with “Six")]
    [TestCase("fr", "map", "en moyenne, comme dans les fiches et tableaux\u00a0: {0} sans nouvelle mesure et {1} avec «\u00a0Six")]
    [TestCase("en", "map-levels", "a territory’s mean is under the line; counted in each replication, then averaged, as on cards and "
        + "in tables: {2} in 2025 and {0} in 2027")]
    public void Two_ways_to_count_people_are_told_apart(string language, string figure, string said)
    {
        var context = new FigureContext(new ResultIndex(Sample), ReportText.For(language));
        string Counted(string scenario, int year) => context.Text.Percent(Sample.Observations
            .Where(o => o.Scenario == scenario && o.Year == year && o.Indicator == "share-under-threshold").Average(o => o.Value));
        Assert.That(FigureCatalog.Find(figure)!.Draw(context).Subtitle, Does.Contain(string.Format(
            System.Globalization.CultureInfo.InvariantCulture, said, Counted("baseline", 2027),
            Counted(SampleResults.Policies[0].Name, 2027), Counted("baseline", 2025))));
    }

    /// <summary>Nobody is badly served where nobody lives: no map counts or colours such a place as under-dense.</summary>
    [Test]
    public void A_territory_without_inhabitants_is_in_no_count()
    {
        string worst = Sample.Territories.Where(t => t.Scenario == "baseline" && t.Year == 2027 && t.Indicator == "accessibility")
            .MinBy(t => t.Mean).Territory;
        RunResults empty = Sample with
        {
            Places = [.. Sample.Places.Select(p => p.Code == worst ? p with { Population = 0 } : p)],
        };
        Assert.That((UnderDense(Sample), UnderDense(empty)), Is.EqualTo((UnderDense(Sample), UnderDense(Sample) - 1)));
        Assert.That(new ResultIndex(empty).Accessibility("baseline", 2027, worst), Is.NaN);

        static int UnderDense(RunResults of) => int.Parse(System.Text.RegularExpressions.Regex.Match(
            Title("need-and-gain", of), @"^Of the (\d+) territor").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Test]
    public void A_policy_without_any_effect_has_a_plain_0_between_minus_1_and_1()
    {
        Chart none = FigureCatalog.Find("effects")!.Draw(Context(Sample with
        {
            Comparisons = [.. Sample.Comparisons.Select(c => c with { Difference = 0, Lower = 0, Upper = 0 })],
        }));
        Assert.That(none.AllPanels.Select(p => (p.X.From, p.X.To)), Is.All.EqualTo((-1.0, 1.0)));
        Assert.That(none.AllPanels.SelectMany(p => p.Marks).SelectMany(ChartText.Rows).OfType<Label>().Select(l => l.Text),
            Is.All.EqualTo("0"));
    }

    [Test]
    public void A_price_stands_with_its_place_and_interval_and_one_that_may_be_a_saving_does_not()
    {
        Assert.That(Title("cost-effect", Sample), Does.Match(
            "^A GP more in today’s under-dense territories costs €\\S+ \\(95% interval €\\S+\u00a0to\u00a0€\\S+\\) with “Six health"));
        RunResults mixed = Sample with
        {
            Observations = [.. Sample.Observations.Select(o => o.Indicator == Cost && o.Scenario != "baseline"
                ? o with { Value = o.Replication % 2 == 0 ? 900 : -600 } : o)],
        };
        Assert.That(Title("cost-effect", mixed),
            Is.EqualTo("No policy has a price for each GP gained in today’s under-dense territories that is told from zero"));
        RunResults unclear = Sample with
        {
            Comparisons = [.. Sample.Comparisons.Select(c => c.Indicator == Cost ? c with { Lower = Math.Min(0, c.Lower) } : c)],
        };
        Assert.That(Title("cost-effect", unclear), Does.StartWith("A GP more"), "a price may be clear where the cost is not");
    }

    [Test]
    public void A_cost_of_what_is_in_force_already_is_called_so()
    {
        PolicyCost own = Sample.Costs[0];
        PolicyCost there = own with { Policy = "aid", Mean = 500 }, before = there with { Scenario = "baseline", Mean = 200 };
        string Said(params PolicyCost[] costs) => string.Join(' ', Findings.FirstLines(
            Context(Sample with { Costs = costs }), Context(Sample).Results.Policies[0]));
        Assert.That(Said(own, there, before), Does.Contain(", of which €300k through measures already in force; "));
        Assert.That(Said(there, before), Does.Contain(", all of it through measures already in force; "));
        Assert.That(Said(own), Does.Not.Contain("in force"));
    }

    [Test]
    public void Intervals_reach_as_far_as_their_farther_end()
    {
        RunResults skewed = Sample with
        {
            Comparisons = [.. Sample.Comparisons.Select(c => c with { Difference = 51, Lower = 13, Upper = 124.6 })],
        };
        Assert.That(Title("convergence", skewed), Does.Contain("intervals reach up to 74 GPs from the mean"));
    }

    [TestCase(0.05, 42, "+0.05 to +42")]
    [TestCase(0, 33.4, "0 to +33")]
    [TestCase(-41.9, -0.0499, "−42 to −0.05")]
    public void An_end_that_is_not_0_does_not_read_as_0(double lower, double upper, string said) => Assert.That(
        ReportText.English.Interval(IndicatorCatalog.Find("stock")!, lower, upper, decimals: 0), Is.EqualTo(said));

    [TestCase(0, 0.2, 0.1, "(0 at its value); none of 2 varied turns its sign")]
    [TestCase(0.15, 0.2, -0.1, "; 1 of 2 varied can turn its sign")]
    public void An_effect_of_0_has_no_sign_to_turn(double reference, double low, double high, string said)
    {
        Sensitivity first = new(SampleResults.Policies[0].Name, "stock-under-dense", "a.b", "1", "2", reference, low, high);
        Sensitivity still = first with { Setting = "a.c", AtLow = reference, AtHigh = reference };
        var context = Context(Sample with { Sensitivities = [first, still] });
        Assert.That(SensitivityText.Of(context), Does.Contain(said));
    }

    [Test]
    public void A_map_names_no_territory_without_inhabitants_as_the_worst_served()
    {
        static string Description(RunResults of) => FigureCatalog.Find("map")!.Draw(Context(of)).Description;
        string policy = Context(Sample).Scenario.Name;
        PlaceRow worst = Sample.Places.MinBy(p => Sample.Territories.Single(t =>
            t.Scenario == policy && t.Year == 2027 && t.Indicator == "accessibility" && t.Territory == p.Code).Mean)!;
        Assert.That(Description(Sample), Does.Contain($": {worst.Name} ("));
        RunResults empty = Sample with
        {
            Places = [.. Sample.Places.Select(p => p == worst ? p with { Population = 0 } : p)],
        };
        Assert.That(Description(empty), Does.Contain("Lowest accessibility").And.Not.Contain($"{worst.Name} ("));
    }
}
