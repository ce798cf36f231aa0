using InstallSim.Charts;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>What figures of several policies promise: shared scales, names and colours that tell policies apart.</summary>
public sealed class PolicyFigureTests
{
    [Test]
    public void Who_reaches_far_beyond_all_others_leaves_the_common_scale()
    {
        Assert.Multiple(() =>
        {
            Assert.That(SharedScale.Limit([400, 30, 20]), Is.EqualTo(39).Within(1e-9));
            Assert.That(SharedScale.Limit([60, 30, 20]), Is.EqualTo(double.PositiveInfinity));
            Assert.That(SharedScale.Limit([400, 30]), Is.EqualTo(double.PositiveInfinity), "of two nobody knows which is the exception");
            Assert.That(SharedScale.Limit([400, 0, 0, double.NaN]), Is.EqualTo(double.PositiveInfinity));
        });
    }

    [Test]
    public void Eight_of_thirty_policies_have_a_colour_of_their_own_and_the_others_one_grey()
    {
        var context = Context(SampleCases.All["thirty scenarios"]());
        var colours = context.Results.Policies.Select(p => context.Colour(p.Name)).ToList();

        Assert.That(colours.Where(c => c != Palette.Unclear), Is.EquivalentTo(Palette.Scenarios));
        Assert.That(Leading.Of(context.Results).Select(p => context.Colour(p.Name)), Has.None.EqualTo(Palette.Unclear));
    }

    [Test]
    public void Policies_of_the_same_title_bear_their_names()
    {
        SamplePolicy[] twins = [new("a", "The same title", 20, 900, 0.1), new("b", "The same title", 12, 700, 0.1)];
        var context = Context(SampleResults.Make(twins, replications: 3));

        var headings = Draw("trajectories", context).Panels.Select(p => p.Heading!.Text);

        Assert.That(headings, Is.EqualTo(new[] { "No new policy", "The same title (a)", "The same title (b)" }));
    }

    [Test]
    public void No_value_of_an_effect_is_cut_at_the_edge(
        [Values(FigureContext.Wide, FigureContext.Narrow)] int width, [Values(-1, 1)] int sign, [Values(0.02, 1)] double near)
    {
        RunResults made = SampleResults.Make(replications: 5);
        RunResults turned = made with
        {
            Comparisons = [.. made.Comparisons.Select((c, k) => c with
            {
                Difference = sign * (k % 2 == 0 ? near : 1) * 123.456,
                Lower = (sign * 123.456) - 1,
                Upper = (sign * 123.456) + 1,
            })],
        };
        foreach (var placed in ChartLayout.Of(Draw("effects", Context(turned) with { Width = width })).Panels)
        {
            var x = placed.Panel.X;
            foreach (Label label in placed.Panel.Marks.OfType<Mark<Label>>().SelectMany(m => m.Rows).Where(l => l.Dy == -13))
            {
                double at = ((label.X - x.From) * placed.Inside.Width / (x.To - x.From)) + label.Dx;
                double wide = Lettering.Width(label.Text, label.Size);
                double left = at - (label.Anchor switch { Anchor.Start => 0, Anchor.End => wide, _ => wide / 2 });
                Assert.That(left, Is.GreaterThan(-1), label.Text);
                Assert.That(left + wide, Is.LessThan(placed.Inside.Width + 1), label.Text);
            }
        }
    }

    [Test]
    public void Best_buys_are_sought_among_policies_whose_effect_is_told_from_zero()
    {
        RunResults made = SampleResults.Make(replications: 5);
        var all = new ResultIndex(made);
        string noise = CostEffect.Clear(all)[0].Policy.Name;
        RunResults unclear = made with
        {
            Comparisons = [.. made.Comparisons.Select(c => c.Scenario == noise
                ? c with { Lower = -Math.Abs(c.Difference), Upper = 2 * Math.Abs(c.Difference) } : c)],
        };
        Assert.That(CostEffect.Clear(new ResultIndex(unclear)).Select(c => c.Policy.Name),
            Is.EqualTo(CostEffect.Clear(all).Select(c => c.Policy.Name).Where(n => n != noise)));
        var chart = Draw("acceptability", Context(unclear));
        Assert.That(chart.Subtitle, Does.Contain("told from zero"));
        RunResults none = made with
        {
            Comparisons = [.. made.Comparisons.Select(c => c with { Lower = -1, Upper = 1 })],
        };
        Assert.That(FigureCatalog.Find("acceptability")!.Applies(Context(none)), Is.False);
    }

