using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Which spreads of normal coefficients the choices can tell (the rank condition of Walker, Ben-Akiva and Bolduc 2007): utilities of a unit
/// deviate from their mean with the covariance Σₖₗ ωₖₗ·Dₖₗ + π²/6·G, D = a·b′ + b·a′ of two variables less their means in the set, k = l
/// unless the coefficients are correlated, G of the error terms. Where the D and G of all units are linearly dependent, only
/// combinations of the ω can be told.
/// </summary>
internal static class SpreadIdentification
{
    private const double Flat = 1e-9, Part = 1e-3;
    private const int MostSets = 40;
    private const string Tried = "its spread cannot be told beside the others and the error terms; each was held at 0 in turn, and the "
        + "log-likelihood is the highest with this one held";


    /// <summary>
    /// The spreads to hold at 0: of coefficients without correlation the last of each dependent group, else the last element of the
    /// Cholesky factor, without which the covariance is any less the error terms' part in it, at the first that is of less rank.
    /// </summary>
    public static IReadOnlyList<Undetermined> Of(MixedLogit model, ChoiceData data)
    {
        if (model.Numeraire is not null)
        {
            return [];
        }

        Element[] elements = [.. Elements(model)];
        return Held(elements, Gram(model, data, elements)).Found;
    }

    /// <summary>
    /// The sets of spreads that could be held at 0 in place of each other, that of <see cref="Of"/> first: of coefficients without
    /// correlation each set of that size which leaves spreads that can be told. Whichever is held, the rest say the same of the covariance
    /// of utilities as long as none of them would be below 0, so that only one of the sets need reach the highest likelihood. Empty where
    /// there is no choice, or what is given makes it; of more than <see cref="MostSets"/> sets those that differ from the first by one.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The choices.</param>
    /// <param name="options">What is given.</param>
    public static IReadOnlyList<IReadOnlyList<Undetermined>> Choices(MixedLogit model, ChoiceData data, EstimationOptions options)
    {
        if (model.Numeraire is not null)
        {
            return [];
        }

        Element[] elements = [.. Elements(model)];
        double[,] gram = Gram(model, data, elements);
        var (found, kept) = Held(elements, gram);
        bool IsLoose(string parameter) => elements.First(e => e.Parameter == parameter).Group is null;
        Undetermined[] chosen = [.. found.Where(u => u.Instead.Any(IsLoose) && IsLoose(u.Parameter))];
        int[] loose = [.. Enumerable.Range(0, elements.Length).Where(k => elements[k].Group is null
            && chosen.Any(u => u.Parameter == elements[k].Parameter || u.Instead.Contains(elements[k].Parameter)))];
        if (chosen.Length == 0 || loose.Any(k => options.Binds(elements[k].Parameter)))
        {
            return [];
        }

        int[] first = [.. loose.Where(k => chosen.Any(u => u.Parameter == elements[k].Parameter))];
        int[][] all = [.. Subsets(loose, first.Length).Where(held => !held.SequenceEqual(first))];
        int[][] others = all.Length < MostSets ? all : [.. all.Where(held => held.Except(first).Count() == 1)];
        int[] beside = [.. kept.Except(loose)];
        return
        [
            .. others.Where(held => Dependent(gram, [.. beside, .. loose.Except(held)]).Length == 0).Prepend(first).Select(held =>
                (IReadOnlyList<Undetermined>)[.. found.Except(chosen), .. held.Select(k => new Undetermined(elements[k].Parameter, 0, Tried)
                {
                    Instead = [.. loose.Except(held).Select(other => elements[other].Parameter)],
                })]),
        ];
    }

    private static IEnumerable<int[]> Subsets(int[] of, int size) => size == 0 ? [[]]
        : of.SelectMany((k, i) => Subsets(of[(i + 1)..], size - 1).Select(rest => (int[])[k, .. rest]));

    private static (IReadOnlyList<Undetermined> Found, IReadOnlyList<int> Kept) Held(Element[] elements, double[,] gram)
    {
        var kept = Enumerable.Range(0, elements.Length + 1).ToList();
        var left = elements.ToList();
        var found = new List<Undetermined>();
        while (kept.Count > 1 && Dependent(gram, kept) is { Length: > 0 } parts)
        {
            Element[] flat = [.. parts.Where(k => k < elements.Length).Select(k => elements[k])];
            Element last = flat.LastOrDefault(e => e.Group is not null) ?? flat[^1];
            Element held = last.Group is null ? last : left.Last(e => e.Group == last.Group);
            kept.Remove(Array.IndexOf(elements, last));
            left.Remove(held);
            found.Add(new Undetermined(held.Parameter, 0, Reason(last, flat.Length))
            {
                Instead = [.. flat.Where(e => e != last).Select(e => e.Parameter)],
            });
        }

        return ([.. found.Select(held => held with
        {
            Instead = [.. held.Instead.Where(name => found.All(other => other.Parameter != name))],
        })], kept);
    }

