using System.Globalization;
using InstallSim.Charts;
using InstallSim.Reporting.Contours;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Reporting.Maps;

/// <summary>A map as a panel: contours or circles, the names of the most populous territories, and the keys of its colours.</summary>
internal static class MapPanel
{
    private const double NameSize = Lettering.LabelSize;
    private const int MostNames = 8;

    /// <summary>Whether the results hold territories to draw.</summary>
    public static bool Applies(ResultIndex results) => results.Results.Places.Count > 0
        && results.Accessibility(results.Reference.Name, results.Manifest.LastYear).Any(double.IsFinite);

    /// <summary>What stands for a territory, as the beginning of a subtitle; empty where its contour is exact.</summary>
    public static string Form(FigureContext context) => context.HasCircles || context.Results.Geometry.Contours.Count == 0
        ? context.Say("Circles as large as their population. ", "Cercles proportionnels à la population. ")
        : context.Results.Manifest.Territories.Any(p => p.Variable == "shapes" && p.Knowledge is not (Knowledge.Real or Knowledge.Unsaid))
            ? context.Say("Approximate contours. ", "Contours approchés. ") : "";

    /// <summary>Whose contours a map draws, for the picture itself: it travels alone. Empty where it draws none.</summary>
    public static string Credit(FigureContext context)
    {
        if (context.HasCircles || context.Results.Geometry.Contours.Count == 0
            || context.Results.Manifest.Territories.FirstOrDefault(p => p.Variable == "shapes") is not { } shapes)
        {
            return "";
        }

        string credit = shapes.Attribution ?? (shapes.Licence.Length == 0 ? shapes.Source : $"{shapes.Source} ({shapes.Licence})");
        return credit.Length == 0 ? "" : context.Say("Contours: ", "Contours\u00a0: ") + credit;
    }

    /// <summary>A map of one size.</summary>
    /// <param name="context">What is drawn.</param>
    /// <param name="width">Width, pixels.</param>
    /// <param name="meaning">What colours mean.</param>
    /// <param name="scenario">The scenario; that which the reader chooses when null.</param>
    /// <param name="year">The year; that which the reader chooses when null.</param>
    /// <param name="isNamed">Whether it has room for names.</param>
    public static Panel Draw(FigureContext context, double width, MapMeaning meaning, string? scenario, int? year, bool isNamed)
    {
        var geometry = context.Results.Geometry;
        double high = MapGeometry.Units * geometry.Ratio;
        return new Panel(Axis.Hidden(0, MapGeometry.Units), Axis.Hidden(high, 0), Math.Round(width * geometry.Ratio),
        [
            Territories(context, width, meaning, scenario, year),
            .. isNamed ? (Mark[])[Mark.Of(Names(context, width))] : [],
        ])
        {
            Width = width,
        };
    }

    private static Mark Territories(FigureContext context, double width, MapMeaning meaning, string? scenario, int? year)
    {
        var geometry = context.Results.Geometry;
        string given = scenario ?? context.Scenario.Name;
        int then = year ?? context.LastYear;
        string Colour(PlaceRow p) => context.IsForPage ? Palette.Faint : MapFill.Colour(context, meaning, given, then, p.Code);
        string Tip(PlaceRow p) => context.IsForPage ? "" : MapFill.Tip(context, given, then, p);
        string[] follows = ["map", meaning.ToString(), scenario ?? "", year?.ToString(CultureInfo.InvariantCulture) ?? ""];
        if (!context.HasCircles && geometry.Contours.Count > 0)
        {
            return Mark.Later(context.Results.Results.Places.Where(p => geometry.Contours.ContainsKey(p.Code))
                .Select(p => new Shape(geometry.Contours[p.Code], Colour(p)) { Code = p.Code, Tip = Tip(p) })) with
            { Follows = follows };
        }

        double largest = LargestCircle(context, width), most = Math.Max(1, geometry.ByPopulation[0].Place.Population);
        return Mark.Later(geometry.ByPopulation.Select(p => new Dot(p.At.X, p.At.Y, Colour(p.Place))
        {
            Diameter = Math.Round(Math.Max(3, largest * Math.Sqrt(p.Place.Population / most)), 1),
            Code = p.Place.Code,
            Tip = Tip(p.Place),
            Opacity = 0.92,
        })) with
        { Follows = follows };
    }

