using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Error terms with a name each whose choices are nested logit, drawn from the top down so that most need never be drawn:
/// ε[g,f] = τ·(ln S[g] + ζ[g,f]), S positive τ-stable, ζ standard Gumbel (McFadden 1978; the stable term, Crowder 1989). With
/// T[g] = min over f of exp(−ζ[g,f])/S[g], E[g] = (F·T[g])^τ is standard exponential, so the largest ε of a group is
/// τ·ln F − ln E[g], at a uniform form, the leader. Of the n exponentials E of a block the smallest is Exp(1)/n, at a uniform place;
/// each other one is that smallest plus a fresh Exp(1). Where there are more than <see cref="MostBlocks"/> blocks, stretches of
/// <see cref="NestedBlocks.StretchSize"/> come first: the smallest of the n of a stretch is Exp(1)/n, at a uniform place, and so the
/// smallest of its block; that of each other block, of m, is it plus a fresh Exp(1)/m. Only for a group that can still win is S worked
/// out, given T, and from it the terms of the forms behind the leader, ε = −τ·ln(T + Exp(1)/S). All are pure functions of (key, group,
/// form), of G, F and τ: opening or closing an alternative renames none.
/// </summary>
public static class NestedErrors
{
    /// <summary>Most blocks whose smallest exponentials are drawn one by one.</summary>
    public const int MostBlocks = 256;

    // Disjoint ranges of indices inside the key; blocks begin at 0.
    internal const int StretchDraws = 1 << 26;
    private const int GroupDraws = 1 << 27, GammaDraws = 1 << 28, FormDraws = 1 << 29, StableDraws = 1 << 30;
    private const int GammaShift = 8, StableShift = 13;
    private const int OfStretch = NestedBlocks.StretchSize * NestedBlocks.BlockSize;

    /// <summary>The smallest exponential E of the groups of block b and its place in the block.</summary>
    /// <param name="key">Name of the choice situation.</param>
    /// <param name="block">Block, from 0.</param>
    /// <param name="groups">G.</param>
    public static (double Smallest, int Place) Block(in DrawKey key, int block, int groups)
    {
        int size = SizeOf(block, groups, NestedBlocks.BlockSize), stretch = block / NestedBlocks.StretchSize;
        return AreMany(groups)
            ? Leader(Leader(Words(key, StretchDraws + stretch), SizeOf(stretch, groups, OfStretch)), block, Words(key, block), size)
            : Leader(Words(key, block), size);
    }

    /// <summary>ε of form f of group g, one by one.</summary>
    /// <param name="key">Name of the choice situation.</param>
    /// <param name="group">g, from 0.</param>
    /// <param name="form">f, from 0.</param>
    /// <param name="groups">G.</param>
    /// <param name="forms">F.</param>
    /// <param name="scale">τ in (0, 1].</param>
    public static double Term(in DrawKey key, int group, int form, int groups, int forms, double scale)
    {
        int block = group / NestedBlocks.BlockSize;
        var (smallest, place) = Block(key, block, groups);
        var (logExponential, leader) = Group(key, group, forms, smallest, place);
        double logForms = Elementary.Log(forms), highest = Highest(logExponential, logForms, scale);
        return form == leader
            ? highest
            : Behind(key, (group * forms) + form, highest, logForms - LogTilted(key, group, logExponential, scale), scale);
    }

    /// <summary>Whether stretches of blocks are drawn first.</summary>
    internal static bool AreMany(int groups) => groups > MostBlocks * NestedBlocks.BlockSize;

    /// <summary>The smallest exponential of a block or a stretch of n groups, and its place, from the words of its draw.</summary>
    internal static (double Smallest, int Place) Leader((uint W0, uint W1, uint W2) words, int size) =>
        (-Elementary.Log(DrawKey.ToUniform(words.W0, words.W1)) / size, Uniform(words.W2, size));

    /// <summary>The smallest exponential of a block of m groups, and its place, given that of its stretch.</summary>
    internal static (double Smallest, int Place) Leader(
        (double Smallest, int Place) stretch, int block, (uint W0, uint W1, uint W2) words, int size)
    {
        var (ahead, place) = Math.DivRem(stretch.Place, NestedBlocks.BlockSize);
        if (block % NestedBlocks.StretchSize == ahead)
        {
            return (stretch.Smallest, place);
        }

        var (more, own) = Leader(words, size);
        return (stretch.Smallest + more, own);
    }

    /// <summary>A word as a number from 0 to n − 1.</summary>
    internal static int Uniform(uint word, int n) => (int)(((ulong)word * (uint)n) >> 32);

    /// <summary>Index of a group's draw.</summary>
    internal static uint GroupIndex(int group) => (uint)(GroupDraws + group);

