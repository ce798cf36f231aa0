using InstallSim.Choice.Data;

namespace InstallSim.Choice.Models;

/// <summary>
/// Coefficients by draw of a <see cref="GeneralMixedLogit"/>, with the scale of the person and without that of groups, and the weights that
/// a unit's choices give to the draws.
/// </summary>
internal sealed class GeneralMixedPosterior
{
    private readonly GeneralMixedUnits _units;
    private readonly DrawCache _draws;
    private readonly double[] _theta;
    private readonly int _count;

    /// <exception cref="ArgumentException">θ is outside of the model's range: a nest's dissimilarity is not above 0.</exception>
    public GeneralMixedPosterior(GeneralMixedLogit model, ChoiceData data, double[] theta)
    {
        (_units, _theta, _count) = (new GeneralMixedUnits(model, data), theta, model.Tastes.Draws.Count);
        BaseDraw[] dimensions = [.. model.Tastes.Terms.Dimensions, .. model.RandomScale is null ? [] : (BaseDraw[])[BaseDraw.Normal]];
        _draws = new DrawCache(model.Tastes.Draws, dimensions, _units.Panel.DrawnUnits);
        if (!new GeneralMixedRoom(_units, _draws.Stride, false).Begin(theta))
        {
            throw new ArgumentException("a dissimilarity is not above 0", nameof(theta));
        }
    }

    public int Units => _units.Panel.Units;

    /// <summary>How many coefficients vary by draw, the first of the model's.</summary>
    public int Varies => _units.Varies;

    /// <summary>β of each varying coefficient by draw, and weights that sum to 1.</summary>
    public (double[][] Beta, double[] Weight) Of(int unit)
    {
        var room = new GeneralMixedRoom(_units, _draws.Stride, false);
        room.Begin(_theta);
        room.Begin(unit, _draws);
        double shift = -room.LargestLogProbability(_count);
        double[] weight = new double[_draws.Stride];
        double[][] beta = [.. Enumerable.Range(0, Varies).Select(_ => new double[_draws.Stride])];
        for (int from = 0; from < _draws.Stride; from += MixedRoom.MostDraws)
        {
            room.CopyBlock(from, _count, shift, beta, weight);
        }

        double total = weight[.._count].Sum();
        return ([.. beta.Select(b => b[.._count])], [.. weight[.._count].Select(w => w / total)]);
    }
}
