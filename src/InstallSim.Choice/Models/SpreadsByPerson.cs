using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Spreads that depend on the unit: s(n) = s·exp(Σ δₘ·zₘ). The coefficients are made of a θ of the unit's own, with s(n) for s; derivatives
/// in it go back to s and δ.
/// </summary>
internal sealed class SpreadsByPerson
{
    private readonly (int[] Spreads, int Delta, int Covariate)[] _by;
    private readonly double[] _factor;
    private readonly int[] _place;

    /// <param name="units">The choices, and where parameters stand.</param>
    public SpreadsByPerson(GeneralMixedUnits units)
    {
        CoefficientTerms terms = units.Terms;
        int next = units.AfterScales;
        _by = [.. units.Model.SpreadsBy.Select(by => (
            terms.Coefficients.Single(c => c.Random?.Variable == by.Variable).Terms
                .Where(term => terms.Parameters[term.Parameter].StartsWith("sd.", StringComparison.Ordinal)
                    || terms.Parameters[term.Parameter].StartsWith("chol.", StringComparison.Ordinal))
                .Where(term => term.Dimension >= 0).Select(term => term.Parameter).ToArray(),
            next++, Array.IndexOf(units.Covariates, by.Covariate)))];
        _place = [.. _by.SelectMany(by => by.Spreads).Distinct()];
        _factor = new double[units.Model.Parameters.Count];
    }

    /// <summary>Fills the unit's own θ.</summary>
    public void Fill(double[] theta, ReadOnlySpan<double> covariates, double[] own)
    {
        foreach (int place in _place)
        {
            _factor[place] = 0;
        }

        foreach (var (spreads, delta, covariate) in _by)
        {
            foreach (int place in spreads)
            {
                _factor[place] += theta[delta] * covariates[covariate];
            }
        }

        foreach (int place in _place)
        {
            _factor[place] = Elementary.Exp(_factor[place]);
            own[place] = theta[place] * _factor[place];
        }
    }

    /// <summary>The score in the unit's own θ into that in θ.</summary>
    public void PullBack(double[] own, ReadOnlySpan<double> covariates, double[] score)
    {
        foreach (var (spreads, delta, covariate) in _by)
        {
            foreach (int place in spreads)
            {
                score[delta] += covariates[covariate] * own[place] * score[place];
            }
        }

        foreach (int place in _place)
        {
            score[place] *= _factor[place];
        }
    }
}
