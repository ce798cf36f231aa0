using InstallSim.Inputs;

namespace InstallSim.Studies.Data;

/// <summary>An alternative of a choice situation before its variables are read.</summary>
/// <param name="Source">Row of the file.</param>
/// <param name="Situation">Choice situation, from 0.</param>
/// <param name="Alternative">Alternative, from 0, in the order of the names.</param>
/// <param name="Chosen">1 chosen; or its rank; or best (1), worst (2) or both (3).</param>
/// <param name="Available">Whether it could be chosen.</param>
internal readonly record struct ChoiceRow(int Source, int Situation, int Alternative, int Chosen, bool Available);

/// <summary>The rows that the data make, one an alternative, whatever their layout.</summary>
internal sealed class ChoiceRows
{
    /// <summary>Names of the alternatives.</summary>
    public required IReadOnlyList<string> Alternatives { get; init; }

    /// <summary>The rows, those of a situation together.</summary>
    public required IReadOnlyList<ChoiceRow> Rows { get; init; }

    /// <summary>What the data call each situation: <c>7</c>, <c>line 5</c>; with its person, <c>p1-7</c>.</summary>
    public required IReadOnlyList<string> Situations { get; init; }

    /// <summary>The person of each situation where its number alone does not name it; else empty.</summary>
    public IReadOnlyList<string> PersonOfSituation { get; init; } = [];

    /// <summary>Position of the column that says the choice, from 0; −1 when no column of the file does.</summary>
    public required int ChosenColumn { get; init; }

    /// <summary>Situations that cannot be used.</summary>
    public required SituationFaults Faults { get; init; }

    /// <summary>Whether every row of the file is of a situation; if not, sets look smaller than they are.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether answers were read; a design and sets to predict have none.</summary>
    public bool HasAnswers { get; init; } = true;

    /// <summary>The situation that a row of the file belongs to, kept or not; −1 when to none of these. Null for wide tables.</summary>
    public Func<int, int>? SituationOf { get; init; }

    /// <summary>What messages call a situation.</summary>
    public InputMessage NameOf(int situation) => PersonOfSituation.Count == 0
        ? (InputMessage)$"choice situation {Situations[situation]}"
        : $"choice situation {Situations[situation][(PersonOfSituation[situation].Length + 1)..]} of person {PersonOfSituation[situation]}";

    /// <summary>The rows, situation by situation.</summary>
    public IEnumerable<ArraySegment<ChoiceRow>> Sets()
    {
        ChoiceRow[] all = [.. Rows];
        int start = 0;
        while (start < all.Length)
        {
            int end = start + 1;
            while (end < all.Length && all[end].Situation == all[start].Situation)
            {
                end++;
            }

            yield return new ArraySegment<ChoiceRow>(all, start, end - start);
            start = end;
        }
    }
}
