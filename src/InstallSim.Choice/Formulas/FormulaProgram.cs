using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Formulas;

/// <summary>
/// Formulas worked out together, column by column, each part that they share once. Parts without a parameter are known beforehand
/// (<see cref="Known"/>), those without a column are one number.
/// </summary>
internal sealed class FormulaProgram
{
    private readonly List<Step> _steps = [];
    private readonly Dictionary<(FormulaKind, int, string, double, int, int, int), int> _same = [];
    private readonly Dictionary<Formula, int> _placed = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyList<string> _parameters;
    private readonly int[] _outputs;
    private readonly bool[] _isAsked;

    /// <param name="outputs">What to work out.</param>
    /// <param name="parameters">Names of the parameters, the order of θ.</param>
    public FormulaProgram(IReadOnlyList<Formula> outputs, IReadOnlyList<string> parameters)
    {
        _parameters = parameters;
        _outputs = [.. outputs.Select(Place)];
        _isAsked = new bool[_steps.Count];
        foreach (Step step in _steps.Where(step => step.Use == Use.Mixed))
        {
            Array.ForEach(step.Of, part => _isAsked[part] = true);
        }

        Array.ForEach(_outputs, output => _isAsked[output] = true);
    }

    private enum Use
    {
        /// <summary>Neither columns nor parameters, or parameters alone: one number.</summary>
        Number,

        /// <summary>Columns alone.</summary>
        Known,

        /// <summary>Columns and parameters.</summary>
        Mixed,
    }

    /// <summary>Whether an output is the number 0.</summary>
    public bool IsZero(int output) => _steps[_outputs[output]] is { Kind: FormulaKind.Number, Constant: 0 };

    /// <summary>Whether an output has no parameter.</summary>
    public bool IsKnown(int output) => _steps[_outputs[output]] is { Use: Use.Known } or { Kind: FormulaKind.Number };

    /// <summary>What does not depend on parameters and is asked for, by step; null elsewhere.</summary>
    /// <param name="column">Values of a column by its name, shape [count].</param>
    /// <param name="count">How many values a column has.</param>
    public double[]?[] Known(Func<string, double[]> column, int count)
    {
        var known = new double[]?[_steps.Count];
        for (int s = 0; s < known.Length; s++)
        {
            Step step = _steps[s];
            if (step.Use != Use.Known)
            {
                continue;
            }

            if (step.Kind == FormulaKind.Column)
            {
                known[s] = column(step.Name);
                continue;
            }

            double[] a = Part(step, 0), b = Part(step, 1), c = Part(step, 2), values = known[s] = new double[count];
            for (int i = 0; i < count; i++)
            {
                values[i] = FormulaValue.Of(step.Kind, step.Order, a[i], b[i], c[i]);
            }
        }

        return [.. known.Select((values, s) => _isAsked[s] && _steps[s].Use == Use.Known ? values : null)];

        double[] Part(Step step, int part)
        {
            int of = step.Of[Math.Min(part, step.Of.Length - 1)];
            return known[of] ??= Filled(count, _steps[of].Constant);
        }
    }

    /// <summary>Works all out at θ.</summary>
    /// <param name="theta">θ.</param>
    /// <param name="known">What is known of these rows.</param>
    /// <param name="count">Rows.</param>
    /// <param name="room">Working arrays, which then hold the outputs.</param>
    public void Run(ReadOnlySpan<double> theta, double[]?[] known, int count, FormulaRoom room)
    {
        room.Fit(_steps.Count, count);
        for (int s = 0; s < _steps.Count; s++)
        {
            Step step = _steps[s];
            switch (step.Use)
            {
                case Use.Known:
                    room.Columns[s] = known[s]!;
                    break;
                case Use.Number:
                    room.Numbers[s] = step.Kind switch
                    {
                        FormulaKind.Number => step.Constant,
                        FormulaKind.Parameter => theta[step.Parameter],
                        _ => FormulaValue.Of(step.Kind, step.Order, room.Numbers[step.Of[0]],
                            room.Numbers[step.Of[Math.Min(1, step.Of.Length - 1)]], room.Numbers[step.Of[^1]]),
                    };
                    if (_isAsked[s])
                    {
                        room.Own(s).AsSpan(0, count).Fill(room.Numbers[s]);
                    }

                    break;
                default:
                    Work(step, room.Own(s).AsSpan(0, count), room);
                    break;
            }
        }
    }