    /// <summary>ln E of group g and the form that leads it, given what <see cref="Block"/> says of its block.</summary>
    internal static (double LogExponential, int Leader) Group(in DrawKey key, int group, int forms, double smallest, int place)
    {
        var (w0, w1, w2, _) = key.Words(GroupDraws + group);
        bool isFirst = group % NestedBlocks.BlockSize == place;
        double exponential = isFirst ? smallest : smallest - Elementary.Log(DrawKey.ToUniform(w0, w1));
        return (Elementary.Log(exponential), Uniform(w2, forms));
    }

    /// <summary>The largest ε of a group, τ·ln F − ln E.</summary>
    internal static double Highest(double logExponential, double logForms, double scale) =>
        Math.FusedMultiplyAdd(scale, logForms, -logExponential);

    /// <summary>ε of alternative j that does not lead its group: highest − τ·ln(1 + F·Exp(1)/(c·S)).</summary>
    /// <param name="key">Name of the choice situation.</param>
    /// <param name="alternative">j = g·F + f.</param>
    /// <param name="highest">The largest ε of the group.</param>
    /// <param name="logRatio">ln F − ln(c·S), see <see cref="LogTilted"/>.</param>
    /// <param name="scale">τ.</param>
    internal static double Behind(in DrawKey key, int alternative, double highest, double logRatio, double scale)
    {
        var (w0, w1, _, _) = key.Words(FormDraws + alternative);
        double x = logRatio + Elementary.Log(-Elementary.Log(DrawKey.ToUniform(w0, w1)));
        return highest - (scale * LogOfSum(0, x));
    }

    /// <summary>
    /// ln(c·S) of group g given c = F·T = E^(1/τ). The density of S given T is proportional to s·f(s)·exp(−c·s): S is the sum of a
    /// stable variable tilted by c and of a Gamma(1 − τ) of rate c, independent. τ = 1: S = 1.
    /// </summary>
    internal static double LogTilted(in DrawKey key, int group, double logExponential, double scale) =>
        scale == 1 ? logExponential : LogOfSum(LogStable(key, group, logExponential, scale), LogGamma(key, group, 1 - scale));

    /// <summary>
    /// ln of c times a stable variable tilted by c: a stable draw kept with probability exp(−c·S), which it is in exp(−E) of tries.
    /// Where E = c^τ exceeds 1 it is the sum of n = ⌈E⌉ independent parts n^(−1/τ)·S, each tilted alike: its own E is E/n.
    /// </summary>
    private static double LogStable(in DrawKey key, int group, double logExponential, double scale)
    {
        int parts = logExponential <= 0 ? 1 : (int)Math.Ceiling(Elementary.Exp(logExponential));
        double logPart = parts == 1 ? logExponential : logExponential - Elementary.Log(parts), sum = double.NegativeInfinity;
        int draw = StableDraws + (group << StableShift);
        for (int found = 0; found < parts;)
        {
            var (w0, w1, w2, w3) = key.Words(draw++);
            var (a0, a1, _, _) = key.Words(draw++);
            double log = (logPart + PositiveStable.ScaledLog(scale, DrawKey.ToUniform(w0, w1), DrawKey.ToUniform(w2, w3))) / scale;
            if (Elementary.Exp(log) <= -Elementary.Log(DrawKey.ToUniform(a0, a1)))
            {
                sum = found++ == 0 ? log : LogOfSum(sum, log);
            }
        }

        return sum;
    }

    /// <summary>
    /// ln of a Gamma(a), 0 &lt; a &lt; 1: an Exp(1) times a Beta(a, 1 − a), the latter by Jöhnk (1964): X = U₁^(1/a), Y = U₂^(1/(1−a)),
    /// kept if X + Y ≤ 1, X/(X + Y).
    /// </summary>
    private static double LogGamma(in DrawKey key, int group, double a)
    {
        for (int draw = GammaDraws + (group << GammaShift); ; draw += 2)
        {
            var (w0, w1, w2, w3) = key.Words(draw);
            double x = Elementary.Log(DrawKey.ToUniform(w0, w1)) / a, y = Elementary.Log(DrawKey.ToUniform(w2, w3)) / (1 - a);
            if (Elementary.Exp(x) + Elementary.Exp(y) <= 1)
            {
                var (e0, e1, _, _) = key.Words(draw + 1);
                return x - LogOfSum(x, y) + Elementary.Log(-Elementary.Log(DrawKey.ToUniform(e0, e1)));
            }
        }
    }

    /// <summary>ln(exp a + exp b), whatever their sizes.</summary>
    private static double LogOfSum(double a, double b) =>
        Math.Max(a, b) + Elementary.Log(1 + Elementary.Exp(Math.Min(a, b) - Math.Max(a, b)));

    private static (uint W0, uint W1, uint W2) Words(in DrawKey key, int index)
    {
        var (w0, w1, w2, _) = key.Words(index);
        return (w0, w1, w2);
    }

    /// <summary>Groups in part i of parts of a size.</summary>
    private static int SizeOf(int part, int groups, int size) => Math.Min(groups - (part * size), size);
}
