using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>The mixed logit that a model is, or has within it.</summary>
public static class MixedTastes
{
    /// <summary>The mixed logit that describes a model's coefficients at the scale of 1; null: none does.</summary>
    public static MixedLogit? Of(IChoiceModel model) => model switch
    {
        MixedLogit mixed => mixed,
        GeneralMixedLogit { RandomScale: null } general => general.Tastes,
        _ => null,
    };

    /// <summary>The mixed logit whose draws a model integrates with; null: it has no draws, or several such.</summary>
    public static MixedLogit? Drawn(IChoiceModel model) => model switch
    {
        MixedLogit { Random.Count: > 0 } mixed => mixed,
        GeneralMixedLogit general when general.RandomScale is not null || general.Tastes.Random.Count > 0 => general.Tastes,
        _ => null,
    };
}
