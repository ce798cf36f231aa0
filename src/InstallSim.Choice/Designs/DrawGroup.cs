using System.Runtime.Intrinsics;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Designs;

/// <summary>
/// A few draws of the priors, a lane of a vector each: what a design tells at them, and how its error changes with one or two sets. With
/// D the differences of a set's alternatives from the last, M = diag(p) − p·p′ of the others' probabilities and L·L′ = M, a set tells
/// D′·M·D. With V the inverse of the information of all other sets and G = D·V·D′, the determinant with the sets is that without times
/// det(I + L′·G·L), a matrix of an alternative less a set than they have; a change of a few variables changes G in a few products
/// (matrix determinant lemma), so that trying many costs about what one inverse does.
/// </summary>
/// <param name="first">The first draw.</param>
/// <param name="draws">How many.</param>
internal abstract class DrawGroup(int first, int draws)
{
    /// <summary>The first draw.</summary>
    public int First { get; } = first;

    /// <summary>How many draws.</summary>
    public int Draws { get; } = draws;

    /// <summary>Groups of the first draws of priors; results are the same for groups of any size.</summary>
    /// <param name="error">What is to be made small.</param>
    /// <param name="priors">Priors of the variables divided by their scale, shape [draws][K].</param>
    /// <param name="draws">How many of them.</param>
    /// <param name="rows">Differences a set, J − 1.</param>
    public static DrawGroup[] Of(DesignError error, double[][] priors, int draws, int rows) =>
        draws > 1 && VectorForms.Has512 ? Of<Vector512<double>, Lanes8>(error, priors, draws, rows)
        : draws > 1 && VectorForms.Has256 ? Of<Vector256<double>, Lanes4>(error, priors, draws, rows)
        : Of<double, Lanes1>(error, priors, draws, rows);

    private static DrawGroup[] Of<T, TL>(DesignError error, double[][] priors, int draws, int rows)
        where T : struct
        where TL : struct, ILanes<T>
    {
        var room = new DrawRoom<T>(priors[0].Length, 2 * rows);
        return [.. Enumerable.Range(0, (draws + TL.Count - 1) / TL.Count).Select(g =>
            new LaneGroup<T, TL>(error, priors, g * TL.Count, Math.Min(TL.Count, draws - (g * TL.Count)), rows, room))];
    }

    /// <summary>Adds what a set tells, times a sign, to what the design tells.</summary>
    /// <param name="table">Differences, shape [rows][K].</param>
    /// <param name="at">Where they begin.</param>
    /// <param name="sign">1 or −1.</param>
    public abstract void Add(double[] table, int at, int sign);

    /// <summary>Writes the lower triangle of what the design tells at the first draw, without the ridge, shape [K][K].</summary>
    public abstract void CopyFirst(double[] information);

    /// <summary>Errors of the design by draw; ∞ where its information has no inverse.</summary>
    public abstract void FillErrors(double[] errors);

    /// <summary>Forgets which sets were tried.</summary>
    public abstract void Turn();

    /// <summary>Errors by draw with sets changed.</summary>
    /// <param name="table">Differences of the sets as the design has them, shape [sets·rows][K].</param>
    /// <param name="sets">Sets that are tried, 1 or 2.</param>
    /// <param name="changes">How they are to change.</param>
    /// <param name="errors">Where to write, shape [all draws].</param>
    public abstract void Try(double[] table, int sets, SparseRows changes, double[] errors);

    /// <summary>Takes sets in the place of others into the design.</summary>
    public abstract void Accept(double[] before, double[] after, int sets);
}

/// <summary>Room that groups of draws share.</summary>
/// <param name="k">Coefficients.</param>
/// <param name="most">Most differences that are tried at once.</param>
internal sealed class DrawRoom<T>(int k, int most)
    where T : struct
{
    /// <summary>The factor of a matrix, shape [K][K] or [rows][rows].</summary>
    public T[] Lower { get; } = new T[Math.Max(k * k, most * most)];

    /// <summary>L⁻¹, shape [K][K].</summary>
    public T[] Root { get; } = new T[k * k];

    /// <summary>Probabilities of all alternatives but the last, shape [rows].</summary>
    public T[] P { get; } = new T[most];

    /// <summary>Diagonal of the factor of M, shape [rows].</summary>
    public T[] Own { get; } = new T[most];

    /// <summary>Below the diagonal the factor of M has −p(i)·<see cref="Below"/>(j), shape [rows].</summary>
    public T[] Below { get; } = new T[most];

    /// <summary>I + L′·G·L, shape [rows][rows].</summary>
    public T[] G { get; } = new T[most * most];

    /// <summary>Shape [rows][K].</summary>
    public T[] Y { get; } = new T[most * k];

    /// <summary>Shape [K].</summary>
    public T[] Variances { get; } = new T[k];

    /// <summary>Shape [K].</summary>
    public T[] WithPrice { get; } = new T[k];
}
