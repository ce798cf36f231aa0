using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Latent classes: people belong to one of Q classes, each with a logit or mixed logit of its own; P(choices of n) = Σ πₙq·Pq,
/// πₙq a logit of the person's variables with class 1 as the reference. Classes of the same variables come with the largest share first,
/// unless a parameter that is fixed or equal to another binds their order. Parameters: <c>classq.x</c>, then <c>member2</c>,
/// <c>member2.z</c>, …; those shared by all classes have their plain name. With <see cref="Scale"/>, groups of situations differ in scale
/// beside the classes' tastes (Magidson and Vermunt 2007, of known groups): V = exp(Σ γₘ·zₘ)·x′βq, the γ the same in all classes.
/// With <see cref="ScaleClasses"/> people belong to a class of scale too, which is not known either and independent of that of tastes
/// (Magidson and Vermunt 2007): P = Σq Σs πq·ρs·P(choices | V = λs·x′βq), λ₁ = 1, λs = exp(<c>scale-classs</c>), ρ a logit of
/// <c>scale-members</c> with class 1 as the reference; the largest class of scale comes first where nothing is fixed or equal and all
/// coefficients are normal, uniform, triangular or the same for all of a class.
/// </summary>
public sealed class LatentClass : IChoiceModel
{
    /// <summary>Describes Q classes of mixed logits (or of logits: mixed ones with no random coefficient).</summary>
    /// <param name="classes">The classes' models, over people (<see cref="MixedLogit.Panel"/>).</param>
    /// <param name="membership">Variables that explain the class, the same on all rows of a person; a constant is there anyway.</param>
    /// <param name="shared">Parameters that are the same in all classes.</param>
    /// <param name="scale">Variables of the scale, the same on all rows of a situation; their parameters are shared.</param>
    /// <param name="scaleClasses">Latent classes of scale, ≥ 1.</param>
    /// <exception cref="ArgumentException">Fewer than two classes of tastes and scales, a class that is not a panel, or a shared
    /// parameter that a class lacks.</exception>
    public LatentClass(
        IReadOnlyList<MixedLogit> classes, IReadOnlyList<string>? membership = null, IReadOnlyList<string>? shared = null,
        IReadOnlyList<string>? scale = null, int scaleClasses = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scaleClasses, 1);
        (Classes, Membership, Scale, ScaleClasses) = ([.. classes], [.. membership ?? []], [.. scale ?? []], scaleClasses);
        string[] scales = [.. Scale.Select(z => "scale." + z)];
        Shared = [.. shared ?? [], .. scales];
        if (classes.Count * scaleClasses < 2)
        {
            throw new ArgumentException($"{classes.Count} class(es); at least two are needed", nameof(classes));
        }

        if (classes.Any(c => !c.Panel))
        {
            throw new ArgumentException("every class must be a panel: a person has one class", nameof(classes));
        }

        if (Shared.FirstOrDefault(s => !scales.Contains(s) && classes.Any(c => !c.Parameters.Contains(s))) is { } lacking)
        {
            throw new ArgumentException($"'{lacking}' is to be shared but is not a parameter of every class", nameof(shared));
        }

        var names = new List<string>(Shared);
        Places = [.. classes.Select((c, q) => c.Parameters.Concat(scales).Select(p => Place(names, p, q)).ToArray())];
        FirstMembership = names.Count;
        for (int q = 2; q <= classes.Count; q++)
        {
            names.AddRange([$"member{q}", .. Membership.Select(z => $"member{q}.{z}")]);
        }

