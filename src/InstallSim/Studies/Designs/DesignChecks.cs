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

        foreach (string code in settings.Alternatives.Append(settings.OptOut).OfType<string>()
            .Where(code => study.Data.Alternatives.Count > 0 && study.Data.Alternatives.All(a => a.CodeOrName != code)))
        {
            errors.Add(binder.PlaceOf(settings, "alternatives"),
                $"the data know no alternative '{code}'; alternatives: "
                    + $"{string.Join(", ", study.Data.Alternatives.Select(a => a.CodeOrName))}");
        }

        if (settings.Alternatives.Count < 2
            || settings.Alternatives.Append(settings.OptOut).OfType<string>().GroupBy(a => a).Any(g => g.Count() > 1))
        {
            errors.Add(binder.PlaceOf(settings, "alternatives"), "a task needs two or more alternatives, each with a name of its own");
        }

        if (settings.Tasks % settings.Blocks != 0)
        {
            errors.Add(binder.PlaceOf(settings, "blocks"),
                $"{settings.Tasks} tasks make no {settings.Blocks} blocks of equal size");
        }

        Attributes(source, settings, errors);
        Never(source, settings, errors);
        return settings;
    }

    private static void Attributes(StudySource source, DesignSettings settings, InputErrors errors)
    {
        string[] taken = [.. new[] { source.Study.Data.Situation, source.Study.Data.Alternative, source.Study.Data.Person,
            source.Study.Data.Chosen, source.Study.Respondents?.Block ?? "block" }.OfType<string>()];
        foreach (AttributeSettings attribute in settings.Attributes)
        {
            if (settings.Attributes.Count(a => a.Name == attribute.Name) > 1 || taken.Contains(attribute.Name))
            {
                errors.Add(source.Binder.PlaceOf(attribute, "name"), $"the column '{attribute.Name}' is there already");
            }

            if (attribute.Levels.Distinct().Count() < Math.Max(2, attribute.Levels.Count))
            {
                errors.Add(source.Binder.PlaceOf(attribute, "levels"),
                    $"'{attribute.Name}' needs two or more levels, each written once; found {string.Join(", ", attribute.Levels)}");
            }

            foreach (string level
                in attribute.Levels.Where(l => l.IndexOfAny([',', ';', '\t', '"', '\n']) >= 0 || l.Trim() != l
                    || string.IsNullOrWhiteSpace(l) || TableReading.AlwaysMissing.Contains(l)))
            {
                errors.Add(source.Binder.PlaceOf(attribute, "levels"),
                    $"'{level}' cannot be a level: without commas, semicolons, quotes and blanks at its ends, and not NA");
            }
        }

        if (settings.Attributes.Count == 0)
        {
            errors.Add(source.Binder.PlaceOf(settings, "attributes"), "a design needs at least one attribute");
        }

        double profiles = settings.Attributes.Aggregate(1.0, (product, a) => product * Math.Max(1, a.Levels.Count));
        if (profiles > DesignCandidates.Most)
        {
            errors.Add(source.Binder.PlaceOf(settings, "attributes"),
                $"the levels make {profiles:0} profiles; at most {DesignCandidates.Most} can be weighed: fewer levels or attributes");
        }
    }

    private static void Never(StudySource source, DesignSettings settings, InputErrors errors)
    {
        for (int i = 0; i < settings.Never.Count; i++)
        {
            Place place = source.Binder.PlaceOf(settings, "never", i);
            foreach ((string name, string level) in settings.Never[i])
            {
                if (settings.Attributes.FirstOrDefault(a => a.Name == name) is not { } attribute)
                {
                    errors.Add(place,
                        $"'{name}' is no attribute{DidYouMean.Hint(name, settings.Attributes.Select(a => a.Name))}; attributes: "
                            + $"{string.Join(", ", settings.Attributes.Select(a => a.Name))}");
                }
                else if (!attribute.Levels.Contains(level))
                {
                    errors.Add(place,
                        $"'{level}' is no level of '{name}'{DidYouMean.Hint(level, attribute.Levels)}; levels: "
                            + $"{string.Join(", ", attribute.Levels)}");
                }
            }
        }
    }
}
