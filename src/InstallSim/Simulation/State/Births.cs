using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InstallSim.Simulation.State;

/// <summary>
/// Where those who practise at some places were born, of all who were born in the study: P(b|i) of <see cref="Origins"/>. One thread's
/// room: births are worked on piece by piece, so that shares and distances of a piece are near for all places.
/// </summary>
internal sealed class Births
{
    /// <summary>Places that are worked on together.</summary>
    public const int Together = 16;

    private const int Four = 4, Piece = 512;

    private readonly Origins _origins;
    private readonly double[] _population;
    private readonly double[][] _sums;
    private readonly double[] _total = new double[Together];
    private readonly int[] _place = new int[Together];
    private readonly double[][] _pull;

    /// <summary>Makes the room.</summary>
    public Births(Origins origins, double[] population)
    {
        (_origins, _population) = (origins, population);
        _sums = [.. Enumerable.Range(0, Together).Select(_ => new double[population.Length])];
        _pull = [.. Enumerable.Range(0, Together / Four).Select(_ => new double[origins.Share.Length * Four])];
    }

    /// <summary>Works out the weights of the births of those at each of some places, summed from the first birth on.</summary>
    /// <param name="places">Territories of practice, 1 to <see cref="Together"/>.</param>
    public void Fill(ReadOnlySpan<int> places)
    {
        int fours = (places.Length + Four - 1) / Four;
        for (int k = 0; k < fours * Four; k++)
        {
            _place[k] = places[Math.Min(k, places.Length - 1)];
            _origins.FillPull(_place[k], _pull[k / Four].AsSpan(k % Four), Four);
        }

        _total.AsSpan().Clear();
        for (int first = 0; first < _population.Length; first += Piece)
        {
            int length = Math.Min(Piece, _population.Length - first);
            for (int four = 0; four < fours; four++)
            {
                for (int k = four * Four; k < (four + 1) * Four; k++)
                {
                    _origins.FillBirthFactors(_place[k], first, _sums[k].AsSpan(first, length));
                }

                Weigh(four, first, length);
                Sum(four * Four, first, length);
            }
        }
    }

    /// <summary>
    /// Share of those born in a territory or one before it. Where the coefficients are so large that no weight is a number, all were born
    /// where they practise.
    /// </summary>
    /// <param name="k">Which of the places filled.</param>
    /// <param name="birth">The territory.</param>
    public double Cumulated(int k, int birth) => _total[k] > 0 && double.IsFinite(_total[k]) ? _sums[k][birth] / _total[k]
        : birth < _place[k] ? 0 : 1;

    /// <summary>Draws a birth: the first territory with u below the share that is born there or before.</summary>
    /// <param name="k">Which of the places filled.</param>
    /// <param name="u">Uniform draw.</param>
    public int Draw(int k, double u)
    {
        (int low, int high) = (0, _population.Length - 1);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = u < Cumulated(k, middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>
    /// Multiplies the factors of distance of four places by population and by what training adds, (1 − h)·outside +
    /// h·Σ_t share[t][b]·pull[t], a sum in the order of t: the same whatever the width of the vector and the places beside it.
    /// </summary>
    private void Weigh(int four, int first, int length)
    {
        double[] pull = _pull[four];
        int b = first, end = first + length;
        for (; b <= end - Vector512<double>.Count; b += Vector512<double>.Count)
        {
            Vector512<double> one = Vector512.Create(_origins.OutsideTraining), two = one, three = one, last = one;
            ref double times = ref MemoryMarshal.GetArrayDataReference(pull);
            foreach (double[] share in _origins.Share)
            {
                Vector512<double> of = Vector512.LoadUnsafe(ref share[b]);
                one += of * Vector512.Create(times);
                two += of * Vector512.Create(Unsafe.Add(ref times, 1));
                three += of * Vector512.Create(Unsafe.Add(ref times, 2));
                last += of * Vector512.Create(Unsafe.Add(ref times, 3));
                times = ref Unsafe.Add(ref times, Four);
            }

            Vector512<double> people = Vector512.Create(_population, b);
            Multiply(_sums[four * Four], b, people * one);
            Multiply(_sums[(four * Four) + 1], b, people * two);
            Multiply(_sums[(four * Four) + 2], b, people * three);
            Multiply(_sums[(four * Four) + 3], b, people * last);
        }

        for (; b < end; b++)
        {
            for (int k = 0; k < Four; k++)
            {
                double via = _origins.OutsideTraining;
                for (int t = 0; t < _origins.Share.Length; t++)
                {
                    via += _origins.Share[t][b] * pull[(t * Four) + k];
                }

                _sums[(four * Four) + k][b] *= _population[b] * via;
            }
        }
    }

    private static void Multiply(double[] row, int at, Vector512<double> by) => (Vector512.Create(row, at) * by).CopyTo(row, at);

    /// <summary>Turns the weights of four places into sums, side by side, for each addition waits for the one before.</summary>
    private void Sum(int from, int first, int length)
    {
        Span<double> a = _sums[from].AsSpan(first, length), b = _sums[from + 1].AsSpan(first, length),
            c = _sums[from + 2].AsSpan(first, length), d = _sums[from + 3].AsSpan(first, length);
        (double ofA, double ofB, double ofC, double ofD) = (_total[from], _total[from + 1], _total[from + 2], _total[from + 3]);
        for (int i = 0; i < length; i++)
        {
            a[i] = ofA += a[i];
            b[i] = ofB += b[i];
            c[i] = ofC += c[i];
            d[i] = ofD += d[i];
        }

        (_total[from], _total[from + 1], _total[from + 2], _total[from + 3]) = (ofA, ofB, ofC, ofD);
    }
}
