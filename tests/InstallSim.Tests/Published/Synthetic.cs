using InstallSim.Choice.Data;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Published;

/// <summary>
/// 2,000 people × 10 situations × 5 alternatives × 6 attributes by SplitMix64, the rule of <c>peers/dce/make_synthetic.py</c>: three
/// normal coefficients, three fixed.
/// </summary>
internal static class Synthetic
{
    private static readonly double[] Mean = [-1, 0.8, 0.5, 0.6, -0.4, 0], Spread = [0.8, 1, 0.6];

    public static ChoiceData Data(int persons = 2000, int situations = 10, int alternatives = 5)
    {
        ulong state = 20261121;
        double Uniform()
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (((z ^ (z >> 31)) >> 11) + 0.5) / 9007199254740992.0;
        }

        var table = new LongTable("x1", "x2", "x3", "x4", "x5", "x6");
        for (int person = 0; person < persons; person++)
        {
            double[] beta = [.. Mean];
            for (int k = 0; k < 3; k++)
            {
                beta[k] += Spread[k] * NormalQuantileKernel.Quantile(Uniform());
            }

            for (int t = 0; t < situations; t++)
            {
                Situation(table, person, person * situations + t, alternatives, beta, Uniform);
            }
        }

        return table.Data();
    }

    private static void Situation(LongTable table, int person, int situation, int alternatives, double[] beta, Func<double> uniform)
    {
        var rows = new double[alternatives][];
        int best = 0;
        double highest = double.NegativeInfinity;
        for (int j = 0; j < alternatives; j++)
        {
            double[] x = [.. beta.Select(_ => Math.Floor(uniform() * 9) * 0.25 - 1)];
            double utility = x.Zip(beta, (a, b) => a * b).Sum() - Math.Log(-Math.Log(uniform()));
            if (utility > highest)
            {
                (best, highest) = (j, utility);
            }

            rows[j] = x;
        }

        for (int j = 0; j < alternatives; j++)
        {
            table.Add(situation, person, j, j == best, rows[j]);
        }
    }
}
