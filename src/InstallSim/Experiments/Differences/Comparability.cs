using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Differences;

/// <summary>Whether two results measure the same things, so that a difference between them means something.</summary>
internal static class Comparability
{
    /// <summary>Notes all that stands against it.</summary>
    public static void Check(Side a, Side b, InputErrors errors)
    {
        var place = new Place(b.Folder);
        void Other(string english, string french, string here, string there)
        {
            if (here != there)
            {
                errors.Add(place, new Words(
                    $"cannot be compared with {a.Folder}: {english} {here}, there {there}",
                    $"ne peut être comparé à {a.Folder}\u00a0: {french} {here}, là {there}"));
            }
        }

        (Manifest of, Manifest with) = (b.Manifest, a.Manifest);
        Other("its years are", "ses années sont", Years(of), Years(with));
        Other("its metric of accessibility is", "son indicateur d’accessibilité est",
            $"{of.AccessibilityMetric} ({of.AccessibilityUnit})", $"{with.AccessibilityMetric} ({with.AccessibilityUnit})");
        Other("its under-dense line is", "son seuil de sous-densité est", Text(of.UnderDenseBelow), Text(with.UnderDenseBelow));
        Other("its physicians are", "ses médecins sont", Physicians(of), Physicians(with));
        CheckSets(a, b, s => s.Results.Places.Select(p => p.Code), errors, new Words("territories", "territoires"));
        CheckSets(a, b, s => s.Results.Observations.Select(o => o.Indicator).Distinct(), errors, new Words("indicators", "indicateurs"));
    }

    private static void CheckSets(Side a, Side b, Func<Side, IEnumerable<string>> of, InputErrors errors, Words what)
    {
        HashSet<string> there = [.. of(a)], here = [.. of(b)];
        string[] odd = [.. here.Except(there), .. there.Except(here)];
        if (odd.Length > 0)
        {
            string some = string.Join(", ", odd.Take(3));
            errors.Add(new Place(b.Folder), new Words(
                $"cannot be compared with {a.Folder}: its {what.English} are others ({here.Count}, there {there.Count}; {odd.Length} are "
                    + $"in one of them only, such as {some})",
                $"ne peut être comparé à {a.Folder}\u00a0: ses {what.French} sont autres ({here.Count}, là {there.Count}\u00a0; "
                    + $"{odd.Length} dans un seul des deux, comme {some})"));
        }
    }

    private static string Years(Manifest m) => string.Create(CultureInfo.InvariantCulture, $"{m.FirstYear}..{m.LastYear}");

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Physicians(Manifest m) => m.Specialty?.Many ?? "GPs";
}
