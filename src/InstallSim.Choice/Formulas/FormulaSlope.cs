namespace InstallSim.Choice.Formulas;

/// <summary>Derivatives of formulas by one parameter or column; what is shared in a formula stays shared in its derivative.</summary>
internal sealed class FormulaSlope(Formula by)
{
    private readonly Dictionary<Formula, Formula> _done = new(ReferenceEqualityComparer.Instance);

    /// <summary>The derivative of a formula.</summary>
    public Formula Of(Formula f)
    {
        if (!_done.TryGetValue(f, out Formula? slope))
        {
            _done[f] = slope = f.Parts.Length == 0 ? f.Kind == by.Kind && f.Name == by.Name ? 1 : 0 : OfParts(f, f.Parts);
        }

        return slope;
    }

    private Formula OfParts(Formula f, Formula[] p) => f.Kind switch
    {
        FormulaKind.Add => Of(p[0]) + Of(p[1]),
        FormulaKind.Subtract => Of(p[0]) - Of(p[1]),
        FormulaKind.Multiply => (Of(p[0]) * p[1]) + (p[0] * Of(p[1])),
        FormulaKind.Divide => Of(p[1]).IsZero ? Of(p[0]) / p[1] : (Of(p[0]) - (f * Of(p[1]))) / p[1],
        FormulaKind.Power => OfPower(p[0], p[1], f.Order),
        FormulaKind.Exp => Of(p[0]) * f,
        FormulaKind.Log => Of(p[0]) / p[0],
        FormulaKind.Sqrt => Of(p[0]) / (2 * f),
        FormulaKind.Abs => Formula.Side(p[0], Of(p[0]), -Of(p[0])),
        FormulaKind.Min => Formula.Side(p[1] - p[0], Of(p[0]), Of(p[1])),
        FormulaKind.Max => Formula.Side(p[0] - p[1], Of(p[0]), Of(p[1])),
        FormulaKind.If => Formula.If(p[0], Of(p[1]), Of(p[2])),
        FormulaKind.Side => Formula.Side(p[0], Of(p[1]), Of(p[2])),
        _ => 0,
    };

    /// <summary>aᵇ·lnⁿa by a: aᵇ⁻¹·(b·lnⁿa + n·lnⁿ⁻¹a); by b: aᵇ·lnⁿ⁺¹a.</summary>
    private Formula OfPower(Formula a, Formula b, int n)
    {
        Formula ofBase = Of(a), ofExponent = Of(b), slope = 0;
        if (!ofBase.IsZero)
        {
            Formula inner = b * Formula.Power(a, b - 1, n);
            slope = ofBase * (n == 0 ? inner : inner + (n * Formula.Power(a, b - 1, n - 1)));
        }

        return ofExponent.IsZero ? slope : slope + (ofExponent * Formula.Power(a, b, n + 1));
    }
}
