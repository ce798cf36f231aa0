using InstallSim.Experiments;
using InstallSim.Experiments.Points;
using InstallSim.Inputs;

namespace InstallSim.Calibration;

/// <summary>Calibrates: waves of history matching, then a fit from the best point found. All points share their random numbers.</summary>
public static class CalibrationRunner
{
    /// <summary>Places of the surfaces' minimum that are simulated before the fit begins.</summary>
    private const int Starts = 5;

    /// <summary>Runs a calibration.</summary>
    /// <param name="loaded">The calibration.</param>
    /// <param name="folder">The results folder to be; finished points are kept beside it until <see cref="Forget"/>.</param>
    /// <param name="say">Told what comes next.</param>
    /// <param name="watched">Runs a part of the work, each with its own progress from nothing to all of its points.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="InputException">No number moves any target, or former work would be thrown away.</exception>
    public static CalibrationResult Run(
        LoadedCalibration loaded, string folder, Action<Words> say, Func<Func<RunWatch, double[][][]>, double[][][]> watched)
    {
        return Run(loaded, (part, points) =>
        {
            say(new Words($"{part}: {PointCount.Of(points.Count)}", $"{French(part)}\u00a0: {PointCount.Of(points.Count)}"));
            return watched(watch => Simulate(loaded, part, [.. points.Select(loaded.Space.ValuesAt)], folder, watch));
        });
    }

    private static string French(string part) => part.Replace("before", "avant", StringComparison.Ordinal)
        .Replace("wave-", "vague-", StringComparison.Ordinal).Replace("fit-", "ajustement-", StringComparison.Ordinal);

    /// <summary>The moments at values of the numbers, by point and replication.</summary>
    internal static double[][][] Simulate(LoadedCalibration loaded, string part, double[][] values, string folder, RunWatch watch) =>
        PointRunner.Run(loaded.Experiment, new PointPlan(
            part, [.. loaded.Space.Numbers.Select(n => n.Path)], values, [.. loaded.Targets.Select(t => t.Name)],
            replication => [.. loaded.Moments.Select(m => m.Read(replication))]), folder, watch);

    /// <summary>Removes kept points, once the results are written.</summary>
    public static void Forget(string folder) => PointRunner.Forget(folder);

    /// <summary>The same with whatever simulates points of the box.</summary>
    internal static CalibrationResult Run(LoadedCalibration loaded, Func<string, IReadOnlyList<double[]>, double[][][]> simulate)
    {
        var runs = new Evaluations(simulate);
        double[] before = runs.Add("before", [loaded.Space.Before])[0];
        var matching = new HistoryMatching(loaded.Settings, loaded.Targets, loaded.Space, runs)
        {
            Targets = loaded.Document.Root.Find("targets")!.KeyPlace,
        };
        matching.Run();
        double[] chance = [.. matching.Chance.Select(c => c.Variance)];
        var squares = new LeastSquares(loaded.Targets, chance, runs.AddFit);
        LeastSquaresFit fit = Fit(loaded, matching, squares, runs);
        bool[] free = [.. matching.Moves.Select(moves => moves && loaded.Settings.Fit)];
        (double[,] places, Holding[] held) = FitCovariance.Of(fit, loaded.Targets, chance, free);
        return Result(loaded, matching, runs, fit, before, (places, held));
    }

    /// <summary>The fit; without one, the best point simulated.</summary>
    private static LeastSquaresFit Fit(LoadedCalibration loaded, HistoryMatching matching, LeastSquares squares, Evaluations runs)
    {
        int budget = loaded.Settings.FitPoints;
        if (loaded.Settings.Fit && matching.Last is { } last)
        {
            double[][] starts = [.. matching.Left.Points(HistoryMatching.Kept).Append(matching.Left.Least)
                .OrderBy(x => squares.Sum([.. last.Surfaces.Select((s, t) => s?.At(x) ?? loaded.Targets[t].Value)])).Take(Starts)];
            runs.AddFit(starts);
            budget -= starts.Length;
        }

        bool MayBegin(int i) => ParameterSpace.Holds(runs.Points[i]) && IsHeldAsAgreed(runs.Points[i], matching, loaded.Space);
        if (!Enumerable.Range(0, runs.Points.Count).Any(MayBegin))
        {
            runs.AddFit([matching.Left.Least]); // the scenario lies outside the ranges, and a number that is held moved in all of the wave
        }

        int best = Enumerable.Range(0, runs.Points.Count).Where(MayBegin)
            .MinBy(i => squares.Sum(runs.MomentsOf(i)) is var sum && double.IsFinite(sum) ? sum : double.MaxValue);
        double[] start = [.. runs.Points[best]], moments = runs.MomentsOf(best);
        return loaded.Settings.Fit
            ? squares.Run(start, moments, matching.Moves, budget)
            : new LeastSquaresFit(start, moments, new double[moments.Length, start.Length], 0, true);
    }

    /// <summary>Whether numbers that move nothing have the scenario's value: those of the first wave's points have not.</summary>
    private static bool IsHeldAsAgreed(double[] point, HistoryMatching matching, ParameterSpace space)
    {
        double[] before = space.Before;
        return Enumerable.Range(0, point.Length).All(k => matching.Moves[k] || point[k] == Math.Clamp(before[k], 0, 1));
    }

    private static CalibrationResult Result(
        LoadedCalibration loaded, HistoryMatching matching, Evaluations runs, LeastSquaresFit fit, double[] before,
        (double[,] Places, Holding[] Held) found)
    {
        ParameterSpace space = loaded.Space;
        double[][] places = matching.Left.Points(HistoryMatching.Kept);
        double[] slopes = [.. space.Numbers.Select((n, k) => n.SlopeAt(fit.Point[k]))];
        var covariance = new double[space.Count, space.Count];
        for (int a = 0; a < space.Count; a++)
        {
            for (int b = 0; b < space.Count; b++)
            {
                covariance[a, b] = found.Places[a, b] * slopes[a] * slopes[b];
            }
        }

        NumberRow[] numbers = [.. space.Numbers.Select((n, k) => new NumberRow(
            n, matching.Moves[k] ? n.At(fit.Point[k]) : n.Before,
            found.Held[k] == Holding.None ? Math.Sqrt(covariance[k, k]) : double.NaN,
            places.Length == 0 ? double.NaN : matching.Moves[k] ? n.At(places.Min(x => x[k])) : n.Low,
            places.Length == 0 ? double.NaN : matching.Moves[k] ? n.At(places.Max(x => x[k])) : n.High,
            found.Held[k]))];
        FitRow[] rows = [.. loaded.Targets.Select((t, i) => new FitRow(
            t, before[i], fit.Moments[i], Math.Sqrt(matching.Chance[i].Variance), matching.Chance[i].IsMoved))];
        return new CalibrationResult(loaded, matching.Results, rows, numbers, covariance,
            [.. places.Select(space.ValuesAt)], [.. places.Select(x => matching.Last?.Largest(x) ?? 0)], runs.Runs, fit.HasConverged,
            [.. matching.Warnings, .. FitWarnings.Of(rows, numbers, fit.HasConverged, loaded.Settings.Fit)]);
    }
}
