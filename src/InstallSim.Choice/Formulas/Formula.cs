namespace InstallSim.Choice.Formulas;

/// <summary>
/// A formula over columns of data and parameters, as an immutable tree: <c>b_time·time + b_cost·cost·(income/50)^e</c>. It is written with
/// operators (<see cref="Parameter"/>, <see cref="Column"/>, numbers, + − · /) and functions, or read from a text (<see cref="Parse"/>).
/// Its derivatives are formulas again, exact; where min, max and abs have a kink, the mean of both slopes is taken, and comparisons, which
/// are 1 or 0, have the slope 0.
/// </summary>
public sealed class Formula
{
    private static readonly Formula Zero = new(FormulaKind.Number), One = new(FormulaKind.Number) { Constant = 1 };

    private Formula(FormulaKind kind, params Formula[] parts) => (Kind, Parts) = (kind, parts);

    internal FormulaKind Kind { get; }

    internal Formula[] Parts { get; }

    /// <summary>Name of a column or parameter; else empty.</summary>
    internal string Name { get; private init; } = "";

    /// <summary>Value of a number.</summary>
    internal double Constant { get; private init; }

    /// <summary>n of <see cref="FormulaKind.Power"/>.</summary>
    internal int Order { get; private init; }

    internal bool IsZero => Kind == FormulaKind.Number && Constant == 0;

    /// <summary>Names of the parameters in the order in which they are written.</summary>
    public IReadOnlyList<string> Parameters => [.. Leaves(FormulaKind.Parameter)];

    /// <summary>Names of the columns in the order in which they are written.</summary>
    public IReadOnlyList<string> Columns => [.. Leaves(FormulaKind.Column)];

    /// <summary>Names of the functions that <see cref="Parse"/> knows.</summary>
    public static IReadOnlyList<string> Functions => FormulaReader.Functions;

    /// <summary>A column of the data.</summary>
    /// <param name="name">Its name.</param>
    public static Formula Column(string name) => new(FormulaKind.Column) { Name = name };

    /// <summary>A parameter to be estimated.</summary>
    /// <param name="name">Its name.</param>
    public static Formula Parameter(string name) => new(FormulaKind.Parameter) { Name = name };

    /// <summary>A number.</summary>
    /// <param name="value">Its value.</param>
    public static Formula Number(double value) => value == 0 ? Zero : value == 1 ? One : new(FormulaKind.Number) { Constant = value };

    /// <summary>A number where a formula is expected.</summary>
    /// <param name="value">Its value.</param>
    public static implicit operator Formula(double value) => Number(value);

    /// <summary>The sum.</summary>
    public static Formula operator +(Formula a, Formula b) => a.IsZero ? b : b.IsZero ? a : Of(FormulaKind.Add, a, b);

    /// <summary>The difference.</summary>
    public static Formula operator -(Formula a, Formula b) => b.IsZero ? a : Of(FormulaKind.Subtract, a, b);

    /// <summary>The formula with the other sign.</summary>
    public static Formula operator -(Formula a) => Zero - a;

    /// <summary>The product; 0 times anything is 0.</summary>
    public static Formula operator *(Formula a, Formula b) =>
        a.IsZero || b.IsZero ? Zero : a.IsNumber(1) ? b : b.IsNumber(1) ? a : Of(FormulaKind.Multiply, a, b);

    /// <summary>The quotient.</summary>
    public static Formula operator /(Formula a, Formula b) => a.IsZero || b.IsNumber(1) ? a : Of(FormulaKind.Divide, a, b);

    /// <summary>Raised to a power; 0 to a power above 0 is 0, a base below 0 takes whole numbers alone.</summary>
    /// <param name="exponent">The exponent.</param>
    public Formula Power(Formula exponent) => Power(this, exponent, 0);

    /// <summary>The exponential.</summary>
    public Formula Exp() => Of(FormulaKind.Exp, this);

    /// <summary>The natural logarithm.</summary>
    public Formula Log() => Of(FormulaKind.Log, this);

    /// <summary>The square root.</summary>
    public Formula Sqrt() => Of(FormulaKind.Sqrt, this);

    /// <summary>Without its sign.</summary>
    public Formula Abs() => Of(FormulaKind.Abs, this);

    /// <summary>The smaller of two.</summary>
    public static Formula Min(Formula a, Formula b) => Of(FormulaKind.Min, a, b);

    /// <summary>The larger of two.</summary>
    public static Formula Max(Formula a, Formula b) => Of(FormulaKind.Max, a, b);

