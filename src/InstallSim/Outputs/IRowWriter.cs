namespace InstallSim.Outputs;

/// <summary>Receives a table value by value, row by row.</summary>
public interface IRowWriter
{
    /// <summary>The next value of the row.</summary>
    void Write(ReadOnlySpan<char> text);

    /// <summary>The next value of the row; NaN stands for a missing one.</summary>
    void Write(double number);

    /// <summary>The next value of the row.</summary>
    void Write(long number);

    /// <summary>Ends the row.</summary>
    void EndRow();
}
