using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>
/// Best and worst of a task as the models of best–worst choices have them: one after the other, the best by V + ε and the worst of the rest
/// by −V + ε (sequential), or the pair with the largest V(best) − V(worst) + ε (maxdiff); ε standard Gumbel, a pure function of seed,
/// respondent and rows.
/// </summary>
internal static class WorstAnswers
{
    private const ushort WorstPurpose = 0xD3;
    private const int Pairs = 1 << 12;

    /// <summary>The rows of the best and of the worst.</summary>
    /// <param name="reading">The model.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="n">Respondent, from 0.</param>
    /// <param name="task">Rows of the task, two or more.</param>
    /// <param name="utility">V of a row.</param>
    public static (int Best, int Worst) Of(BestWorstReading reading, uint seed, int n, int[] task, Func<int, double> utility)
    {
        if (reading == BestWorstReading.MaxDiff)
        {
            return task.SelectMany(b => task.Where(w => w != b).Select(w => (Best: b, Worst: w)))
                .MaxBy(pair => utility(pair.Best) - utility(pair.Worst) + Gumbel(seed, n, (Pairs * pair.Best) + pair.Worst));
        }

        int best = task.MaxBy(r => utility(r) + Respondents.Gumbel(seed, n, r));
        return (best, task.Where(r => r != best).MaxBy(r => Gumbel(seed, n, r) - utility(r)));
    }

    private static double Gumbel(uint seed, int n, int index) =>
        -Elementary.Log(-Elementary.Log(new DrawKey(seed, 0, WorstPurpose, 0, (uint)n).Uniform(index)));
}
