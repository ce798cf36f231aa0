using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>Checks that a utility said by levels knows all those that a design shows, before one is sought.</summary>
internal static class CodedLevelChecks
{
    /// <summary>Notes levels of the design's attributes that a term coded by levels does not list.</summary>
    public static void Run(StudySource source, DesignSettings settings, InputErrors errors)
    {
        foreach (UtilityTerm term in source.Study.Coded)
        {
            string column = term.Column ?? term.Name;
            string[] shown = [.. settings.Attributes.Where(a => a.Name == column && IsShown(source.Study, settings, term, a))
                .SelectMany(a => a.Levels).Distinct()];
            string[] unknown = [.. shown.Where(level => !term.Levels.Any(known => AreSame(known, level)))];
            if (unknown.Length > 0)
            {
                string found = string.Join(", ", unknown.Select(level => $"'{level}'"));
                string trouve = string.Join(", ", unknown.Select(level => $"«\u00a0{level}\u00a0»"));
                errors.Add(source.Binder.PlaceOf(term, "levels"), new Words(
                    $"the design shows {found} of '{column}', which is none of the levels of '{term.Name}': list them all, the first being "
                        + "that with which the others are compared",
                    $"le plan montre {trouve} de «\u00a0{column}\u00a0», qui n’est pas un niveau de «\u00a0{term.Name}\u00a0»\u00a0: "
                        + "les écrire tous, le premier étant celui auquel les autres se comparent"));
            }
        }
    }

    private static bool IsShown(Study study, DesignSettings settings, UtilityTerm term, AttributeSettings attribute) =>
        settings.Alternatives.Any(code => attribute.IsOf(code) && (term.Alternatives.Count == 0 || term.Alternatives.Contains(
            study.Data.Alternatives.FirstOrDefault(a => a.CodeOrName == code)?.Name ?? code)));

    private static bool AreSame(string known, string level) => known == level
        || (InputScalars.TryNumber(known, out double one, out _) && InputScalars.TryNumber(level, out double other, out _) && one == other);
}
