namespace InstallSim.Inputs;

/// <summary>Variables of the environment that the program reads before it reads anything else.</summary>
public static class ProgramVariables
{
    /// <summary>How wide the vectors of kernels may be; read by InstallSim.Choice, which takes any other word for none.</summary>
    public const string Vector = "INSTALLSIM_VECTOR";

    private static readonly string[] Vectors = ["scalar", "256", "512"];

    /// <summary>Refuses words that no variable may have.</summary>
    /// <param name="read">Reads a variable; null or empty where it is not set.</param>
    /// <exception cref="InputException">One has another.</exception>
    public static void Check(Func<string, string?> read)
    {
        if (read(Vector) is { Length: > 0 } said && !Vectors.Contains(said))
        {
            throw new InputException(new Place(Vector),
                $"'{said}' is not allowed{DidYouMean.Hint(said, Vectors)}; allowed: {string.Join(", ", Vectors)}");
        }
    }
}
