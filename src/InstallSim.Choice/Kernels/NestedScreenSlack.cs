using System.Runtime.InteropServices;

namespace InstallSim.Choice.Kernels;

/// <summary>What is known of V of others beforehand, and what rounding may take away.</summary>
internal abstract partial class NestedScreen
{
    private SharedUtility? _shared;

    /// <summary>V of the mean person, that bounds start from; null where the ranges of rows are all there is.</summary>
    private protected SharedUtility? Mean { get; private set; }

    /// <summary>
    /// Rounds the coefficients; what V and ε in single precision may be too small by. What is shared is worked out if it is stale, and left
    /// alone where single precision cannot hold it.
    /// </summary>
    private double Slack(in NestedSituation situation)
    {
        _shared?.Renew(Columns.Version, situation, this);
        _shared = _shared?.Size < FloatCoefficients.Most ? _shared : null;
        double sum = 128 + (_shared?.Size ?? RoundColumns(situation)) + Beta.RoundAnchors(situation);
        int products = Columns.GroupColumns + Columns.FormColumns + situation.Anchors.Length; // of what is shared, in another's screen
        return sum < FloatCoefficients.Most ? ((products + 8) / (double)(1 << 23) * sum) + FloatScreen.Error : double.PositiveInfinity;
    }

    /// <summary>Rounds the coefficients of the columns, and what they are apart from the mean if single precision can hold it.</summary>
    /// <returns>
    /// What their products add up to; about the mean, those of the mean and apart from it twice, for their own are at most as much.
    /// </returns>
    private double RoundColumns(in NestedSituation situation)
    {
        Mean = Columns.Alike.Mean;
        if (Mean is { } mean)
        {
            ReadOnlySpan<double> beta = MemoryMarshal.Cast<ulong, double>(mean.Coefficients);
            mean.Renew(Columns.Version, situation with
            {
                GroupCoefficients = beta[..Columns.GroupColumns],
                FormCoefficients = beta[Columns.GroupColumns..],
            }, this);
            double sum = 2 * (mean.Size + Beta.RoundColumns(situation, beta));
            if (sum < FloatCoefficients.Most)
            {
                return sum;
            }
        }

        Mean = null;
        return Beta.RoundColumns(situation);
    }
}
