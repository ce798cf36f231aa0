using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// Which dissimilarities choices can tell: those of a nest of which two members are offered together somewhere, and that does not hold all
/// that is offered everywhere, for it then only scales all utilities.
/// </summary>
internal static class NestIdentification
{
    /// <summary>The dissimilarities to hold at 1.</summary>
    /// <param name="data">Choices.</param>
    /// <param name="nests">By parameter, the members of each of its nests: an alternative, or several that are one branch below.</param>
    public static IReadOnlyList<Undetermined> Of(
        ChoiceData data, IEnumerable<(string Parameter, IReadOnlyList<IReadOnlySet<int>> Members)> nests)
    {
        var sets = new Dictionary<string, int[]>();
        for (int n = 0; n < data.Situations; n++)
        {
            int[] set = [.. Enumerable.Range(data.Start(n), data.Alternatives(n)).Select(data.Alternative).Order()];
            sets.TryAdd(string.Join(',', set), set);
        }

        return [.. nests.GroupBy(nest => nest.Parameter).Select(same => Find(same.Key, [.. same.Select(nest => nest.Members)]))
            .OfType<Undetermined>()];

        Undetermined? Find(string parameter, IReadOnlyList<IReadOnlySet<int>>[] same)
        {
            bool hasTwo = same.Any(members => sets.Values.Any(set => members.Count(member => set.Any(member.Contains)) > 1));
            bool hasOthers = same.Any(members => sets.Values.Any(set => set.Length > 1 && set.Any(j => !members.Any(m => m.Contains(j)))));
            return !hasTwo ? new Undetermined(parameter, 1, "no two members of the nest are ever offered together")
                : !hasOthers ? new Undetermined(parameter, 1, "all that is offered is in the nest, which then only scales all utilities")
                : null;
        }
    }
}
