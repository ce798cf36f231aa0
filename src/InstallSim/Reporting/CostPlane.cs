using InstallSim.Charts;

namespace InstallSim.Reporting;

/// <summary>The cost-effectiveness plane: effect across, cost (k€) up, and which policies have a colour and a name in it.</summary>
internal sealed record CostPlane(Axis X, Axis Y, HashSet<string> Named)
{
    /// <summary>How many times as far as the next one reaches who leaves the picture: a plane has more room than a line.</summary>
    private const double TooFar = 4;

    /// <summary>Costs of a GP, k€, whose rays cross the picture: the diagonal, rounded, a fifth and five times as much.</summary>
    public IReadOnlyList<double> Rays { get; } = X.To <= 0 || Y.To <= 0 ? []
        : [.. ((double[])[0.2, 1, 5]).Select(times => RoundNumbers.Near(times * Y.To / X.To))];

    /// <summary>Where the ray of a cost leaves the picture.</summary>
    public Point End(double each) => Math.Min(X.To, Y.To / each) is var x ? new Point(x, x * each) : default;

    /// <summary>Axes that hold zero and all policies but those that reach far beyond all others.</summary>
    public static CostPlane Of(FigureContext context, List<CostEffect> all)
    {
        HashSet<string> named = [.. Leading.Of(context.Results).Select(p => p.Name)];
        var clouds = all.Select(c => !named.Contains(c.Policy.Name) ? [(c.Effect, c.MeanCost)]
            : ((double Effect, double Cost)[])[.. c.Effects.Zip(c.Costs)]).ToList();
        var (left, right) = Ends([.. clouds.Select(c => c.Select(p => p.Effect))]);
        var (bottom, top) = Ends([.. clouds.Select(c => c.Select(p => p.Cost))]);
        return new CostPlane(
            Axis.Numbers(left, right, context.IsNarrow ? 3 : 5, context.Text.SignedTick) with
            {
                HasGrid = true,
                Title = context.Text.Label(context.Results.Main) + context.Say(", difference", ", écart"),
            },
            Axis.Numbers(bottom, top, context.IsNarrow ? 4 : 5, context.Text.MoneyTick) with
            {
                HasGrid = true,
                Title = context.Say($"Cost by {context.LastYear}", $"Coût d’ici {context.LastYear}"),
            },
            named);
    }

    /// <summary>Whether the policy has a colour, a name and its replications; others are small grey points.</summary>
    public bool IsNamed(CostEffect c) => Named.Contains(c.Policy.Name);

    /// <summary>Whether its mean lies beyond the picture.</summary>
    public bool IsOutside(CostEffect c) => InsideX(c) != c.Effect || InsideY(c) != c.MeanCost;

    /// <summary>The mean effect, or the edge towards it.</summary>
    public double InsideX(CostEffect c) => Math.Clamp(c.Effect, X.From, X.To);

    /// <summary>The mean cost, or the edge towards it.</summary>
    public double InsideY(CostEffect c) => Math.Clamp(c.MeanCost, Y.From, Y.To);

    /// <summary>Towards where a policy outside lies.</summary>
    public string Arrow(CostEffect c) => InsideX(c) == c.Effect ? "↑" : InsideY(c) == c.MeanCost ? "→" : "↗";

    private static (double From, double To) Ends(IReadOnlyList<IEnumerable<double>> clouds)
    {
        double limit = SharedScale.Limit(clouds.Select(SharedScale.Reach), TooFar);
        double[] all = [0, .. clouds.SelectMany(c => c).Select(v => Math.Clamp(v, -limit, limit))];
        double margin = 0.06 * Math.Max(all.Max() - all.Min(), 1e-9);
        return (all.Min() < 0 ? all.Min() - margin : 0, all.Max() + margin);
    }
}
