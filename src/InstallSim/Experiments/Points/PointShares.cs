using InstallSim.Inputs;
using InstallSim.Scenarios;

namespace InstallSim.Experiments.Points;

/// <summary>Shares of latent classes among the numbers of a plan: they are parts of 1.</summary>
public static class PointShares
{
    private const string Classes = "preferences.classes.";

    // What rounding may leave of shares that add up to 1.
    private const double Rounding = 1e-9;

    /// <summary>Positions of the numbers that are the shares of all classes of a scenario; none where a class is not among them.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="names">Names of the numbers.</param>
    public static int[] All(Scenario scenario, IReadOnlyList<string> names)
    {
        int[] of = Of(scenario, names);
        return of.Contains(-1) ? [] : of;
    }

    /// <summary>Divides the numbers at some positions by their sum, in place: what is simulated of the shares of all classes.</summary>
    /// <param name="point">Values of the numbers of a plan, shape [K].</param>
    /// <param name="positions">Where the shares stand; left alone where they are all 0.</param>
    public static void MakeOne(double[] point, IReadOnlyList<int> positions)
    {
        double sum = positions.Sum(k => point[k]);
        foreach (int k in sum > 0 ? positions : [])
        {
            point[k] /= sum;
        }
    }

    /// <summary>Whether a number is the share of a class.</summary>
    internal static bool IsShare(string name) => name.StartsWith(Classes, StringComparison.Ordinal);

    /// <summary>What is wrong with the shares of the classes at a point; null when nothing is.</summary>
    /// <param name="of">Where they stand, see <see cref="Of"/>.</param>
    /// <param name="point">Values of the numbers, shape [K].</param>
    internal static InputMessage? FaultOf(int[] of, double[] point)
    {
        double sum = of.Sum(k => k < 0 ? 0 : point[k]);
        bool isRight = of.All(k => k < 0) || (sum <= 1 + Rounding && (of.Contains(-1) || sum >= 1 - Rounding));
        return isRight ? null : sum > 1
            ? (InputMessage)$"the shares of the classes add up to {sum:0.######}, more than 1"
            : (InputMessage)$"the shares of the classes add up to {sum:0.######}, not to 1";
    }

    /// <summary>Position of each class's share among the numbers, −1 for none.</summary>
    internal static int[] Of(Scenario scenario, IReadOnlyList<string> names)
    {
        List<string> known = [.. names];
        return [.. scenario.Preferences.Classes.Select(c => known.IndexOf($"{Classes}{c.Name}.share"))];
    }
}
