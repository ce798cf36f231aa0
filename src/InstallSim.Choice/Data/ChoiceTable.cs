namespace InstallSim.Choice.Data;

/// <summary>Choices as a long table, one row an alternative of a choice situation, in any order: what a reader hands over.</summary>
public sealed record ChoiceTable
{
    /// <summary>Names of the variables.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Values, one array a name, one value a row.</summary>
    public required IReadOnlyList<double[]> Columns { get; init; }

    /// <summary>Choice situation of each row; rows of a situation belong together wherever they stand.</summary>
    public required IReadOnlyList<int> Situation { get; init; }

    /// <summary>Alternative of each row, a code that means the same in every situation.</summary>
    public required IReadOnlyList<int> Alternative { get; init; }

    /// <summary>Whether the row was chosen; exactly one of a situation.</summary>
    public required IReadOnlyList<bool> Chosen { get; init; }

    /// <summary>Decision maker of each row, the same within a situation; null: each situation is a person of its own.</summary>
    public IReadOnlyList<int>? Person { get; init; }

    /// <summary>Whether the alternative could be chosen; null: all could.</summary>
    public IReadOnlyList<bool>? Available { get; init; }

    /// <summary>Weight of the situation, ≥ 0, the same on its rows; null: 1.</summary>
    public IReadOnlyList<double>? Weight { get; init; }
}
