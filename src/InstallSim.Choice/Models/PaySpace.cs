namespace InstallSim.Choice.Models;

/// <summary>
/// Willingness-to-pay space: β(k) = s·b(p)·b(k) for every coefficient but that of the price, whose β(p) = b(p), and those in utils, whose
/// β(k) = b(k), with s = −1, or 1 where the price is an income; b are the coefficients that the parameters and draws make. Turns b into
/// β, and derivatives in β into derivatives in b, draw by draw.
/// </summary>
/// <param name="terms">The coefficients; K is their number.</param>
/// <param name="most">Most draws of a block.</param>
internal sealed class PaySpace(CoefficientTerms terms, int most)
{
    private readonly int _coefficients = terms.Coefficients.Length, _price = terms.Numeraire, _turn = terms.Turn;
    private readonly bool[] _isPay = [.. terms.Variables.Select((name, k) => k != terms.Numeraire && !terms.InUtils.Contains(name))];
    private readonly double[] _b = new double[terms.Coefficients.Length * most],
        _h = new double[terms.Coefficients.Length * terms.Coefficients.Length];

    /// <summary>b into β, shape [K, B].</summary>
    public void Fill(Span<double> beta, int count)
    {
        beta[..(_coefficients * count)].CopyTo(_b);
        for (int k = 0; k < _coefficients; k++)
        {
            for (int r = 0; r < count && _isPay[k]; r++)
            {
                beta[k * count + r] = _turn * _b[_price * count + r] * _b[k * count + r];
            }
        }
    }

    /// <summary>Slopes, shape [K, B], and curvatures, shape [K·(K + 1)/2, B], in β into those in b; either may be empty.</summary>
    public void PullBack(Span<double> slope, Span<double> curvature, int count)
    {
        for (int r = 0; r < count && !slope.IsEmpty; r++)
        {
            double b = _b[_price * count + r], own = slope[_price * count + r];
            if (!curvature.IsEmpty)
            {
                PullCurvature(slope, curvature, count, r);
            }

            for (int k = 0; k < _coefficients; k++)
            {
                if (!_isPay[k])
                {
                    continue;
                }

                own += _turn * slope[k * count + r] * _b[k * count + r];
                slope[k * count + r] *= _turn * b;
            }

            slope[_price * count + r] = own;
        }
    }

    private void PullCurvature(ReadOnlySpan<double> slope, Span<double> curvature, int count, int r)
    {
        double b = _b[_price * count + r], corner = 0;
        for (int k = 0, pair = 0; k < _coefficients; k++)
        {
            for (int l = 0; l <= k; l++, pair++)
            {
                _h[k * _coefficients + l] = _h[l * _coefficients + k] = curvature[pair * count + r];
            }
        }

        Span<double> row = stackalloc double[_coefficients]; // Σₗ h(k, l)·∂β(l)/∂b(p)
        for (int k = 0; k < _coefficients; k++)
        {
            row[k] = _h[k * _coefficients + _price];
            for (int l = 0; l < _coefficients; l++)
            {
                row[k] += !_isPay[l] ? 0 : _turn * _h[k * _coefficients + l] * _b[l * count + r];
            }
        }

        for (int l = 0; l < _coefficients; l++)
        {
            corner += row[l] * (l == _price ? 1 : _isPay[l] ? _turn * _b[l * count + r] : 0);
        }

        for (int k = 0, pair = 0; k < _coefficients; k++)
        {
            for (int l = 0; l <= k; l++, pair++)
            {
                int other = k == _price ? l : k;
                curvature[pair * count + r] = k == _price && l == _price ? corner
                    : k == _price || l == _price
                        ? _isPay[other] ? _turn * (b * row[other] + slope[other * count + r]) : row[other]
                    : (_isPay[k] ? _turn * b : 1) * (_isPay[l] ? _turn * b : 1) * _h[k * _coefficients + l];
            }
        }
    }
}
