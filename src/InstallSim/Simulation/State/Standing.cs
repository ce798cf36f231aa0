using InstallSim.Policies;

namespace InstallSim.Simulation.State;

/// <summary>A scholarship that binds its holders to territories.</summary>
/// <param name="Policy">Policy that pays it.</param>
/// <param name="Consideration">1 where they may choose, 0 elsewhere, by territory.</param>
/// <param name="Years">Years that they are bound from installation.</param>
internal sealed record Bond(int Policy, double[] Consideration, int Years);

/// <summary>Posts that a policy keeps open in a health centre.</summary>
/// <param name="Policy">Index of the policy.</param>
/// <param name="Territory">Where.</param>
/// <param name="Count">Posts.</param>
/// <param name="KeurPerPost">Cost of a post that is held, k€/year.</param>
/// <param name="PremisesKeur">Cost of its rooms, k€/year.</param>
internal readonly record struct OpenedPosts(int Policy, int Territory, int Count, double KeurPerPost, double PremisesKeur)
{
    /// <summary>Cost of a year when all posts are held, k€: what the budget must hold.</summary>
    public double RunningKeur => (Count * KeurPerPost) + PremisesKeur;
}

/// <summary>An act of this year that concerns all who practise in some territories.</summary>
/// <param name="Policy">Index of the policy.</param>
/// <param name="Kind">Kind of act.</param>
/// <param name="Where">Territories where it was paid, shape [I].</param>
internal sealed record Cover(int Policy, ActKind Kind, bool[] Where);

/// <summary>A multi-professional health centre.</summary>
internal sealed class Centre
{
    public required int Territory { get; init; }

    public required int Places { get; init; }

    /// <summary>Policy that opened it, −1 for one that was there at the start.</summary>
    public required int Policy { get; init; }

    /// <summary>Strength of its project, 0–1: what it draws and does beside a centre that local physicians carry.</summary>
    public double Strength { get; init; } = 1;

    /// <summary>Cost of running it, k€/year.</summary>
    public double RunningKeur { get; init; }

    /// <summary>Years in a row without any physician.</summary>
    public int EmptyYears { get; set; }

    /// <summary>The same centre, for another run.</summary>
    public Centre Copy() => (Centre)MemberwiseClone();
}
