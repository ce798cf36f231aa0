using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>What the classes' own models cannot be told, under the names that it has in the whole.</summary>
/// <param name="model">The classes.</param>
/// <param name="classes">Their likelihoods.</param>
internal sealed class ClassHeld(LatentClass model, IReadOnlyList<Likelihood> classes)
{
    /// <summary>The first that could be held, class by class.</summary>
    public IEnumerable<Undetermined> First() =>
        classes.SelectMany((one, q) => one.Undetermined.Select(u => Named(q, u))).DistinctBy(u => u.Parameter);

    /// <summary>The same spreads in every class, so that the classes keep their order by share; none where classes differ.</summary>
    public IEnumerable<IEnumerable<Undetermined>> InTurn(EstimationOptions options)
    {
        Undetermined[][][] turns = [.. classes.Select((one, q) => one.HeldInTurn(new EstimationOptions
        {
            Fixed = one.Parameters.Where(name => options.Binds(Own(q, name))).ToDictionary(name => name, _ => 0.0),
        }).Select(set => set.Select(u => Named(q, u)).ToArray()).ToArray())];
        int count = turns[0].Length;
        return turns.Any(t => t.Length != count) ? []
            : Enumerable.Range(0, count).Select(i => turns.SelectMany(t => t[i]).DistinctBy(u => u.Parameter));
    }

    private Undetermined Named(int q, Undetermined u) =>
        u with { Parameter = Own(q, u.Parameter), Instead = [.. u.Instead.Select(name => Own(q, name))] };

    private string Own(int q, string name) => model.Parameters[model.Places[q][classes[q].Parameters.ToList().IndexOf(name)]];
}
