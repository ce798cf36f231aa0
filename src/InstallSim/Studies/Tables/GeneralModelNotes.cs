using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Studies.Tables;

/// <summary>What the parameters of a general mixed logit are, below their table.</summary>
internal static class GeneralModelNotes
{
    /// <summary>Notes of it; none for other models.</summary>
    public static IEnumerable<string> Of(IChoiceModel model)
    {
        if (model is not GeneralMixedLogit general)
        {
            yield break;
        }

        if (general.RandomScale is not null)
        {
            yield return "tau: standard deviation over people of the logarithm of the scale, whose mean is 1, shown without its sign, "
                + "which no data can tell; 0 means the same scale";
        }

        if (general.HasGamma)
        {
            yield return "gamma: part of the deviations from the means that is not scaled, on the whole line; 0: scaled as the means are "
                + "(G-MNL-II), 1: not scaled (G-MNL-I)";
        }

        foreach (RandomCoefficient random in general.Tastes.Random.Where(random => random.SpreadBy.Count > 0))
        {
            string name = random.Variable;
            yield return $"spread of {name}: sd.{name}·exp({string.Join(" + ", random.SpreadBy.Select(z => $"sd-by.{name}.{z}·{z}"))})";
        }
    }
}