    /// <summary>An element of the covariance of coefficients, and the parameter at its place in the factor.</summary>
    /// <param name="First">A variable.</param>
    /// <param name="Second">Another of its group, or the same.</param>
    /// <param name="Parameter"><c>sd.x</c> or <c>chol.x.y</c>.</param>
    /// <param name="Group">The correlated coefficients that it belongs to; null: none.</param>
    private sealed record Element(string First, string Second, string Parameter, IReadOnlyList<string>? Group);

    private static string Reason(Element last, int count) =>
        last.Group is not null ? "the covariance of correlated coefficients takes in the error terms: one element less says as much"
            : count == 1 ? "its spread cannot be told from the error terms of these choices"
            : "its spread cannot be told beside the others and the error terms; the one to hold at 0 is the smallest: try each";

    private static IEnumerable<Element> Elements(MixedLogit model)
    {
        foreach (RandomCoefficient random in model.Random)
        {
            string x = random.Variable;
            IReadOnlyList<string>? group = model.Correlated.FirstOrDefault(g => g.Contains(x));
            if (group is null && random.Distribution == Distribution.Normal)
            {
                yield return new Element(x, x, $"sd.{x}", null);
            }
            else if (group is not null && model.Random.All(r => !group.Contains(r.Variable) || r.Distribution == Distribution.Normal))
            {
                foreach (string y in model.Random.Select(r => r.Variable).TakeWhile(v => v != x).Append(x).Where(group.Contains))
                {
                    yield return new Element(x, y, $"chol.{x}.{y}", group);
                }
            }
        }
    }

    /// <summary>Inner products of the D and, last, G, summed over units, shape [K + 1, K + 1].</summary>
    private static double[,] Gram(MixedLogit model, ChoiceData data, Element[] elements)
    {
        string[] variables = [.. elements.SelectMany(e => new[] { e.First, e.Second }).Distinct()];
        (int A, int B)[] pair = [.. elements.Select(e => (Array.IndexOf(variables, e.First), Array.IndexOf(variables, e.Second)))];
        int k = pair.Length;
        double[][] x = [.. variables.Select(v => data.Column(v).ToArray())];
        var gram = new double[k + 1, k + 1];
        for (int unit = 0; unit < (model.Panel ? data.Persons : data.Situations); unit++)
        {
            (int first, int end) = model.Panel ? (data.FirstSituation(unit), data.FirstSituation(unit + 1)) : (unit, unit + 1);
            double[,] products = Products(data, x, first, end);
            gram[k, k] += data.Start(end) - data.Start(first) - (end - first);
            for (int i = 0; i < k; i++)
            {
                gram[i, k] = gram[k, i] += 2 * products[pair[i].A, pair[i].B];
                for (int j = 0; j <= i; j++)
                {
                    gram[i, j] += 2 * ((products[pair[i].A, pair[j].A] * products[pair[i].B, pair[j].B])
                        + (products[pair[i].A, pair[j].B] * products[pair[i].B, pair[j].A]));
                    gram[j, i] = gram[i, j];
                }
            }
        }

        return gram;
    }

    /// <summary>Inner products of the variables less their means in each set, over the situations of a unit.</summary>
    private static double[,] Products(ChoiceData data, double[][] x, int first, int end)
    {
        var products = new double[x.Length, x.Length];
        for (int n = first; n < end; n++)
        {
            int size = data.Alternatives(n);
            double[][] around = [.. x.Select(column => Centred(new ArraySegment<double>(column, data.Start(n), size)))];
            for (int a = 0; a < x.Length; a++)
            {
                for (int b = 0; b <= a; b++)
                {
                    products[a, b] += ColumnKernel.Dot(around[a], around[b]);
                    products[b, a] = products[a, b];
                }
            }
        }

        return products;
    }

    private static double[] Centred(ArraySegment<double> set)
    {
        double mean = set.Average();
        return [.. set.Select(value => value - mean)];
    }

    /// <summary>Members of a flat direction of the Gram matrix of those kept; empty: none is flat.</summary>
    private static int[] Dependent(double[,] gram, List<int> kept)
    {
        double Root(int i) => Math.Sqrt(Math.Max(gram[i, i], 1e-300));
        var scaled = new double[kept.Count, kept.Count];
        for (int i = 0; i < kept.Count; i++)
        {
            for (int j = 0; j < kept.Count; j++)
            {
                scaled[i, j] = gram[kept[i], kept[j]] / (Root(kept[i]) * Root(kept[j]));
            }
        }

        var eigen = new SymmetricEigen(scaled);
        return eigen.Values[0] > Flat * eigen.Values[^1]
            ? []
            : [.. Enumerable.Range(0, kept.Count).Where(i => Math.Abs(eigen.Vectors[i, 0]) > Part).Select(i => kept[i])];
    }
}
