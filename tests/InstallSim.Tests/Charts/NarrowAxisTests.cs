using InstallSim.Charts;
using InstallSim.Charts.Files;
using InstallSim.Outputs;

namespace InstallSim.Tests.Charts;

/// <summary>Axes as narrow as an estimation may make them, and figures that fail.</summary>
public sealed class NarrowAxisTests
{
    private static readonly double[] Middles = [0, -0.273, 1, 12_345.678, -3e-9, 4e15, 1e-300];
    private static readonly double[] Widths = [0, double.Epsilon, 1e-15, 1e-12, 1e-9, 3e-7, 1e-5, 1];

    private static IEnumerable<(double From, double To)> Ranges =>
        Middles.SelectMany(m => Widths.SelectMany(w => new[] { (m, m + w), (m + w, m), (m, m + (w * Math.Abs(m))) }));

    [Test]
    public void Ticks_of_any_axis_are_told_apart_by_charts_and_lie_on_it()
    {
        foreach ((double from, double to) in Ranges)
        {
            Axis axis = Axis.Numbers(from, to, 4, v => $"{v}");
            string said = $"{from:R} to {to:R}";
            Assert.That(axis.Ticks.Select(t => Json.Text(t.At)), Is.Unique, said);
            Assert.That(Math.Abs(axis.To - axis.From), Is.Positive, said);
            Assert.That(Math.Sign(axis.To - axis.From), Is.EqualTo(to < from ? -1 : 1), said);
            Assert.That(Math.Min(axis.From, axis.To), Is.LessThanOrEqualTo(Math.Min(from, to)), said);
            Assert.That(Math.Max(axis.From, axis.To), Is.GreaterThanOrEqualTo(Math.Max(from, to)), said);
        }
    }

    [Test]
    public void Axes_of_no_numbers_go_from_0_to_1() =>
        Assert.That(Axis.Numbers(double.NaN, double.PositiveInfinity, 4, v => $"{v}") is { From: 0, To: 1 });

    [Test]
    public void A_figure_of_any_axis_is_drawn_as_picture_and_specification()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        (double From, double To)[] ranges = [.. Ranges.Where((_, i) => i % 7 == 0)];
        IFigure<int>[] figures =
        [
            .. ranges.Select((r, i) => new Dots($"made-{i}", Axis.Numbers(r.From, r.To, 4, v => $"{v:R}"), r.From)),
            new Dots("bare", new Axis(1, 1) { Ticks = [new(1, "one"), new(1, "again")] }, 1),
        ];
        EachFigure drawn = EachFigure.Write(figures, 0, 0, folder);
        string[] files = [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file))];
        Directory.Delete(folder, recursive: true);
        Assert.Multiple(() =>
        {
            Assert.That(drawn.Lost, Is.Empty);
            Assert.That(files, Is.EquivalentTo(figures.SelectMany(f => new[] { f.Id + ".svg", f.Id + ".vl.json" })));
        });
    }

    /// <summary>Nor when it is the first, and its folder is not made yet.</summary>
    [Test]
    public void A_figure_that_fails_before_there_is_a_folder_is_told()
    {
        string folder = Path.Combine(Path.GetTempPath(), $"installsim-{Guid.NewGuid():N}", "figures");
        EachFigure drawn = EachFigure.Write((IFigure<int>[])[new Dots("none", null!, 1)], 0, 0, folder);
        Assert.That(drawn.Lost.Select(lost => lost.Id), Is.EqualTo((string[])["none"]));
        Assert.That(Directory.Exists(folder), Is.False);
    }

    [Test]
    public void A_figure_that_fails_takes_no_other_with_it()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        var axis = Axis.Numbers(0, 1, 4, v => $"{v}");
        EachFigure drawn = EachFigure.Write(
            [new Dots("first", axis, 0), new Dots("fails", axis, null), new Dots("last", axis, 0)], 0, 0, folder);
        string[] files = Directory.GetFiles(folder);
        Directory.Delete(folder, recursive: true);
        Assert.Multiple(() =>
        {
            Assert.That(drawn.Drawn.Select(f => f.Id), Is.EqualTo(new[] { "first", "last" }));
            Assert.That(drawn.Lost.Single(), Is.EqualTo(("fails", nameof(InvalidOperationException))));
            Assert.That(files, Has.Length.EqualTo(4));
        });
    }

    /// <summary>One dot on an axis; without a place of it, a figure that fails.</summary>
    private sealed record Dots(string Id, Axis X, double? At) : IFigure<int>
    {
        public (string English, string French) Shows => ("One dot.", "Un point.");

        public bool Applies(int context) => true;

        public Chart Draw(int context) => new("A dot", "", "A dot.", 340,
        [
            new Panel(X, Axis.Hidden(0, 1), 80,
                [Mark.One(new Dot(At ?? throw new InvalidOperationException("no place"), 0.5, Palette.Ink))]),
        ]);
    }
}
