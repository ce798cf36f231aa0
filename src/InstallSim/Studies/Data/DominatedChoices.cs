using InstallSim.Choice.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Choices of an alternative that another one of its set beats in everything, by the coefficients expected.</summary>
/// <param name="Situations">Choice situations with such an alternative.</param>
/// <param name="Chosen">Of them, those in which it was chosen.</param>
/// <param name="People">People who did so; null when the study names none.</param>
/// <remarks>
/// The rule is that of designs (<see cref="Choice.Designs.DesignAudit"/>): variables that share a column are an attribute, of which the
/// part-worth counts, Σ expected·x; one alternative beats another that is worse in an attribute and better in none. One that differs in
/// variables of which nothing is expected settles nothing. Constants do not count; alternatives of other attributes are not compared, nor
/// is the opt-out, nor a status quo that lacks levels or is better or worse than another whenever the two meet. Expected are the priors of
/// the design; without any, the signs of random coefficients that have one.
/// </remarks>
public sealed record DominatedChoices(int Situations, int Chosen, int? People)
{
    /// <summary>Counts them; null where nothing is expected of any coefficient.</summary>
    /// <param name="source">The study.</param>
    /// <param name="sample">Its rows.</param>
    /// <param name="alternatives">Its alternatives.</param>
    /// <param name="sets">Places of the available rows used, set by set.</param>
    internal static DominatedChoices? Of(StudySource source, ChoiceSample sample, AlternativeSeen[] alternatives, int[][] sets)
    {
        if (StudyFormulas.AreIn(source.Study))
        {
            return null;
        }

        var parameters = StudyReader.Parameters(source.Study, sample.Rows.Alternatives).Where(p => !p.Term.Constant).ToArray();
        double[] expected = Expected(source.Study, [.. parameters.Select(p => p.Name)]);
        if (expected.All(e => e == 0))
        {
            return null;
        }

        int[][] groups = [.. Attributes([.. parameters.Select(p => Leaves(sample, p.Term))])];
        double[][] x = [.. parameters.Select(p => sample.Table.Columns[sample.Table.Names.ToList().IndexOf(p.Name)])];
        string[] attributes = [.. alternatives.Select(a => string.Join(' ', groups.Index()
            .Where(g => g.Item.Any(k => VariableReader.Concerns(parameters[k].Term, parameters[k].Alternative, a.Name)))
            .Select(g => g.Index)))];
        string? quo = source.Study.Design is { StatusQuo: { } status } ? AlternativeSeen.NameOf(source.Study, status.Name) : null;
        bool lacks = source.Study.Design is { StatusQuo: { } held } d
            && !d.Attributes.Select(a => a.Name).ToHashSet().SetEquals(held.Levels.Keys);
        bool Meet(int i, int j) => i != j && attributes[Of(i)] == attributes[Of(j)] && !IsOut(Of(i)) && !IsOut(Of(j));
        HashSet<(int, int)> outside = [.. sets.SelectMany(set => set.SelectMany(i => set
                .Where(j => IsQuo(i) != IsQuo(j) && Meet(i, j)).Select(j => (I: Of(i), J: Of(j), Beats: Beats(groups, expected, x, i, j)))))
            .GroupBy(met => (met.I, met.J)).Where(g => g.All(met => met.Beats)).Select(g => g.Key)];
        return Count(sample, [.. sets.Select(set => set.Where(j => set.Any(i =>
            Meet(i, j) && !outside.Contains((Of(i), Of(j))) && Beats(groups, expected, x, i, j))).ToArray())]);

        int Of(int i) => sample.Rows.Rows[sample.Used[i]].Alternative;
        bool IsQuo(int i) => alternatives[Of(i)].Name == quo;
        bool IsOut(int a) => alternatives[a].IsOptOut || (lacks && alternatives[a].Name == quo);
    }

    private static DominatedChoices Count(ChoiceSample sample, int[][] beaten)
    {
        int[][] chosen = [.. beaten.Select(set => set.Where(j => DataDescription.IsChosen(sample.Rows.Rows[sample.Used[j]])).ToArray())
            .Where(set => set.Length > 0)];
        return new DominatedChoices(beaten.Count(set => set.Length > 0), chosen.Length,
            sample.Table.Person is { } person ? chosen.Select(set => person[set[0]]).Distinct().Count() : null);
    }

    private static bool Beats(int[][] groups, double[] expected, double[][] x, int i, int j)
    {
        bool better = false;
        foreach (int[] group in groups)
        {
            double sum = group.Sum(k => expected[k] * (x[k][i] - x[k][j])),
                size = group.Sum(k => Math.Abs(expected[k] * (x[k][i] - x[k][j])));
            if (sum < -1e-12 * size || (size == 0 && group.Any(k => x[k][i] != x[k][j])))
            {
                return false;
            }

            better |= sum > 1e-12 * size;
        }

        return better;
    }

    /// <summary>The priors; where there are none, ±1 for a random coefficient of one sign.</summary>
    private static double[] Expected(Study study, string[] names)
    {
        double[] priors = [.. names.Select(name => study.Design?.Priors.GetValueOrDefault(name) ?? 0)];
        return priors.Any(p => p != 0) ? priors : [.. names.Select(name => study.Model.Random.GetValueOrDefault(name) is
        {
            Distribution: Distribution.Lognormal or Distribution.TruncatedNormal or Distribution.CensoredNormal
        } random ? random.Sign == "negative" ? -1.0 : 1.0 : 0)];
    }

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
