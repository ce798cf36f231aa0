using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Analysis;

/// <summary>The fits that Hausman and McFadden's test compares: with all alternatives, and without some.</summary>
internal sealed class HausmanFits
{
    private readonly IChoiceModel _model;
    private readonly ChoiceData _data, _smaller;
    private readonly double[,] _ofAll, _ofSome;

    /// <param name="model">Model.</param>
    /// <param name="data">Choices.</param>
    /// <param name="dropped">Codes of the alternatives taken away.</param>
    /// <param name="options">Options of both estimations.</param>
    public HausmanFits(IChoiceModel model, ChoiceData data, IReadOnlyCollection<int> dropped, EstimationOptions? options)
    {
        (_model, _data, _smaller) = (model, data, data.Without(dropped));
        All = MaximumLikelihood.Estimate(model, data, options);
        Some = MaximumLikelihood.Estimate(model, _smaller, options);
        (_ofAll, _ofSome) = (All.Covariance(CovarianceKind.Hessian), Some.Covariance(CovarianceKind.Hessian));
        Kept = [.. Enumerable.Range(0, All.Parameters.Count).Where(k => _ofSome[k, k] > 0 && _ofAll[k, k] > 0)];
    }

    /// <summary>The fit with all alternatives.</summary>
    public EstimationResult All { get; }

    /// <summary>The fit without some.</summary>
    public EstimationResult Some { get; }

    /// <summary>Places of the parameters that both tell.</summary>
    public int[] Kept { get; }

    /// <summary>By how much a parameter moves.</summary>
    public double Difference(int parameter) => Some.Estimates[parameter] - All.Estimates[parameter];

    /// <summary>Standard error of a parameter without the alternatives, from the Hessian.</summary>
    public double Scale(int parameter) => Math.Sqrt(_ofSome[parameter, parameter]);

    /// <summary>Covariance of the differences, from the scores of the persons in both fits, shape [K, K].</summary>
    public double[,] CovarianceOfDifference()
    {
        int k = All.Parameters.Count;
        var whose = new Dictionary<int, int>();
        for (int n = 0; n < _data.Situations; n++)
        {
            for (int row = _data.Start(n); row < _data.Start(n + 1); row++)
            {
                whose[_data.SourceRow(row)] = _data.Person(n);
            }
        }

        var influence = new double[_data.Persons, k];
        Add(_data, All, _ofAll, -1, whose, influence);
        Add(_smaller, Some, _ofSome, 1, whose, influence);
        double few = All.Persons / (All.Persons - 1.0);
        var covariance = new double[k, k];
        for (int g = 0; g < _data.Persons; g++)
        {
            foreach (int i in Kept)
            {
                foreach (int j in Kept)
                {
                    covariance[i, j] += few * influence[g, i] * influence[g, j];
                }
            }
        }

        return covariance;
    }

    /// <summary>Adds sign·H⁻¹·score of each unit to its person.</summary>
    private void Add(
        ChoiceData data, EstimationResult fit, double[,] bread, int sign, Dictionary<int, int> whose, double[,] influence)
    {
        int k = fit.Parameters.Count;
        var likelihood = _model.Bind(data);
        double[] scores = likelihood.Evaluate([.. fit.Estimates], Derivatives.Scores).Scores;
        for (int unit = 0; unit < likelihood.Units; unit++)
        {
            int first = data.FirstSituation(likelihood.PersonOf(unit)), person = whose[data.SourceRow(data.Start(first))];
            foreach (int i in Kept)
            {
                for (int j = 0; j < k; j++)
                {
                    double b = bread[i, j];
                    influence[person, i] += double.IsFinite(b) ? sign * b * scores[unit * k + j] : 0;
                }
            }
        }
    }
}
