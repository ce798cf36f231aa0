namespace InstallSim.Choice.Designs;

/// <summary>A place of a choice set that takes a level: an attribute of an alternative.</summary>
/// <param name="Alternative">Which alternative, from 0.</param>
/// <param name="Attribute">Which attribute, from 0; attributes of the same number are compared with one another.</param>
/// <param name="Levels">How many levels, numbered from 0.</param>
public sealed record DesignSlot(int Alternative, int Attribute, int Levels)
{
    /// <summary>Numbers of the levels that are the same for the same level of another alternative, shape [levels]; null: their own.
    /// </summary>
    public IReadOnlyList<int>? Names { get; init; }
}

/// <summary>A level in a slot.</summary>
/// <param name="Slot">Which slot.</param>
/// <param name="Level">Which level.</param>
public readonly record struct SlotLevel(int Slot, int Level);

/// <summary>A variable of the utility of an alternative as a table of the levels that it depends on.</summary>
/// <param name="Alternative">Which alternative, from 0.</param>
/// <param name="Coefficient">Which coefficient it has, from 0; at most one variable an alternative and coefficient.</param>
/// <param name="Slots">Slots of that alternative that it depends on; none for a constant.</param>
/// <param name="Values">Its values, the last slot's level running fastest.</param>
public sealed record DesignVariable(int Alternative, int Coefficient, IReadOnlyList<int> Slots, double[] Values);

/// <summary>How often the levels of an attribute are to be shown.</summary>
public enum DesignBalance
{
    /// <summary>As often as tells most.</summary>
    None,

    /// <summary>Each at least half as often as if all were shown alike.</summary>
    Near,

    /// <summary>Each as often as another, or once more where that cannot be.</summary>
    Full,
}

/// <summary>What a design is to make small, of the multinomial logit's covariance V with each set answered once.</summary>
public enum DesignCriterion
{
    /// <summary>det(V)^(1/K); over draws of priors its mean (Sándor and Wedel 2001).</summary>
    D,

    /// <summary>tr(V)/K; over draws of priors its mean.</summary>
    A,

    /// <summary>The largest of 1.96²·V(kk)/β(k)²: answers to each set until the last coefficient is significant (Rose and Bliemer 2013);
    /// over draws of priors the geometric mean, for the mean does not exist.</summary>
    S,

    /// <summary>The mean variance of the ratios of the coefficients to that of the price (Scarpa and Rose 2008); over draws of priors the
    /// geometric mean.</summary>
    C,
}
