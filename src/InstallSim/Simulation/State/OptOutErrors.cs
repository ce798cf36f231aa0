using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Simulation.State;

/// <summary>Errors of the opt-outs of a locum in a year, standard Gumbel, and the term that all places share.</summary>
/// <param name="Locum">ε of staying a locum.</param>
/// <param name="Salaried">ε of a salaried job.</param>
/// <param name="Elsewhere">ε of another region.</param>
/// <param name="Place">η·ln S, what a place of mean utility is worth.</param>
internal readonly record struct OptOutErrors(double Locum, double Salaried, double Elsewhere, double Place)
{
    /// <summary>Locums whose errors are worked out at a time.</summary>
    public const int Most = 64;

    // Numbers of a locum of which ln(−ln u) is taken.
    private const int Logged = 4;

    /// <summary>The errors of one locum.</summary>
    /// <param name="elasticity">η.</param>
    /// <param name="key">Names the errors: (purpose, year, locum).</param>
    public static OptOutErrors Of(double elasticity, in DrawKey key)
    {
        Span<OptOutErrors> one = [default];
        Fill(elasticity, key, [key.Agent], one);
        return one[0];
    }

    /// <summary>The errors of several locums.</summary>
    /// <param name="elasticity">η.</param>
    /// <param name="key">Names the errors, but for whose they are: (purpose, year).</param>
    /// <param name="names">Names of the locums, at most <see cref="Most"/>.</param>
    /// <param name="errors">Filled, as far as there are locums.</param>
    public static void Fill(double elasticity, in DrawKey key, ReadOnlySpan<uint> names, Span<OptOutErrors> errors)
    {
        int n = names.Length;
        Span<double> room = stackalloc double[(Logged + 2) * Most], logs = room[..(Logged * n)],
            angle = room.Slice(Logged * n, n), place = room.Slice((Logged + 1) * n, n);
        Span<double> locum = logs[..n], salaried = logs.Slice(n, n), elsewhere = logs.Slice(2 * n, n), exponential = logs[(3 * n)..];
        AgentDraws.Pairs(key, names, 0, locum, salaried);
        AgentDraws.Pairs(key, names, 1, elsewhere, place);
        AgentDraws.Pairs(key, names, 2, angle, exponential);
        Elementary.Log(logs, logs);
        foreach (ref double log in logs)
        {
            log = -log;
        }

        Elementary.Log(logs, logs);
        PositiveStable.ScaledLogsOf(elasticity, angle, exponential, place);
        for (int i = 0; i < n; i++)
        {
            errors[i] = new OptOutErrors(-locum[i], -salaried[i], -elsewhere[i], place[i]);
        }
    }
}
