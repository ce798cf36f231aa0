using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>A study and where each of its values stands.</summary>
/// <param name="Path">The study file.</param>
/// <param name="Study">The study.</param>
/// <param name="Document">Its merged YAML.</param>
/// <param name="Binder">Knows the place of every value.</param>
public sealed record StudySource(string Path, Study Study, YamlDocument Document, Binder Binder);

/// <summary>Reads study files.</summary>
public static class StudyReader
{
    /// <summary>Reads a study with the files that it extends.</summary>
    /// <param name="path">The study file.</param>
    /// <param name="overrides">Texts <c>key.path=value</c> from the command line.</param>
    /// <param name="also">
    /// Told of a study that is refused for what is neither about its data nor its variables, so that their faults are told with it.
    /// </param>
    /// <exception cref="InputException">Something is wrong; all of it is told.</exception>
    public static StudySource Read(
        string path, IReadOnlyList<string>? overrides = null, Action<StudySource, InputErrors>? also = null)
    {
        var errors = new InputErrors();
        StudySource? source = null;
        if (!FileKind.Study.Refuses(path, typeof(Study), errors)
            && YamlInheritance.Read(path, errors, null, overrides) is { } document)
        {
            var binder = new Binder(errors, inherits: true, isWhole: document.IsWhole);
            if (binder.Bind<Study>(document.Root) is { } study)
            {
                source = new StudySource(path, study, document, binder);
                Check(source, errors);
                if (errors.All.Count == 0)
                {
                    source = source with { Study = WithOwnTexts(CodedTerms.Expanded(study, binder), source) };
                }
                else if (also is not null && AreDataRight(source, errors))
                {
                    also(source with { Study = CodedTerms.Expanded(study, binder) }, errors);
                }
            }
        }

        errors.ThrowIfAny();
        return source!;
    }

    /// <summary>
    /// The study without title and description that another study says of itself, where it extends that and has a name of its own: it is
    /// then called by its name.
    /// </summary>
    private static Study WithOwnTexts(Study study, StudySource source)
    {
        string named = FileOf("name");
        bool isOwn = IsOwn("title");
        Study own = study with
        {
            Title = isOwn ? study.Title : study.Name,
            TitleFr = isOwn && IsOwn("title-fr") ? study.TitleFr : "",
            Description = IsOwn("description") ? study.Description : "",
            DescriptionFr = IsOwn("description") && IsOwn("description-fr") ? study.DescriptionFr : "",
        };
        source.Binder.KeepPlaces(own, source.Study);
        return own;

        string FileOf(string key) => source.Binder.PlaceOf(source.Study, key).File;

        bool IsOwn(string key) => !source.Binder.IsWritten(source.Study, key) || FileOf(key) == named || IsOption(named)
            || IsOption(FileOf(key));

        static bool IsOption(string file) => file.StartsWith("--set", StringComparison.Ordinal);
    }

    /// <summary>The names of the parameters that the utility makes: constants first, then the variables.</summary>
    internal static IEnumerable<(string Name, UtilityTerm Term, string? Alternative)> Parameters(
        Study study, IReadOnlyList<string> alternatives)
    {
        if (study.ConstantsAgainst is { } reference)
        {
            foreach (string alternative in alternatives.Where(a => a != reference))
            {
                yield return ($"constant.{alternative}",
                    new UtilityTerm { Name = $"constant.{alternative}", Constant = true }, alternative);
            }
        }

        foreach (UtilityTerm term in study.Utility)
        {
            if (!term.ByAlternative)
            {
                yield return (term.Name, term, null);
                continue;
            }

            foreach (string alternative in alternatives.Where(a => term.Alternatives.Count == 0 || term.Alternatives.Contains(a)))
            {
                yield return ($"{term.Name}.{alternative}", term, alternative);
            }
        }
    }

    /// <summary>Whether no fault lies in the keys that say what the data and the variables are.</summary>
    private static bool AreDataRight(StudySource source, InputErrors errors)
    {
        string[] needed = ["extends", "data", "derived", "utility", "constants-against", "formula", "formulas", "parameters"];
        YamlEntry[] entries = [.. ((YamlMapping)source.Document.Root).Entries];
        string? KeyOf(Place place) => entries.Where(e => e.KeyPlace.File == place.File && e.KeyPlace.Line <= place.Line)
            .MaxBy(e => e.KeyPlace.Line)?.Key;
        var unsaid = new InputErrors(); // beside an unknown key, which may be meant for what is not there
        StudyDataChecks.Run(source, unsaid);
        return unsaid.All.Concat(errors.All).All(error => KeyOf(error.Place) is { } key && !needed.Contains(key));
    }

