namespace InstallSim.Studies.Data;

/// <summary>An alternative of a choice situation before its variables are read.</summary>
/// <param name="Source">Row of the file.</param>
/// <param name="Situation">Choice situation, from 0.</param>
/// <param name="Alternative">Alternative, from 0, in the order of the names.</param>
/// <param name="Chosen">Whether it was chosen, or its rank, or best (1) and worst (2).</param>
/// <param name="Available">Whether it could be chosen.</param>
internal readonly record struct ChoiceRow(int Source, int Situation, int Alternative, int Chosen, bool Available);

/// <summary>The rows that the data make, one an alternative, whatever their layout.</summary>
internal sealed class ChoiceRows
{
    /// <summary>Names of the alternatives.</summary>
    public required IReadOnlyList<string> Alternatives { get; init; }

    /// <summary>The rows, those of a situation together.</summary>
    public required IReadOnlyList<ChoiceRow> Rows { get; init; }

    /// <summary>What the data call each situation.</summary>
    public required IReadOnlyList<string> Situations { get; init; }

    /// <summary>Position of the column that says the choice, from 0.</summary>
    public required int ChosenColumn { get; init; }

    /// <summary>Situations without an answer, to be left out.</summary>
    public required IReadOnlySet<int> Unanswered { get; init; }
}
