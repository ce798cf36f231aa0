using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Studies.Data;

namespace InstallSim.Studies.Analyses;

/// <summary>Each person's random coefficients; those that are the same for all are left out.</summary>
/// <param name="Variables">Variables with a random coefficient.</param>
/// <param name="Persons">Mean, standard deviation and 95 % interval, shape [persons][variables].</param>
/// <param name="Unit">Variable in whose units they are (willingness-to-pay space with one price for all); null: utils.</param>
public sealed record PersonCoefficients(IReadOnlyList<string> Variables, Interval[][] Persons, string? Unit)
{
    /// <summary>Those of a mixed logit.</summary>
    /// <remarks>
    /// The library tells of coefficients of the utility. In willingness-to-pay space with a numeraire that does not vary, divided by it
    /// they are those of the model; with one that varies the mean of a ratio is not the ratio of means, so that they stay in utils, as all
    /// do where one is in utils in the model.
    /// </remarks>
    internal static PersonCoefficients Of(StudyChoices choices, EstimationResult result)
    {
        MixedLogit model = MixedTastes.Drawn(result.Model)!;
        var general = result.Model as GeneralMixedLogit;
        var all = general is null
            ? new IndividualCoefficients(model, choices.Data, result.Estimates)
            : new IndividualCoefficients(general, choices.Data, result.Estimates);
        bool IsOfPerson(string name) => model.Random.Any(r => r.Variable == name)
            || (general?.RandomScale is { } scale && !scale.Unscaled.Contains(name));
        string? unit = model.Numeraire is { } price && model.Random.All(r => model.UnitOf(r.Variable) is not null) ? price : null;
        double factor = unit is null ? 1 : (model.NumeraireIsIncome ? 1 : -1) / result[unit];
        int[] kept = [.. Enumerable.Range(0, all.Variables.Count).Where(k => IsOfPerson(all.Variables[k]))];
        return new PersonCoefficients([.. kept.Select(k => all.Variables[k])],
            [.. all.Persons.Select(person => kept.Select(k => Times(person[k], factor)).ToArray())], unit);
    }

    private static Interval Times(Interval i, double factor) => new(
        i.Estimate * factor, i.StandardError * Math.Abs(factor), (factor < 0 ? i.Upper : i.Lower) * factor,
        (factor < 0 ? i.Lower : i.Upper) * factor);
}
