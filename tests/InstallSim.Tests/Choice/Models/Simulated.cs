using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Tests.Published;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Choices made by known rules, as pure functions of a seed.</summary>
internal static class Simulated
{
    /// <summary>
    /// People with coefficients of their own choose by V + Gumbel among sets of 2 to most alternatives; number
    /// 1,000,000 on of a key are free for coefficients. The scale of V may depend on the number of the situation,
    /// and the errors be made of the Gumbels otherwise.
    /// </summary>
    public static ChoiceData Panel(
        int persons, int situations, int most, int variables, Func<DrawKey, double[]> coefficients, uint seed = 1, bool equalSets = false,
        bool weighted = true, Func<int, double>? scale = null,
        Func<DrawKey, int, double[], double[]>? errors = null)
    {
        var table = new LongTable([.. Enumerable.Range(1, variables).Select(k => $"x{k}")]);
        int situation = 0;
        for (int person = 0; person < persons; person++)
        {
            var key = new DrawKey(seed, 0, 7, 0, (uint)person);
            double[] beta = coefficients(key);
            int next = 0;
            for (int t = 0; t < situations; t++, situation++)
            {
                int size = equalSets ? most : 2 + (int)((most - 1) * key.Uniform(next++));
                double[][] x = [.. Enumerable.Range(0, size)
                    .Select(_ => Enumerable.Range(0, variables).Select(_ => Math.Floor(9 * key.Uniform(next++)) / 4 - 1).ToArray())];
                double[] gumbel = [.. x.Select(_ => -Math.Log(-Math.Log(key.Uniform(next++))))];
                double[] utility = [.. x.Zip(errors?.Invoke(key, t, gumbel) ?? gumbel, (row, error) =>
                    (row.Zip(beta, (a, b) => a * b).Sum() * (scale?.Invoke(t) ?? 1)) + error)];
                int chosen = Array.IndexOf(utility, utility.Max());
                double weight = weighted && person % 5 == 0 ? 1.5 : 1;
                for (int j = 0; j < size; j++)
                {
                    table.Add(situation, person, j, j == chosen, true, weight, x[j]);
                }
            }
        }

        return table.Data();
    }

    /// <summary>A standard normal number of a person, by Box and Muller.</summary>
    public static double Normal(DrawKey key, int index) =>
        Math.Sqrt(-2 * Math.Log(key.Uniform(1_000_000 + 2 * index))) * Math.Cos(2 * Math.PI * key.Uniform(1_000_001 + 2 * index));
}
