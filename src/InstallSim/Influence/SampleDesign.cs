using InstallSim.Choice.Draws;
using InstallSim.Experiments.Points;
using InstallSim.Influence.Methods;
using InstallSim.Scenarios;

namespace InstallSim.Influence;

/// <summary>Where a plan looks: points in the unit cube, and the values that they mean.</summary>
/// <param name="Units">Shape [P][K], in [0, 1].</param>
/// <param name="Values">Shape [P][K], in the unit of each number, as they are simulated.</param>
public sealed record SampleDesign(double[][] Units, double[][] Values)
{
    /// <summary>The design of a plan; all its random numbers are named by the seed of the scenarios.</summary>
    public static SampleDesign Of(LoadedPlan<SensitivitySettings> plan)
    {
        SensitivitySettings settings = plan.Settings;
        int numbers = plan.Numbers.Count;
        uint seed = SeedOf(plan);
        double[][] units = settings.Method switch
        {
            SensitivityMethod.Morris => Trajectories.Design(numbers, settings.Count, settings.Levels, seed),
            SensitivityMethod.Sobol => SaltelliDesign.Design(numbers, settings.Count, settings.SecondOrder, seed),
            _ => LatinHypercube(numbers, settings.Count, seed),
        };
        double[][] values = [.. units.Select(u => u.Select((x, j) => At(plan.Numbers[j], x, settings.Distribution)).ToArray())];
        int[] shares = plan.ClassShares;
        Array.ForEach(values, point => PointShares.MakeOne(point, shares));
        return new SampleDesign(units, values);
    }

    /// <summary>The seed of the scenarios.</summary>
    public static uint SeedOf(LoadedPlan<SensitivitySettings> plan) => plan.Loaded.Experiment.Scenarios[0].Scenario.Seed;

    private static double At(PlanNumber number, double u, SampleDistribution distribution) => distribution == SampleDistribution.Uniform
        ? number.At(u)
        : number.Possible(Doubt.Triangular(number.Low, Math.Clamp(number.Value, number.Low, number.High), number.High, u));

    private static double[][] LatinHypercube(int numbers, int count, uint seed)
    {
        var sequence = new LatinHypercubeDraws(count, seed);
        double[][] points = [.. Enumerable.Range(0, count).Select(_ => new double[numbers])];
        var column = new double[count];
        for (int j = 0; j < numbers; j++)
        {
            sequence.Fill(0, j, column);
            for (int i = 0; i < count; i++)
            {
                points[i][j] = column[i];
            }
        }

        return points;
    }
}
