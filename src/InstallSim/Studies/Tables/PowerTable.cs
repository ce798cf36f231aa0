using System.Globalization;
using System.Text;
using InstallSim.Charts;
using InstallSim.Charts.Pictures;
using InstallSim.Outputs;
using InstallSim.Studies.Designs;

namespace InstallSim.Studies.Tables;

/// <summary>The power of samples: on the terminal, as a table of numbers and as a figure.</summary>
public static class PowerTable
{
    private const double Width = 760, Low = 0.8, High = 0.9;

    /// <summary>For the terminal, lines ended by a line feed.</summary>
    public static string Write(SimulatedPower power, ReportText t)
    {
        var text = new StringBuilder(t.Say(
            $"Share of {power.Samples} samples in which a coefficient is significant at 5 % with the right sign (multinomial logit, "
                + "standard errors clustered by person)\n\n",
            $"Part de {power.Samples} échantillons où un coefficient est significatif à 5\u00a0% avec le bon signe (logit multinomial, "
                + "erreurs types groupées par personne)\n\n"));
        string[] header =
        [
            t.Say("people", "personnes"), .. power.People.Select(n => t.Number(n, 0)),
            t.Say("for 80 %", "pour 80\u00a0%"), t.Say("for 90 %", "pour 90\u00a0%"),
        ];
        ConsoleTable.Columns(text, header, power.Names.Select((name, k) => (string[])
        [
            Name(power, k, t), .. power.Power[k].Select(p => double.IsNaN(p) ? "–" : t.Number(p, 3)), Needed(power, k, Low, t),
            Needed(power, k, High, t),
        ]));
        if (Enumerable.Range(0, power.Names.Count).Any(power.IsSize))
        {
            text.Append(t.Say(
                "size: the true coefficient is 0, and the share of samples that find one all the same, of either sign, is no power but the "
                    + "size of the test: 0.05 when all is well\n",
                "niveau\u00a0: le vrai coefficient est 0, et la part des échantillons qui en trouvent un quand même, de l’un ou l’autre "
                    + "signe, n’est pas une puissance mais le niveau du test\u00a0: 0,05 si tout va bien\n"));
        }

        if (power.TooFew.Count > 0)
        {
            string sizes = string.Join(", ", power.TooFew.Select(n => t.Number(n, 0)));
            text.Append(t.Say(
                $"–: {sizes} people are not more than the {power.Names.Count} coefficients: standard errors over people do not exist, and "
                    + "'estimate' refuses them\n",
                $"–\u00a0: {sizes} personnes ne sont pas plus que les {power.Names.Count} coefficients\u00a0: des erreurs types sur les "
                    + "personnes n’existent pas, et «\u00a0estimate\u00a0» les refuse\n"));
        }

        if (power.Lost.Any(lost => lost > 0))
        {
            text.Append(t.Say("Samples without an estimate, counted as not significant: ",
                "Échantillons sans estimation, comptés comme non significatifs\u00a0: "))
                .AppendJoin(", ", power.Lost.Zip(power.People).Select(l => t.Say(
                    $"{l.First} with {l.Second} people", $"{l.First} avec {l.Second} personnes"))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes <c>power.csv</c> and <c>power.svg</c> into a folder.</summary>
    /// <returns>The figure's path.</returns>
    public static string WriteFiles(SimulatedPower power, string folder, ReportText t)
    {
        var csv = new StringBuilder("coefficient,truth,people,power,what\n");
        for (int k = 0; k < power.Names.Count; k++)
        {
            for (int i = 0; i < power.People.Count; i++)
            {
                csv.Append(CultureInfo.InvariantCulture,
                    $"{power.Names[k]},{power.Truth[k]:R},{power.People[i]},{Plain(power.Power[k][i])},"
                        + $"{(power.IsSize(k) ? "size" : "power")}\n");
            }
        }

        AtomicFile.Write(Path.Combine(folder, "power.csv"), csv.ToString());
        string figure = Path.Combine(folder, "power.svg");
        Picture.Write(Draw(power, t), figure, Typeface.FontFace);
        return figure;
    }

    /// <summary>One panel a coefficient: its power over the people, with 80 and 90 % marked.</summary>
    public static Chart Draw(SimulatedPower power, ReportText t)
    {
        double?[] needed = [.. Enumerable.Range(0, power.Names.Count).Where(k => !power.IsSize(k)).Select(k => power.Needed(k, Low))];
        string title = needed.Length == 0
            ? t.Say("All true coefficients are 0: how often a test finds one all the same",
                "Tous les vrais coefficients sont 0\u00a0: combien de fois un test en trouve un quand même")
            : needed.Any(n => n is null)
            ? t.Say($"{needed.Count(n => n is null)} of {needed.Length} coefficients do not reach a power of 80 % with "
                    + $"{power.People[^1]} people",
                $"{needed.Count(n => n is null)} coefficients sur {needed.Length} n’atteignent pas une puissance de 80\u00a0% avec "
                    + $"{power.People[^1]} personnes")
            : t.Say($"{t.Number(Math.Ceiling(needed.Max()!.Value), 0)} people find every coefficient four times in five",
                $"{t.Number(Math.Ceiling(needed.Max()!.Value), 0)} personnes trouvent chaque coefficient quatre fois sur cinq");
        string words = string.Join(t.Say("; ", "\u00a0; "), power.Names.Select((_, k) =>
            $"{Name(power, k, t)} {Needed(power, k, Low, t)} {t.Say("and", "et")} {Needed(power, k, High, t)}"));
        return new Chart(title,
            t.Say($"Share of {power.Samples} simulated samples in which a coefficient is significant at 5 %; dashed: 80 and 90 %",
                $"Part de {power.Samples} échantillons simulés où un coefficient est significatif à 5\u00a0%\u00a0; tirets\u00a0: 80 et "
                    + "90\u00a0%"),
            t.Say($"People for a power of 80 and 90 %: {words}.", $"Personnes pour une puissance de 80 et 90\u00a0%\u00a0: {words}."),
            Width, [.. power.Names.Select((_, k) => Panel(power, k, Name(power, k, t), t))])
        {
            Columns = Math.Min(3, power.Names.Count),
        };
    }

    private static Panel Panel(SimulatedPower power, int k, string name, ReportText t)
    {
        var x = Axis.Numbers(0, power.People[^1], 3, t.Tick) with { Title = t.Say("people", "personnes") };
        var y = Axis.Numbers(0, 1, 3, t.Tick) with { HasGrid = true };
        Point[] points = [.. power.People.Select((n, i) => new Point(n, power.Power[k][i])).Where(p => !double.IsNaN(p.Y))];
        return new Panel(x, y, 110,
        [
            Mark.Of(((double[])[Low, High]).Select(p => new Line([new(0, p), new(power.People[^1], p)], Palette.Muted)
            {
                IsDashed = true, Thickness = 1,
            })),
            Mark.One(new Line([.. points], Palette.Scenarios[0])),
            Mark.Of(points.Select(p => new Dot(p.X, p.Y, Palette.Scenarios[0]))),
        ])
        {
            Heading = new Heading(name),
        };
    }

    private static string Name(SimulatedPower power, int k, ReportText t) =>
        power.IsSize(k) ? t.Say($"{power.Names[k]} (size)", $"{power.Names[k]} (niveau)") : power.Names[k];

    private static string Needed(SimulatedPower power, int k, double level, ReportText t) => power.IsSize(k) ? "–"
        : power.Needed(k, level) is not { } people ? "> " + t.Number(power.People[^1], 0)
            : (power.IsAtMostSmallest(k, level) ? "≤ " : "") + t.Number(Math.Ceiling(people), 0);

    private static string Plain(double share) => double.IsNaN(share) ? "" : share.ToString("R", CultureInfo.InvariantCulture);
}
