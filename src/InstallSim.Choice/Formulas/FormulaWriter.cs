using System.Globalization;

namespace InstallSim.Choice.Formulas;

/// <summary>Writes formulas as <see cref="FormulaReader"/> reads them, with no more brackets than needed.</summary>
internal static class FormulaWriter
{
    private const int Loosest = 0, Sum = 1, Product = 2, Sign = 3, Raised = 4, Tightest = 5;

    public static string Text(Formula formula) => Text(formula, Loosest);

    private static string Text(Formula f, int within)
    {
        (string text, int own) = f.Kind switch
        {
            FormulaKind.Number => (f.Constant.ToString("R", CultureInfo.InvariantCulture), f.Constant < 0 ? Sign : Tightest),
            FormulaKind.Column or FormulaKind.Parameter => (Name(f.Name), Tightest),
            FormulaKind.Add => (Binary(f, " + ", Sum, Sum), Sum),
            FormulaKind.Subtract when f.Parts[0].IsZero => ("-" + Text(f.Parts[1], Sign), Sign),
            FormulaKind.Subtract => (Binary(f, " - ", Sum, Product), Sum),
            FormulaKind.Multiply => (Binary(f, " * ", Product, Product), Product),
            FormulaKind.Divide => (Binary(f, " / ", Product, Sign), Product),
            FormulaKind.Power when f.Order == 0 => (Binary(f, "^", Tightest, Sign), Raised),
            FormulaKind.Power => ($"{Binary(f, "^", Tightest, Sign)} * log({Text(f.Parts[0])})^{f.Order}", Product),
            FormulaKind.Less => (Binary(f, " < ", Sum, Sum), Loosest),
            FormulaKind.LessOrEqual => (Binary(f, " <= ", Sum, Sum), Loosest),
            FormulaKind.Equal => (Binary(f, " == ", Sum, Sum), Loosest),
            FormulaKind.NotEqual => (Binary(f, " != ", Sum, Sum), Loosest),
            FormulaKind.Side => (Sides(f), Tightest),
            _ => ($"{f.Kind.ToString().ToLowerInvariant()}({string.Join(", ", f.Parts.Select(part => Text(part)))})", Tightest),
        };
        return own < within ? $"({text})" : text;
    }

    private static string Sides(Formula f)
    {
        (string of, string above, string below) = (Text(f.Parts[0], Sum), Text(f.Parts[1]), Text(f.Parts[2]));
        return $"if({of} > 0, {above}, if({of} < 0, {below}, ({above} + {below}) / 2))";
    }

    private static string Binary(Formula f, string sign, int left, int right) =>
        Text(f.Parts[0], left) + sign + Text(f.Parts[1], right);

    private static string Name(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.')
            ? name
            : $"[{name}]";
}
