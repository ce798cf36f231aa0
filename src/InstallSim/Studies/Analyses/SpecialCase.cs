using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Analyses;

/// <summary>What names tell of whether a model is a special case of another.</summary>
internal static class SpecialCase
{
    /// <summary>Parameters of a model that another has not; of latent classes, in no class.</summary>
    public static IReadOnlyList<string> Foreign(EstimationResult restricted, EstimationResult full) =>
        [.. restricted.Parameters.Where(name => !full.Parameters.Contains(name)
            && !(full.Model is LatentClass && full.Parameters.Any(p => p.EndsWith($".{name}", StringComparison.Ordinal))))];

    /// <summary>Whether names tell that a model is a special case of another.</summary>
    /// <param name="restricted">The one.</param>
    /// <param name="study">Its study.</param>
    /// <param name="full">The other.</param>
    /// <param name="ofFull">The study of the other.</param>
    public static bool IsTold(EstimationResult restricted, Study study, EstimationResult full, Study ofFull)
    {
        if (full.Model is FormulaMixedLogit mixed)
        {
            IReadOnlyList<string> random = (restricted.Model as FormulaMixedLogit)?.Random.Select(r => r.Variable).ToArray() ?? [];
            return restricted.Model is FormulaLogit or FormulaMixedLogit && !Columns(study).Except(Columns(ofFull)).Any()
                && random.All(name => mixed.Random.Any(r => r.Variable == name));
        }

        if (full.Model is FormulaLogit)
        {
            return !Columns(study).Except(Columns(ofFull)).Any();
        }

        return restricted.Model is not (FormulaLogit or FormulaMixedLogit) && Foreign(restricted, full).Count == 0
            && HasTheRegretOf(restricted.Model, full.Model) && HasTheTastesOf(restricted.Model, full.Model);
    }

    /// <summary>
    /// Why a variable in another unit makes another model, and not the same one with another coefficient; null: it does not. A coefficient
    /// that is held, or equal to another, or in a formula, or whose variable bends, means another thing in another unit.
    /// </summary>
    /// <param name="variable">Its name.</param>
    /// <param name="study">A study that has it.</param>
    /// <param name="result">What was estimated.</param>
    public static InputMessage? HeldByUnit(string variable, Study study, EstimationResult result)
    {
        bool IsOf(string parameter) => parameter == variable || parameter.EndsWith("." + variable, StringComparison.Ordinal)
            || parameter.Contains("." + variable + ".", StringComparison.Ordinal)
            || parameter.StartsWith(variable + ".", StringComparison.Ordinal);
        return result.Model is FormulaLogit or FormulaMixedLogit && StudyFormulas.Terms(study).Any(term => term.Name == variable)
            ? "a formula may not be the same in another unit"
            : study.Estimation.Fixed.Keys.Concat(study.Estimation.Equal.SelectMany(group => group)).FirstOrDefault(IsOf) is { } held
                ? $"'{held}' is held fixed or equal to another parameter, which means another thing in another unit"
                : study.Model.BoxCox.Contains(variable) || study.Model.Regret.Contains(variable)
                    ? "the model bends it, so that it is not the same in another unit"
                    : study.Model.Numeraire == variable && study.Model.Random.Any(r => r.Value.Distribution != Distribution.Normal)
                        ? "coefficients are in its units, which not every distribution can be in" : (InputMessage?)null;
    }

    /// <summary>How draws differ, as a text; empty where they are the same.</summary>
    public static string Difference(DrawSettings one, DrawSettings other)
    {
        bool isHalton = one.Type == DrawKind.Halton && other.Type == one.Type;
        bool isNamed = !isHalton || one.Shuffle || other.Shuffle;
        (string Key, object One, object Other)[] said =
        [
            ("type", one.Type, other.Type), ("number", one.Number, other.Number),
            ("drop", isHalton ? one.Drop : 0, isHalton ? other.Drop : 0),
            ("shuffle", isHalton && one.Shuffle, isHalton && other.Shuffle), ("seed", isNamed ? one.Seed : 0, isNamed ? other.Seed : 0),
        ];
        return string.Join(", ", said.Where(s => !s.One.Equals(s.Other)).Select(s => FormattableString.Invariant(
            $"{s.Key}: {s.One.ToString()!.ToLowerInvariant()} ≠ {s.Other.ToString()!.ToLowerInvariant()}")));
    }

    private static IEnumerable<string> Columns(Study study) => StudyFormulas.AllTerms(study).SelectMany(term =>
        term.Columns.Count > 0 ? term.Columns.Values : [term.Column ?? term.Name]).Distinct();

    private static bool HasTheRegretOf(IChoiceModel restricted, IChoiceModel full) => (restricted, full) switch
    {
        (RandomRegret one, RandomRegret other) => one.Regret.ToHashSet().SetEquals(other.Regret),
        (RandomRegret, _) or (_, RandomRegret) => false,
        _ => true,
    };

    private static bool HasTheTastesOf(IChoiceModel restricted, IChoiceModel full) =>
        MixedTastes.Drawn(restricted) is not { } one || MixedTastes.Drawn(full) is not { } other
            || (one.Numeraire == other.Numeraire && one.InUtils.ToHashSet().SetEquals(other.InUtils)
                && one.Random.All(random => other.Random.Any(r =>
                r.Variable == random.Variable && r.Distribution == random.Distribution && r.Sign == random.Sign)));
}
