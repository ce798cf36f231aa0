using InstallSim.Experiments.Points;
using InstallSim.Inputs;

namespace InstallSim.Influence;

/// <summary>A plan of a global sensitivity analysis: which numbers an outcome hangs on when all vary together.</summary>
public sealed record SensitivitySettings : PlanSettings
{
    /// <summary>Points of a design when the plan does not say. ASSUMPTION: the fewest whose intervals tell a dozen numbers apart.</summary>
    private const int Trajectories = 20, BasePoints = 256, Points = 500;

    [Key("method", "morris sorts out numbers that do nothing, sobol shares out the variance, pawn compares distributions.",
        Required = true)]
    [French("morris écarte les nombres sans effet, sobol répartit la variance, pawn compare les distributions.")]
    public SensitivityMethod Method { get; init; }

    [Key("samples", "Trajectories of morris (20 when not said), base points of sobol (256; best a power of 2), points of pawn (500).",
        Min = 2, Max = int.MaxValue)]
    [French("Trajectoires de morris (20 si rien n’est dit), points de base de sobol (256\u00a0; au mieux une puissance de 2), points de "
        + "pawn (500).")]
    public int? Samples { get; init; }

    [Key("second-order", "Whether sobol says what pairs of numbers do together, for about twice the points.")]
    [French("Si sobol dit ce que font ensemble les paires de nombres, pour environ deux fois plus de points.")]
    public bool SecondOrder { get; init; }

    [Key("levels", "Levels of a number in the trajectories of morris; even.", Min = 2, Max = 1000)]
    [French("Niveaux d’un nombre dans les trajectoires de morris\u00a0; pair.")]
    public int Levels { get; init; } = 4;

    [Key("slices", "Slices of a number's range, for pawn.", Min = 2, Max = 1000)]
    [French("Tranches de la plage d’un nombre, pour pawn.")]
    public int Slices { get; init; } = 10;

    [Key("distribution", "How a number lies in its range: triangular as doubt draws it, most often near its value, or uniform.")]
    [French("Comment un nombre se place dans sa plage\u00a0: triangular comme le doute le tire, surtout près de sa valeur, ou uniform.")]
    public SampleDistribution Distribution { get; init; } = SampleDistribution.Triangular;

    [Key("resamples", "Resamples that intervals rest on.", Min = 2, Max = 100_000)]
    [French("Rééchantillonnages sur lesquels reposent les intervalles.")]
    public int Resamples { get; init; } = 200;

    /// <summary>The method as it is written.</summary>
    public string MethodName => InputType.Kebab(Method.ToString());

    /// <summary>Trajectories, base points or points.</summary>
    public int Count => Samples ?? Method switch
    {
        SensitivityMethod.Morris => Trajectories,
        SensitivityMethod.Sobol => BasePoints,
        _ => Points,
    };

    /// <summary>Points that belong together: a trajectory, all of a base point, or one point.</summary>
    /// <param name="numbers">Numbers that vary.</param>
    public int Width(int numbers) => Method switch
    {
        SensitivityMethod.Morris => numbers + 1,
        SensitivityMethod.Sobol => Methods.SaltelliDesign.Width(numbers, SecondOrder),
        _ => 1,
    };
}

/// <summary>How influence is measured.</summary>
public enum SensitivityMethod : byte
{
    /// <summary>Elementary effects along trajectories.</summary>
    Morris,
    /// <summary>Shares of the variance.</summary>
    Sobol,
    /// <summary>Distances between distributions.</summary>
    Pawn,
}

/// <summary>How a number lies in its range.</summary>
public enum SampleDistribution : byte
{
    /// <summary>Over low, value (its peak) and high.</summary>
    Triangular,
    /// <summary>The same everywhere.</summary>
    Uniform,
}
