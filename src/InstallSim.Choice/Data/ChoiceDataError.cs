namespace InstallSim.Choice.Data;

/// <summary>One fault of a table of choices.</summary>
/// <param name="Row">Row of the table given, from 0; −1 where the fault is of no one row.</param>
/// <param name="Column">Column at fault, or null.</param>
/// <param name="Message">What is wrong, with the value found.</param>
public sealed record ChoiceDataError(int Row, string? Column, string Message);

/// <summary>A table of choices that cannot be used; holds every fault found, not the first alone.</summary>
/// <param name="errors">The faults, in the order of the rows.</param>
public sealed class ChoiceDataException(IReadOnlyList<ChoiceDataError> errors)
    : Exception(string.Join(Environment.NewLine, errors.Select(Describe)))
{
    /// <summary>The faults, in the order of the rows.</summary>
    public IReadOnlyList<ChoiceDataError> Errors { get; } = errors;

    private static string Describe(ChoiceDataError e) =>
        (e.Row < 0 ? "" : $"row {e.Row + 1}: ") + (e.Column is null ? "" : $"column '{e.Column}': ") + e.Message;
}
