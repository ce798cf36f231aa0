using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Designs;

/// <summary>What the other sets tell at one draw of the priors, and its products with the variables of the sets that are tried.</summary>
internal sealed class TrialDraw
{
    private readonly int _k, _most;
    private readonly double[] _lower;
    private readonly double[] _root;

    /// <summary>Makes room.</summary>
    /// <param name="k">Coefficients.</param>
    /// <param name="most">Most rows of alternatives.</param>
    /// <param name="priors">Priors of the draw.</param>
    public TrialDraw(int k, int most, double[] priors)
    {
        (_k, _most, Priors) = (k, most, priors);
        (_lower, _root, V) = (new double[k * k], new double[k * k], new double[k * k]);
        (Y, G, Utility) = (new double[most * k], new double[most * most], new double[most]);
    }

    public double[] Priors { get; }

    /// <summary>Whether the rest is that of the sets that are tried now.</summary>
    public bool IsReady { get; set; }

    /// <summary>Inverse of the information of the other sets, shape [K][K].</summary>
    public double[] V { get; }

    /// <summary>X·V, shape [rows][K].</summary>
    public double[] Y { get; }

    /// <summary>X·V·X′, shape [rows][most rows].</summary>
    public double[] G { get; }

    /// <summary>Utilities, shape [rows].</summary>
    public double[] Utility { get; }

    /// <summary>ln det of the information of the other sets.</summary>
    public double LogDeterminant { get; private set; }

    public void Ready(double[] all, SetInformation information, double[] rows, int sets, int alternatives)
    {
        all.CopyTo(V, 0);
        for (int i = 0; i < sets; i++)
        {
            information.Add(rows, i * alternatives * _k, Priors, V, -1);
        }

        for (double more = DesignState.Ridge; !SymmetricMatrix.TryCholesky(V, _k, _lower); more *= 10)
        {
            for (int k = 0; k < _k; k++)
            {
                V[(k * _k) + k] += more;
            }
        }

        LogDeterminant = 0;
        for (int k = 0; k < _k; k++)
        {
            LogDeterminant += 2 * Elementary.Log(_lower[(k * _k) + k]);
        }

        Invert();
        FillProducts(rows, sets * alternatives);
        IsReady = true;
    }

    public void FillProducts(double[] rows, int count)
    {
        for (int a = 0; a < count; a++)
        {
            double utility = 0;
            Array.Clear(Y, a * _k, _k);
            for (int i = 0; i < _k; i++)
            {
                double x = rows[(a * _k) + i];
                if (x != 0)
                {
                    utility += Priors[i] * x;
                    for (int k = 0; k < _k; k++)
                    {
                        Y[(a * _k) + k] += x * V[(i * _k) + k];
                    }
                }
            }

            Utility[a] = utility;
        }

        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double sum = 0;
                for (int k = 0; k < _k; k++)
                {
                    sum += Y[(a * _k) + k] * rows[(b * _k) + k];
                }

                G[(a * _most) + b] = G[(b * _most) + a] = sum;
            }
        }
    }

    /// <summary>V = (L⁻¹)′·L⁻¹.</summary>
    private void Invert()
    {
        Array.Clear(_root);
        for (int j = 0; j < _k; j++)
        {
            _root[(j * _k) + j] = 1 / _lower[(j * _k) + j];
            for (int i = j + 1; i < _k; i++)
            {
                double sum = 0;
                for (int m = j; m < i; m++)
                {
                    sum -= _lower[(i * _k) + m] * _root[(m * _k) + j];
                }

                _root[(i * _k) + j] = sum / _lower[(i * _k) + i];
            }
        }

        Array.Clear(V);
        for (int m = 0; m < _k; m++)
        {
            for (int i = 0; i <= m; i++)
            {
                double root = _root[(m * _k) + i];
                for (int j = 0; j <= m; j++)
                {
                    V[(i * _k) + j] += root * _root[(m * _k) + j];
                }
            }
        }
    }
}
