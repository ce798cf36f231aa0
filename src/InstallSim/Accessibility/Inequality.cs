using System.Buffers;
using InstallSim.Choice.Kernels;

namespace InstallSim.Accessibility;

/// <summary>
/// How unequally something is spread over people: x_k, a value at least 0 that the p_k people of place k share. Places without people
/// count for nothing. All spans have shape [K]; with nobody at all every measure is NaN. Nothing is allocated but rented scratch.
/// </summary>
public static class Inequality
{
    /// <summary>Mean over people: μ = Σ p_k x_k / Σ p_k.</summary>
    public static double Mean(ReadOnlySpan<double> values, ReadOnlySpan<double> population)
    {
        CheckLengths(values, population);
        double sum = 0, people = 0;
        for (int k = 0; k < values.Length; k++)
        {
            sum += population[k] * values[k];
            people += population[k];
        }

        return sum / people;
    }

    /// <summary>The smallest value that at least a share <paramref name="level"/> of people does not exceed.</summary>
    /// <param name="values">x.</param>
    /// <param name="population">p.</param>
    /// <param name="level">Share of people, 0–1.</param>
    public static double Quantile(ReadOnlySpan<double> values, ReadOnlySpan<double> population, double level)
    {
        using var ranked = new Ranking(values, population);
        double reached = 0, wanted = level * ranked.People;
        for (int k = 0; k < ranked.Values.Length; k++)
        {
            reached += ranked.Weights[k];
            if (ranked.Weights[k] > 0 && reached >= wanted)
            {
                return ranked.Values[k];
            }
        }

        return ranked.People > 0 ? ranked.Values[^1] : double.NaN;
    }

    /// <summary>
    /// Gini index, 0 (equal) to 1: 1 − Σ q_k (L_{k−1} + L_k) over places in rising order of x, q_k the share of people, L_k the share of
    /// the total that the first k places hold, L_0 = 0. 0 when nobody has anything.
    /// </summary>
    public static double Gini(ReadOnlySpan<double> values, ReadOnlySpan<double> population)
    {
        using var ranked = new Ranking(values, population);
        double held = 0, area = 0;
        for (int k = 0; k < ranked.Values.Length; k++)
        {
            double before = held;
            held += ranked.Weights[k] * ranked.Values[k];
            area += ranked.Weights[k] * (before + held);
        }

        return held == 0 && ranked.People > 0 ? 0 : WithoutRounding(1 - (area / (ranked.People * held)));
    }

    /// <summary>Share of people whose value is below a threshold, 0–1; those who are at it are not below.</summary>
    public static double ShareBelow(ReadOnlySpan<double> values, ReadOnlySpan<double> population, double threshold) =>
        Shortfall(values, population, threshold, 0);

    /// <summary>
    /// Foster, Greer and Thorbecke (1984): Σ p_k ((z − x_k) / z)^α over x_k &lt; z, divided by Σ p_k. α = 0 is the share of people below
    /// z, 1 the mean gap, 2 its severity.
    /// </summary>
    /// <param name="values">x.</param>
    /// <param name="population">p.</param>
    /// <param name="threshold">z, above 0.</param>
    /// <param name="alpha">α: 0, 1 or 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is neither 0, 1 nor 2.</exception>
    public static double Shortfall(ReadOnlySpan<double> values, ReadOnlySpan<double> population, double threshold, int alpha)
    {
        CheckLengths(values, population);
        ArgumentOutOfRangeException.ThrowIfLessThan(alpha, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(alpha, 2);
        double sum = 0, people = 0;
        for (int k = 0; k < values.Length; k++)
        {
            people += population[k];
            if (values[k] < threshold)
            {
                double gap = (threshold - values[k]) / threshold;
                sum += population[k] * (alpha == 0 ? 1 : alpha == 1 ? gap : gap * gap);
            }
        }

        return sum / people;
    }

    /// <summary>
    /// Mean of the best served share of people divided by the mean of the worst served, as DREES compares the two tenths; a place at
    /// the edge counts with a part of its people. Not the ratio of two quantiles. +∞ when the worst served have nothing.
    /// </summary>
    /// <param name="values">x.</param>
    /// <param name="population">p.</param>
    /// <param name="share">Share of people on each side, above 0 and at most ½.</param>
    public static double TopToBottom(ReadOnlySpan<double> values, ReadOnlySpan<double> population, double share = 0.1)
    {
        using var ranked = new Ranking(values, population);
        double people = share * ranked.People;
        return Held(ranked, people, best: true) / Held(ranked, people, best: false);
    }

    /// <summary>
    /// Palma ratio: what the best served tenth of people hold over what the worst served four tenths hold, along the Lorenz curve, which is
    /// straight within a place. ¼ when all have the same; +∞ when the worst served have nothing. Palma (2011), of incomes.
    /// </summary>
    public static double Palma(ReadOnlySpan<double> values, ReadOnlySpan<double> population)
    {
        using var ranked = new Ranking(values, population);
        return Held(ranked, 0.1 * ranked.People, best: true) / Held(ranked, 0.4 * ranked.People, best: false);
    }

    /// <summary>
    /// Theil's T: Σ p_k (x_k/μ) ln(x_k/μ) / Σ p_k, 0 (equal) to ln Σ p_k; a value of 0 adds nothing. 0 when nobody has anything.
    /// </summary>
    public static double Theil(ReadOnlySpan<double> values, ReadOnlySpan<double> population)
    {
        double mean = Mean(values, population), sum = 0, people = 0;
        for (int k = 0; k < values.Length; k++)
        {
            people += population[k];
            double relative = values[k] / mean;
            sum += relative > 0 ? population[k] * relative * Elementary.Log(relative) : 0;
        }

        return WithoutRounding(sum / people);
    }

    /// <summary>A measure that is never below 0, without the last digit by which sums of floating-point numbers fall below it.</summary>
    internal static double WithoutRounding(double measure) => Math.Max(0, measure);

    /// <summary>What the best or worst served hold together, Σ p_k x_k over that many people.</summary>
    private static double Held(Ranking ranked, double people, bool best)
    {
        double held = 0;
        for (int r = 0; people > 0 && r < ranked.Values.Length; r++)
        {
            int k = best ? ranked.Values.Length - 1 - r : r;
            double counted = Math.Min(people, ranked.Weights[k]);
            held += counted * ranked.Values[k];
            people -= counted;
        }

        return held;
    }

    private static void CheckLengths(ReadOnlySpan<double> values, ReadOnlySpan<double> population)
    {
        if (values.Length != population.Length)
        {
            throw new ArgumentException($"{values.Length} values for {population.Length} populations");
        }
    }

    /// <summary>The places in rising order of their value, in rented arrays.</summary>
    private readonly ref struct Ranking : IDisposable
    {
        private readonly double[] _values, _weights;

        public Ranking(ReadOnlySpan<double> values, ReadOnlySpan<double> population)
        {
            CheckLengths(values, population);
            _values = ArrayPool<double>.Shared.Rent(values.Length);
            _weights = ArrayPool<double>.Shared.Rent(values.Length);
            Values = _values.AsSpan(0, values.Length);
            Weights = _weights.AsSpan(0, values.Length);
            values.CopyTo(Values);
            population.CopyTo(Weights);
            Values.Sort(Weights);
            foreach (double people in population)
            {
                People += people;
            }
        }

        public Span<double> Values { get; }

        public Span<double> Weights { get; }

        public double People { get; }

        public void Dispose()
        {
            ArrayPool<double>.Shared.Return(_values);
            ArrayPool<double>.Shared.Return(_weights);
        }
    }
}
