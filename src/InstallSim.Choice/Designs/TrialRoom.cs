using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Designs;

/// <summary>Room in which the error of a design with changed sets is worked out.</summary>
internal sealed class TrialRoom(DesignError error, int k, int alternatives, int most)
{
    private readonly double[] _p = new double[most], _root = new double[most];
    private readonly double[] _y = new double[most * k];
    private readonly double[] _variances = new double[k], _withPrice = new double[k];
    private double[] _g = [], _lower = [];

    /// <summary>The error at a draw with changes in the rows of the sets that are tried.</summary>
    public double ErrorOf(TrialDraw draw, SparseRows changes, int count)
    {
        if (_g.Length != count * count)
        {
            (_g, _lower) = (new double[count * count], new double[count * count]);
        }

        Probabilities(draw, changes, count);
        Products(draw, changes, count);
        Centre(count);
        if (!SymmetricMatrix.TryCholesky(_g, count, _lower))
        {
            return double.PositiveInfinity;
        }

        if (!error.IsDeterminant)
        {
            return OfVariances(draw, changes, count);
        }

        double product = 1;
        for (int a = 0; a < count; a++)
        {
            product *= _lower[(a * count) + a];
        }

        return error.OfDeterminant(draw.LogDeterminant + (2 * Elementary.Log(product)));
    }

    private void Probabilities(TrialDraw draw, SparseRows changes, int count)
    {
        for (int a = 0; a < count; a++)
        {
            double utility = draw.Utility[a];
            for (int i = a * k; i < (a * k) + changes.Count[a]; i++)
            {
                utility += draw.Priors[changes.Which[i]] * changes.By[i];
            }

            _p[a] = utility;
        }

        for (int a = 0; a < count; a += alternatives)
        {
            SetInformation.Softmax(_p, a, alternatives);
        }

        for (int a = 0; a < count; a++)
        {
            _root[a] = Math.Sqrt(_p[a]);
        }
    }

    /// <summary>G with the changes δ: G(ab) + δ(a)·y(b) + δ(b)·y(a) + δ(a)·V·δ(b).</summary>
    private void Products(TrialDraw draw, SparseRows changes, int count)
    {
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double sum = draw.G[(a * most) + b];
                int endOfA = (a * k) + changes.Count[a], endOfB = (b * k) + changes.Count[b];
                for (int i = a * k; i < endOfA; i++)
                {
                    double with = draw.Y[(b * k) + changes.Which[i]];
                    int row = changes.Which[i] * k;
                    for (int j = b * k; j < endOfB; j++)
                    {
                        with += changes.By[j] * draw.V[row + changes.Which[j]];
                    }

                    sum += changes.By[i] * with;
                }

                for (int j = b * k; j < endOfB; j++)
                {
                    sum += changes.By[j] * draw.Y[(a * k) + changes.Which[j]];
                }

                _g[(a * count) + b] = _g[(b * count) + a] = sum;
            }
        }
    }

    /// <summary>I + S·G·S′.</summary>
    private void Centre(int count)
    {
        for (int first = 0; first < count; first += alternatives)
        {
            for (int c = 0; c < count; c++)
            {
                double mean = 0;
                for (int a = first; a < first + alternatives; a++)
                {
                    mean += _p[a] * _g[(a * count) + c];
                }

                for (int a = first; a < first + alternatives; a++)
                {
                    _g[(a * count) + c] -= mean;
                }
            }
        }

        for (int a = 0; a < count; a++)
        {
            for (int first = 0; first <= a; first += alternatives)
            {
                double mean = 0;
                for (int c = first; c < first + alternatives; c++)
                {
                    mean += _p[c] * _g[(a * count) + c];
                }

                for (int c = first; c < first + alternatives; c++)
                {
                    _g[(a * count) + c] = ((_g[(a * count) + c] - mean) * _root[a] * _root[c]) + (a == c ? 1 : 0);
                }
            }
        }
    }

    /// <summary>diag V − Σ q², q = L⁻¹·S·Y′, and the same with the price's column.</summary>
    private double OfVariances(TrialDraw draw, SparseRows changes, int count)
    {
        int price = error.Price;
        for (int i = 0; i < k; i++)
        {
            _variances[i] = draw.V[(i * k) + i];
            _withPrice[i] = draw.V[(i * k) + price];
        }

        FillY(draw, changes, count);
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b < a; b++)
            {
                double factor = _lower[(a * count) + b];
                for (int i = 0; i < k; i++)
                {
                    _y[(a * k) + i] -= factor * _y[(b * k) + i];
                }
            }

            double scale = 1 / _lower[(a * count) + a];
            for (int i = 0; i < k; i++)
            {
                double q = _y[(a * k) + i] *= scale;
                _variances[i] -= q * q;
            }

            double ofPrice = _y[(a * k) + price];
            for (int i = 0; error.NeedsPrice && i < k; i++)
            {
                _withPrice[i] -= _y[(a * k) + i] * ofPrice;
            }
        }

        return error.Of(_variances, _withPrice, draw.Priors);
    }

    /// <summary>S·Y′ with the changes, shape [rows][K].</summary>
    private void FillY(TrialDraw draw, SparseRows changes, int count)
    {
        Array.Copy(draw.Y, _y, count * k);
        for (int a = 0; a < count; a++)
        {
            for (int i = a * k; i < (a * k) + changes.Count[a]; i++)
            {
                for (int j = 0; j < k; j++)
                {
                    _y[(a * k) + j] += changes.By[i] * draw.V[(changes.Which[i] * k) + j];
                }
            }
        }

        for (int first = 0; first < count; first += alternatives)
        {
            for (int i = 0; i < k; i++)
            {
                double mean = 0;
                for (int a = first; a < first + alternatives; a++)
                {
                    mean += _p[a] * _y[(a * k) + i];
                }

                for (int a = first; a < first + alternatives; a++)
                {
                    _y[(a * k) + i] = (_y[(a * k) + i] - mean) * _root[a];
                }
            }
        }
    }
}
