namespace InstallSim.Choice.Estimation;

/// <summary>How to maximise and what to hold fixed.</summary>
public sealed record EstimationOptions
{
    /// <summary>Parameters held at a value instead of estimated.</summary>
    public IReadOnlyDictionary<string, double> Fixed { get; init; } = new Dictionary<string, double>();

    /// <summary>Values to start from, in place of the model's own for the parameters named.</summary>
    public IReadOnlyDictionary<string, double> Start { get; init; } = new Dictionary<string, double>();

    /// <summary>Groups of parameters that have one value; it counts as one parameter.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Equal { get; init; } = [];

    /// <summary>Most iterations, ≥ 1.</summary>
    public int MostIterations { get; init; } = 300;

    /// <summary>
    /// Done when the log-likelihood can rise by less than this, by its quadratic model (½·g′·H⁻¹·g, free of the variables'
    /// scales); 1e-10 puts estimates within 1.4e-5 standard errors of the maximum.
    /// </summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>Most threads; 0: one a processor. It does not change the result.</summary>
    public int Threads { get; init; }

    /// <summary>Called after each iteration with its number and the log-likelihood.</summary>
    public Action<int, double>? Progress { get; init; }

    /// <summary>Whether latent classes stay in the order that they start in: for fits that are compared parameter by parameter.</summary>
    internal bool KeepsOrder { get; init; }

    /// <summary>Asks to stop; the result then says that it did not converge.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The first parameter of the group that a parameter belongs to; null: of none.</summary>
    internal string? EqualTo(string parameter) => Equal.FirstOrDefault(group => group.Contains(parameter))?[0];

    /// <summary>Whether the value of a parameter is said, by itself or by one that it equals.</summary>
    internal bool Gives(string parameter) => Given(parameter) is not null;

    /// <summary>Whether a parameter is bound: to a value, or to another parameter.</summary>
    internal bool Binds(string parameter) => Fixed.ContainsKey(parameter) || EqualTo(parameter) is not null;

    /// <summary>The same with these held at their values.</summary>
    internal EstimationOptions Holding(IEnumerable<Undetermined> held) => this with
    {
        Fixed = Fixed.Concat(held.Select(u => KeyValuePair.Create(u.Parameter, u.Value))).ToDictionary(),
    };

    /// <summary>θ with what is given and held in place: fixed values, then starting values, then equal ones.</summary>
    internal double[] Place(IReadOnlyList<string> names, double[] theta)
    {
        double[] placed = [.. theta];
        for (int k = 0; k < placed.Length; k++)
        {
            string leader = EqualTo(names[k]) ?? names[k];
            placed[k] = Given(names[k]) ?? (leader == names[k] ? theta[k] : placed[names.ToList().IndexOf(leader)]);
        }

        return placed;
    }

    /// <summary>Refuses names that are no parameters, and groups that cannot be.</summary>
    /// <exception cref="ArgumentException">A name is unknown, in two groups, or equal to one that is fixed at another value.</exception>
    internal void Check(IReadOnlyList<string> names)
    {
        string[] equal = [.. Equal.SelectMany(group => group)];
        if (Fixed.Keys.Concat(Start.Keys).Concat(equal).FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"no parameter '{unknown}' among: {string.Join(", ", names)}");
        }

        if (equal.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"'{twice.Key}' is said twice to be equal");
        }

        if (equal.FirstOrDefault(Fixed.ContainsKey) is { } both)
        {
            throw new ArgumentException($"'{both}' is fixed and equal to another: fix each of them instead");
        }
    }

    private double? Given(string name) =>
        Fixed.TryGetValue(name, out double value) ? value
        : (Equal.FirstOrDefault(group => group.Contains(name)) ?? [name])
            .Where(Start.ContainsKey).Select(given => (double?)Start[given]).FirstOrDefault();
}
