using System.Globalization;
using InstallSim.Charts;

namespace InstallSim.Tests.Charts;

/// <summary>Colours that people who see colours differently tell apart, and that everybody can read.</summary>
public sealed class PaletteTests
{
    /// <summary>
    /// What a colour becomes for protan, deutan and tritan vision, severity 1: Machado, Oliveira and Fernandes (2009), linear RGB.
    /// </summary>
    private static readonly double[][] Visions =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    private static IEnumerable<string> Lines => Palette.Scenarios.Append(Palette.Baseline);

    [Test]
    public void Scenario_colours_differ_for_every_kind_of_vision([Values] bool dark)
    {
        string[] colours = [.. Lines.Select(c => dark ? Palette.Dark[c] : c)];
        var close = from i in Enumerable.Range(0, colours.Length)
                    from j in Enumerable.Range(0, i)
                    from vision in Visions
                    let distance = Distance(Seen(colours[i], vision), Seen(colours[j], vision))
                    where distance < 0.06
                    select $"{colours[i]} {colours[j]} {distance:0.000}";
        Assert.That(close, Is.Empty);
    }

    [Test]
    public void Text_in_any_of_its_colours_has_the_contrast_of_level_AA([Values] bool dark)
    {
        string paper = dark ? Palette.Dark[Palette.Paper] : Palette.Paper;
        var weak = Lines.Concat([Palette.Ink, Palette.Muted, Palette.Good, Palette.Bad]).Select(c => dark ? Palette.Dark[c] : c)
            .Select(c => (Colour: c, Contrast: Contrast(c, paper))).Where(c => c.Contrast < 4.5);
        Assert.That(weak, Is.Empty);
    }

    [Test]
    public void Neighbouring_classes_of_a_map_differ_for_every_kind_of_vision([Values] bool dark)
    {
        var close = from scale in new[] { Palette.Level, Palette.Change }
                    from pair in scale.Zip(scale.Skip(1))
                    from vision in Visions
                    let distance = Distance(Seen(dark ? Palette.Dark[pair.First] : pair.First, vision),
                        Seen(dark ? Palette.Dark[pair.Second] : pair.Second, vision))
                    where distance < 0.06
                    select $"{pair} {distance:0.000}";
        Assert.That(close, Is.Empty);
    }

    [Test]
    public void Every_colour_has_one_dark_form() =>
        Assert.That(Palette.Dark.Keys.Concat(Palette.Dark.Values), Is.All.Match("^#[0-9a-f]{6}$"));

    private static double[] Linear(string hex) => [.. new[] { 1, 3, 5 }
        .Select(i => int.Parse(hex.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
        .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];

    /// <summary>A colour as a vision sees it, in OKLab (Ottosson 2020).</summary>
    private static double[] Seen(string hex, double[] m)
    {
        double[] v = Linear(hex);
        double[] c = [.. Enumerable.Range(0, 3)
            .Select(i => Math.Clamp((m[3 * i] * v[0]) + (m[(3 * i) + 1] * v[1]) + (m[(3 * i) + 2] * v[2]), 0, 1))];
        double l = Math.Cbrt((0.4122214708 * c[0]) + (0.5363325363 * c[1]) + (0.0514459929 * c[2]));
        double a = Math.Cbrt((0.2119034982 * c[0]) + (0.6806995451 * c[1]) + (0.1073969566 * c[2]));
        double s = Math.Cbrt((0.0883024619 * c[0]) + (0.2817188376 * c[1]) + (0.6299787005 * c[2]));
        return
        [
            (0.2104542553 * l) + (0.793617785 * a) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.428592205 * a) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * a) - (0.808675766 * s),
        ];
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    private static double Contrast(string a, string b)
    {
        double x = Luminance(a), y = Luminance(b);
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string hex) => Linear(hex) is var c ? (0.2126 * c[0]) + (0.7152 * c[1]) + (0.0722 * c[2]) : 0;
}