    /// <summary>1 where the first is the smaller, else 0.</summary>
    public static Formula Less(Formula a, Formula b) => Of(FormulaKind.Less, a, b);

    /// <summary>1 where the first is not the larger, else 0.</summary>
    public static Formula LessOrEqual(Formula a, Formula b) => Of(FormulaKind.LessOrEqual, a, b);

    /// <summary>1 where both are the same number, else 0.</summary>
    public static Formula AreEqual(Formula a, Formula b) => Of(FormulaKind.Equal, a, b);

    /// <summary>1 where they are different numbers, else 0.</summary>
    public static Formula Differ(Formula a, Formula b) => Of(FormulaKind.NotEqual, a, b);

    /// <summary>One formula where a condition is not 0, another where it is; what is not taken may be no number.</summary>
    public static Formula If(Formula condition, Formula then, Formula otherwise) =>
        then.IsZero && otherwise.IsZero ? Zero : Of(FormulaKind.If, condition, then, otherwise);

    /// <summary>Reads a formula: numbers, names, <c>+ - * / ^</c>, comparisons, <c>exp log sqrt abs min max if</c>.</summary>
    /// <param name="text">The text; <c>[any name]</c> writes names that are no words.</param>
    /// <param name="parameters">Names of the parameters; all other names are columns.</param>
    /// <exception cref="FormulaException">The text is no formula; says where.</exception>
    public static Formula Parse(string text, IReadOnlyCollection<string> parameters) => new FormulaReader(text, parameters).Read();

    /// <summary>The derivative by a parameter or a column.</summary>
    /// <param name="by">What <see cref="Parameter"/> or <see cref="Column"/> makes.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public Formula Derivative(Formula by) => by.IsName
        ? new FormulaSlope(by).Of(this)
        : throw new ArgumentException($"'{by}' is neither a parameter nor a column", nameof(by));

    /// <summary>The value at given values of parameters and columns; NaN or ±∞ where there is none.</summary>
    /// <param name="parameter">Value of a parameter by its name.</param>
    /// <param name="column">Value of a column by its name.</param>
    public double Value(Func<string, double> parameter, Func<string, double> column)
    {
        double Part(int k) => k < Parts.Length ? Parts[k].Value(parameter, column) : 0;
        return Kind switch
        {
            FormulaKind.Number => Constant,
            FormulaKind.Parameter => parameter(Name),
            FormulaKind.Column => column(Name),
            _ => FormulaValue.Of(Kind, Order, Part(0), Part(1), Part(2)),
        };
    }

    /// <summary>The innermost part that is no number, though all that it is made of are; null where the whole is a number.</summary>
    /// <param name="parameter">Value of a parameter by its name.</param>
    /// <param name="column">Value of a column by its name.</param>
    public (Formula Part, double Value, IReadOnlyList<(Formula Part, double Value)> Because)? Blame(
        Func<string, double> parameter, Func<string, double> column)
    {
        double Of(Formula part) => part.Value(parameter, column);
        double value = Of(this);
        if (double.IsFinite(value))
        {
            return null;
        }

        IEnumerable<Formula> taken = Kind != FormulaKind.If ? Parts : [Parts[0], Of(Parts[0]) != 0 ? Parts[1] : Parts[2]];
        return taken.Select(part => part.Blame(parameter, column)).FirstOrDefault(found => found is not null)
            ?? (this, value, [.. Parts.Select(part => (part, Of(part)))]);
    }

    /// <summary>
    /// Parts that have a kink or a jump at a place that parameters move, each with these: min, max and abs of them, comparisons with them,
    /// conditions of if.
    /// </summary>
    public IReadOnlyList<(Formula Part, IReadOnlyList<string> Parameters)> MovingKinks =>
    [
        .. All().Select(part => (part, part.Kind switch
        {
            FormulaKind.Abs or FormulaKind.Min or FormulaKind.Max => part.Parameters,
            FormulaKind.If when !part.Parts[0].IsComparison => part.Parts[0].Parameters,
            _ => part.IsComparison ? part.Parameters : [],
        })).Where(found => found.Item2.Count > 0),
    ];

    /// <summary>Parameters of exponents that are in no base of a power.</summary>
    public IReadOnlyList<string> Exponents
    {
        get
        {
            Formula[] powers = [.. All().Where(part => part.Kind == FormulaKind.Power)];
            return [.. powers.SelectMany(p => p.Parts[1].Parameters).Except(powers.SelectMany(p => p.Parts[0].Parameters)).Distinct()];
        }
    }

