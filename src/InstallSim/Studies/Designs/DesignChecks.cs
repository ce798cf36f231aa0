using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>Says what is wrong with a design before one is sought.</summary>
internal static class DesignChecks
{
    /// <summary>The settings; null when there are none.</summary>
    public static DesignSettings? Run(StudySource source, InputErrors errors)
    {
        (_, Study study, _, Binder binder) = source;
        if (study.Design is not { } settings)
        {
            errors.Add(binder.PlaceOf(study),
                "key 'design' is missing: attributes with their levels and the number of tasks are needed to make a design");
            return null;
        }

        if (study.Data is not { Layout: DataLayout.Long, Situation: not null, Alternative: not null, Available: null })
        {
            errors.Add(binder.PlaceOf(study.Data),
                "a design is written in the long layout, with columns for 'situation' and 'alternative' and none for 'available'");
        }

        Alternatives(source, settings, errors);
        if (settings.Tasks % settings.Blocks != 0)
        {
            errors.Add(binder.PlaceOf(settings, "blocks"),
                $"{settings.Tasks} tasks make no {settings.Blocks} blocks of equal size");
        }

        Attributes(source, settings, errors);
        Varied(source, settings, errors);
        Spreads(source, settings, errors);
        CodedLevelChecks.Run(source, settings, errors);
        return settings;
    }

    private static string NameOf(Study study, string code) =>
        study.Data.Alternatives.FirstOrDefault(a => a.CodeOrName == code)?.Name ?? code;

    private static void Alternatives(StudySource source, DesignSettings settings, InputErrors errors)
    {
        (_, Study study, _, Binder binder) = source;
        string[] all = [.. settings.Alternatives, .. new[] { settings.StatusQuo?.Name, settings.OptOut }.OfType<string>()];
        foreach (string code in all.Where(code => study.Data.Alternatives.Count > 0
            && study.Data.Alternatives.All(a => a.CodeOrName != code)))
        {
            errors.Add(binder.PlaceOf(settings, "alternatives"),
                $"the data know no alternative '{code}'; alternatives: "
                    + $"{string.Join(", ", study.Data.Alternatives.Select(a => a.CodeOrName))}");
        }

        if (settings.Alternatives.Count == 0 || all.Length < 2 || all.GroupBy(a => a).Any(g => g.Count() > 1))
        {
            errors.Add(binder.PlaceOf(settings, "alternatives"), "a task needs two or more alternatives, each with a name of its own");
        }

        string none = settings.OptOut ?? "";
        foreach (UtilityTerm term in none.Length > 0
            ? study.Coded.Where(t => t.Alternatives.Count == 0 || t.Alternatives.Contains(NameOf(study, none))) : [])
        {
            AttributeSettings? own = settings.Attributes.FirstOrDefault(a => a.Name == (term.Column ?? term.Name));
            if (own is not null && !term.Levels.Contains(own.Absent))
            {
                string others = string.Join(", ", settings.Alternatives.Select(code => NameOf(study, code)));
                errors.Add(binder.PlaceOf(term, "levels"),
                    $"the opt-out '{none}' has none of the levels of '{term.Name}': say whom the levels concern, "
                        + $"'{{ name: {term.Name}, alternatives: [{others}], levels: … }}'");
            }
        }

        foreach (string name in settings.StatusQuo?.Levels.Keys.Where(name => settings.Attributes.All(a => a.Name != name)) ?? [])
        {
            errors.Add(binder.PlaceOf(settings.StatusQuo!, "levels"), NoAttribute(settings, name));
        }
    }

    /// <summary>What is said of a name that is no attribute.</summary>
    public static InputMessage NoAttribute(DesignSettings settings, string name) =>
        $"'{name}' is no attribute{DidYouMean.Hint(name, settings.Attributes.Select(a => a.Name))}; attributes: "
            + $"{string.Join(", ", settings.Attributes.Select(a => a.Name).Distinct())}";

