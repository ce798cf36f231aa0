namespace InstallSim.Choice.Models;

/// <summary>What a draw is before it enters a coefficient.</summary>
internal enum BaseDraw
{
    Normal,
    Uniform,
    Triangular,
    OnePlusTriangular,
    Raw,
}

/// <summary>A part of c: parameter × draw of a dimension × covariate of the unit, or without one or both of these.</summary>
/// <param name="Parameter">Place in θ.</param>
/// <param name="Dimension">Dimension of the draw; −1: none.</param>
/// <param name="Covariate">Place among the covariates; −1: none.</param>
internal readonly record struct Term(int Parameter, int Dimension, int Covariate = -1);

/// <summary>One coefficient: c = Σ of its terms, β = a function of c.</summary>
internal sealed record Coefficient(RandomCoefficient? Random, Term[] Terms)
{
    /// <summary>Whether it depends on covariates.</summary>
    public bool HasCovariates => Random?.MeanBy.Count > 0;
}

/// <summary>
/// The parameters of a mixed logit and how they make coefficients: first the coefficients that vary, in the order given, then
/// the fixed ones. Parameters: the means in the order of the variables, each followed by its slopes <c>x.z</c>; then the spreads,
/// <c>sd.x</c>, or for correlated ones the Cholesky factor row by row, <c>chol.x.y</c>.
/// </summary>
internal sealed class CoefficientTerms
{
    public CoefficientTerms(
        IReadOnlyList<string> variables, IReadOnlyList<RandomCoefficient> random, IReadOnlyList<IReadOnlyList<string>> correlated,
        string? numeraire = null, bool isIncome = false, IReadOnlyList<string>? inUtils = null)
    {
        Check(variables, random, correlated);
        var names = new List<string>();
        var mean = new Dictionary<string, int>();
        foreach (string variable in variables)
        {
            if (random.FirstOrDefault(r => r.Variable == variable) is { IsErrorComponent: true })
            {
                continue;
            }

            mean[variable] = names.Count;
            names.Add(variable);
            names.AddRange((random.FirstOrDefault(r => r.Variable == variable)?.MeanBy ?? []).Select(z => $"{variable}.{z}"));
        }

        Covariates = [.. random.SelectMany(r => r.MeanBy).Distinct()];

        var coefficients = new List<Coefficient>();
        for (int d = 0; d < random.Count; d++)
        {
            coefficients.Add(Varying(random, d, correlated, mean, names, Covariates));
        }

        Varies = coefficients.Count;
        string[] still = [.. variables.Where(v => random.All(r => r.Variable != v))];
        coefficients.AddRange(still.Select(v => new Coefficient(null, [new Term(mean[v], -1)])));
        Variables = [.. random.Select(r => r.Variable), .. still];
        (Coefficients, Parameters) = ([.. coefficients], names);
        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"two parameters would be called '{twice.Key}': rename a variable", nameof(random));
        }

        Dimensions = [.. random.Select(r => BaseOf(r.Distribution))];
        (Turn, InUtils) = (isIncome ? 1 : -1, inUtils ?? []);
        Numeraire = numeraire is null ? -1 : Variables.ToList().IndexOf(numeraire);
        CheckUtils(numeraire, variables, InUtils);
        if (numeraire is null)
        {
            return;
        }

        if (Numeraire < 0)
        {
            throw new ArgumentException($"'{numeraire}' is not among the variables: {string.Join(", ", variables)}", nameof(numeraire));
        }

        Varies = coefficients.Count; // all are products with the numeraire's coefficient, draw by draw
    }

    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Variables in the order of <see cref="Coefficients"/>.</summary>
    public IReadOnlyList<string> Variables { get; }

    public Coefficient[] Coefficients { get; }

    /// <summary>Variables of the person that coefficients depend on.</summary>
    public IReadOnlyList<string> Covariates { get; }

    /// <summary>How many of the coefficients vary; they come first.</summary>
    public int Varies { get; }

    public BaseDraw[] Dimensions { get; }

    /// <summary>Place of the coefficient in whose units the others are (willingness-to-pay space); −1: none.</summary>
    public int Numeraire { get; }

    /// <summary>Variables whose coefficients are in utils all the same.</summary>
    public IReadOnlyList<string> InUtils { get; }

    /// <summary>Sign of the product of the numeraire's coefficient and another: 1 for an income, −1 for a price.</summary>
    public int Turn { get; }

    private static Coefficient Varying(
        IReadOnlyList<RandomCoefficient> random, int d, IReadOnlyList<IReadOnlyList<string>> correlated, Dictionary<string, int> mean,
        List<string> names, IReadOnlyList<string> covariates)
    {
        var one = random[d];
        bool isScaled = one.Distribution == Distribution.ZeroBoundedTriangular;
        var terms = new List<Term>();
        if (mean.TryGetValue(one.Variable, out int m))
        {
            terms.Add(new Term(m, isScaled ? d : -1));
            terms.AddRange(one.MeanBy.Select((z, i) => new Term(m + 1 + i, isScaled ? d : -1, covariates.ToList().IndexOf(z))));
        }

        if (isScaled)
        {
            return new Coefficient(one, [.. terms]);
        }

        var group = correlated.FirstOrDefault(g => g.Contains(one.Variable));
        for (int earlier = 0; earlier <= d; earlier++)
        {
            if (earlier < d && group?.Contains(random[earlier].Variable) != true)
            {
                continue;
            }

            terms.Add(new Term(names.Count, earlier));
            names.Add(group is null ? "sd." + one.Variable : $"chol.{one.Variable}.{random[earlier].Variable}");
        }

        return new Coefficient(one, [.. terms]);
    }

    private static void CheckUtils(string? numeraire, IReadOnlyList<string> variables, IReadOnlyList<string> inUtils)
    {
        if (inUtils.Count > 0 && numeraire is null)
        {
            throw new ArgumentException("without a numeraire all coefficients are in utils", nameof(inUtils));
        }

        if (inUtils.FirstOrDefault(name => name == numeraire || !variables.Contains(name)) is { } wrong)
        {
            throw new ArgumentException($"'{wrong}' cannot stay in utils: it is the numeraire, or not among the variables: "
                + string.Join(", ", variables), nameof(inUtils));
        }
    }

    private static BaseDraw BaseOf(Distribution distribution) => distribution switch
    {
        Distribution.Uniform => BaseDraw.Uniform,
        Distribution.Triangular => BaseDraw.Triangular,
        Distribution.ZeroBoundedTriangular => BaseDraw.OnePlusTriangular,
        Distribution.TruncatedNormal => BaseDraw.Raw,
        _ => BaseDraw.Normal,
    };

    private static void Check(
        IReadOnlyList<string> variables, IReadOnlyList<RandomCoefficient> random, IReadOnlyList<IReadOnlyList<string>> correlated)
    {
        static void Refuse(string message) => throw new ArgumentException(message);
        foreach (var r in random)
        {
            if (!variables.Contains(r.Variable))
            {
                Refuse($"random coefficient '{r.Variable}' is not among the variables: {string.Join(", ", variables)}");
            }

            if (r.Sign is not (1 or -1))
            {
                Refuse($"sign of '{r.Variable}' is {r.Sign}; it must be 1 or -1");
            }

            if (r.Distribution == Distribution.JohnsonSb && r.Upper <= r.Lower)
            {
                Refuse($"bounds of '{r.Variable}' are {r.Lower} and {r.Upper}; the lower must be below the upper");
            }

            if (r.IsErrorComponent && r.Distribution is not (Distribution.Normal or Distribution.Uniform or Distribution.Triangular))
            {
                Refuse($"error component '{r.Variable}' is {r.Distribution}; it must be Normal, Uniform or Triangular");
            }

            if (r.IsErrorComponent && r.MeanBy.Count > 0)
            {
                Refuse($"error component '{r.Variable}' has the mean 0, which depends on nothing");
            }

            if (r.Distribution == Distribution.ZeroBoundedTriangular && r.SpreadBy.Count > 0)
            {
                Refuse($"'{r.Variable}' is {r.Distribution}: its spread is its mean, and depends on nothing else");
            }
        }

        foreach (string name in correlated.SelectMany(g => g))
        {
            if (random.FirstOrDefault(r => r.Variable == name) is not { } r)
            {
                Refuse($"correlated coefficient '{name}' is not random");
            }
            else if (BaseOf(r.Distribution) != BaseDraw.Normal)
            {
                Refuse($"correlated coefficient '{name}' is {r.Distribution}; it must be normal or made from a normal");
            }

            if (correlated.Count(g => g.Contains(name)) > 1)
            {
                Refuse($"correlated coefficient '{name}' is in more than one group");
            }
        }

        if (variables.Distinct().Count() < variables.Count || random.DistinctBy(r => r.Variable).Count() < random.Count)
        {
            Refuse("a variable is named more than once");
        }
    }
}
