using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>Checks what a study says of its data before any table is opened.</summary>
internal static class StudyDataChecks
{
    /// <summary>Checks file, layout, keys of one layout only, and ways of answering.</summary>
    public static void Run(StudySource source, InputErrors errors)
    {
        (_, Study study, _, Binder binder) = source;
        StudyData data = study.Data;
        CheckFile(source, errors);
        CheckLayout(data, binder, errors);
        CheckStars(data, binder, errors);
        foreach (AlternativeSettings alternative in data.Alternatives
            .Where(a => data.Layout == DataLayout.Long && a.Available is not null))
        {
            errors.Add(binder.PlaceOf(alternative, "available"),
                "'available' of an alternative is for the wide layout; write the long layout's column under data");
        }

        int answers = (data.Chosen is null ? 0 : 1) + (data.Rank is null && data.Ranking.Count == 0 ? 0 : 1)
            + (data.Best is null && data.Worst is null ? 0 : 1);
        if (answers != 1 || (data.Best is null) != (data.Worst is null) || (data.Rank is not null && data.Ranking.Count > 0))
        {
            errors.Add(binder.PlaceOf(data),
                "one way of answering is needed: 'chosen', 'rank' ('ranking' in the wide layout), or both 'best' and 'worst'");
        }
    }

    private static void CheckFile(StudySource source, InputErrors errors)
    {
        (_, Study study, _, Binder binder) = source;
        StudyData data = study.Data;
        if (data.Responses is null)
        {
            if (data.FileSaid is null)
            {
                errors.Add(binder.PlaceOf(data), "key 'file' is missing: a table of choices, or 'responses', the export of a survey");
            }

            if (data.LayoutSaid is null)
            {
                errors.Add(binder.PlaceOf(data), "key 'layout' is missing; one of long, wide is required");
            }

            string[] ofResponses = ["design", "format", "answers", "block"];
            foreach (string key in ofResponses.Where(key => binder.IsWritten(data, key)))
            {
                errors.Add(binder.PlaceOf(data, key), $"'{key}' is for 'responses', the export of a survey, which is not said");
            }

            return;
        }

        if (data.Layout == DataLayout.Wide)
        {
            errors.Add(binder.PlaceOf(data, "layout"), "'responses' are made a long table with the design; leave 'layout' out");
        }

        if (data.Design is null && study.Respondents is null)
        {
            errors.Add(binder.PlaceOf(data, "responses"), "key 'design' is missing: the design that the responses answer");
        }

        if (data.AnswerColumns is { } columns && columns.Count(c => c == '*') != 1)
        {
            errors.Add(binder.PlaceOf(data, "answers"), $"'{columns}': one '*' is needed, where the number of the task stands");
        }
    }

    private static void CheckLayout(StudyData data, Binder binder, InputErrors errors)
    {
        bool isLong = data.Layout == DataLayout.Long;
        (string Key, bool IsSaid)[] ofLong = [("situation", data.Situation is not null), ("alternative", data.Alternative is not null),
            ("available", data.Available is not null)];
        foreach ((string key, bool said) in ofLong.Where(key => !isLong && key.IsSaid))
        {
            errors.Add(binder.PlaceOf(data, key), $"'{key}' is for the long layout; this one is wide, one row a choice situation");
        }

        if (isLong && data.Situation is null)
        {
            errors.Add(binder.PlaceOf(data),
                "key 'situation' is missing: the long layout needs the column that tells choice situations apart");
        }

        if (isLong && data.Ranking.Count > 0)
        {
            errors.Add(binder.PlaceOf(data, "ranking"), "'ranking' is for the wide layout; the long one has 'rank', a column");
        }

        if (!isLong && data.Alternatives.Count < 2)
        {
            errors.Add(binder.PlaceOf(data, "alternatives"), "the wide layout needs a list of at least two alternatives");
        }
    }

    /// <summary>Ranks of the wide layout stand one column an alternative; best and worst have one form.</summary>
    private static void CheckStars(StudyData data, Binder binder, InputErrors errors)
    {
        bool isLong = data.Layout == DataLayout.Long;
        if (!isLong && data.Rank is { } rank && !rank.Contains('*'))
        {
            errors.Add(binder.PlaceOf(data, "rank"),
                $"'{rank}': the wide layout has a rank for each alternative, such as rank_*, or 'ranking', columns with the alternative "
                    + $"ranked first, second, …");
        }

        if (!isLong && data.Best is { } best && data.Worst is { } worst && best.Contains('*') != worst.Contains('*'))
        {
            errors.Add(binder.PlaceOf(data, "worst"), "'best' and 'worst' are both columns with an alternative, or both have a '*'");
        }
    }
}
