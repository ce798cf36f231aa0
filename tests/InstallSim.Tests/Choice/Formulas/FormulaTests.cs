using InstallSim.Choice.Formulas;

namespace InstallSim.Tests.Choice.Formulas;

public sealed class FormulaTests
{
    /// <summary>Texts in x and y, with ordinary and edge values of both.</summary>
    private static readonly (string Text, double X, double Y)[] Cases =
    [
        .. from text in new[]
            {
                "x + y", "x - y - 1", "-x * y", "x / y", "x / (y * x + 2)", "x ^ y", "x ^ 2", "x ^ -3", "2 ^ y", "x ^ 0.5",
                "exp(x * y)", "log(x)", "ln(x + y)", "sqrt(x)", "abs(x - 1)", "min(x, y)", "max(x, y, 1)", "if(x > y, x * x, y)",
                "(x < y) * x", "(x >= y) * y + (x != y) * x", "x * y ^ (x - y)", "exp(-x) / (1 + exp(-x))", "log(x) ^ 2 * y",
            }
           from point in new[] { (0.7, 1.9), (2.5, 0.3), (1e-3, 40.0), (30, 1e-2) }
           select (text, point.Item1, point.Item2),
        ("abs(x)", 0, 1), ("max(x, 0)", 0, 1), ("min(x, y)", 2, 2), ("max(x, y)", 2, 2), ("abs(x)", -3, 1), ("x ^ 2", 0, 1),
        ("x ^ 3", -2, 1),
        ("x ^ 2", -1.5, 1), ("x * y", 0, 0), ("exp(x)", 0, 1), ("exp(x)", -700, 1), ("if(x > 0, log(x), 0)", -1, 1), ("sqrt(x)", 1e-4, 1),
        ("0 ^ y", 1, 2.5), ("(0 * x) ^ y", 1, 2.5), ("x * 0 ^ y", 3, 0.5),
    ];

    private static IEnumerable<TestCaseData> All => Cases.Select(c => new TestCaseData(c.Text, c.X, c.Y));

    [TestCaseSource(nameof(All))]
    public void Derivatives_of_both_orders_equal_central_differences(string text, double x, double y)
    {
        Formula formula = Formula.Parse(text, ["x", "y"]);
        foreach (string name in new[] { "x", "y" })
        {
            Formula slope = formula.Derivative(Formula.Parameter(name));
            Equal(formula, slope, name, x, y);
            if (!text.Contains("min", StringComparison.Ordinal) && !text.Contains("max", StringComparison.Ordinal)
                && !text.Contains("abs", StringComparison.Ordinal))
            {
                Equal(slope, slope.Derivative(Formula.Parameter("x")), "x", x, y);
                Equal(slope, slope.Derivative(Formula.Parameter("y")), "y", x, y);
            }
        }
    }

    [TestCaseSource(nameof(All))]
    public void What_is_written_is_read_again_as_the_same(string text, double x, double y)
    {
        Formula formula = Formula.Parse(text, ["x", "y"]), slope = formula.Derivative(Formula.Parameter("x"));
        Assert.That(At(Formula.Parse($"{formula}", ["x", "y"]), x, y), Is.EqualTo(At(formula, x, y)));
        Assert.That(At(Formula.Parse($"{slope}", ["x", "y"]), x, y), Is.EqualTo(At(slope, x, y)).Within(1e-12).Percent, $"{slope}");
    }

    [TestCaseSource(nameof(All))]
    public void Columns_are_worked_out_as_single_values_are(string text, double x, double y)
    {
        Formula asColumn = Formula.Parse(text, ["y"]), both = Formula.Parse(text, ["x", "y"]);
        Formula[] wanted = [asColumn, asColumn.Derivative(Formula.Parameter("y")), both];
        var program = new FormulaProgram(wanted, ["x", "y"]);
        var room = new FormulaRoom();
        program.Run([x, y], program.Known(_ => [x, x + 1, x], 3), 3, room);
        for (int o = 0; o < wanted.Length; o++)
        {
            double[] found = program.Output(o, room, 3).ToArray();
            Assert.That(found[0], Is.EqualTo(At(wanted[o], x, y)));
            Assert.That(found[1], Is.EqualTo(At(wanted[o], o == 2 ? x : x + 1, y)));
            Assert.That(found[2], Is.EqualTo(found[0]));
        }
    }

