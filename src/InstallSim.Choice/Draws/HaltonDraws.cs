using System.Buffers;

namespace InstallSim.Choice.Draws;

/// <summary>
/// Halton draws: dimension d is the radical inverse in the d-th prime of 0, 1, 2, …; the first <paramref name="drop"/> elements
/// are left out and person i takes elements i·R … i·R + R − 1 of the rest. Halton (1960), Train (2009, section 9.3.3).
/// </summary>
/// <param name="count">R, draws a person, ≥ 1.</param>
/// <param name="drop">Elements left out at the start, ≥ 0.</param>
/// <param name="shuffleSeed">
/// Shuffles each person's draws of each dimension, which breaks the correlation of high primes; null: in their order.
/// </param>
public sealed class HaltonDraws(int count, int drop = 100, uint? shuffleSeed = null) : DrawSequence(count)
{
    /// <inheritdoc/>
    public override int MostDimensions => 1000;

    /// <inheritdoc/>
    public override string Description =>
        $"Halton, {Count} a person, first {drop} dropped{(shuffleSeed is { } s ? $", shuffled (seed {s})" : "")}";

    internal override bool HasPrefixes => shuffleSeed is null;

    /// <inheritdoc/>
    public override DrawSequence WithCount(int count) => new HaltonDraws(count, drop, shuffleSeed);

    /// <inheritdoc/>
    public override void Fill(int person, int dimension, Span<double> uniform)
    {
        long prime = Prime(dimension), first = drop + (long)person * Count;
        Span<long> firsts = stackalloc long[64], lasts = stackalloc long[64]; // of the elements without their last digits
        Span<double> weights = stackalloc double[64];
        int place = 0;
        (firsts[0], lasts[0], weights[0]) = (first, first + uniform.Length - 1, 1.0 / prime);
        for (; lasts[place] - firsts[place] > 1; place++)
        {
            (firsts[place + 1], lasts[place + 1]) = (firsts[place] / prime, lasts[place] / prime);
            weights[place + 1] = weights[place] / prime;
        }

        for (long element = firsts[place]; element <= lasts[place]; element++)
        {
            uniform[(int)(element - firsts[place])] = Inverse(element, prime, weights[place]);
        }

        double[] above = ArrayPool<double>.Shared.Rent((uniform.Length / 2) + 2);
        for (place--; place >= 0; place--)
        {
            int found = (int)(lasts[place + 1] - firsts[place + 1]) + 1, wanted = (int)(lasts[place] - firsts[place]) + 1;
            uniform[..found].CopyTo(above);
            Append(above, uniform[..wanted], (int)prime, weights[place], (int)(firsts[place] - (firsts[place + 1] * prime)));
        }

        ArrayPool<double>.Shared.Return(above);
        if (first == 0)
        {
            uniform[0] = 0.5 * weights[0];
        }

        if (shuffleSeed is { } seed)
        {
            Shuffle(uniform, Key(seed, person, dimension), 0);
        }
    }

    /// <summary>The radical inverse of an element, its last digit having the weight given; added from the first digit on.</summary>
    private static double Inverse(long element, long prime, double weight) =>
        element < prime ? element * weight : Inverse(element / prime, prime, weight / prime) + (element % prime * weight);

    /// <summary>Elements that have a digit more than consecutive elements above: each takes every digit, the first from one on.</summary>
    private static void Append(ReadOnlySpan<double> above, Span<double> values, int prime, double weight, int skipped)
    {
        for (int digit = 0; digit < prime; digit++)
        {
            double part = digit * weight;
            int i = digit < skipped ? 1 : 0;
            for (int at = (i * prime) + digit - skipped; at < values.Length; at += prime)
            {
                values[at] = above[i++] + part;
            }
        }
    }

    private static int Prime(int dimension)
    {
        int prime = 2;
        for (int found = 0, candidate = 2; found <= dimension; candidate++)
        {
            bool isPrime = true;
            for (int d = 2; d * d <= candidate && isPrime; d++)
            {
                isPrime = candidate % d != 0;
            }

            if (isPrime)
            {
                (prime, found) = (candidate, found + 1);
            }
        }

        return prime;
    }
}