    [Test]
    public void No_value_of_an_effect_lies_on_the_line_of_zero([Values(FigureContext.Wide, FigureContext.Narrow)] int width)
    {
        var chart = Draw("effects", Context(SampleResults.Make(replications: 5)) with { Width = width });
        foreach (var placed in ChartLayout.Of(chart).Panels)
        {
            var x = placed.Panel.X;
            var values = placed.Panel.Marks.OfType<Mark<Label>>().SelectMany(m => m.Rows).Where(l => l.Dy == -13).ToList();
            Assert.That(values, Is.Not.Empty);
            Assert.That(values.Where(l => Span(l) is { Left: <= 0, Right: >= 0 }).Select(l => l.Text), Is.Empty);

            (double Left, double Right) Span(Label label)
            {
                double at = (label.X * placed.Inside.Width / (x.To - x.From)) + label.Dx;
                double wide = Lettering.Width(label.Text, label.Size);
                double left = at - (label.Anchor switch { Anchor.Start => 0, Anchor.End => wide, _ => wide / 2 });
                return (left, left + wide);
            }
        }
    }

    /// <summary>A step of the axis is far above that price, the middle one: cheap leads once it pays in most replications.</summary>
    [Test]
    public void Best_buys_change_at_the_price_itself_whatever_the_step_of_the_axis()
    {
        RunResults results = SampleResults.Make(
            [new("cheap", "Cheap", 30, 21, 0), new("dear", "Dear", 10, 9_000, 0), new("dearer", "Dearer", 10, 9_900, 0)], replications: 5);
        CostEffect cheap = CostEffect.Clear(new ResultIndex(results)).Single(c => c.Policy.Name == "cheap");
        double price = cheap.Costs.Zip(cheap.Effects, (cost, effect) => cost / effect).Order().ElementAt(2);
        (string english, string french) = (ReportText.English.Money(Math.Round(price)), ReportText.French.Money(Math.Round(price)));
        Assert.That(Draw("acceptability", Context(results)).Title,
            Is.EqualTo($"While a GP gained is worth little, the most frequent best buy is doing nothing; from about {english}, “Cheap”"));
        Assert.That(Draw("acceptability", new FigureContext(new ResultIndex(results), ReportText.French)).Title,
            Does.EndWith($"le plus souvent de ne rien faire\u00a0; à partir d’environ {french}, «\u00a0Cheap\u00a0»"));
    }

    /// <summary>The second passes the first at what its further effect costs, the middle one: still below one step.</summary>
    [Test]
    public void Best_buys_that_change_twice_in_a_step_of_the_axis_are_both_named()
    {
        RunResults results = SampleResults.Make(
            [
                new("cheap", "Cheap", 30, 210, 0), new("strong", "Strong", 60, 510, 0), new("dear", "Dear", 10, 9_000, 0),
                new("dearer", "Dearer", 10, 9_900, 0), new("dearest", "Dearest", 10, 12_000, 0),
            ],
            replications: 5);
        CostEffect[] all = [.. CostEffect.Clear(new ResultIndex(results)).Where(c => c.Policy.Name is "cheap" or "strong")];
        double price = Middle(r => all[0].Costs[r] / all[0].Effects[r]);
        double more = Middle(r => (all[1].Costs[r] - all[0].Costs[r]) / (all[1].Effects[r] - all[0].Effects[r]));
        Assert.That(Draw("acceptability", Context(results)).Title, Is.EqualTo(
            $"While a GP gained is worth little, the most frequent best buy is doing nothing; from about {Money(price)}, “Cheap”; "
                + $"from about {Money(more)}, “Strong”"));

        double Middle(Func<int, double> value) => Enumerable.Range(0, 5).Select(value).Order().ElementAt(2);
        string Money(double keur) => ReportText.English.Money(10 * Math.Round(keur / 10));
    }

    [Test]
    public void A_best_buy_at_any_price_shown_is_called_so()
    {
        RunResults results = SampleResults.Make(
            [new("free", "Free", 30, 1e-7, 0), new("dear", "Dear", 10, 9_000, 0), new("dearer", "Dearer", 10, 9_900, 0)], replications: 5);
        Assert.That(Draw("acceptability", Context(results)).Title,
            Is.EqualTo("Whatever a GP gained is worth, the most frequent best buy is “Free”"));
    }

