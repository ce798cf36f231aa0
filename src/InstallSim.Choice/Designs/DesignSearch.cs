using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Designs;

/// <summary>
/// Finds an efficient design: from random sets, levels are changed as long as that makes the error smaller, a few are then shaken and
/// mended again, and the best of several starts is kept. Levels that may be shown as often as they tell are changed one after the other,
/// without any list of all profiles (coordinate exchange: Meyer and Nachtsheim 1995; Kessels, Goos and Vandebroek 2006); those that must
/// stay as frequent are swapped (Huber and Zwerina 1996). With draws of the priors the starts go by the first of them and the best go on
/// with all. The same seed gives the same design on any number of threads.
/// </summary>
public static class DesignSearch
{
    private const ushort Purpose = 0xE578;

    /// <summary>Draws of the priors by which starts are improved, and starts that go on with all.</summary>
    private const int FirstDraws = 8, Finalists = 4;

    /// <summary>Work, levels shown² × coefficients × draws (32 at most), over which a design of a stricter balance is not sought first.
    /// </summary>
    private const double MostWork = 2e7;

    /// <summary>Sets gone through for a list of all, how many times those needed it may be, and starts from it, at most.</summary>
    private const int MostSets = 250_000, MostOver = 20, MostFromAllowed = 4;

    /// <summary>Finds a design.</summary>
    /// <param name="problem">What is wanted.</param>
    /// <param name="starts">Random starts, ≥ 1.</param>
    /// <param name="seed">Names the random numbers.</param>
    /// <param name="from">
    /// Designs that hold more than is wanted, from which it starts too; when null the best of a stricter balance, unless the design is
    /// large, so that no balance is the worse for allowing more.
    /// </param>
    /// <returns>Levels, shape [sets][slots]; null when none was found of sets that may all be shown.</returns>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public static int[][]? Run(DesignProblem problem, int starts, uint seed, IReadOnlyList<int[][]>? from = null)
    {
        int[][][] stricter = [.. from ?? (Stricter(problem) is { } other && Run(other, starts, seed) is { } found ? [found] : [])];
        Climb[] best = [.. Starts(problem, starts, seed), .. Finish(problem, stricter, seed)];
        best = [.. best.OrderBy(f => f.Faults).ThenBy(f => f.Value)];
        return best[0].Faults == 0 ? best[0].Sets : null;
    }

    /// <summary>The problem with the next stricter balance; null where there is none or the design is large.</summary>
    private static DesignProblem? Stricter(DesignProblem problem)
    {
        double shown = (double)problem.Sets * problem.Slots.Count;
        bool isLarge = shown * shown * problem.Coefficients * Math.Min(problem.Priors.Count, 32) > MostWork;
        return isLarge || problem.Balance == DesignBalance.Full ? null : problem with { Balance = problem.Balance + 1 };
    }

    private static Climb[] Starts(DesignProblem problem, int starts, uint seed)
    {
        int draws = Math.Min(problem.Priors.Count, FirstDraws);
        var climbs = new Climb[starts];
        Parallel.For(0, starts, start =>
        {
            var key = new DrawKey(seed, (ushort)start, Purpose, 0, 0);
            climbs[start] = new Climb(problem, DesignStart.Make(problem, key), draws, key with { Year = 1 });
            climbs[start].Run();
        });
        Climb[] best = [.. climbs.OrderBy(f => f.Faults).ThenBy(f => f.Value)];
        if (best[0].Faults > 0)
        {
            best = [.. best, .. FromAllowed(problem, starts, draws, seed)];
            best = [.. best.OrderBy(f => f.Faults).ThenBy(f => f.Value)];
        }

        if (draws < problem.Priors.Count)
        {
            best = Finish(problem, [.. best.Take(Finalists).Select(f => f.Sets)], seed);
        }

        return best;
    }

    /// <summary>
    /// Starts of sets that may be shown, each as often as it may be there: for designs that need nearly all of them, which changes of
    /// random sets do not find.
    /// </summary>
    private static Climb[] FromAllowed(DesignProblem problem, int starts, int draws, uint seed)
    {
        if (DesignAudit.Allowed(problem, MostSets) is not { } allowed)
        {
            return [];
        }

        int each = Math.Min(problem.Repeats, problem.Sets);
        int[][] all = [.. allowed.SelectMany(set => Enumerable.Repeat(set, each).Take(problem.Sets))];
        if (all.Length < problem.Sets || all.Length > MostOver * problem.Sets)
        {
            return [];
        }

        var found = new Climb[Math.Min(starts, MostFromAllowed)];
        Parallel.For(0, found.Length, start =>
        {
            var key = new DrawKey(seed, (ushort)start, Purpose, 3, 0);
            int[][] sets = [.. Enumerable.Range(0, all.Length).OrderBy(key.Uniform).Take(problem.Sets).Select(i => (int[])all[i].Clone())];
            found[start] = new Climb(problem, sets, draws, key with { Year = 4 });
            found[start].Run();
        });
        return found;
    }

    /// <summary>
    /// Betters a design that is there. Levels that are balanced stay so, others become so where that is wanted; a balance that allows more
    /// also starts from what a stricter one makes of it.
    /// </summary>
    /// <param name="problem">What is wanted.</param>
    /// <param name="sets">The design, shape [sets][slots].</param>
    /// <param name="seed">Names the random numbers.</param>
    /// <returns>The better one; null when it still has sets that may not be shown.</returns>
    public static int[][]? Improve(DesignProblem problem, int[][] sets, uint seed)
    {
        int[][]? stricter = Stricter(problem) is { } other ? Improve(other, sets, seed) : null;
        Climb best = Finish(problem, stricter is null ? [sets] : [sets, stricter], seed)[0];
        return best.Faults == 0 ? best.Sets : null;
    }

    private static Climb[] Finish(DesignProblem problem, int[][][] designs, uint seed)
    {
        var finished = new Climb[designs.Length];
        Parallel.For(0, designs.Length, i =>
        {
            int[][] own = [.. designs[i].Select(set => (int[])set.Clone())];
            finished[i] = new Climb(problem, own, problem.Priors.Count, new DrawKey(seed, (ushort)i, Purpose, 2, 0));
            finished[i].Run();
        });
        return [.. finished.OrderBy(f => f.Faults).ThenBy(f => f.Value)];
    }
}
