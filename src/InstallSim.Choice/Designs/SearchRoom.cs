using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Designs;

/// <summary>The information of a design, set by set, and the logarithm of its determinant.</summary>
internal sealed class SearchRoom
{
    /// <summary>Added to the diagonal, so that a poor start has a determinant to raise.</summary>
    private const double Ridge = 1e-8;

    /// <summary>Taken off the value for each reason not to show a set: more than any determinant could make good.</summary>
    private const double Penalty = 1000;

    private readonly DesignProblem _problem;
    private readonly int _k;
    private readonly double[][] _ofSet;
    private readonly int[] _faults;
    private readonly double[] _total, _trial, _own, _other, _lower, _mean, _probability;

    public SearchRoom(DesignProblem problem, int[][] sets)
    {
        _problem = problem;
        _k = problem.Priors.Length;
        (_total, _trial, _own, _other, _lower) =
            (new double[_k * _k], new double[_k * _k], new double[_k * _k], new double[_k * _k], new double[_k * _k]);
        _mean = new double[_k];
        _probability = new double[problem.Variables.Length + 1];
        _ofSet = [.. sets.Select(_ => new double[_k * _k])];
        _faults = new int[sets.Length];
        for (int k = 0; k < _k; k++)
        {
            _total[k * _k + k] = Ridge;
        }

        for (int s = 0; s < sets.Length; s++)
        {
            Accept(s, s, sets);
        }
    }

    /// <summary>Reasons not to show the sets.</summary>
    public int Faults { get; private set; }

    /// <summary>ln det of the information, less the penalty of sets that may not be shown.</summary>
    public double Value { get; private set; }

    /// <summary>The value if sets s and t (which may be one) were as they now stand.</summary>
    public double ValueWith(int s, int t, int[][] sets)
    {
        int faults = Faults - _faults[s] + _problem.FaultsOf(sets[s]) + (s == t ? 0 : _problem.FaultsOf(sets[t]) - _faults[t]);
        if (faults > Faults)
        {
            return double.NegativeInfinity;
        }

        Fill(sets[s], _own);
        for (int i = 0; i < _total.Length; i++)
        {
            _trial[i] = _total[i] - _ofSet[s][i] + _own[i];
        }

        if (s != t)
        {
            Fill(sets[t], _other);
            for (int i = 0; i < _total.Length; i++)
            {
                _trial[i] += _other[i] - _ofSet[t][i];
            }
        }

        return LogDeterminant(_trial) - Penalty * faults;
    }

    /// <summary>Takes sets s and t as they now stand.</summary>
    public void Accept(int s, int t, int[][] sets)
    {
        foreach (int set in s == t ? (ReadOnlySpan<int>)[s] : [s, t])
        {
            Fill(sets[set], _own);
            for (int i = 0; i < _total.Length; i++)
            {
                _total[i] += _own[i] - _ofSet[set][i];
            }

            _own.CopyTo(_ofSet[set], 0);
            int faults = _problem.FaultsOf(sets[set]);
            Faults += faults - _faults[set];
            _faults[set] = faults;
        }

        Value = LogDeterminant(_total) - Penalty * Faults;
    }

    /// <summary>Σ P(j)·(x(j) − x̄)·(x(j) − x̄)′ of one set.</summary>
    private void Fill(int[] set, double[] information)
    {
        int count = set.Length + (_problem.Fixed is null ? 0 : 1);
        double most = double.NegativeInfinity, sum = 0;
        for (int j = 0; j < count; j++)
        {
            most = Math.Max(most, _probability[j] = Utility(Row(set, j)));
        }

        for (int j = 0; j < count; j++)
        {
            sum += _probability[j] = Elementary.Exp(_probability[j] - most);
        }

        Array.Clear(_mean);
        Array.Clear(information);
        for (int j = 0; j < count; j++)
        {
            _probability[j] /= sum;
            for (int k = 0; k < _k; k++)
            {
                _mean[k] += _probability[j] * Row(set, j)[k];
            }
        }

        for (int j = 0; j < count; j++)
        {
            double[] x = Row(set, j);
            for (int a = 0; a < _k; a++)
            {
                double scaled = _probability[j] * (x[a] - _mean[a]);
                for (int b = 0; b <= a; b++)
                {
                    information[a * _k + b] += scaled * (x[b] - _mean[b]);
                }
            }
        }
    }

    private double[] Row(int[] set, int j) => j < set.Length ? _problem.Variables[j][set[j]] : _problem.Fixed!;

    private double Utility(double[] x)
    {
        double sum = 0;
        for (int k = 0; k < _k; k++)
        {
            sum += _problem.Priors[k] * x[k];
        }

        return sum;
    }

    /// <summary>By Cholesky of the lower triangle.</summary>
    private double LogDeterminant(double[] matrix)
    {
        if (!SymmetricMatrix.TryCholesky(matrix, _k, _lower))
        {
            return double.NegativeInfinity;
        }

        double log = 0;
        for (int k = 0; k < _k; k++)
        {
            log += 2 * Elementary.Log(_lower[k * _k + k]);
        }

        return log;
    }
}
