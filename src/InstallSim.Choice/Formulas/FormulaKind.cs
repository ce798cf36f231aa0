namespace InstallSim.Choice.Formulas;

/// <summary>What a part of a formula does.</summary>
internal enum FormulaKind
{
    Number,
    Column,
    Parameter,
    Add,
    Subtract,
    Multiply,
    Divide,

    /// <summary>aᵇ·(ln a)ⁿ, n ≥ 0 a whole number of its own: 0 is the power, the others arise as its derivatives.</summary>
    Power,
    Exp,
    Log,
    Sqrt,
    Abs,
    Min,
    Max,
    Less,
    LessOrEqual,
    Equal,
    NotEqual,

    /// <summary>If a is not 0 then b, else c.</summary>
    If,

    /// <summary>b where a is above 0, c where it is below, their mean at 0: the slopes of what has a kink.</summary>
    Side,
}