    [TestCase("2 + 3 * 4 ^ 2", 50)]
    [TestCase("-2 ^ 2", -4)]
    [TestCase("2 ^ 3 ^ 2", 512)]
    [TestCase("2 ^ -1", 0.5)]
    [TestCase("8 / 4 / 2", 1)]
    [TestCase("1 - 2 - 3", -4)]
    [TestCase("1.5e-1 + .5", 0.65)]
    [TestCase("(1 < 2) + (2 <= 2) + (3 == 3) + (3 != 3) + (1 > 2)", 3)]
    [TestCase("min(3, 2, 5) + max(1, 4)", 6)]
    [TestCase("if(0, 1, 2)", 2)]
    public void Precedence_is_that_of_mathematics(string text, double value) =>
        Assert.That(Formula.Parse(text, []).Value(_ => 0, _ => 0), Is.EqualTo(value).Within(1e-15));

    [Test]
    public void Names_that_are_no_words_stand_in_brackets()
    {
        Formula formula = Formula.Parse("b_1 * [working-hours] + b.2 * [Revenu (k€)] - é", ["b_1", "b.2"]);
        Assert.That(formula.Parameters, Is.EqualTo(new[] { "b_1", "b.2" }));
        Assert.That(formula.Columns, Is.EqualTo(new[] { "working-hours", "Revenu (k€)", "é" }));
        Assert.That($"{formula}", Is.EqualTo("b_1 * [working-hours] + b.2 * [Revenu (k€)] - é"));
    }

    [TestCase("", FormulaFault.NoValue, 0, "")]
    [TestCase("2 +", FormulaFault.NoValue, 3, "")]
    [TestCase("2 * * 3", FormulaFault.NoValue, 4, "*")]
    [TestCase("x y", FormulaFault.NoOperator, 2, "y")]
    [TestCase("(x + 1", FormulaFault.NotClosed, 6, "")]
    [TestCase("[x + 1", FormulaFault.NotClosed, 6, "")]
    [TestCase("x + 1)", FormulaFault.NoOperator, 5, ")")]
    [TestCase("sin(x)", FormulaFault.NoFunction, 0, "sin")]
    [TestCase("1 + exp(x, 2)", FormulaFault.Arguments, 4, "exp")]
    [TestCase("if(x, 2)", FormulaFault.Arguments, 0, "if")]
    [TestCase("1 < x < 2", FormulaFault.NoOperator, 6, "<")]
    [TestCase("1.2.3", FormulaFault.NoValue, 0, "1.2.3")]
    [TestCase("exp(x", FormulaFault.NotClosed, 5, "")]
    [TestCase("x; System.Exit()", FormulaFault.NoOperator, 1, ";")]
    public void What_is_no_formula_is_refused_where_it_ends_to_be_one(string text, FormulaFault fault, int position, string found)
    {
        var refused = Assert.Throws<FormulaException>(() => Formula.Parse(text, []))!;
        Assert.That((refused.Fault, refused.Position, refused.Found), Is.EqualTo((fault, position, found)));
    }

    [Test]
    public void Brackets_without_end_are_refused_and_break_nothing() =>
        Assert.Throws<FormulaException>(() => Formula.Parse(new string('(', 100_000), []));

    [Test]
    public void The_innermost_part_that_is_no_number_is_blamed()
    {
        Formula formula = Formula.Parse("b * (1 + log(income - 3)) + if(income > 3, log(income - 3), 0)", ["b"]);
        var (part, value, because) = formula.Blame(_ => 1, _ => 2)!.Value;
        Assert.That(($"{part}", value, $"{because[0].Part}", because[0].Value),
            Is.EqualTo(("log(income - 3)", double.NaN, "income - 3", -1.0)));
        Assert.That(formula.Blame(_ => 1, _ => 4), Is.Null);
    }

    private static double At(Formula formula, double x, double y) => formula.Value(name => name == "x" ? x : y, _ => x);

    private static void Equal(Formula formula, Formula slope, string name, double x, double y)
    {
        double h = 1e-5 * Math.Max(1e-3, Math.Abs(name == "x" ? x : y));
        double up = At(formula, name == "x" ? x + h : x, name == "y" ? y + h : y);
        double down = At(formula, name == "x" ? x - h : x, name == "y" ? y - h : y);
        double expected = (up - down) / (2 * h), found = At(slope, x, y);
        double rounding = 1e-15 * (Math.Abs(up) + Math.Abs(down)) / h;
        Assert.That(found, Is.EqualTo(expected).Within((1e-6 * Math.Max(1, Math.Abs(expected))) + (10 * rounding)), $"∂/∂{name}: {slope}");
    }
}
