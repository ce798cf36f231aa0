using System.Runtime.InteropServices;

namespace InstallSim.Choice.Kernels;

/// <summary>What is known of V of others beforehand, and what rounding may take away.</summary>
internal abstract partial class NestedScreen
{
    // Beyond this share of the own products, ranges times what coefficients are apart from the mean are no closer than ranges times
    // coefficients, and what the mean's rounding takes away may be out of all proportion to the person's own.
    private const double MostApart = 0.75;

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

    /// <summary>Rounds the coefficients of the columns, and what they are apart from the mean if the mean is near.</summary>
    /// <returns>
    /// What their products add up to; about the mean, those of the mean and apart from it twice, for their own are at most as much.
    /// </returns>
    private double RoundColumns(in NestedSituation situation)
    {
        double apart = double.PositiveInfinity, about = double.PositiveInfinity;
        Mean = Columns.Alike.Means?.Near(situation, Columns.Version);
        if (Mean is { } mean)
        {
            ReadOnlySpan<double> beta = MemoryMarshal.Cast<ulong, double>(mean.Coefficients);
            mean.Renew(Columns.Version, situation with
            {
                GroupCoefficients = beta[..Columns.GroupColumns],
                FormCoefficients = beta[Columns.GroupColumns..],
            }, this);
            apart = Beta.RoundApart(situation, beta);
            about = 2 * (mean.Size + apart);
        }

        double own = Beta.RoundColumns(situation); // last: working out V of the mean rounds the mean's in the same place
        Mean = apart <= MostApart * own && about < FloatCoefficients.Most ? Mean : null;
        return Mean is null ? own : about;
    }
}