    /// <summary>Diameter of the most populous circle: all circles together cover about a third of the map.</summary>
    private static double LargestCircle(FigureContext context, double width)
    {
        double[] population = [.. context.Results.Results.Places.Select(p => p.Population)];
        double share = population.Max() / Math.Max(1, population.Sum());
        double most = Math.PI * Math.Pow(MapGeometry.WidestCircle * width / 2, 2);
        double area = Math.Clamp(0.35 * width * width * context.Results.Geometry.Ratio * share, Math.Min(30, most), most);
        return Math.Sqrt(4 / Math.PI * area);
    }

    /// <summary>Names of the most populous territories that do not touch one another and fit whole, on two lines if need be.</summary>
    private static IEnumerable<Label> Names(FigureContext context, double width)
    {
        double pixels = width / MapGeometry.Units;
        var taken = new List<Area>();
        foreach (var (place, at) in context.Results.Geometry.ByPopulation.Take(3 * MostNames))
        {
            string? name = Lettering.OnTwoLines(PlaceNames.Short(place.Name), context.IsNarrow ? 110 : 140, NameSize);
            if (name is null || taken.Count >= (context.IsNarrow ? MostNames / 2 : MostNames))
            {
                continue;
            }

            double wide = Lettering.WidthOfLines(name, NameSize), high = PanelRoom.Lines(name) * Lettering.LabelLine;
            var area = new Area((at.X * pixels) - (wide / 2), (at.Y * pixels) - (high / 2), wide, high);
            if (area.X > -4 && area.Right < width + 4 && taken.TrueForAll(t => !area.IsNear(t, 6)))
            {
                taken.Add(area);
                yield return new Label(at.X, at.Y, name) { HasHalo = true, Code = place.Code };
            }
        }
    }

    /// <summary>The key of levels, with the lowest and the highest level on the map where the outer classes hold any.</summary>
    public static Panel LevelKey(FigureContext context, double width)
    {
        string Write(double value) => context.Text.Number(value, AccessibilityLevels.Decimals(context.Results));
        double[] breaks = context.Results.LevelBreaks;
        var ends = context.Results.Levels is var (least, most)
            ? (least < breaks[0] ? Write(least) : "", most > breaks[^1] ? Write(most) : "")
            : ("", "");
        return Key(context.AccessibilityUnit(), breaks, Palette.Level, ends, width, Write);
    }

    /// <summary>The key of changes.</summary>
    public static Panel ChangeKey(FigureContext context, double width)
    {
        string Write(double value) => context.Results.Manifest.UnderDenseBelow < 1
            ? context.Text.SignedTick(value)
            : (value > 0 ? "+" : "") + context.Text.Number(value);
        return Key(context.AccessibilityUnit(), context.Results.ChangeBreaks, Palette.Change, ("", ""), width, Write);
    }

    /// <summary>A key of classes: a bar of equal boxes, their borders written below.</summary>
    /// <param name="title">What the borders are, with their unit.</param>
    /// <param name="breaks">The borders.</param>
    /// <param name="colours">The colours, one more than borders.</param>
    /// <param name="ends">What the first and the last class reach to; empty where they are open.</param>
    /// <param name="width">Room there is, pixels.</param>
    /// <param name="write">How a border is written.</param>
    public static Panel Key(
        string title, IReadOnlyList<double> breaks, IReadOnlyList<string> colours, (string First, string Last) ends, double width,
        Func<double, string> write)
    {
        double box = Math.Min(52, width / (colours.Count + 1));
        return new Panel(Axis.Hidden(0, colours.Count), Axis.Hidden(0, 28), 28,
        [
            Mark.Of(colours.Select((c, i) => new Box(i, i + 1, 16, 28, c))),
            Mark.Of(((Label[])
            [
                new Label(0, 6, ends.First, Palette.Muted) { Anchor = Anchor.Start },
                .. breaks.Select((b, i) => new Label(i + 1, 6, write(b))),
                new Label(colours.Count, 6, ends.Last, Palette.Muted) { Anchor = Anchor.End },
            ]).Where(l => l.Text.Length > 0)),
        ])
        {
            Width = box * colours.Count,
            RoomRight = Math.Max(0, width - (box * colours.Count)),
            Heading = new Heading("") { Notes = [title] },
        };
    }
}
