using System.Globalization;
using System.Text;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>Every profile of the attributes as every alternative, and what the utility's variables are in it.</summary>
/// <param name="Names">Variables of the utility.</param>
/// <param name="Values">Their values, shape [alternatives][profiles][K]; that of an opt-out last, with one profile.</param>
internal sealed record DesignCandidates(IReadOnlyList<string> Names, double[][][] Values)
{
    /// <summary>Most profiles: beyond, levels are too many to be weighed against one another.</summary>
    public const int Most = 100_000;

    /// <summary>
    /// Makes the variables of all profiles by the study's own recipes; null when they are wrong, which goes to the errors.
    /// </summary>
    public static DesignCandidates? Make(StudySource source, DesignSettings settings, InputErrors errors)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("installsim-design-");
        try
        {
            string path = Path.Combine(folder.FullName, "profiles.csv");
            int profiles = Write(source.Study, settings, path);
            var own = new InputErrors();
            DesignCandidates? made = Read(source, settings, path, profiles, own);
            foreach (InputError error in own.All.DistinctBy(e => e.Message))
            {
                // The table is made here and no user knows it, so that its errors are told of the attributes.
                Place place = error.Place.File == path ? source.Binder.PlaceOf(settings, "attributes") : error.Place;
                errors.Add(place, error.Said.With(path, "the design's attributes"));
            }

            return own.All.Count > 0 ? null : made;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The level of each attribute in a profile.</summary>
    public static IEnumerable<string> Levels(DesignSettings settings, int profile)
    {
        int step = settings.Attributes.Aggregate(1, (product, a) => product * a.Levels.Count);
        foreach (AttributeSettings attribute in settings.Attributes)
        {
            step /= attribute.Levels.Count;
            yield return attribute.Levels[profile / step % attribute.Levels.Count];
        }
    }

    /// <summary>What an opt-out has in place of a level.</summary>
    public static IEnumerable<string> LevelsOfOptOut(DesignSettings settings) =>
        settings.Attributes.Select(a => a.Levels.All(l => InputScalars.TryNumber(l, out _, out _)) ? "0" : "none");

    private static int Write(Study study, DesignSettings settings, string path)
    {
        char separator = study.Data.SeparatorCharacter ?? ',';
        var text = new StringBuilder();
        text.AppendJoin(separator, [study.Data.Situation!, study.Data.Alternative!, .. settings.Attributes.Select(a => a.Name)])
            .Append('\n');
        int profiles = settings.Attributes.Aggregate(1, (product, a) => product * a.Levels.Count);
        for (int p = 0; p < profiles; p++)
        {
            foreach (string alternative in settings.Alternatives)
            {
                Row(p, alternative, Levels(settings, p));
            }
        }

        if (settings.OptOut is { } none)
        {
            Row(profiles, none, LevelsOfOptOut(settings));
        }

        File.WriteAllText(path, text.ToString());
        return profiles;

        void Row(int situation, string alternative, IEnumerable<string> levels) =>
            text.AppendJoin(separator, [situation.ToString(CultureInfo.InvariantCulture), alternative, .. levels]).Append('\n');
    }

    private static DesignCandidates? Read(StudySource source, DesignSettings settings, string path, int profiles, InputErrors errors)
    {
        string[] names = settings.OptOut is { } none ? [.. settings.Alternatives, none] : [.. settings.Alternatives];
        if (ChoiceReader.Open(source, path, source.Binder.PlaceOf(settings), errors) is not { } columns
            || new ChoiceRowReader(source, columns, errors)
                .Read([.. Enumerable.Range(0, columns.Table.Rows)], answers: false, names) is not { } rows)
        {
            return null;
        }

        VariableTable variables = new VariableReader(source, columns, rows, errors).Read();
        if (errors.All.Count > 0)
        {
            return null;
        }

        int count = settings.Alternatives.Count;
        double[] Of(int row) => [.. Enumerable.Range(0, variables.Utility).Select(k => variables.Values[k][row])];
        double[][][] values = [.. Enumerable.Range(0, count)
            .Select(j => Enumerable.Range(0, profiles).Select(p => Of((p * count) + j)).ToArray())];
        return new DesignCandidates([.. variables.Names.Take(variables.Utility)],
            settings.OptOut is null ? values : [.. values, [Of(profiles * count)]]);
    }
}
