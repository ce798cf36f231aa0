using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// Mean and standard deviation over people of −β(x)/β(price) by formula, where β(price) does not vary, is lognormal, ±exp(c), or uniform or
/// triangular clear of 0, and β(x) does not vary, is symmetric about its location, or lognormal. With a price exp(c) and a normal a,
/// E[a·exp(−c)] = exp(−m + s²/2)·(μ − Cov(a, c)).
/// </summary>
internal sealed class PayFormula
{
    private readonly MixedLogit _model;
    private readonly Coefficient[] _parts;

    /// <param name="model">A mixed logit in utility space.</param>
    /// <param name="variables">x; of several the sum of their coefficients, as that of the base level of effects coding is, but for the
    /// sign.</param>
    /// <param name="price">The price.</param>
    public PayFormula(MixedLogit model, IReadOnlyList<string> variables, string price)
    {
        _model = model;
        var names = model.Terms.Variables.ToList();
        _parts = [.. variables.Select(variable => model.Terms.Coefficients[names.IndexOf(variable)])];
        OfVariable = _parts is [var one]
            ? one
            : new Coefficient(Array.Find(_parts, p => p.Random is not null)?.Random, [.. _parts.SelectMany(p => p.Terms)]);
        OfPrice = model.Terms.Coefficients[names.IndexOf(price)];
    }

    /// <summary>The coefficient of x.</summary>
    public Coefficient OfVariable { get; }

    /// <summary>That of the price.</summary>
    public Coefficient OfPrice { get; }

    /// <summary>Places of the parameters that make both.</summary>
    public IEnumerable<int> Parameters => OfVariable.Terms.Concat(OfPrice.Terms).Select(t => t.Parameter).Distinct();

    /// <summary>The spread of the price: the length of its row of the Cholesky factor.</summary>
    public double Spread(double[] theta) => Math.Sqrt(Product(OfPrice, OfPrice, theta));

    /// <summary>The part of a coefficient without a draw, of people whose covariates are 0.</summary>
    public static double Location(Coefficient coefficient, double[] theta) =>
        coefficient.Random?.Distribution == Distribution.ZeroBoundedTriangular
        ? theta[coefficient.Terms[0].Parameter]
        : coefficient.Terms.Where(t => t is { Dimension: < 0, Covariate: < 0 }).Sum(t => theta[t.Parameter]);

    /// <summary>Mean and standard deviation (NaN where it has none); null where there is no formula.</summary>
    public (double Mean, double Deviation)? Moments(double[] theta)
    {
        if (!HasFormula(theta) || Inverse(theta) is not { } inverse)
        {
            return null;
        }

        bool isLognormal = OfPrice.Random?.Distribution == Distribution.Lognormal;
        double x = Location(OfVariable, theta), w = Variance(theta), both = isLognormal ? Product(OfVariable, OfPrice, theta) : 0;
        double mean, square;
        if (OfVariable.Random?.Distribution == Distribution.Lognormal)
        {
            mean = -OfVariable.Random.Sign * inverse.First * Elementary.Exp(x + w / 2 - both);
            square = inverse.Second * Elementary.Exp(2 * x + 2 * w - 4 * both);
        }
        else
        {
            mean = -inverse.First * (x - both);
            square = inverse.Second * ((x - 2 * both) * (x - 2 * both) + w);
        }

        return (mean, Math.Sqrt(Math.Max(0, square - mean * mean)));
    }

    /// <summary>E[1/β] and E[1/β²] of the price; null without a formula.</summary>
    private (double First, double Second)? Inverse(double[] theta)
    {
        double m = Location(OfPrice, theta), s = Spread(theta), a = m / s;
        switch (OfPrice.Random?.Distribution)
        {
            case null:
                return (1 / m, 1 / (m * m));
            case Distribution.Lognormal:
                return (OfPrice.Random.Sign * Elementary.Exp(-m + s * s / 2), Elementary.Exp(-2 * m + 2 * s * s));
            case Distribution.ZeroBoundedTriangular:
                return (2 * Elementary.Log(2) / m, double.NaN);
            case Distribution.Uniform when s > 0:
                return (Elementary.Log((a + 1) / (a - 1)) / (2 * s), 1 / (m * m - s * s));
            case Distribution.Triangular when s > 0:
                double below = a == 1 || a == -1 ? 0 : (a - 1) * Elementary.Log(a / (a - 1));
                return (((a + 1) * Elementary.Log((a + 1) / a) - below) / s, Elementary.Log(a * a / (a * a - 1)) / (s * s));
            default:
                return null;
        }
    }

    private static double Product(Coefficient one, Coefficient other, double[] theta) =>
        (from a in one.Terms
         from b in other.Terms
         where a.Dimension >= 0 && a.Dimension == b.Dimension
         select theta[a.Parameter] * theta[b.Parameter]).Sum();

    /// <summary>Of β(x), or of its logarithm where it is lognormal.</summary>
    private double Variance(double[] theta)
    {
        double squares = Product(OfVariable, OfVariable, theta);
        return OfVariable.Random?.Distribution switch
        {
            Distribution.Uniform => squares / 3,
            Distribution.Triangular or Distribution.ZeroBoundedTriangular => squares / 6,
            _ => squares,
        };
    }

    /// <summary>
    /// Whether the formulas hold: β(x) normal or lognormal, correlated with others of these alone, or symmetric and correlated with none; a
    /// price that is neither fixed nor lognormal correlated with none.
    /// </summary>
    private bool HasFormula(double[] theta)
    {
        if (Array.Exists(_parts, p => p.HasCovariates) || OfPrice.HasCovariates || (_parts.Length > 1 && Array.Exists(_parts,
            p => p.Random is { Distribution: not Distribution.Normal })))
        {
            return false;
        }

        bool isNormalOrLognormal = OfVariable.Random?.Distribution is Distribution.Normal or Distribution.Lognormal;
        bool ofX = OfVariable.Random?.Distribution switch
        {
            null => true,
            Distribution.Normal or Distribution.Lognormal => true,
            Distribution.Uniform or Distribution.Triangular or Distribution.ZeroBoundedTriangular => Group(_parts).Length == 0,
            _ => false,
        };
        bool ofPrice = OfPrice.Random?.Distribution is null or Distribution.Lognormal || Group(OfPrice).Length == 0;
        bool areNormal = !isNormalOrLognormal || Group(_parts).Concat(Group(OfPrice)).All(name =>
            _model.Random.First(r => r.Variable == name).Distribution is Distribution.Normal or Distribution.Lognormal);
        return ofX && ofPrice && areNormal && (OfPrice.Random is not null || Location(OfPrice, theta) != 0);
    }

    /// <summary>The variables whose coefficients are correlated with one of these.</summary>
    private string[] Group(params Coefficient[] coefficients) => [.. coefficients.SelectMany(coefficient => coefficient.Random is null ? []
        : _model.Correlated.FirstOrDefault(g => g.Contains(coefficient.Random.Variable)) ?? [])];
}
