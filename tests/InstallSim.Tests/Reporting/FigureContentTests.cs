using InstallSim.Charts;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Figures;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>What figures show, as data: that it adds up and can be read.</summary>
public sealed class FigureContentTests
{
    private static readonly ResultIndex Results = new(SampleResults.Make());

    private static FigureContext Context(int width = FigureContext.Wide) => new(Results, ReportText.English, width);

    private static List<TRow> Rows<TRow>(Panel panel)
        where TRow : Row => [.. panel.Marks.OfType<Mark<TRow>>().SelectMany(m => m.Rows)];

    [Test]
    public void Ribbons_of_flows_fill_the_bars_on_both_sides()
    {
        var panel = new Flows().Draw(Context()).Panels.Single();
        double ribbons = Rows<Band>(panel).Sum(b => b.Spans[0].Lower - b.Spans[0].Upper);
        var bars = Rows<Box>(panel);
        Assert.Multiple(() =>
        {
            Assert.That(bars.Where(b => b.Right == 0).Sum(b => b.Bottom - b.Top), Is.EqualTo(ribbons).Within(1e-9));
            Assert.That(bars.Where(b => b.Left == 1).Sum(b => b.Bottom - b.Top), Is.EqualTo(ribbons).Within(1e-9));
        });
    }

    [TestCase(FigureContext.Wide)]
    [TestCase(FigureContext.Narrow)]
    public void Names_of_slopes_do_not_touch_and_stay_in_their_room(int width)
    {
        var panel = new Slopes().Draw(Context(width)).Panels.Single();
        double Pixel(Label l) => (panel.Height * (panel.Y.To - l.Y) / (panel.Y.To - panel.Y.From)) + l.Dy;
        var names = Rows<Label>(panel).Where(l => l.Dx > 0).OrderBy(Pixel).ToList();
        double lines = names.Max(n => n.Text.Count(c => c == '\n') + 1);
        Assert.Multiple(() =>
        {
            Assert.That(names, Has.Count.GreaterThan(3));
            Assert.That(names.Zip(names.Skip(1), (a, b) => Pixel(b) - Pixel(a)), Is.All.GreaterThanOrEqualTo(lines * Lettering.LabelLine));
            Assert.That(names.Select(n => n.Dx + Lettering.WidthOfLines(n.Text, n.Size)), Is.All.LessThanOrEqualTo(panel.RoomRight));
            Assert.That(names.Select(n => n.Text), Is.All.Match(@"\d\.\d\d$"));
        });
    }

    [Test]
    public void Slopes_name_territories_of_both_directions_where_there_are()
    {
        var named = Rows<Label>(new Slopes().Draw(Context()).Panels.Single()).Where(l => l.Dx > 0).Select(l => l.Colour);
        Assert.That(named.Distinct(), Is.EquivalentTo(new[] { Palette.Good, Palette.Bad }));
    }

    [Test]
    public void Every_bar_of_ages_bears_its_number()
    {
        foreach (var panel in new Ages().Draw(Context()).Panels)
        {
            Assert.That(
                Rows<Label>(panel).Select(l => l.Text), Is.EqualTo(Rows<Box>(panel).Select(b => ReportText.English.Number(b.Right, 0))));
        }
    }

    [Test]
    public void Entries_less_exits_are_what_the_stock_gains()
    {
        string[] areas = ["rural", "periurban", "urban"];
        var panels = new EntriesExits().Draw(Context()).Panels;
        foreach (var (area, panel) in areas.Zip(panels))
        {
            double Stock(int year) => Results.Spread(Results.Best.Name, "stock-" + area, year).Mean;
            Assert.That(Rows<Box>(panel).Sum(b => b.Top + b.Bottom), Is.EqualTo(Stock(2045) - Stock(2025)).Within(1e-9), area);
        }
    }

    [Test]
    public void Curves_of_the_distribution_rise_from_nobody_to_everybody_and_none_is_above_equality()
    {
        var chart = new Distribution().Draw(Context());
        var below = Rows<Line>(chart.Panels[0]);
        var lorenz = Rows<Line>(chart.Panels[1]);
        Assert.Multiple(() =>
        {
            Assert.That(below.Select(l => (l.Points[0].Y, l.Points[^1].Y)), Is.All.EqualTo((0.0, 1.0)));
            Assert.That(below.Select(l => l.Points.Select(p => p.X)), Is.All.Ordered);
            Assert.That(lorenz.SelectMany(l => l.Points).Select(p => p.Y - p.X), Is.All.LessThanOrEqualTo(1e-4));
        });
    }

    [Test]
    public void A_figure_of_one_policy_follows_the_one_chosen()
    {
        var context = Context() with { Scenario = Results.Scenario("rural-training") };
        IResultFigure[] figures = [new Slopes(), new Flows(), new EntriesExits(), new Distribution()];
        Assert.That(figures.Select(f => f.Draw(context).Title), Is.All.Contains(Results.Scenario("rural-training").Title));
        var colours = new Ages().Draw(context).Panels.SelectMany(p => Rows<Box>(p).Select(b => b.Colour)).Distinct();
        Assert.That(colours, Is.EquivalentTo(new[] { Palette.Rule, context.Colour("rural-training") }));
    }

    [TestCase("en", true, "of cost and effect together; 95% intervals elsewhere are of one of them, of one more replication")]
    [TestCase("en", false, "The outline is of single replications; 95% intervals elsewhere are of means")]
    [TestCase("fr", true, "ailleurs les intervalles à 95\u00a0% sont ceux de l’un des deux, pour une réplication de plus")]
    [TestCase("fr", false, "Le contour est celui de réplications seules\u00a0; ailleurs les intervalles à 95\u00a0% sont ceux de moyennes")]
    public void An_outline_says_why_it_is_not_the_interval_beside(string language, bool holdsDoubt, string part)
    {
        string Subtitle(int replications)
        {
            RunResults results = SampleResults.Make([.. SampleResults.Policies.Take(2)], 4, 3, replications);
            return FigureCatalog.Find("cost-effect")!.Draw(new FigureContext(new ResultIndex(results with
            {
                Manifest = results.Manifest with { Drawn = holdsDoubt ? ["a"] : [] },
            }), ReportText.For(language))).Subtitle;
        }

        Assert.That(Subtitle(6), Does.Contain(part));
        Assert.That(Subtitle(4), Does.Not.Contain(part), "too few replications for an outline");
    }
}
