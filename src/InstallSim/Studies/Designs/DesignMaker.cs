using System.Globalization;
using InstallSim.Choice.Designs;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>A design that was made.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="Sets">Profiles, shape [tasks][alternatives], in the order of the file.</param>
/// <param name="Blocks">Block of each task, from 1, rising.</param>
/// <param name="Efficiency">What it can tell.</param>
/// <param name="Priors">Priors by variable of the utility.</param>
/// <param name="Respondents">Respondents that the study speaks of; null when it names none.</param>
public sealed record MadeDesign(
    DesignSettings Settings, IReadOnlyList<int[]> Sets, IReadOnlyList<int> Blocks, DesignEfficiency Efficiency,
    IReadOnlyDictionary<string, double> Priors, int? Respondents);

/// <summary>Makes the choice design that a study describes: D-efficient for its utility as a multinomial logit at the priors.</summary>
public static class DesignMaker
{
    /// <summary>Makes the design and writes it.</summary>
    /// <param name="source">A study with <c>design:</c>, in the long layout.</param>
    /// <param name="path">The table to write.</param>
    /// <param name="force">Whether a table that holds anything else may be replaced.</param>
    /// <exception cref="InputException">The study is wrong, or no such design can be; all of it is told.</exception>
    public static MadeDesign Write(StudySource source, string path, bool force = false)
    {
        var errors = new InputErrors();
        DesignSettings? settings = DesignChecks.Run(source, errors);
        errors.ThrowIfAny();
        DesignCandidates? candidates = DesignCandidates.Make(source, settings!, errors);
        errors.ThrowIfAny();
        DesignProblem problem = Problem(source, settings!, candidates!, errors);
        errors.ThrowIfAny();
        int[][] sets = DesignSearch.Run(problem, settings!.Starts, settings.Seed)
            ?? throw new InputException(source.Binder.PlaceOf(settings),
                "no design was found in which no alternative is better in everything and nothing of 'never' is shown: give attributes more "
                    + "levels, look at the signs of the priors, or say 'balance: false'");
        int[] blocks = DesignBlocks.Share(problem, sets, settings.Blocks);
        int[] order = [.. Enumerable.Range(0, sets.Length).OrderBy(t => blocks[t])];
        (sets, blocks) = ([.. order.Select(t => sets[t])], [.. order.Select(t => blocks[t])]);
        Save(source.Study, settings, sets, blocks, path, force);
        var priors = candidates!.Names.ToDictionary(name => name, name => settings.Priors.GetValueOrDefault(name));
        return new MadeDesign(settings, sets, blocks, Measure(source, path, priors), priors, source.Study.Respondents?.Number);
    }

    private static DesignProblem Problem(StudySource source, DesignSettings settings, DesignCandidates candidates, InputErrors errors)
    {
        foreach (string name in settings.Priors.Keys.Where(name => !candidates.Names.Contains(name)))
        {
            errors.Add(source.Binder.PlaceOf(settings, "priors"),
                $"'{name}' is no variable of the utility{DidYouMean.Hint(name, candidates.Names)}; variables: "
                    + $"{string.Join(", ", candidates.Names)}");
        }

        int free = settings.Tasks * (settings.Alternatives.Count - (settings.OptOut is null ? 1 : 0));
        if (free < candidates.Names.Count)
        {
            errors.Add(source.Binder.PlaceOf(settings, "tasks"),
                $"{settings.Tasks} tasks cannot tell {candidates.Names.Count} coefficients; at least "
                        + $"{Math.Ceiling(candidates.Names.Count / (double)(free / settings.Tasks)):0} are needed, "
                        + $"better three times as many");
        }

        int profiles = candidates.Values[0].Length;
        string[][] levels = [.. Enumerable.Range(0, profiles).Select(p => DesignCandidates.Levels(settings, p).ToArray())];
        int At(string attribute) => settings.Attributes.Select(a => a.Name).ToList().IndexOf(attribute);
        return new DesignProblem
        {
            Sets = settings.Tasks,
            IsBalanced = settings.Balance,
            Levels = [.. settings.Attributes.Select(a => a.Levels.Count)],
            Variables = candidates.Values[..settings.Alternatives.Count],
            Fixed = settings.OptOut is null ? null : candidates.Values[^1][0],
            IsAllowed = [.. levels.Select(own => !settings.Never.Any(never => never.All(n => own[At(n.Key)] == n.Value)))],
            Priors = [.. candidates.Names.Select(name => settings.Priors.GetValueOrDefault(name))],
            IsCompared = [.. StudyReader.Parameters(source.Study, settings.Alternatives).Select(p => !p.Term.Constant)
                .Concat(Enumerable.Repeat(false, candidates.Names.Count)).Take(candidates.Names.Count)],
        };
    }

    private static void Save(Study study, DesignSettings settings, int[][] sets, int[] blocks, string path, bool force)
    {
        char separator = study.Data.SeparatorCharacter ?? ',';
        string block = study.Respondents?.Block ?? "block";
        var text = new System.Text.StringBuilder();
        text.AppendJoin(separator, [block, study.Data.Situation!, study.Data.Alternative!, .. settings.Attributes.Select(a => a.Name)])
            .Append('\n');
        for (int t = 0; t < sets.Length; t++)
        {
            for (int j = 0; j < sets[t].Length; j++)
            {
                Row(t, settings.Alternatives[j], DesignCandidates.Levels(settings, sets[t][j]));
            }

            if (settings.OptOut is { } none)
            {
                Row(t, none, DesignCandidates.LevelsOfOptOut(settings));
            }
        }

        AtomicFile.WriteIfFree(path, text.ToString(), force);

        void Row(int t, string alternative, IEnumerable<string> levels) => text.AppendJoin(separator,
            [blocks[t].ToString(CultureInfo.InvariantCulture), (t + 1).ToString(CultureInfo.InvariantCulture), alternative, .. levels])
            .Append('\n');
    }

    /// <summary>Measures the file written as anybody would: through the study's reader and the model's own Hessian.</summary>
    private static DesignEfficiency Measure(StudySource source, string path, IReadOnlyDictionary<string, double> priors)
    {
        var sets = ChoiceSets.Of(source, path, default, []);
        return DesignEfficiency.Of(sets, priors) ?? throw new InputException(
            source.Binder.PlaceOf(source.Study.Design!, "attributes"),
            "no design of these attributes can tell all coefficients apart: some variables of the utility follow "
                + "from others, or never vary");
    }
}
