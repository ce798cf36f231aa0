using System.Text.RegularExpressions;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>
/// What a parameter means beyond its name: the coding of its levels, regret instead of utility, units, the part of a distribution that it
/// is. Parameters of one name compare between models where this is the same.
/// </summary>
/// <param name="Key">Equal for parameters that mean the same; empty: a coefficient of a variable as it stands.</param>
/// <param name="Said">The same for people; empty likewise.</param>
internal sealed partial record ParameterMeaning(string Key, Words Said)
{
    /// <summary>The meaning of a parameter in a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="parameter">Name of the parameter.</param>
    public static ParameterMeaning Of(Study study, string parameter)
    {
        string variable = Prefix().Replace(parameter, "");
        (string Key, string English, string French)[] parts = [.. Coding(study, variable), .. Utility(study, variable)];
        return new(string.Join('|', parts.Select(part => part.Key)),
            new Words(string.Join(", ", parts.Select(part => part.English)), string.Join(", ", parts.Select(part => part.French))));
    }

    private static IEnumerable<(string Key, string English, string French)> Coding(Study study, string variable)
    {
        if (study.ConstantsAgainst is { } reference && IsConstant(study, variable))
        {
            yield return ($"against {reference}", $"against {reference}", $"par rapport à {reference}");
        }

        UtilityTerm? term = study.Utility.Where(t => variable == t.Name || variable.StartsWith(t.Name + ".", StringComparison.Ordinal))
            .MaxBy(t => t.Name.Length);
        if (study.Coded.FirstOrDefault(t => t.Levels.Any(level => variable == $"{t.Name}.{level}")) is { } coded)
        {
            yield return coded.Coding == LevelCoding.Effects
                ? ($"effects {string.Join(' ', coded.Levels.Order(StringComparer.Ordinal))}", "effects coding", "codage d’effets")
                : ($"dummies {coded.Levels[0]}", $"against {coded.Levels[0]}", $"par rapport à {coded.Levels[0]}");
        }
        else if (term is not null && study.Derived.Any(d => d.Name == (term.Column ?? term.Name) && d.Recipe == Recipe.Effects))
        {
            yield return ("effects", "effects coding", "codage d’effets");
        }

        if (term is { DivideBy: not 1 and var by })
        {
            yield return ($"unit {by:R}", $"÷ {InputScalars.Plain(by)}", $"÷ {InputScalars.Plain(by)}");
        }
    }

    private static IEnumerable<(string Key, string English, string French)> Utility(Study study, string variable)
    {
        ModelSettings model = study.Model;
        if (model.Regret.Contains(variable))
        {
            yield return ("regret", "regret", "regret");
        }

        if (model.BoxCox.Contains(variable))
        {
            yield return ("bent", "bent by an exponent", "courbée par un exposant");
        }

        if (model.Numeraire is { } price && price != variable && !model.InUtils.Contains(variable)
            && (study.Utility.Any(t => Concerns(t, variable)) || IsConstant(study, variable)))
        {
            yield return ($"money {price}", $"in units of {price}", $"en unités de {price}");
        }

        if (model.Random.TryGetValue(variable, out RandomSettings? random))
        {
            if (Kind(random.Distribution) is { } kind)
            {
                yield return ($"{random.Distribution}", kind.English, kind.French);
            }

            if (random.MeanBy.Count > 0)
            {
                string by = string.Join(", ", random.MeanBy);
                yield return ($"at 0 of {by}", $"where {by} {(random.MeanBy.Count == 1 ? "is" : "are")} 0", $"là où {by} = 0");
            }
        }
    }

    private static bool IsConstant(Study study, string variable) =>
        study.ConstantsAgainst is not null && variable.StartsWith("constant.", StringComparison.Ordinal);

    private static bool Concerns(UtilityTerm term, string variable) =>
        variable == term.Name || variable.StartsWith(term.Name + ".", StringComparison.Ordinal);

    /// <summary>Distributions whose location is not the mean of the coefficient.</summary>
    private static Words? Kind(Distribution distribution) => distribution switch
    {
        Distribution.Lognormal => new("of a lognormal", "d’une log-normale"),
        Distribution.TruncatedNormal => new("of a truncated normal", "d’une normale tronquée"),
        Distribution.CensoredNormal => new("of a censored normal", "d’une normale censurée"),
        Distribution.JohnsonSb => new("of a Johnson SB", "d’une SB de Johnson"),
        _ => null,
    };

    [GeneratedRegex(@"^(class\d+\.)?(sd\.)?")]
    private static partial Regex Prefix();
}
