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

    /// <inheritdoc/>
    public override DrawSequence WithCount(int count) => new HaltonDraws(count, drop, shuffleSeed);

    /// <inheritdoc/>
    public override void Fill(int person, int dimension, Span<double> uniform)
    {
        long prime = Prime(dimension), first = drop + (long)person * Count;
        Span<int> digits = stackalloc int[64];
        Span<double> weights = stackalloc double[64], above = stackalloc double[65]; // above[p]: the sum of the places from p on
        int places = Digits(first, prime, digits, weights), changed = places - 1;
        above.Clear();
        for (int r = 0; r < uniform.Length; r++)
        {
            for (int place = changed; place >= 0; place--)
            {
                above[place] = above[place + 1] + (digits[place] * weights[place]);
            }

            uniform[r] = above[0] > 0 ? above[0] : 0.5 * weights[places - 1];
            changed = Increment(prime, digits, weights, ref places);
        }

        if (shuffleSeed is { } seed)
        {
            Shuffle(uniform, Key(seed, person, dimension), 0);
        }
    }

    private static int Digits(long element, long prime, Span<int> digits, Span<double> weights)
    {
        int places = 0;
        double weight = 1.0 / prime;
        do
        {
            (digits[places], weights[places]) = ((int)(element % prime), weight);
            element /= prime;
            weight /= prime;
            places++;
        }
        while (element > 0);
        return places;
    }

    /// <summary>Counts on by one; returns the highest place that changed.</summary>
    private static int Increment(long prime, Span<int> digits, Span<double> weights, ref int places)
    {
        int place = 0;
        while (++digits[place] == prime)
        {
            digits[place++] = 0;
            if (place == places)
            {
                (digits[place], weights[place]) = (0, weights[place - 1] / prime);
                places++;
            }
        }

        return place;
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
