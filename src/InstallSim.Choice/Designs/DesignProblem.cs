namespace InstallSim.Choice.Designs;

/// <summary>
/// A design to be found: sets of alternatives, each a profile, one level an attribute. Profiles are numbered with
/// the last attribute's level running fastest.
/// </summary>
public sealed class DesignProblem
{
    /// <summary>Choice sets, ≥ 1.</summary>
    public required int Sets { get; init; }

    /// <summary>Levels of each attribute.</summary>
    public required IReadOnlyList<int> Levels { get; init; }

    /// <summary>Variables of each profile as each alternative, shape [alternatives][profiles][K].</summary>
    public required double[][][] Variables { get; init; }

    /// <summary>Whether each profile may be shown, shape [profiles].</summary>
    public required bool[] IsAllowed { get; init; }

    /// <summary>Variables of an alternative that is the same in every set, such as choosing none; null: there is none.</summary>
    public double[]? Fixed { get; init; }

    /// <summary>Priors, shape [K].</summary>
    public required double[] Priors { get; init; }

    /// <summary>Whether a variable counts in telling which alternative is better; constants do not, shape [K].</summary>
    public required bool[] IsCompared { get; init; }

    /// <summary>Whether each level of an attribute is to be shown as often as another, or one more.</summary>
    public bool IsBalanced { get; init; }

    /// <summary>The level of an attribute in a profile.</summary>
    public int LevelOf(int profile, int attribute)
    {
        for (int a = Levels.Count - 1; a > attribute; a--)
        {
            profile /= Levels[a];
        }

        return profile % Levels[attribute];
    }

    /// <summary>The profile with one level changed.</summary>
    public int With(int profile, int attribute, int level)
    {
        int step = 1;
        for (int a = Levels.Count - 1; a > attribute; a--)
        {
            step *= Levels[a];
        }

        return profile + (level - LevelOf(profile, attribute)) * step;
    }

    /// <summary>
    /// Reasons not to show a set: profiles that are not allowed, and pairs of which one is at least as good as the other in every variable
    /// by the sign of its prior. Variables that differ and have a prior of 0 could count either way, so that they settle nothing.
    /// </summary>
    public int FaultsOf(ReadOnlySpan<int> set)
    {
        int faults = 0;
        for (int i = 0; i < set.Length; i++)
        {
            faults += IsAllowed[set[i]] ? 0 : 1;
            for (int j = 0; j < set.Length; j++)
            {
                faults += i != j && Dominates(Variables[i][set[i]], Variables[j][set[j]]) ? 1 : 0;
            }
        }

        return faults;
    }

    private bool Dominates(double[] better, double[] worse)
    {
        for (int k = 0; k < Priors.Length; k++)
        {
            double difference = better[k] - worse[k];
            if (IsCompared[k] && difference != 0 && !(Priors[k] * difference > 0))
            {
                return false;
            }
        }

        return true;
    }
}