    /// <summary>Checks parts of a study against each other; a part of which something was refused is left out, that part alone.</summary>
    private static void Check(StudySource source, InputErrors errors)
    {
        CheckAlone(source, errors);
        (_, Study study, YamlDocument document, Binder binder) = source;
        if (!document.IsWhole)
        {
            return; // what is missing may stand in what it extends
        }

        if (binder.IsRight(study, "data", "respondents"))
        {
            StudyDataChecks.Run(source, errors);
        }

        if (binder.IsRight(study, "utility", "constants-against", "formula", "formulas", "parameters"))
        {
            StudyFormulas.Check(source, errors);
            if (study.Utility.Count == 0 && study.ConstantsAgainst is null && !StudyFormulas.AreIn(study))
            {
                errors.Add(binder.PlaceOf(study, "utility"),
                    "the utility has no variable: at least one, or constants-against, or a formula, is needed");
            }
        }
    }

    /// <summary>What is wrong whatever else the study says.</summary>
    private static void CheckAlone(StudySource source, InputErrors errors)
    {
        (_, Study study, _, Binder binder) = source;
        if (binder.IsRight(study, "name") && study.Name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            errors.Add(binder.PlaceOf(study, "name"), $"'{study.Name}' is no kebab-case name: small letters, digits and '-' are allowed");
        }

        Twice(study.Data.Alternatives, a => a.Name, "alternative", a => binder.PlaceOf(a), errors);
        Twice(study.Derived, d => d.Name, "derived column", d => binder.PlaceOf(d, "name"), errors);
        Twice(study.Utility, t => t.Name, "variable", t => binder.PlaceOf(t, "name"), errors);
        foreach (DerivedColumn derived in study.Derived.Where(derived => binder.IsRight(derived)))
        {
            CheckDerived(derived, binder, errors);
        }

        bool isLong = binder.IsRight(study, "data", "respondents") && study.Data.Layout == DataLayout.Long
            && (source.Document.IsWhole || study.Data.LayoutSaid is not null);
        foreach (UtilityTerm term in study.Utility.Where(term => binder.IsRight(term)))
        {
            CheckTerm(term, isLong, binder, errors);
        }
    }

    private static void CheckDerived(DerivedColumn derived, Binder binder, InputErrors errors)
    {
        bool single = derived.Recipe is Recipe.Dummy or Recipe.Effects or Recipe.Log or Recipe.Scale;
        if (single ? derived.Of.Count != 1 : derived.Of.Count < 2)
        {
            errors.Add(binder.PlaceOf(derived, "of"),
                single
                    ? $"'{InputType.Kebab(derived.Recipe.ToString())}' is made of one column, found {derived.Of.Count}"
                    : (InputMessage)($"'{InputType.Kebab(derived.Recipe.ToString())}' is made of two or more columns, found "
                        + $"{derived.Of.Count}"));
        }

        if (derived.Recipe == Recipe.Effects && derived.Values.Count != 2)
        {
            errors.Add(binder.PlaceOf(derived, "values"),
                $"effects have two values, that of 1 and that of -1; found {derived.Values.Count}");
        }

        if (derived.Recipe == Recipe.Dummy && derived.Values.Count == 0)
        {
            errors.Add(binder.PlaceOf(derived), "key 'values' is missing: a dummy needs the values for which it is 1");
        }

        if (derived.DivideBy == 0)
        {
            errors.Add(binder.PlaceOf(derived, "divide-by"), "division by 0");
        }
    }

    private static void CheckTerm(UtilityTerm term, bool isLong, Binder binder, InputErrors errors)
    {
        CodedTerms.Check(term, binder, errors);
        if (term.DivideBy == 0)
        {
            errors.Add(binder.PlaceOf(term, "divide-by"), "division by 0");
        }

        if (term.Constant && (term.Column is not null || term.Columns.Count > 0))
        {
            errors.Add(binder.PlaceOf(term), $"'{term.Name}' is a constant and has a column; one of the two");
        }

        if (term.Column is not null && term.Columns.Count > 0)
        {
            errors.Add(binder.PlaceOf(term), $"'{term.Name}' has both column and columns; one of the two");
        }

        if (term.Columns.Count > 0 && isLong)
        {
            errors.Add(binder.PlaceOf(term, "columns"),
                "'columns' is for the wide layout; the long layout has one column, and 'alternatives' says whom it concerns");
        }
    }

    private static void Twice<T>(IReadOnlyList<T> list, Func<T, string> name, InputMessage what, Func<T, Place> place, InputErrors errors)
    {
        foreach (var group in list.GroupBy(name).Where(g => g.Key.Length > 0 && g.Count() > 1))
        {
            errors.Add(place(group.Last()), $"the {what} '{group.Key}' is named {group.Count()} times");
        }
    }
}
