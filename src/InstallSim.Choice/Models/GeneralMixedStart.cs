using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// Where general mixed logits start: at the estimates of the mixed logit within them, with a scale the same for all, no nesting, spreads
/// the same for all; of a random scale, which is flat at τ = 0, at several τ, there and at the starts of the mixed logit itself.
/// </summary>
internal static class GeneralMixedStart
{
    private static readonly double[] Taus = [0.3, 1];

    /// <summary>Points to start from; the highest likelihood tells which to take.</summary>
    public static IReadOnlyList<double[]> Candidates(GeneralMixedLogit model, ChoiceData data, EstimationOptions options)
    {
        MixedLogit plain = model.Plain();
        var own = new EstimationOptions
        {
            Threads = options.Threads,
            Cancellation = options.Cancellation,
            MostIterations = options.MostIterations,
            Fixed = options.Fixed.Where(f => plain.Parameters.Contains(f.Key)).ToDictionary(),
            Start = options.Start.Where(s => plain.Parameters.Contains(s.Key)).ToDictionary(),
            Equal = [.. options.Equal.Where(group => group.All(plain.Parameters.Contains))],
        };
        double[] fitted = [.. MaximumLikelihood.Estimate(plain, data, own).Estimates];
        if (model.RandomScale is null)
        {
            return [Point(model, fitted, 0)];
        }

        return [.. ((double[][])[fitted, .. new MixedStart(plain, data).Candidates(own)])
            .SelectMany(_ => Taus, (tastes, tau) => Point(model, tastes, tau))];
    }

    private static double[] Point(GeneralMixedLogit model, double[] tastes, double tau) =>
    [
        .. tastes, .. model.Parameters.Skip(tastes.Length).Select(name =>
            name == GeneralMixedLogit.Tau ? tau : name == GeneralMixedLogit.Gamma ? 0.5 : model.Dissimilarities.Contains(name) ? 1 : 0),
    ];
}