    private static void Attributes(StudySource source, DesignSettings settings, InputErrors errors)
    {
        string[] taken = [.. new[] { source.Study.Data.Situation, source.Study.Data.Alternative, source.Study.Data.Person,
            source.Study.Data.Chosen, DesignTableFile.BlockColumn(source.Study) }.OfType<string>()];
        foreach (AttributeSettings attribute in settings.Attributes)
        {
            bool isTwice = settings.Alternatives.Any(j => settings.Attributes.Count(a => a.Name == attribute.Name && a.IsOf(j)) > 1);
            if (isTwice || taken.Contains(attribute.Name))
            {
                errors.Add(source.Binder.PlaceOf(attribute, "name"), $"the column '{attribute.Name}' is there already");
            }

            for (int i = 0; i < attribute.Alternatives.Count; i++)
            {
                string name = attribute.Alternatives[i];
                if (!settings.Alternatives.Contains(name))
                {
                    errors.Add(source.Binder.PlaceOf(attribute, "alternatives", i), new Words(
                        $"'{name}' is no alternative of the design{DidYouMean.Hint(name, settings.Alternatives)}; alternatives: "
                            + $"{string.Join(", ", settings.Alternatives)}",
                        $"«\u00a0{name}\u00a0» n’est pas une option du plan\u00a0; options\u00a0: "
                            + $"{string.Join(", ", settings.Alternatives)}"));
                }
            }

            Levels(source, attribute, errors);
        }

        if (settings.Attributes.Count == 0)
        {
            errors.Add(source.Binder.PlaceOf(settings, "attributes"), "a design needs at least one attribute");
        }
    }

    private static void Levels(StudySource source, AttributeSettings attribute, InputErrors errors)
    {
        if (attribute.Levels.Count < 2)
        {
            errors.Add(source.Binder.PlaceOf(attribute, "levels"),
                $"'{attribute.Name}' needs two or more levels; found {string.Join(", ", attribute.Levels)}");
        }

        foreach (IGrouping<double, string> same in attribute.Levels.Where(level => InputScalars.TryNumber(level, out _, out _))
            .GroupBy(level => InputScalars.TryNumber(level, out double number, out _) ? number : double.NaN)
            .Where(same => same.Distinct().Count() > 1))
        {
            errors.Add(source.Binder.PlaceOf(attribute, "levels"), new Words(
                $"'{attribute.Name}' has one number as several levels: {string.Join(", ", same)}",
                $"«\u00a0{attribute.Name}\u00a0» a un même nombre comme plusieurs niveaux\u00a0: {string.Join(", ", same)}"));
        }

        foreach (string level
            in attribute.Levels.Where(l => l.IndexOfAny([',', ';', '\t', '"', '\n']) >= 0 || l.Trim() != l
                || string.IsNullOrWhiteSpace(l) || TableReading.AlwaysMissing.Contains(l)))
        {
            errors.Add(source.Binder.PlaceOf(attribute, "levels"),
                $"'{level}' cannot be a level: without commas, semicolons, quotes and blanks at its ends, and not NA");
        }
    }

    private static void Varied(StudySource source, DesignSettings settings, InputErrors errors)
    {
        int most = settings.Attributes.Select(a => a.Name).Distinct().Count();
        if (settings.Varied.AtLeast > Math.Min(most, settings.Varied.AtMost ?? most))
        {
            errors.Add(source.Binder.PlaceOf(settings.Varied, "at-least"), new Words(
                $"alternatives cannot differ in {settings.Varied.AtLeast} attributes or more: there are {most}, and 'at-most' is "
                    + $"{settings.Varied.AtMost ?? most}",
                $"les options ne peuvent différer par {settings.Varied.AtLeast} attributs ou plus\u00a0: il y en a {most}, et "
                    + $"«\u00a0at-most\u00a0» vaut {settings.Varied.AtMost ?? most}"));
        }

        foreach (string name in settings.Varied.AtMost is null ? [] : settings.Attributes.GroupBy(a => a.Name)
            .Where(g => g.Any(a => !a.Levels.SequenceEqual(g.First().Levels))).Select(g => g.Key))
        {
            errors.Add(source.Binder.PlaceOf(settings.Varied, "at-most"), new Words(
                $"in partial profiles an attribute is the same for all alternatives, and '{name}' has other levels for some: give it the "
                    + "same levels, or leave 'at-most' out",
                $"dans des profils partiels, un attribut est le même pour toutes les options, et «\u00a0{name}\u00a0» a d’autres niveaux "
                    + "pour certaines\u00a0: lui donner les mêmes niveaux, ou retirer «\u00a0at-most\u00a0»"));
        }
    }

    private static void Spreads(StudySource source, DesignSettings settings, InputErrors errors) =>
        Spreads(settings.PriorSpreads, source.Binder.PlaceOf(settings, "prior-spreads"), errors);

    /// <summary>Refuses standard deviations below 0.</summary>
    public static void Spreads(IReadOnlyDictionary<string, double> spreads, Place place, InputErrors errors)
    {
        foreach ((string name, double spread) in spreads.Where(s => !(s.Value >= 0) || !double.IsFinite(s.Value)))
        {
            errors.Add(place, new Words(
                $"the spread of '{name}' is {InputScalars.Plain(spread)}: a standard deviation is at least 0",
                $"l’écart type de «\u00a0{name}\u00a0» vaut {InputScalars.Plain(spread)}\u00a0: il doit être d’au moins 0"));
        }
    }
}