    /// <summary>The values of an output after <see cref="Run"/>, shape [count].</summary>
    public ReadOnlySpan<double> Output(int output, FormulaRoom room, int count) => room.Columns[_outputs[output]].AsSpan(0, count);

    private static void Work(Step step, Span<double> to, FormulaRoom room)
    {
        ReadOnlySpan<double> a = room.Columns[step.Of[0]].AsSpan(0, to.Length);
        ReadOnlySpan<double> b = room.Columns[step.Of[Math.Min(1, step.Of.Length - 1)]].AsSpan(0, to.Length);
        switch (step.Kind)
        {
            case FormulaKind.Add:
                a.CopyTo(to);
                ColumnKernel.AddScaled(1, b, to);
                break;
            case FormulaKind.Subtract:
                a.CopyTo(to);
                ColumnKernel.AddScaled(-1, b, to);
                break;
            case FormulaKind.Multiply:
                ColumnKernel.Multiply(a, b, to);
                break;
            case FormulaKind.Exp:
                Elementary.Exp(a, to);
                break;
            case FormulaKind.Log:
                Elementary.Log(a, to);
                break;
            default:
                ReadOnlySpan<double> c = room.Columns[step.Of[^1]].AsSpan(0, to.Length);
                for (int i = 0; i < to.Length; i++)
                {
                    to[i] = FormulaValue.Of(step.Kind, step.Order, a[i], b[i], c[i]);
                }

                break;
        }
    }

    private static double[] Filled(int count, double value)
    {
        double[] values = new double[count];
        Array.Fill(values, value);
        return values;
    }

    /// <summary>The step of a formula: the one that there is, or a new one behind those of its parts.</summary>
    private int Place(Formula formula)
    {
        if (_placed.TryGetValue(formula, out int place))
        {
            return place;
        }

        int[] of = [.. formula.Parts.Select(Place)];
        int Part(int part) => part < of.Length ? of[part] : -1;
        var key = (formula.Kind, formula.Order, formula.Name, formula.Constant, Part(0), Part(1), Part(2));
        if (!_same.TryGetValue(key, out place))
        {
            place = _same[key] = _steps.Count;
            int parameter = formula.Kind == FormulaKind.Parameter ? _parameters.ToList().IndexOf(formula.Name) : -1;
            bool hasParameter = parameter >= 0 || of.Any(part => _steps[part].HasParameter);
            bool hasColumn = formula.Kind == FormulaKind.Column || of.Any(part => _steps[part].Use != Use.Number);
            Use use = !hasColumn ? Use.Number : hasParameter ? Use.Mixed : Use.Known;
            double Of(int part) => _steps[of[Math.Min(part, of.Length - 1)]].Constant;
            double constant = use != Use.Number || hasParameter || of.Length == 0
                ? formula.Constant
                : FormulaValue.Of(formula.Kind, formula.Order, Of(0), Of(1), Of(2));
            _steps.Add(new Step(formula.Kind, of, formula.Name, constant, formula.Order, parameter, use, hasParameter));
        }

        return _placed[formula] = place;
    }

    private sealed record Step(
        FormulaKind Kind, int[] Of, string Name, double Constant, int Order, int Parameter, Use Use, bool HasParameter);
}

/// <summary>Working arrays of <see cref="FormulaProgram"/>.</summary>
internal sealed class FormulaRoom
{
    private double[][] _own = [];
    private int _count;

    /// <summary>Values by step.</summary>
    public double[][] Columns { get; private set; } = [];

    /// <summary>Steps that are one number.</summary>
    public double[] Numbers { get; private set; } = [];

    /// <summary>Makes room for so many steps of so many rows.</summary>
    public void Fit(int steps, int count)
    {
        if (Numbers.Length != steps || count > _count)
        {
            (_own, Columns, Numbers, _count) = (new double[steps][], new double[steps][], new double[steps], count);
        }
    }

    /// <summary>The array of a step that is worked out here.</summary>
    public double[] Own(int step) => Columns[step] = _own[step] ??= new double[_count];
}
