using System.Globalization;
using InstallSim.Charts;

namespace InstallSim.Tests.Charts;

/// <summary>Charts that together use every kind of mark, axis and arrangement.</summary>
internal static class SampleCharts
{
    private static readonly string[] Policies =
    [
        "Bonus for installing in under-dense areas", "Contract with the health insurance", "Quota", "Teaching practices",
        "More places in medical schools",
    ];

    /// <summary>Wide as a page, and narrow as a telephone.</summary>
    public static IEnumerable<Chart> All =>
        new double[] { 760, 340 }.SelectMany(w => new[] { Forest(w), Lines(w), Map(w), Costs(w), Tornado(w) });

    public static string Write(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Four panels that share the names on the left; intervals, hollow dots, labels with a halo, boxes for the pointer.</summary>
    public static Chart Forest(double width)
    {
        bool isNarrow = width < 500;
        var panels = Enumerable.Range(1, 4).Select(k =>
        {
            var rows = Policies.Select((_, i) => (At: i, Mean: 100 * Math.Sin((i + 1) * k), Half: 20.0 + (15 * i))).ToList();
            var x = Axis.Around(rows.SelectMany(r => new[] { r.Mean - r.Half, r.Mean + r.Half }), 4, Write) with { HasGrid = true };
            var y = Axis.Names(Policies, room: 120);
            return new Panel(x, k == 1 || isNarrow ? y : y with { Ticks = [] }, 150,
            [
                Mark.One(new Segment(0, y.From, y.To, Palette.Muted) { IsUpright = true, Thickness = 1 }),
                Mark.Of(rows.Select(r => new Segment(r.At, r.Mean - r.Half, r.Mean + r.Half, Palette.Scenarios[r.At]))),
                Mark.Of(rows.Select(r => new Dot(r.Mean, r.At, Palette.Scenarios[r.At]) { IsHollow = Math.Abs(r.Mean) < r.Half })),
                Mark.Of(rows.Select(r => new Label(r.Mean, r.At, Write(Math.Round(r.Mean))) { Dy = -11, HasHalo = true })),
                Mark.Of(rows.Select(r => new Box(x.From, x.To, r.At - 0.5, r.At + 0.5, Palette.Ink) { Opacity = 0, Tip = "GPs: 3" })),
            ])
            { Heading = new Heading($"Outcome {k} in under-dense areas") { Notes = k == 2 ? ["fewer is better"] : [] } };
        });
        const string Title = "Four of five policies lead to clearly more GPs where they are rare";
        return new Chart(Title, "Mean and 95% interval of 30 paired runs.", "Points and intervals.", width, [.. panels])
        {
            Columns = isNarrow ? 1 : 4,
        };
    }

    /// <summary>Six panels in three columns: bands, lines, one of them dashed, labels right of their ends.</summary>
    public static Chart Lines(double width)
    {
        var panels = Enumerable.Range(0, 6).Select(k =>
        {
            List<Point> Line(int s) => [.. Enumerable.Range(0, 21).Select(y => new Point(2025 + y, 100 + (s * k) + (y * s)))];
            var lines = Enumerable.Range(0, 3).Select(Line).ToList();
            var y = Axis.Around([95, 165], 4, Write) with { HasGrid = true, Title = "GPs per 100,000 inhabitants" };
            var colours = Palette.Scenarios;
            var ends = lines.Select((l, s) => new Label(2045, l[^1].Y, Policies[s + 2], colours[s]) { Anchor = Anchor.Start, Dx = 6 });
            return new Panel(Axis.Years(2025, 2045, [2025, 2035, 2045]), y, 120,
            [
                Mark.Of(lines.Select((l, s) =>
                    new Band([.. l.Select(p => new Span(p.X, p.Y - 4, p.Y + 4))], colours[s]) { Opacity = 0.2 })),
                Mark.Of(lines.Select((l, s) => new Line(l, colours[s]) { IsDashed = s == 1 })),
                Mark.Of(Labels.Apart(ends, y, 120)),
            ])
            { RoomRight = 190, Heading = new Heading($"Territory {k}", Palette.Areas[k % 3]) };
        });
        bool isNarrow = width < 500;
        var shown = panels.Select(p => isNarrow ? p : p with { RoomRight = 0, Marks = [.. p.Marks.Take(2)] });
        return new Chart("Trajectories part after 2030", "Mean and 95% interval", "Lines.", width, [.. shown])
        {
            Columns = isNarrow ? 1 : 3,
        };
    }

    /// <summary>A map beside two small ones, with its classes above.</summary>
    public static Chart Map(double width)
    {
        Panel Of(string name, double height) => new(Axis.Hidden(-5, 10), Axis.Hidden(41, 51), height,
        [
            Mark.One(new Shape([[-5, 41, 10, 41, 10, 51, -5, 51], [0, 44, 4, 44, 4, 48, 0, 48]], Palette.Grid)),
            Mark.Of(Enumerable.Range(0, 50).Select(i => new Dot(i % 10, 42 + (i / 10), Palette.Level[i % 5]) { Diameter = 3 + (i % 7) })),
        ])
        { Heading = new Heading(name) { IsTerritory = true } };
        var key = new Panel(Axis.Hidden(0, 5), Axis.Hidden(0, 1), 12,
        [
            Mark.Of(Enumerable.Range(0, 5).Select(i => new Box(i, i + 1, 0, 1, Palette.Level[i]))),
            Mark.Of(Enumerable.Range(1, 4).Select(i => new Label(i, 0, Write(i * 0.7), Palette.Muted) { Dy = 10 })),
        ])
        { Width = 200, Heading = new Heading("Consultations a year") };
        Panel[] maps = [Of("France", 300), Of("Paris", 120), Of("Islands", 120)];
        return new Chart("Where GPs are rare they stay rare", "Accessibility in 2045", "A map.", width, maps)
        {
            Key = key,
            HasLead = width >= 500,
            Note = "Contours: somebody's points and somebody else's outline (a licence that asks for its name), of a certain length",
        };
    }

    /// <summary>A logarithmic axis, titles of axes, a hostile title.</summary>
    public static Chart Costs(double width)
    {
        var x = new Axis(1, 10_000)
        {
            IsLogarithmic = true,
            HasGrid = true,
            Title = "Price of one more GP, thousand euros, on a logarithmic scale",
            Ticks = [.. new double[] { 1, 10, 100, 1_000, 10_000 }.Select(v => new Tick(v, Write(v)))],
        };
        var y = Axis.Numbers(-50, 150, 5, Write) with { HasGrid = true, Title = "More GPs in under-dense areas than without a new policy" };
        return new Chart("<script>alert(\"1 & 2\")</script> ]]> \u0001", "Mean of 30 runs", "a < b & \"c\"", width,
        [
            new Panel(x, y, 200,
            [
                Mark.One(new Segment(0, 1, 10_000, Palette.Muted) { IsDashed = true, Thickness = 1 }),
                Mark.Of(Enumerable.Range(0, 4).Select(i => new Dot(Math.Pow(8, i), 30 * i, Palette.Scenarios[i]) { Diameter = 12 })),
                Mark.Of(Enumerable.Range(0, 4).Select(i => new Label(Math.Pow(8, i), 30 * i, $"<{i}> & 'it'")
                {
                    Anchor = Anchor.Start,
                    Dx = 9,
                    IsBold = i == 1,
                })),
            ]),
        ]);
    }

    /// <summary>Bars to both sides of a line.</summary>
    public static Chart Tornado(double width)
    {
        string[] names =
            [
                "Share of part-time work among GPs under 40 years of age", "Attraction of the own region", "Distance\nto the hospital",
                "Bonus",
            ];
        return new Chart("Part-time work moves the outcome most", "Outcome at both ends of each parameter", "Bars.", width,
        [
            new Panel(Axis.Numbers(-20, 40, 6, Write) with { Title = "Change, GPs" }, Axis.Names(names, room: 110), 90,
            [
                Mark.Of(names.Select((_, i) => new Box(-20 + (4 * i), 0, i + 0.35, i - 0.35, Palette.Bad))),
                Mark.Of(names.Select((_, i) => new Box(0, 38 - (9 * i), i + 0.35, i - 0.35, Palette.Good))),
                Mark.One(new Segment(0, 3.5, -0.5, Palette.Ink) { IsUpright = true }),
            ]),
        ]);
    }
}
