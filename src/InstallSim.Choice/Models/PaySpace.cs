namespace InstallSim.Choice.Models;

/// <summary>
/// Willingness-to-pay space: β(k) = s·b(p)·b(k) for every coefficient but that of the price, whose β(p) = b(p), with s = −1, or 1 where the
/// price is an income; b are the coefficients that the parameters and draws make. Turns b into β, and derivatives
/// in β into derivatives in b, draw by draw.
/// </summary>
/// <param name="price">Place of the price's coefficient.</param>
/// <param name="turn">s.</param>
/// <param name="coefficients">K.</param>
/// <param name="most">Most draws of a block.</param>
internal sealed class PaySpace(int price, int turn, int coefficients, int most)
{
    private readonly double[] _b = new double[coefficients * most], _h = new double[coefficients * coefficients];

    /// <summary>b into β, shape [K, B].</summary>
    public void Fill(Span<double> beta, int count)
    {
        beta[..(coefficients * count)].CopyTo(_b);
        for (int k = 0; k < coefficients; k++)
        {
            for (int r = 0; r < count && k != price; r++)
            {
                beta[k * count + r] = turn * _b[price * count + r] * _b[k * count + r];
            }
        }
    }

    /// <summary>Slopes, shape [K, B], and curvatures, shape [K·(K + 1)/2, B], in β into those in b; either may be empty.</summary>
    public void PullBack(Span<double> slope, Span<double> curvature, int count)
    {
        for (int r = 0; r < count && !slope.IsEmpty; r++)
        {
            double b = _b[price * count + r], own = slope[price * count + r];
            if (!curvature.IsEmpty)
            {
                PullCurvature(slope, curvature, count, r);
            }

            for (int k = 0; k < coefficients; k++)
            {
                if (k == price)
                {
                    continue;
                }

                own += turn * slope[k * count + r] * _b[k * count + r];
                slope[k * count + r] *= turn * b;
            }

            slope[price * count + r] = own;
        }
    }

    private void PullCurvature(ReadOnlySpan<double> slope, Span<double> curvature, int count, int r)
    {
        double b = _b[price * count + r], corner = 0;
        for (int k = 0, pair = 0; k < coefficients; k++)
        {
            for (int l = 0; l <= k; l++, pair++)
            {
                _h[k * coefficients + l] = _h[l * coefficients + k] = curvature[pair * count + r];
            }
        }

        Span<double> row = stackalloc double[coefficients]; // Σₗ h(k, l)·∂β(l)/∂b(p)
        for (int k = 0; k < coefficients; k++)
        {
            row[k] = _h[k * coefficients + price];
            for (int l = 0; l < coefficients; l++)
            {
                row[k] += l == price ? 0 : turn * _h[k * coefficients + l] * _b[l * count + r];
            }
        }

        for (int l = 0; l < coefficients; l++)
        {
            corner += row[l] * (l == price ? 1 : turn * _b[l * count + r]);
        }

        for (int k = 0, pair = 0; k < coefficients; k++)
        {
            for (int l = 0; l <= k; l++, pair++)
            {
                int other = k == price ? l : k;
                curvature[pair * count + r] = k == price && l == price ? corner
                    : k == price || l == price ? turn * (b * row[other] + slope[other * count + r])
                    : b * b * _h[k * coefficients + l];
            }
        }
    }
}