    [Test]
    public void Curves_of_best_buys_say_their_numbers_point_by_point()
    {
        var tips = Draw("acceptability", Context(SampleResults.Make(replications: 5))).Panels[0].Marks.OfType<Mark<Dot>>()
            .SelectMany(m => m.Rows).Select(d => d.Tip).ToList();
        Assert.That(tips, Has.Count.GreaterThan(60).And.All.Match("^Choice: .*\nWorth of a GP gained: €.*\nShare of .*: [0-9.]+%$"));
    }

    [Test]
    public void Numbers_of_who_goes_elsewhere_have_the_same_decimals()
    {
        var words = Draw("flows", Context(SampleResults.Make(places: 9, replications: 3))).Panels[0].Marks.OfType<Mark<Label>>()
            .SelectMany(m => m.Rows).Select(l => l.Text).ToList();
        Assert.That(words.Select(w => w.Length - w.LastIndexOf('.')).Distinct().Count(), Is.EqualTo(1), string.Join("; ", words));
    }

    [TestCase("trajectories", "22 others")]
    [TestCase("convergence", "22 others")]
    [TestCase("cost-effect", "22 policies")]
    public void A_figure_of_some_policies_says_how_many_it_leaves_out(string id, string said) =>
        Assert.That(Draw(id, Context(SampleCases.All["thirty scenarios"]())).Subtitle, Does.Contain(said));

    [Test]
    public void Trajectories_show_the_level_without_policy_first_and_paired_differences_after()
    {
        var context = Context(SampleResults.Make(replications: 5));
        var last = context.Results.Difference("msp-openings", context.Indicator.Name, context.LastYear)!.Value;

        var panels = Draw("trajectories", context).Panels;

        Assert.That(panels.Select(p => p.Heading!.Notes[0]), Is.EqualTo((string[])["Level", .. Enumerable.Repeat("Difference", 4)]));
        Assert.That(panels.Skip(1).Select(p => (p.Y.From, p.Y.To)).Distinct().Count(), Is.EqualTo(1), "one scale for all differences");
        var end = panels[1].Marks.OfType<Mark<Band>>().Single().Rows.Single().Spans[^1];
        Assert.That((end.Lower, end.Upper), Is.EqualTo((last.Lower, last.Upper)));
    }

    [Test]
    public void A_policy_beyond_the_plane_stands_at_its_edge_with_its_numbers()
    {
        var context = Context(SampleResults.Make([new("mega", "Mega", 400, 90_000, 0.1), .. SampleResults.Policies]));

        var chart = Draw("cost-effect", context);

        var name = chart.Panels[0].Marks.OfType<Mark<Label>>().SelectMany(m => m.Rows)
            .Single(l => l.Text.StartsWith("Mega", StringComparison.Ordinal));
        Assert.That(name.Text, Does.Match("^Mega\n\\+3\\d\\d, €1\\.\\d+bn ↗$"));
        Assert.That(chart.Panels[0].Y.To, Is.LessThan(300_000), "k€");
    }

    private static FigureContext Context(RunResults results) => new(new ResultIndex(results), ReportText.English);

    private static Chart Draw(string id, FigureContext context) => FigureCatalog.Find(id)!.Draw(context);

    /// <summary>Of 20 replications in a square and one far off, the outline is the square: one of 21 is out.</summary>
    [Test]
    public void An_outline_holds_the_95_percent_nearest_the_mean_and_goes_nowhere_else()
    {
        double[] x = [0, 0, 1, 1, .. Enumerable.Repeat(0.5, 16)], y = [0, 1, 0, 1, .. Enumerable.Repeat(0.5, 16)];
        IReadOnlyList<Point> outline = new CostEffect(null!, [.. x, 40], [.. y, 40]).Outline();
        Assert.That(outline, Is.EqualTo(new Point[] { new(0, 0), new(1, 0), new(1, 1), new(0, 1), new(0, 0) }));
    }

    [Test]
    public void The_outline_of_replications_that_cost_the_same_is_a_line() => Assert.That(
        new CostEffect(null!, [0, 1, 2, 3, 4], [5, 5, 5, 5, 5]).Outline(), Is.EqualTo(new Point[] { new(0, 5), new(4, 5), new(0, 5) }));
}
