namespace InstallSim.Choice.Estimation;

/// <summary>Which parameters are estimated, and which of them are one: θ = θ₀ + G·φ, G of 0 and 1, shape [K, F].</summary>
internal sealed class FreeParameters
{
    private readonly int[] _group;

    /// <param name="names">Names of all parameters, the order of θ.</param>
    /// <param name="options">What is fixed and what is equal.</param>
    /// <exception cref="ArgumentException">A name is no parameter, or is equal twice, or fixed and equal.</exception>
    public FreeParameters(IReadOnlyList<string> names, EstimationOptions options)
    {
        options.Check(names);
        var first = new int[names.Count];
        for (int k = 0; k < first.Length; k++)
        {
            first[k] = options.EqualTo(names[k]) is { } leader ? names.ToList().IndexOf(leader) : k;
        }

        int[] leaders = [.. Enumerable.Range(0, first.Length).Where(k => first[k] == k && !options.Fixed.ContainsKey(names[k]))];
        _group = [.. first.Select(k => Array.IndexOf(leaders, k))];
        Names = [.. leaders.Select(k => names[k])];
        int[] all = [.. Enumerable.Range(0, first.Length)];
        Members = [.. leaders.Select((_, group) => all.Where(k => _group[k] == group).ToArray())];
    }

    /// <summary>How many are estimated, F.</summary>
    public int Count => Names.Length;

    /// <summary>Names of those estimated; of equal ones, of the first.</summary>
    public string[] Names { get; }

    /// <summary>Places in θ of each one estimated, one or several.</summary>
    public int[][] Members { get; }

    /// <summary>The place in φ of a parameter; −1: it is held.</summary>
    public int GroupOf(int parameter) => _group[parameter];

    /// <summary>G′·v, shape [F].</summary>
    public double[] Sum(double[] vector)
    {
        var sum = new double[Count];
        for (int k = 0; k < _group.Length; k++)
        {
            if (_group[k] >= 0)
            {
                sum[_group[k]] += vector[k];
            }
        }

        return sum;
    }

    /// <summary>±G′·M·G, flat [F, F].</summary>
    public double[] Sum(double[] matrix, double sign)
    {
        var sum = new double[Count * Count];
        for (int i = 0; i < _group.Length; i++)
        {
            for (int j = 0; j < _group.Length; j++)
            {
                if (_group[i] >= 0 && _group[j] >= 0)
                {
                    sum[(_group[i] * Count) + _group[j]] += sign * matrix[(i * _group.Length) + j];
                }
            }
        }

        return sum;
    }

    /// <summary>θ + G·step.</summary>
    public double[] Moved(double[] theta, double[] step)
    {
        double[] moved = [.. theta];
        for (int k = 0; k < moved.Length; k++)
        {
            moved[k] += _group[k] >= 0 ? step[_group[k]] : 0;
        }

        return moved;
    }
}
