using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// A decision maker's view of the groups and forms of <see cref="NestedBlocks"/>: all that V and ε are made of beside the columns.
/// </summary>
public readonly ref struct NestedSituation
{
    /// <summary>An empty view, every group considered, nobody anywhere, no floor.</summary>
    public NestedSituation()
    {
    }

    /// <summary>Name of the error terms.</summary>
    public required DrawKey Errors { get; init; }

    /// <summary>Coefficients of the group columns, shape [KG].</summary>
    public ReadOnlySpan<double> GroupCoefficients { get; init; }

    /// <summary>Coefficients of the form columns, shape [KF].</summary>
    public ReadOnlySpan<double> FormCoefficients { get; init; }

    /// <summary>Rows of <see cref="GroupRows"/> that enter V, each with its coefficient: Σ Coefficient·row[Anchor][g].</summary>
    public ReadOnlySpan<(double Coefficient, int Anchor)> Anchors { get; init; }

    /// <summary>τ in (0, 1], scale of the errors inside a group: 1 is the plain logit, near 0 a group's best form is certain.</summary>
    public required double NestScale { get; init; }

    /// <summary>Probability that a group enters the consideration set, shape [G]; empty when all are considered.</summary>
    public ReadOnlySpan<double> Consideration { get; init; }

    /// <summary>Name of the draws that decide what is considered: group g is iff its number g is below its probability.</summary>
    public DrawKey Considered { get; init; }

    /// <summary>What a choice must exceed, utils: V + ε of the best alternative outside the blocks; −∞ if there is none.</summary>
    public double Floor { get; init; } = double.NegativeInfinity;

    /// <summary>
    /// The alternative that is likely chosen, −1 for none above the floor and the own group; null when nothing is known. Of any value the
    /// same is chosen: a right one is found sooner.
    /// </summary>
    public int? Likely { get; init; }

    /// <summary>The group where the decision maker is, −1 for none: always considered, its forms open whatever the blocks say.</summary>
    public int OwnGroup { get; init; } = -1;

    /// <summary>What being there adds to V of each form of the own group, shape [F], utils; −∞ closes a form.</summary>
    public ReadOnlySpan<double> OwnAdjustment { get; init; }

    /// <summary>
    /// Why it does not fit: a span has another length than the blocks ask for, τ is not in (0, 1], or the likely alternative is none of
    /// theirs; null where it does.
    /// </summary>
    internal string? Fault(NestedBlocks blocks)
    {
        if (GroupCoefficients.Length != blocks.GroupColumns || FormCoefficients.Length != blocks.FormColumns)
        {
            return $"{GroupCoefficients.Length} and {FormCoefficients.Length} coefficients for "
                + $"{blocks.GroupColumns} group columns and {blocks.FormColumns} form columns";
        }

        if (OwnGroup >= 0 && OwnAdjustment.Length != blocks.Forms)
        {
            return $"{OwnAdjustment.Length} adjustments for {blocks.Forms} forms";
        }

        if (!Consideration.IsEmpty && Consideration.Length != blocks.Groups)
        {
            return $"{Consideration.Length} probabilities for {blocks.Groups} groups";
        }

        if (!(NestScale > 0 && NestScale <= 1))
        {
            return $"a nest's scale of {NestScale}: it lies in (0, 1]";
        }

        return Likely is < -1 || Likely >= blocks.Alternatives ? $"alternative {Likely} of {blocks.Alternatives}" : null;
    }
}