        FirstScaleClass = names.Count;
        names.AddRange(Enumerable.Range(2, scaleClasses - 1).Select(s => $"scale-class{s}"));
        names.AddRange(Enumerable.Range(2, scaleClasses - 1).Select(s => $"scale-member{s}"));
        Parameters = names;
    }

    /// <summary>Describes Q classes of multinomial logits with the same variables.</summary>
    /// <param name="classes">Q, at least 2.</param>
    /// <param name="variables">Variables of the utility.</param>
    /// <param name="membership">Variables that explain the class.</param>
    /// <param name="shared">Variables whose coefficients are the same in all classes.</param>
    public LatentClass(
        int classes, IReadOnlyList<string> variables, IReadOnlyList<string>? membership = null, IReadOnlyList<string>? shared = null)
        : this([.. Enumerable.Range(0, classes).Select(_ => new MixedLogit(variables, [], new HaltonDraws(1)))], membership, shared)
    {
    }

    /// <summary>The classes' models.</summary>
    public IReadOnlyList<MixedLogit> Classes { get; }

    /// <summary>Variables that explain the class.</summary>
    public IReadOnlyList<string> Membership { get; }

    /// <summary>Variables of the scale.</summary>
    public IReadOnlyList<string> Scale { get; }

    /// <summary>Latent classes of scale, independent of those of tastes; 1: none.</summary>
    public int ScaleClasses { get; }

    /// <summary>Parameters that are the same in all classes, those of the scale included.</summary>
    public IReadOnlyList<string> Shared { get; }

    /// <summary>Random starts of the EM algorithm, ≥ 1; <see cref="EstimationResult.Search"/> says how many agree.</summary>
    public int Starts { get; init; } = 8;

    /// <summary>Seed of the starts.</summary>
    public uint Seed { get; init; } = 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Place in θ of each parameter of each class.</summary>
    internal int[][] Places { get; }

    /// <summary>Place of the first parameter of membership.</summary>
    internal int FirstMembership { get; }

    /// <summary>Place of the first logarithm of a scale; the logits of the shares of scales follow them.</summary>
    internal int FirstScaleClass { get; }

    /// <summary>The scales and shares of the classes of scale, shapes [S]; the first scale is 1.</summary>
    /// <param name="theta">Parameters, shape [K].</param>
    public (double[] Scales, double[] Shares) ScalesOf(IReadOnlyList<double> theta)
    {
        double Of(int s, int first) => s == 0 ? 0 : theta[first + s - 1];
        double[] shares = [.. Enumerable.Range(0, ScaleClasses).Select(s => Of(s, FirstScaleClass + ScaleClasses - 1))];
        SoftmaxKernel.ProbabilitiesOrNone(shares);
        return ([.. Enumerable.Range(0, ScaleClasses).Select(s => Elementary.Exp(Of(s, FirstScaleClass)))], shares);
    }

    IReadOnlyList<IReadOnlyList<string>> IChoiceModel.Mirrored => [.. Classes.SelectMany((one, q) => ((IChoiceModel)one).Mirrored
        .Select(group => group.Select(name => Parameters[Places[q][one.Parameters.ToList().IndexOf(name)]]).ToArray()))
        .DistinctBy(group => group[0])];

    /// <inheritdoc/>
    public Likelihood Bind(ChoiceData data) => new LatentClassLikelihood(this, data);

    /// <summary>
    /// Shares of the classes, the mean, by weight, of the people's probabilities of belonging to them before their choices are known,
    /// shape [Q].
    /// </summary>
    /// <param name="data">Choices, with the variables of membership.</param>
    /// <param name="theta">Parameters, shape [K].</param>
    /// <exception cref="ArgumentException">A variable of membership is not in the data, or not the
    /// same on all rows of a person.</exception>
    public double[] Shares(ChoiceData data, IReadOnlyList<double> theta)
    {
        var membership = new Membership(this, data);
        double[] shares = new double[Classes.Count];
        double total = Enumerable.Range(0, data.Persons).Sum(person => data.Weight(data.FirstSituation(person)));
        for (int person = 0; person < data.Persons; person++)
        {
            ColumnKernel.AddScaled(data.Weight(data.FirstSituation(person)) / total, membership.Of(theta, person), shares);
        }

        return shares;
    }

    /// <summary>Whether two classes can change places: their models say the same.</summary>
    internal bool AreAlike(int one, int other) =>
        Classes[one].Parameters.SequenceEqual(Classes[other].Parameters)
        && Classes[one].Random.Zip(Classes[other].Random).All(pair => pair.First.IsLike(pair.Second))
        && Classes[one].Numeraire == Classes[other].Numeraire;

    /// <summary>Whether a parameter belongs to one class, by its coefficients or its membership.</summary>
    internal bool IsOfClass(string parameter) =>
        !Shared.Contains(parameter) && Parameters.ToList().IndexOf(parameter) < FirstScaleClass;

    /// <summary>θ with class order[q] in place q: the same likelihood.</summary>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="order">Each class once; each in the place of one that it is like.</param>
    internal double[] Permuted(IReadOnlyList<double> theta, int[] order)
    {
        double[] permuted = [.. theta];
        int step = Membership.Count + 1;
        double Of(int q, int m) => q == 0 ? 0 : theta[FirstMembership + ((q - 1) * step) + m];
        for (int q = 0; q < order.Length; q++)
        {
            for (int i = 0; i < Places[q].Length; i++)
            {
                permuted[Places[q][i]] = theta[Places[order[q]][i]];
            }

            for (int m = 0; m < step && q > 0; m++)
            {
                permuted[FirstMembership + ((q - 1) * step) + m] = Of(order[q], m) - Of(order[0], m);
            }
        }

        return permuted;
    }

    private int Place(List<string> names, string parameter, int q)
    {
        if (Shared.Contains(parameter))
        {
            return names.IndexOf(parameter);
        }

        names.Add($"class{q + 1}.{parameter}");
        return names.Count - 1;
    }
}
