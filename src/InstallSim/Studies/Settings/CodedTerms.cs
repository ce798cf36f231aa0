using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>How the levels of a column become variables.</summary>
public enum LevelCoding
{
    /// <summary>1 for the level, else 0: a coefficient is against the first level.</summary>
    Dummies,

    /// <summary>1 for the level, −1 for the first, else 0: coefficients are against the mean of all levels.</summary>
    Effects,
}

/// <summary>Variables of the utility that are said by the levels of one column.</summary>
internal static class CodedTerms
{
    /// <summary>Notes what cannot be coded.</summary>
    public static void Check(UtilityTerm term, Binder binder, InputErrors errors)
    {
        if (term.Levels.Count == 0)
        {
            if (binder.IsWritten(term, "coding"))
            {
                errors.Add(binder.PlaceOf(term, "coding"), "'coding' is for columns with 'levels'");
            }

            return;
        }

        if (term.Levels.Count < 2)
        {
            errors.Add(binder.PlaceOf(term, "levels"), $"'{term.Name}' has one level only: a variable needs two or more");
        }

        if (term.Constant || term.ByAlternative || term.Columns.Count > 0)
        {
            errors.Add(binder.PlaceOf(term, "levels"),
                $"'{term.Name}' has levels: it has one 'column', is no constant and has no coefficient by alternative");
        }
    }

    /// <summary>The study with a variable for each level but the first, <c>TERM.LEVEL</c>, in place of each term with levels.</summary>
    public static Study Expanded(Study study, Binder binder)
    {
        UtilityTerm[] coded = [.. study.Utility.Where(term => term.Levels.Count > 0)];
        if (coded.Length == 0)
        {
            return study;
        }

        var derived = study.Derived.ToList();
        foreach (UtilityTerm term in coded)
        {
            foreach (string level in term.Levels.Skip(1))
            {
                var column = new DerivedColumn
                {
                    Name = ColumnOf(term, level),
                    Recipe = term.Coding == LevelCoding.Effects ? Recipe.Effects : Recipe.Dummy,
                    Of = [term.Column ?? term.Name],
                    Values = term.Coding == LevelCoding.Effects ? [level, term.Levels[0]] : [level],
                };
                binder.KeepPlaces(column, term);
                derived.Add(column);
            }
        }

        Study expanded = study with
        {
            Derived = derived,
            Utility = [.. study.Utility.SelectMany(term => term.Levels.Count == 0 ? [term] : Terms(term, binder))],
            Coded = coded,
        };
        binder.KeepPlaces(expanded, study);
        return expanded;
    }

    private static IEnumerable<UtilityTerm> Terms(UtilityTerm term, Binder binder)
    {
        foreach (string level in term.Levels.Skip(1))
        {
            UtilityTerm one = term with
            {
                Name = $"{term.Name}.{level}",
                Label = term.Label.Length > 0 ? $"{term.Label}: {level}" : "",
                LabelFr = term.LabelFr.Length > 0 ? $"{term.LabelFr}\u00a0: {level}" : "",
                Column = ColumnOf(term, level),
                Levels = [],
            };
            binder.KeepPlaces(one, term);
            yield return one;
        }
    }

    private static string ColumnOf(UtilityTerm term, string level) =>
        $"{term.Name}.{level}" + ((term.Column ?? term.Name).Contains('*') ? ".*" : "");
}
