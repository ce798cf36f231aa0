using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>Which models a scenario has a form for, and the scale at which it chooses among places.</summary>
internal static class SavedModels
{
    /// <summary>Refuses models that a scenario has no form for, with why and what to do, before they are fitted.</summary>
    public static void Check(StudySource source, StudyChoices choices, (IChoiceModel Model, string Name) built, InputErrors errors)
    {
        InputMessage? why = WhyNot(built.Model);
        if (why is null && NestsOf(source.Study, choices, built.Model) is { Length: > 1 } scales)
        {
            why = (InputMessage)($"a scenario's physicians tell all places apart by one scale, and here alternatives lie in nests of "
                + $"different scales ({string.Join(", ", scales.Select(s => s ?? "1"))}): put all practices into one nest, beside the "
                + $"opt-out ('opt-out' under design, or a constant that 'save' leaves out), or estimate without 'nests'");
        }

        if (why is not null)
        {
            Place place = source.Binder.PlaceOf(source.Study.Save, "income");
            errors.Add(place, $"a {StudyWords.Both(built.Name)} cannot be saved as a scenario's preferences: {why}");
        }
    }

    /// <summary>
    /// The dissimilarity λ at which people choose among the practices of a study, all in one nest; null: it is 1. Utilities are saved as
    /// β/λ, as a scenario's choice among places has the scale 1.
    /// </summary>
    public static string? ScaleOf(StudyResult study) =>
        NestsOf(study.Study, study.Choices, study.Estimates.Model) is [var scale, ..] ? scale : null;

    private static InputMessage? WhyNot(IChoiceModel model) => model switch
    {
        ScaledLogit { BoxCox.Count: > 0 } => (InputMessage)(
            "a scenario's variables enter as they are, not bent by an exponent: estimate without 'box-cox', or with the logarithm as a "
                + "derived column to compare"),
        GeneralMixedLogit { RandomScale: not null } =>
            "a scenario's physicians have one scale, and here it varies over people: estimate without 'random-scale'",
        GeneralMixedLogit general when general.Tastes.Random.Any(r => r.SpreadBy.Count > 0) =>
            "a scenario's coefficients have one standard deviation, and here one depends on columns of the person: estimate without "
                + "'sd-by'",
        ScaledLogit or GeneralMixedLogit { Scale.Count: > 0 } or LatentClass { Scale.Count: > 0 } =>
            "a scenario has one scale and cannot tell which group its physicians are like: keep the group whose scale is meant "
                + "('where:' under data) and estimate without 'scale'",
        RandomRegret => "a scenario's physicians weigh each practice by itself, not against the others: estimate without 'regret'",
        _ when MixedTastes.Of(model)?.Random.Any(r => r.MeanBy.Count > 0) == true =>
            "a scenario's coefficients have one mean, and here one depends on columns of the person: estimate without 'mean-by'",
        LatentClass { Membership.Count: > 0 } =>
            "a scenario's classes have fixed shares, and here they depend on columns of the person: estimate without 'membership'",
        LatentClass { Classes: [{ Random.Count: > 0 }, ..] } =>
            "a scenario has one standard deviation for all classes, and here each class has its own: estimate classes without "
                + "'random', or 'random' without classes",
        LatentClass { Classes: [{ Numeraire: not null }, ..] } =>
            "classes are saved from utilities, not from willingness-to-pay space: estimate without 'numeraire'",
        CrossNestedLogit => "a scenario's physicians tell all places apart by one scale, and here an alternative is in several nests: "
            + "estimate without 'nests'",
        _ => null,
    };

    /// <summary>The innermost dissimilarities of the practices, each once; those that are alone have null.</summary>
    private static string?[] NestsOf(Study study, StudyChoices choices, IChoiceModel model)
    {
        IReadOnlyList<Nest> nests = model switch
        {
            NestedLogit { IsUnscaled: false } nested => nested.Nests,
            GeneralMixedLogit general => general.Nests,
            _ => [],
        };
        if (nests.Count == 0)
        {
            return [];
        }

        string[] outside = [.. new[] { study.Design?.OptOut, study.Design?.StatusQuo?.Name }.OfType<string>()
            .Select(code => study.Data.Alternatives.FirstOrDefault(a => a.CodeOrName == code)?.Name ?? code)];
        string[] leftOut = [.. study.Utility.Where(t => t is { Constant: true, Alternatives.Count: 1 }
            && SavedNames.Of(study, t.Name) == SavedNames.LeaveOut).Select(t => t.Alternatives[0])];
        string[] practices = [.. choices.Alternatives.Except(outside).Except(leftOut)];
        practices = practices.Length > 1 ? practices : [.. choices.Alternatives.Except(outside)];
        List<string> codes = [.. choices.Alternatives];
        return [.. practices.Select(name => Innermost(nests, codes.IndexOf(name))).Distinct()];
    }

    private static string? Innermost(IReadOnlyList<Nest> nests, int alternative)
    {
        foreach (Nest nest in nests)
        {
            if (nest.Alternatives.Contains(alternative))
            {
                return nest.Parameter;
            }

            if (Innermost(nest.Branches, alternative) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }
}
