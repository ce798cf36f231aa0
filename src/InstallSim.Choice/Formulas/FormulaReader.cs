using System.Globalization;

namespace InstallSim.Choice.Formulas;

/// <summary>
/// Reads formulas. From loose to tight: comparisons (one, not a chain), + −, · /, the sign, ^ (from the right), so that −x^2 is −(x²).
/// </summary>
internal sealed class FormulaReader(string text, IReadOnlyCollection<string> parameters)
{
    private const int Deepest = 200;
    private int _at, _depth;

    /// <summary>Names of the functions.</summary>
    public static IReadOnlyList<string> Functions { get; } = ["exp", "log", "ln", "sqrt", "abs", "min", "max", "if"];

    public Formula Read()
    {
        Formula formula = Comparison();
        Skip();
        return _at == text.Length ? formula : throw Fault(FormulaFault.NoOperator);
    }

    private Formula Comparison()
    {
        Formula left = Sum();
        foreach (string sign in (string[])["<=", ">=", "==", "!=", "<", ">"])
        {
            if (!Take(sign))
            {
                continue;
            }

            Formula right = Sum();
            return sign switch
            {
                "<=" => Formula.LessOrEqual(left, right),
                ">=" => Formula.LessOrEqual(right, left),
                "==" => Formula.AreEqual(left, right),
                "!=" => Formula.Differ(left, right),
                "<" => Formula.Less(left, right),
                _ => Formula.Less(right, left),
            };
        }

        return left;
    }

    private Formula Sum()
    {
        Formula sum = Product();
        while (true)
        {
            if (Take("+"))
            {
                sum += Product();
            }
            else if (Take("-"))
            {
                sum -= Product();
            }
            else
            {
                return sum;
            }
        }
    }

    private Formula Product()
    {
        Formula product = Signed();
        while (true)
        {
            if (Take("*"))
            {
                product *= Signed();
            }
            else if (Take("/"))
            {
                product /= Signed();
            }
            else
            {
                return product;
            }
        }
    }

    private Formula Signed()
    {
        if (++_depth > Deepest)
        {
            throw Fault(FormulaFault.NotClosed);
        }

        Formula value = Take("-") ? -Signed() : Take("+") ? Signed() : Raised();
        _depth--;
        return value;
    }

    private Formula Raised()
    {
        Formula value = Atom();
        return Take("^") ? value.Power(Signed()) : value;
    }

    private Formula Atom()
    {
        Skip();
        int start = _at;
        if (Take("("))
        {
            Formula inner = Comparison();
            return Take(")") ? inner : throw Fault(FormulaFault.NotClosed);
        }

        if (Take("["))
        {
            int end = text.IndexOf(']', _at);
            string name = end < 0 ? "" : text[_at..end].Trim();
            _at = end < 0 ? text.Length : end + 1;
            return name.Length > 0 ? Named(name) : throw (end < 0 ? Fault(FormulaFault.NotClosed) : Fault(FormulaFault.NoValue, start));
        }

        string word = Word();
        if (word.Length == 0)
        {
            throw Fault(FormulaFault.NoValue);
        }

        if (char.IsAsciiDigit(word[0]) || word[0] == '.')
        {
            return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                ? number
                : throw Fault(FormulaFault.NoValue, start);
        }

        return Take("(") ? Call(word, start) : Named(word);
    }

    private Formula Named(string name) => parameters.Contains(name) ? Formula.Parameter(name) : Formula.Column(name);

    private Formula Call(string name, int start)
    {
        if (!Functions.Contains(name))
        {
            throw new FormulaException(FormulaFault.NoFunction, start, name);
        }

        var arguments = new List<Formula>();
        do
        {
            arguments.Add(Comparison());
        }
        while (Take(","));
        if (!Take(")"))
        {
            throw Fault(FormulaFault.NotClosed);
        }

        bool isRight = name switch { "min" or "max" => arguments.Count >= 2, "if" => arguments.Count == 3, _ => arguments.Count == 1 };
        return !isRight ? throw new FormulaException(FormulaFault.Arguments, start, name) : name switch
        {
            "exp" => arguments[0].Exp(),
            "sqrt" => arguments[0].Sqrt(),
            "abs" => arguments[0].Abs(),
            "min" => arguments.Aggregate(Formula.Min),
            "max" => arguments.Aggregate(Formula.Max),
            "if" => Formula.If(arguments[0], arguments[1], arguments[2]),
            _ => arguments[0].Log(),
        };
    }

    /// <summary>A number or a name, from here on; a sign belongs to a number behind its e alone.</summary>
    private string Word()
    {
        int start = _at;
        bool isNumber = _at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.');
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '.'
            || (isNumber && _at > start && text[_at] is '+' or '-' && text[_at - 1] is 'e' or 'E')))
        {
            _at++;
        }

        return text[start.._at];
    }

    private void Skip()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private bool Take(string sign)
    {
        Skip();
        bool isThere = text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal);
        _at += isThere ? sign.Length : 0;
        return isThere;
    }

    private FormulaException Fault(FormulaFault fault, int? at = null)
    {
        int from = at ?? _at, start = _at;
        _at = from;
        string word = Word();
        _at = start;
        return new FormulaException(fault, from, word.Length > 0 ? word : from < text.Length ? text[from..(from + 1)] : "");
    }
}
