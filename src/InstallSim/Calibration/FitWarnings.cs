using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Calibration;

/// <summary>What a reader of a fit must know.</summary>
internal static class FitWarnings
{
    /// <summary>The warnings, the gravest first.</summary>
    /// <param name="rows">The targets.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="hasConverged">Whether the fit ended for want of a better point.</param>
    /// <param name="isFit">Whether there was one.</param>
    public static IEnumerable<Words> Of(IReadOnlyList<FitRow> rows, IReadOnlyList<NumberRow> numbers, bool hasConverged, bool isFit)
    {
        double before = rows.Sum(r => r.SquareBefore), after = rows.Sum(r => r.SquareAfter);
        if (after > before)
        {
            yield return new Words(
                $"what was found fits worse than the scenario's own values: sum of squared misses {Digits(after, ReportText.English)}, "
                    + $"before {Digits(before, ReportText.English)}; {CalibrationFolder.ScenarioFile} is no gain",
                $"ce qui fut trouvé s’ajuste moins bien que les valeurs du scénario\u00a0: somme des carrés des écarts "
                    + $"{Digits(after, ReportText.French)}, avant {Digits(before, ReportText.French)}\u00a0; "
                    + $"{CalibrationFolder.ScenarioFile} n’apporte rien");
        }

        foreach (NumberRow row in numbers)
        {
            foreach (Words words in Of(row, isFit))
            {
                yield return words;
            }
        }

        string missed = string.Join(", ", rows.Where(r => !(Math.Abs(r.MissAfter) <= 2)).Select(r => r.Target.Name));
        if (missed.Length > 0)
        {
            yield return new Words($"missed by more than two standard deviations: {missed}",
                $"manquées de plus de deux écarts-types\u00a0: {missed}");
        }

        if (!hasConverged)
        {
            yield return new Words("the fit ended for want of points ('fit-points'), not of a better one",
                "l’ajustement a fini faute de points («\u00a0fit-points\u00a0»), non faute de mieux");
        }
    }

    private static IEnumerable<Words> Of(NumberRow row, bool isFit)
    {
        CalibratedNumber n = row.Number;
        if (!n.HoldsBefore)
        {
            (ReportText en, ReportText fr) = (ReportText.English, ReportText.French);
            yield return new Words(
                $"{n.Path} is {Digits(n.Before, en)} in the scenario, outside the range searched, {Digits(n.Low, en)} to "
                    + Digits(n.High, en),
                $"{n.Path} vaut {Digits(n.Before, fr)} dans le scénario, hors de la plage cherchée, de {Digits(n.Low, fr)} à "
                    + Digits(n.High, fr));
        }

        if (isFit && row.Held == Holding.AtEnd)
        {
            yield return new Words($"{n.Path} ended at an end of its range, within a thousandth of its width: it has no standard error",
                $"{n.Path} finit au bout de sa plage, à un millième de sa largeur près\u00a0: pas d’erreur type");
        }
        else if (isFit && row.Held == Holding.NotTold)
        {
            yield return new Words($"the targets do not tell {n.Path} from the others within its range: it has no standard error",
                $"les cibles ne distinguent pas {n.Path} des autres dans sa plage\u00a0: pas d’erreur type");
        }
    }

    private static string Digits(double value, ReportText t) => CalibrationText.Digits(value, t);
}