    /// <summary>
    /// The innermost power with a base below 0 whose exponent moves, so that it is a number where this happens to be whole and nowhere
    /// beside it; null: there is none.
    /// </summary>
    /// <param name="parameter">Value of a parameter by its name.</param>
    /// <param name="column">Value of a column by its name.</param>
    /// <param name="moving">Those of <see cref="Exponents"/> that move.</param>
    public (Formula Part, IReadOnlyList<(Formula Part, double Value)> Because)? BlameExponents(
        Func<string, double> parameter, Func<string, double> column, IReadOnlyCollection<string> moving)
    {
        const double Beside = 1e-3;
        return moving.Count > 0
            && Blame(name => parameter(name) + (moving.Contains(name) ? Beside : 0), column) is { Part.Kind: FormulaKind.Power } blame
            && blame.Because[0].Value < 0
                ? (blame.Part, [blame.Because[0]])
                : null;
    }

    /// <summary>The same formula with some parameters and columns replaced.</summary>
    /// <param name="by">What stands for one; null: it stays.</param>
    internal Formula With(Func<Formula, Formula?> by) => With(by, new(ReferenceEqualityComparer.Instance));

    /// <summary>The formula as a text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => FormulaWriter.Text(this);

    /// <summary>A part made of others, worked out where all are numbers.</summary>
    internal static Formula Of(FormulaKind kind, params Formula[] parts) => kind switch
    {
        _ when parts.All(part => part.Kind == FormulaKind.Number) => FormulaValue.Of(kind, 0, parts[0].Constant,
            parts.Length > 1 ? parts[1].Constant : 0, parts.Length > 2 ? parts[2].Constant : 0) is var value && double.IsFinite(value)
                ? Number(value)
                : new(kind, parts),
        _ => new(kind, parts),
    };

    internal static Formula Power(Formula basis, Formula exponent, int order) =>
        order == 0 && exponent.IsZero ? One
            : order == 0 && exponent.IsNumber(1) ? basis
            : order == 0 && basis.Kind == FormulaKind.Number && exponent.Kind == FormulaKind.Number
                ? Of(FormulaKind.Power, basis, exponent)
                : new(FormulaKind.Power, basis, exponent) { Order = order };

    internal static Formula Side(Formula of, Formula above, Formula below) =>
        above.IsZero && below.IsZero ? Zero : Of(FormulaKind.Side, of, above, below);

    internal bool IsComparison =>
        Kind is FormulaKind.Less or FormulaKind.LessOrEqual or FormulaKind.Equal or FormulaKind.NotEqual;

    private bool IsName => Kind is FormulaKind.Column or FormulaKind.Parameter;

    internal bool IsNumber(double value) => Kind == FormulaKind.Number && Constant == value;

    private Formula With(Func<Formula, Formula?> by, Dictionary<Formula, Formula> done)
    {
        if (done.TryGetValue(this, out Formula? made))
        {
            return made;
        }

        made = IsName ? by(this) ?? this : Parts.Length == 0 ? this : Again(
            [.. Parts.Select(part => part.With(by, done))]);
        return done[this] = made;
    }

    /// <summary>The same of other parts, simplified.</summary>
    private Formula Again(Formula[] parts) => Kind switch
    {
        _ when parts.SequenceEqual(Parts) => this,
        FormulaKind.Add => parts[0] + parts[1],
        FormulaKind.Subtract => parts[0] - parts[1],
        FormulaKind.Multiply => parts[0] * parts[1],
        FormulaKind.Divide => parts[0] / parts[1],
        FormulaKind.Power => Power(parts[0], parts[1], Order),
        FormulaKind.If => If(parts[0], parts[1], parts[2]),
        FormulaKind.Side => Side(parts[0], parts[1], parts[2]),
        _ => Of(Kind, parts),
    };

    private IEnumerable<string> Leaves(FormulaKind kind) =>
        All().Where(part => part.Kind == kind).Select(part => part.Name).Distinct();

    /// <summary>It and all its parts, each once, in the order in which they are written.</summary>
    internal List<Formula> All()
    {
        var found = new List<Formula>();
        var seen = new HashSet<Formula>(ReferenceEqualityComparer.Instance);
        Walk(this);
        return found;

        void Walk(Formula formula)
        {
            if (seen.Add(formula))
            {
                found.Add(formula);
                Array.ForEach(formula.Parts, Walk);
            }
        }
    }
}
