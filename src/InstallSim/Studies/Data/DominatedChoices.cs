using InstallSim.Choice.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Choices of an alternative that another one of its set beats in everything, by the coefficients expected.</summary>
/// <param name="Situations">Choice situations with such an alternative.</param>
/// <param name="Chosen">Of them, those in which it was chosen.</param>
/// <param name="People">People who did so; null when the study names none.</param>
/// <remarks>
/// Variables made of one column are an attribute, of which the part-worth counts, Σ prior·x; an attribute without priors, and constants,
/// must be the same. Expected are the priors of the design and the signs of random coefficients that have one.
/// </remarks>
public sealed record DominatedChoices(int Situations, int Chosen, int? People)
{
    /// <summary>Counts them; null where nothing is expected of any coefficient.</summary>
    /// <param name="source">The study.</param>
    /// <param name="sample">Its rows.</param>
    /// <param name="sets">Places of the available rows used, set by set.</param>
    internal static DominatedChoices? Of(StudySource source, ChoiceSample sample, int[][] sets)
    {
        double[][] worths = Worths(source, sample, out double[][] same);
        if (worths.Length == 0 || StudyFormulas.AreIn(source.Study))
        {
            return null;
        }

        (int situations, int chosen) = (0, 0);
        var people = new HashSet<int>();
        foreach (int[] set in sets)
        {
            int[] dominated = [.. set.Where(j => set.Any(i => Beats(worths, same, i, j)))];
            situations += dominated.Length > 0 ? 1 : 0;
            if (dominated.Any(j => DataDescription.IsChosen(sample.Rows.Rows[sample.Used[j]])))
            {
                chosen++;
                people.Add(sample.Table.Person?[set[0]] ?? 0);
            }
        }

        return new DominatedChoices(situations, chosen, sample.Table.Person is null ? null : people.Count);
    }

    private static bool Beats(double[][] worths, double[][] same, int i, int j) =>
        worths.All(w => w[i] >= w[j]) && worths.Any(w => w[i] > w[j]) && same.All(x => x[i] == x[j]);

    /// <summary>Part-worths of the attributes of which something is expected; the variables of all others must be the same.</summary>
    private static double[][] Worths(StudySource source, ChoiceSample sample, out double[][] same)
    {
        var parameters = StudyReader.Parameters(source.Study, sample.Rows.Alternatives).ToArray();
        double[][] x = [.. parameters.Select(p => sample.Table.Columns[sample.Table.Names.ToList().IndexOf(p.Name)])];
        double[] expected = [.. parameters.Select(p => p.Term.Constant ? 0 : Expected(source.Study, p.Name))];
        var worths = new List<double[]>();
        var others = new List<double[]>();
        foreach (int[] group in Attributes([.. parameters.Select(p => Leaves(sample, p.Term))]))
        {
            bool isKnown = group.All(k => expected[k] != 0)
                && (group.Length == 1 || group.All(k => Prior(source.Study, parameters[k].Name) != 0));
            if (isKnown)
            {
                worths.Add([.. Enumerable.Range(0, sample.Used.Length).Select(i => group.Sum(k => expected[k] * x[k][i]))]);
            }
            else
            {
                others.AddRange(group.Select(k => x[k]));
            }
        }

        same = [.. others];
        return [.. worths];
    }

    private static double Prior(Study study, string name) => study.Design?.Priors.GetValueOrDefault(name) ?? 0;

    /// <summary>The prior, else ±1 where the distribution has a sign.</summary>
    private static double Expected(Study study, string name) =>
        Prior(study, name) is var prior && prior != 0 ? prior
        : study.Model.Random.GetValueOrDefault(name) is
        {
            Distribution: Distribution.Lognormal or Distribution.TruncatedNormal
            or Distribution.CensoredNormal
        } random ? random.Sign == "negative" ? -1 : 1
        : 0;

    /// <summary>The columns of the file that a term is made of.</summary>
    private static HashSet<string> Leaves(ChoiceSample sample, UtilityTerm term)
    {
        var leaves = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<string> names = term.Constant ? []
            : term.Columns.Count > 0 ? term.Columns.Values
            : sample.Rows.Alternatives.Select(a => (term.Column ?? term.Name).Replace("*", a, StringComparison.Ordinal));
        foreach (string name in names.Append(term.Times).OfType<string>().Where(sample.Columns.Has))
        {
            Add(sample.Columns.Numbers(name, default));
        }

        return leaves;

        void Add(StudyColumn? column)
        {
            if (column is { Parts.Count: 0 })
            {
                leaves.Add(column.Name);
            }

            foreach (StudyColumn part in column?.Parts ?? [])
            {
                Add(part);
            }
        }
    }

    /// <summary>Terms that share a column, directly or through others, in groups.</summary>
    private static IEnumerable<int[]> Attributes(HashSet<string>[] leaves)
    {
        int[] group = [.. Enumerable.Range(0, leaves.Length)];
        for (int k = 0; k < leaves.Length; k++)
        {
            for (int l = 0; l < k; l++)
            {
                if (group[l] != group[k] && leaves[l].Overlaps(leaves[k]))
                {
                    (int from, int to) = (group[k], group[l]);
                    group = [.. group.Select(g => g == from ? to : g)];
                }
            }
        }

        return Enumerable.Range(0, leaves.Length).GroupBy(k => group[k]).Select(g => g.ToArray());
    }
}
