namespace InstallSim.Choice.Formulas;

/// <summary>What is wrong with the text of a formula.</summary>
public enum FormulaFault
{
    /// <summary>Something else stands where a number, a name or a bracket is expected.</summary>
    NoValue,

    /// <summary>Something follows that is no operator.</summary>
    NoOperator,

    /// <summary>A bracket that opens does not close.</summary>
    NotClosed,

    /// <summary>There is no such function.</summary>
    NoFunction,

    /// <summary>A function has too few or too many arguments.</summary>
    Arguments,
}

/// <summary>A text that is no formula.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="position">Where, from 0.</param>
/// <param name="found">What stands there; empty at the end.</param>
public sealed class FormulaException(FormulaFault fault, int position, string found)
    : FormatException($"character {position + 1}: {Say(fault)}, found {(found.Length == 0 ? "the end" : $"'{found}'")}")
{
    /// <summary>What is wrong.</summary>
    public FormulaFault Fault { get; } = fault;

    /// <summary>Where, from 0.</summary>
    public int Position { get; } = position;

    /// <summary>What stands there; empty at the end.</summary>
    public string Found { get; } = found;

    private static string Say(FormulaFault fault) => fault switch
    {
        FormulaFault.NoValue => "expected a number, a name or a bracket",
        FormulaFault.NoOperator => "expected an operator",
        FormulaFault.NotClosed => "expected a closing bracket",
        FormulaFault.NoFunction => $"expected a function, one of {string.Join(", ", FormulaReader.Functions)}",
        _ => "a function has another number of arguments",
    };
}
