using InstallSim.Experiments.Discovery;
using InstallSim.Experiments.Points;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Sweeps;

/// <summary>A plan of a sweep: a design over numbers × scenarios × replications, and what is read out of it.</summary>
public sealed record SweepSettings : PlanSettings
{
    [Key("design", "How points are laid over the ranges of the numbers.", Required = true)]
    [French("Comment les points sont posés sur les plages des nombres.")]
    public DesignSettings Design { get; init; } = new();

    [Key("discover", "What is read out of the finished sweep.")]
    [French("Ce qui est lu dans le balayage terminé.")]
    public DiscoverSettings? Discover { get; init; }
}

/// <summary>How points are laid.</summary>
public sealed record DesignSettings
{
    [Key("type", "The kind: every combination of levels, a Latin hypercube, or Sobol' points with Owen's scrambling.", Required = true)]
    [French("Le genre\u00a0: toutes les combinaisons de niveaux, un hypercube latin, ou des points de Sobol’ brouillés selon Owen.")]
    public DesignType Type { get; init; }

    [Key("points", "How many points, of a Latin hypercube or Sobol'.", Min = 1)]
    [French("Nombre de points, d’un hypercube latin ou de Sobol’.")]
    public int? Points { get; init; }

    [Key("levels", "Values of each number in a grid, from the low end of its range to the high one, equally far apart.", Min = 2)]
    [French("Valeurs de chaque nombre dans une grille, du bas au haut de sa plage, à intervalles égaux.")]
    public int? Levels { get; init; }

    [Key("values", "Values of a number in a grid, by its dotted key; the others have 'levels'.")]
    [French("Valeurs d’un nombre dans une grille, par sa clé pointée\u00a0; les autres ont «\u00a0levels\u00a0».")]
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Values { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    [Key("seed", "Names the random numbers of the design.")]
    [French("Nomme les nombres aléatoires du plan.")]
    public uint Seed { get; init; } = 1;
}

/// <summary>How points are laid.</summary>
public enum DesignType : byte
{
    /// <summary>Every combination of levels.</summary>
    Grid,
    /// <summary>Latin hypercube: each number has one point in each of N equal slices (McKay, Beckman and Conover 1979).</summary>
    LatinHypercube,
    /// <summary>Sobol' points with Owen's scrambling.</summary>
    Sobol,
}
