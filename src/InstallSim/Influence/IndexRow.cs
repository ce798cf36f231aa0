using InstallSim.Influence.Methods;

namespace InstallSim.Influence;

/// <summary>An index of an outcome: a row of <c>indices.csv</c>.</summary>
/// <param name="Outcome">Position of the outcome in the plan.</param>
/// <param name="Number">Name of the number; empty for what is none's.</param>
/// <param name="With">The other number of a pair; else empty.</param>
/// <param name="Index">What it is.</param>
/// <param name="Value">Its value.</param>
/// <param name="Low">Low end of its 95 % interval; NaN where it has none.</param>
/// <param name="High">High end.</param>
public sealed record IndexRow(int Outcome, string Number, string With, string Index, double Value, double Low, double High)
{
    /// <summary>The index that tells how much a number counts in all: μ*, total order, mean distance.</summary>
    public static string MainOf(SensitivityMethod method) => method switch
    {
        SensitivityMethod.Morris => "mu-star",
        SensitivityMethod.Sobol => "total",
        _ => "mean",
    };

    /// <summary>All indices of one outcome.</summary>
    /// <param name="plan">The plan's method and its settings.</param>
    /// <param name="outcome">Position of the outcome.</param>
    /// <param name="names">Names of the numbers.</param>
    /// <param name="units">Points, whole units of <see cref="SensitivitySettings.Width"/>.</param>
    /// <param name="outcomes">The outcome at each of them.</param>
    /// <param name="seed">Seed of the resamples.</param>
    public static IReadOnlyList<IndexRow> Of(
        SensitivitySettings plan, int outcome, IReadOnlyList<string> names, double[][] units, double[] outcomes, uint seed)
    {
        var resamples = Resamples.Of(units.Length / plan.Width(names.Count), plan.Resamples, seed);
        return plan.Method switch
        {
            SensitivityMethod.Morris => [.. OfMorris(outcome, names, MorrisIndices.Of(units, outcomes, plan.Levels, resamples))],
            SensitivityMethod.Sobol => [.. OfSobol(outcome, names, SobolIndices.Of(outcomes, names.Count, plan.SecondOrder, resamples))],
            _ => [.. OfPawn(outcome, names, PawnIndices.Of(units, outcomes, plan.Slices, resamples)),
                Bare(outcome, "", "noise", PawnIndices.Noise(outcomes, plan.Slices, plan.Resamples, seed))],
        };
    }

    /// <summary>That of a number that the scenario has not: 0 for sure, whatever an estimate from a sample says.</summary>
    public IndexRow WithoutEffect() => this with { Value = 0, Low = double.NaN, High = double.NaN };

    /// <summary>A value without an interval.</summary>
    public static IndexRow Bare(int outcome, string number, string index, double value) =>
        new(outcome, number, "", index, value, double.NaN, double.NaN);

    /// <summary>What cannot be below 0 has no interval that reaches there.</summary>
    private static IndexRow With95(int outcome, string number, string index, double value, double half, string with = "") =>
        new(outcome, number, with, index, value, index is "first" or "second" ? value - half : Math.Max(0, value - half), value + half);

    private static IEnumerable<IndexRow> OfMorris(int outcome, IReadOnlyList<string> names, MorrisIndex[] indices)
    {
        foreach ((string name, MorrisIndex i) in names.Zip(indices))
        {
            yield return Bare(outcome, name, "mu", i.Mu);
            yield return With95(outcome, name, "mu-star", i.MuStar, i.HalfWidth);
            yield return Bare(outcome, name, "sigma", i.Sigma);
        }
    }

    private static IEnumerable<IndexRow> OfSobol(int outcome, IReadOnlyList<string> names, SobolIndices indices)
    {
        for (int j = 0; j < names.Count; j++)
        {
            yield return With95(outcome, names[j], "first", indices.First[j].Value, indices.First[j].HalfWidth);
            yield return With95(outcome, names[j], "total", indices.Total[j].Value, indices.Total[j].HalfWidth);
        }

        for (int j = 0; j < indices.Second.Length; j++)
        {
            for (int l = j + 1; l < names.Count; l++)
            {
                SobolIndex i = indices.Second[j][l - j - 1];
                yield return With95(outcome, names[j], "second", i.Value, i.HalfWidth, names[l]);
            }
        }
    }

    private static IEnumerable<IndexRow> OfPawn(
        int outcome, IReadOnlyList<string> names, (PawnIndex Index, PawnIndex HalfWidth)[] indices)
    {
        foreach ((string name, (PawnIndex i, PawnIndex half)) in names.Zip(indices))
        {
            yield return With95(outcome, name, "minimum", i.Minimum, half.Minimum);
            yield return With95(outcome, name, "mean", i.Mean, half.Mean);
            yield return With95(outcome, name, "median", i.Median, half.Median);
            yield return With95(outcome, name, "maximum", i.Maximum, half.Maximum);
            yield return With95(outcome, name, "variation", i.Variation, half.Variation);
        }
    }
}
