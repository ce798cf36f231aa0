using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Designs;

/// <summary>The information of one set, Σ P(j)·(x(j) − x̄)·(x(j) − x̄)′, x̄ the mean under P.</summary>
internal sealed class SetInformation(SetTable table)
{
    private readonly double[] _p = new double[table.Alternatives];
    private readonly double[] _mean = new double[table.Scale.Length];
    private readonly double[] _deviation = new double[table.Scale.Length];

    /// <summary>Adds it, times a sign, to the lower triangle of a matrix.</summary>
    public void Add(double[] rows, int at, double[] beta, double[] information, double sign)
    {
        int k = _mean.Length, count = _p.Length;
        for (int j = 0; j < count; j++)
        {
            double utility = 0;
            for (int i = 0; i < k; i++)
            {
                utility += beta[i] * rows[at + (j * k) + i];
            }

            _p[j] = utility;
        }

        Softmax(_p, 0, count);
        Array.Clear(_mean);
        for (int j = 0; j < count; j++)
        {
            for (int i = 0; i < k; i++)
            {
                _mean[i] += _p[j] * rows[at + (j * k) + i];
            }
        }

        for (int j = 0; j < count; j++)
        {
            for (int i = 0; i < k; i++)
            {
                _deviation[i] = rows[at + (j * k) + i] - _mean[i];
            }

            for (int a = 0; a < k; a++)
            {
                double scaled = sign * _p[j] * _deviation[a];
                if (scaled != 0)
                {
                    for (int b = 0; b <= a; b++)
                    {
                        information[(a * k) + b] += scaled * _deviation[b];
                    }
                }
            }
        }
    }

    /// <summary>Probabilities of utilities, in their place.</summary>
    public static void Softmax(double[] u, int at, int count)
    {
        double most = double.NegativeInfinity, sum = 0;
        for (int j = at; j < at + count; j++)
        {
            most = Math.Max(most, u[j]);
        }

        for (int j = at; j < at + count; j++)
        {
            sum += u[j] = Elementary.Exp(u[j] - most);
        }

        for (int j = at; j < at + count; j++)
        {
            u[j] /= sum;
        }
    }
}
