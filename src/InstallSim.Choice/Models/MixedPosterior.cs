using InstallSim.Choice.Data;

namespace InstallSim.Choice.Models;

/// <summary>Coefficients by draw and the weights that a unit's choices give to the draws.</summary>
internal sealed class MixedPosterior
{
    private readonly CoefficientTerms _terms;
    private readonly PanelDifferences _panel;
    private readonly DrawCache _draws;
    private readonly double[] _theta;
    private readonly int _count;

    public MixedPosterior(MixedLogit model, ChoiceData data, double[] theta)
    {
        (_terms, _theta, _count) = (model.Terms, theta, model.Draws.Count);
        _panel = new PanelDifferences(data, _terms.Variables, _terms.Varies, model.Panel, _terms.Covariates);
        _draws = new DrawCache(model.Draws, _terms.Dimensions, _panel.DrawnUnits);
    }

    public int Units => _panel.Units;

    /// <summary>β of each varying coefficient by draw, and weights that sum to 1.</summary>
    public (double[][] Beta, double[] Weight) Of(int unit)
    {
        var room = new MixedRoom(_terms, _panel, _draws.Stride, _draws.Stride, false, false);
        room.Begin(_theta, unit, _draws);
        double shift = -room.LargestLogProbability(_theta, _count);
        double[] weight = new double[_draws.Stride];
        double[][] beta = [.. Enumerable.Range(0, _terms.Varies).Select(_ => new double[_draws.Stride])];
        for (int from = 0; from < _draws.Stride; from += MixedRoom.MostDraws)
        {
            room.CopyBlock(_theta, from, _count, shift, beta, weight);
        }

        double total = weight.Sum();
        return ([.. beta.Select(b => b[.._count])], [.. weight[.._count].Select(w => w / total)]);
    }
}
