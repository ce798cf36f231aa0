using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Uptakes;

/// <summary>The columns of the table that a study's utility, classes and scale are made of, through all that is derived.</summary>
internal static class UtilityColumns
{
    /// <summary>Names of columns of the table, each once, in the order found.</summary>
    public static string[] Of(StudySource source, StudyChoices choices)
    {
        var found = new List<string>();
        foreach (string name in Said(source.Study, choices.Alternatives))
        {
            Expand(name, source.Study, choices, found);
        }

        return [.. found.Distinct()];
    }

    /// <summary>Whether a 0 or 1 is made of a column's values, so that a value that the data lack would silently be 0.</summary>
    public static bool IsSorted(string column, StudySource source) => source.Study.Derived.Any(d =>
        d.Recipe is Recipe.Dummy or Recipe.Effects
        && (d.Of[0] == column || Stars(d, source.Study).Any(star => Replace(d.Of[0], star) == column)));

    private static IEnumerable<string> Said(Study study, IReadOnlyList<string> alternatives)
    {
        foreach (UtilityTerm term in StudyFormulas.AllTerms(study))
        {
            foreach (string alternative in alternatives.Where(a => !term.Constant && VariableReader.Concerns(term, null, a)))
            {
                if (term.Columns.Count == 0 || term.Columns.ContainsKey(alternative))
                {
                    yield return term.Columns.Count > 0
                        ? term.Columns[alternative]
                        : Replace(term.Column ?? term.Name, alternative);
                }
            }

            if (term.Times is { } times)
            {
                yield return times;
            }
        }

        foreach (string name in study.Model.Membership.Concat(study.Model.Scale)
            .Concat(study.Model.Random.Values.SelectMany(random => random.MeanBy.Concat(random.SpreadBy))))
        {
            yield return name;
        }
    }

    private static void Expand(string name, Study study, StudyChoices choices, List<string> found)
    {
        if (choices.Sample.Columns.Table.Has(name))
        {
            found.Add(name);
            return;
        }

        foreach (DerivedColumn derived in study.Derived)
        {
            foreach (string star in Stars(derived, study).Where(star => Replace(derived.Name, star) == name))
            {
                foreach (string of in derived.Of)
                {
                    Expand(Replace(of, star), study, choices, found);
                }
            }
        }
    }

    private static IEnumerable<string> Stars(DerivedColumn derived, Study study) =>
        derived.Name.Contains('*') ? study.Data.Alternatives.Select(a => a.Name) : [""];

    private static string Replace(string name, string star) => name.Replace("*", star, StringComparison.Ordinal);
}
