using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Choice sets that lack an alternative which the study's design shows in every task.</summary>
internal static class OfferedSets
{
    /// <summary>Names of the alternatives that a design shows, as a table has them, the status quo and the opt-out last.</summary>
    public static string[] Of(Study study, DesignSettings design, IReadOnlyCollection<string> found)
    {
        IEnumerable<string> names = ((string?[])[.. design.Alternatives, design.StatusQuo?.Name, design.OptOut]).OfType<string>()
            .Select(code => study.Data.Alternatives.FirstOrDefault(a => a.CodeOrName == code)?.Name ?? code);
        return Found([.. names], design.Alternatives.Count, found);
    }

    /// <summary>
    /// What a table calls alternatives: their names, or, where it has numbers for all that are not the same in every task, their places
    /// from 1, however those are written.
    /// </summary>
    /// <param name="names">Names of all, in order, those that are the same in every task last.</param>
    /// <param name="varied">How many are not the same in every task.</param>
    /// <param name="found">The names that the table has.</param>
    public static string[] Found(string[] names, int varied, IReadOnlyCollection<string> found)
    {
        var numbers = found.Except(names[varied..]).ToLookup(AlternativeNames.WholeNumber);
        string[] places = [.. names.Select((name, j) => numbers[$"{j + 1}"].FirstOrDefault() ?? name)];
        return names[..varied].Any(found.Contains) || found.Except(places).Any() ? names : places;
    }

    /// <summary>
    /// Sets, each with an alternative that it lacks and others have; those of one alternative, or with one twice, have another fault.
    /// </summary>
    public static IEnumerable<(ArraySegment<ChoiceRow> Set, string Missing)> Lacking(Study study, DesignSettings design, ChoiceRows rows)
    {
        int[] shown = [.. Of(study, design, rows.Alternatives).Select(name => rows.Alternatives.ToList().IndexOf(name))
            .Where(j => j >= 0 && rows.Rows.Any(row => row.Alternative == j))];
        foreach (ArraySegment<ChoiceRow> set in rows.Sets().Where(set => !rows.Faults.Contains(set[0].Situation) && set.Count > 1
            && set.Count < shown.Length && set.Select(row => row.Alternative).Distinct().Count() == set.Count))
        {
            foreach (int missing in shown.Where(j => set.All(row => row.Alternative != j)))
            {
                yield return (set, rows.Alternatives[missing]);
            }
        }
    }

    /// <summary>Warns of them once an alternative; where a filter takes rows away, that is told instead.</summary>
    public static void Tell(StudySource source, StudyColumns columns, ChoiceRows rows, InputErrors errors)
    {
        if (source.Study is not { Design: { Attributes.Count: > 0 } design, Data: { Layout: not DataLayout.Wide, Where.Count: 0 } data })
        {
            return;
        }

        foreach (var lacking in Lacking(source.Study, design, rows).GroupBy(lacking => lacking.Missing))
        {
            ChoiceRow row = lacking.First().Set[0];
            int others = lacking.Count() - 1;
            InputMessage more = others == 0 ? InputMessage.None
                : others == 1 ? (InputMessage)$"; nor has 1 more" : $"; nor have {others} more";
            errors.Warn(new InputWarning(columns.Table.PlaceOf(row.Source, columns.Table.IndexOf(data.Alternative ?? "")),
                $"{rows.NameOf(row.Situation)} has no '{lacking.Key}', which the design shows in every task{more}: it counts as not "
                    + $"offered there"));
        }
    }
}
