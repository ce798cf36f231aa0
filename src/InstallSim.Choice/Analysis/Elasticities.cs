using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Analysis;

/// <summary>By how many per cent expected shares change when a variable of one alternative changes by one per cent, for any model.</summary>
public static class Elasticities
{
    private const double Step = 1e-4;

    /// <summary>Point elasticities of all alternatives' shares (own for the alternative itself, cross for the others), by central differences.</summary>
    /// <param name="model">Model.</param>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="data">Choice sets.</param>
    /// <param name="variable">Variable that changes.</param>
    /// <param name="alternative">Alternative whose variable changes.</param>
    /// <returns>Elasticity by code of the alternative.</returns>
    public static IReadOnlyDictionary<int, double> Point(IChoiceModel model, double[] theta, ChoiceData data, string variable, int alternative)
    {
        var up = Shares(model, theta, Changed(data, variable, alternative, 1 + Step));
        var down = Shares(model, theta, Changed(data, variable, alternative, 1 - Step));
        return up.ToDictionary(p => p.Key, p => (p.Value - down[p.Key]) / (Step * (p.Value + down[p.Key])));
    }

    /// <summary>Arc elasticities for a change that is not small: ln(share after/share before) / ln(1 + change).</summary>
    /// <param name="model">Model.</param>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="data">Choice sets.</param>
    /// <param name="variable">Variable that changes.</param>
    /// <param name="alternative">Alternative whose variable changes.</param>
    /// <param name="change">Relative change, above −1 and not 0: 0.1 is ten per cent more.</param>
    /// <returns>Elasticity by code of the alternative.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The change is 0, or takes away the whole.</exception>
    public static IReadOnlyDictionary<int, double> Arc(
        IChoiceModel model, double[] theta, ChoiceData data, string variable, int alternative, double change)
    {
        if (!(change > -1 && change != 0))
            throw new ArgumentOutOfRangeException(nameof(change), change, "a change must be above -1 and not 0");
        var before = Shares(model, theta, data);
        var after = Shares(model, theta, Changed(data, variable, alternative, 1 + change));
        return before.ToDictionary(p => p.Key, p => Math.Log(after[p.Key] / p.Value) / Math.Log(1 + change));
    }

    private static ChoiceData Changed(ChoiceData data, string variable, int alternative, double factor)
    {
        double[] column = data.Column(variable).ToArray();
        for (int row = 0; row < column.Length; row++)
            column[row] *= data.Alternative(row) == alternative ? factor : 1;
        return data.With((variable, column));
    }

    private static Dictionary<int, double> Shares(IChoiceModel model, double[] theta, ChoiceData data)
    {
        double[] p = Prediction.Probabilities(model, data, theta);
        var shares = new Dictionary<int, double>();
        for (int n = 0; n < data.Situations; n++)
        {
            for (int row = data.Start(n); row < data.Start(n + 1); row++)
                shares[data.Alternative(row)] = shares.GetValueOrDefault(data.Alternative(row)) + data.Weight(n) * p[row];
        }

        return shares;
    }
}
