namespace InstallSim.Choice.Designs;

/// <summary>A design to be found: choice sets, each a list of levels, one a slot, and what they must and must not show.</summary>
public sealed record DesignProblem
{
    /// <summary>Choice sets, ≥ 1.</summary>
    public required int Sets { get; init; }

    /// <summary>Alternatives that are designed, ≥ 2.</summary>
    public required int Alternatives { get; init; }

    /// <summary>What a set is made of, the slots of an alternative in the order of their attributes.</summary>
    public required IReadOnlyList<DesignSlot> Slots { get; init; }

    /// <summary>Variables of the utilities.</summary>
    public required IReadOnlyList<DesignVariable> Variables { get; init; }

    /// <summary>Variables of alternatives that are the same in every set, such as choosing none, shape [alternatives][K].</summary>
    public IReadOnlyList<double[]> Fixed { get; init; } = [];

    /// <summary>
    /// Alternatives that a fixed one can be compared with, attribute by attribute: those whose attributes and coefficients it has all and
    /// no others, shape [fixed][any]. Empty: with none, as choosing none.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>> Compared { get; init; } = [];

    /// <summary>Priors, shape [draws][K]: one draw where they are taken as certain.</summary>
    public required IReadOnlyList<double[]> Priors { get; init; }

    /// <summary>Combinations that no set may show, within or between alternatives.</summary>
    public IReadOnlyList<IReadOnlyList<SlotLevel>> Never { get; init; } = [];

    /// <summary>How often levels are to be shown.</summary>
    public DesignBalance Balance { get; init; }

    /// <summary>Whether alternatives have names that mean something: a set with two exchanged is another set, and levels are balanced in
    /// each alternative.</summary>
    public bool IsLabelled { get; init; }

    /// <summary>How often a set may be there, as parts of the design that nobody sees two of; ≥ 1.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Whether a set may have an alternative that is at least as good as another in every attribute.</summary>
    public bool MayDominate { get; init; }

    /// <summary>Fewest attributes in which the alternatives of a set differ.</summary>
    public int LeastVaried { get; init; }

    /// <summary>Most attributes in which the alternatives of a set differ: partial profiles.</summary>
    public int MostVaried { get; init; } = int.MaxValue;

    /// <summary>What to make small.</summary>
    public DesignCriterion Criterion { get; init; }

    /// <summary>C: the coefficient of the price.</summary>
    public int Price { get; init; }

    /// <summary>Asks to stop the search.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Number of coefficients.</summary>
    public int Coefficients => Priors[0].Length;

    /// <summary>Number of attributes.</summary>
    public int Attributes => Slots.Max(s => s.Attribute) + 1;
}
