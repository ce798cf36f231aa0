using InstallSim.Choice.Models;
using InstallSim.Inputs;

namespace InstallSim.Studies.Results;

/// <summary>
/// Which ratios of the coefficients of a general mixed logit exist. The scale of a group falls out of all; that of a person where both
/// coefficients are scaled as wholes, and out of the mean over people where the price's coefficient is fixed, for E σ = 1.
/// </summary>
internal static class GeneralPay
{
    /// <summary>Whether there are any ratios.</summary>
    public static bool Applies(GeneralMixedLogit model, string price) =>
        model.Tastes.Numeraire is null && model.Tastes.Variables.Contains(price)
            && (IsOfTastes(model) || model.Tastes.Random.All(r => r.Variable != price));

    /// <summary>Whether ratios are distributed as those of the mixed logit within.</summary>
    public static bool IsOfTastes(GeneralMixedLogit model) =>
        model.Tastes.Random.All(r => r.SpreadBy.Count == 0) && model.RandomScale is null or { Gamma: 0, Unscaled.Count: 0 };

    /// <summary>Whether the mean over people of the ratio of a coefficient to the price's is the ratio of their means.</summary>
    public static bool HasMean(GeneralMixedLogit model, string variable, string price) =>
        model.RandomScale is not { } scale || !scale.Unscaled.Contains(variable) || scale.Unscaled.Contains(price);

    /// <summary>Whether the ratio differs between people.</summary>
    public static bool Varies(GeneralMixedLogit model, string variable, string price) =>
        model.Tastes.Random.Any(r => r.Variable == variable)
            || (model.RandomScale is { } scale && scale.Unscaled.Contains(variable) != scale.Unscaled.Contains(price));

    /// <summary>Why there are none; null: for no reason of this kind of model.</summary>
    public static InputMessage? WhyNone(GeneralMixedLogit model, string price) =>
        model.Tastes.Numeraire is not null || Applies(model, price) ? null : Why(model, price);

    private static InputMessage Why(GeneralMixedLogit model, string price) => model.RandomScale is not null
        ? (InputMessage)($"no willingness to pay: the coefficient of '{price}' varies over people beside the scale, so that ratios to it "
            + $"may have no mean; fix it, or say 'gamma: 0', with which the scale falls out of ratios")
        : $"no willingness to pay: the coefficient of '{price}' varies over people, and spreads depend on columns of the person, so "
            + $"that ratios to it may have no mean; fix it, or estimate without 'sd-by'";
}
