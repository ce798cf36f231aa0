using System.CommandLine;
using InstallSim.Calibration;
using InstallSim.Experiments;
using InstallSim.Experiments.Sweeps;
using InstallSim.Influence;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Readouts;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Studies;
using InstallSim.Studies.Settings;
using InstallSim.Territories;
using InstallSim.Validation;

namespace InstallSim.Cli.Verbs;

/// <summary><c>validate</c>: checks without running.</summary>
internal static class ValidateVerb
{
    public static Command Command()
    {
        var paths = new Argument<string[]>("PATHS")
        {
            Description = "Scenarios, studies, plans, or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(RunOptions.NoOptionIsAPath);
        var resolved = new Option<bool>("--resolved")
        {
            Description = "Prints each scenario merged with what it extends, every value with the file and line that says it.",
        };
        Option<string[]> set = RunOptions.SetOption("scenario or study");
        var strict = new Option<bool>("--strict") { Description = "Takes warnings for errors: exit code 2 where there is one." };
        var command = new Command("validate", """
            Checks scenarios or studies and their data, and says all that is wrong at once, each at its file and line. Writes nothing.
            Warns of what is allowed but hardly meant: rows that look like totals, codes without their zeros, settings of another area, and
            a future without new policies that is hardly plausible, for which it simulates once.

            Example, after 'installsim new demo':
              installsim validate demo/msp-opening.yaml --resolved
            """) { paths, resolved, set, strict };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(paths)!, parsed.GetValue(resolved), parsed.GetValue(set)!,
            parsed.GetValue(strict)));
        return command;
    }

    private static int Run(ParseResult parsed, string[] paths, bool resolved, string[] overrides, bool strict)
    {
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        ReportText text = Language.Of(parsed);
        var errors = new InputErrors();
        var asked = new Asked(overrides, [], new AbsentItems(), errors);
        var right = new List<(string File, string Text)>();
        string[] files = [.. paths.SelectMany(p => Expand(p, errors)).DistinctBy(Path.GetFullPath)];
        HashSet<string> named = [.. paths.Select(Path.GetFullPath)];
        bool hasScenario = files.Any(IsScenario);
        foreach (string file in files)
        {
            try
            {
                // As in a comparison, what is changed in a folder with scenarios is theirs, not that of plans and studies beside them.
                bool isChanged = !hasScenario || IsScenario(file) || named.Contains(Path.GetFullPath(file));
                YamlDocument document = Read(file, isChanged ? asked : asked with { Overrides = [] });
                right.Add((file, resolved
                    ? YamlText.Resolved(document.Root)
                    : text.Say($"{file}: right", $"{file}\u00a0: correct") + Environment.NewLine));
            }
            catch (InputException refused)
            {
                Note(refused, file, named.Contains(Path.GetFullPath(file)) ? [] : [.. paths.Where(Directory.Exists)], errors);
            }
        }

        IReadOnlyCollection<string> without = asked.Absent.Report(files.Count(IsScenario), errors);
        output.Write(string.Concat(right.Where(r => !without.Contains(r.File)).Select(r => r.Text)));
        InputWarnings.Write(errors.Warnings, error, text);

        errors.ThrowIfAny();
        int warnings = errors.Warnings.Count(warning => !warning.IsNote);
        if (!strict || warnings == 0)
        {
            return CommandLineProgram.Done;
        }

        error.WriteLine(text.Say($"installsim: {warnings} warning{(warnings > 1 ? "s" : "")}, refused by --strict",
            $"installsim\u00a0: {warnings} avertissement{(warnings > 1 ? "s" : "")}, refusé par --strict"));
        return CommandLineProgram.Refused;
    }

    /// <summary>
    /// Notes what a file is refused for; one of a folder that lacks nothing but files of elsewhere is left unchecked, for what it needs is
    /// no part of the folder.
    /// </summary>
    /// <param name="refused">What is wrong.</param>
    /// <param name="file">The file.</param>
    /// <param name="folders">Folders one of which it was found in; none where it was named itself.</param>
    /// <param name="errors">Told of it.</param>
    private static void Note(InputException refused, string file, string[] folders, InputErrors errors)
    {
        foreach (InputWarning warning in refused.Warnings)
        {
            errors.Warn(warning);
        }

        string[] around = [.. folders
            .Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar)];
        if (folders.Length == 0 || !refused.Errors.All(fault => fault.Missing is { } lost
            && !around.Any(folder => lost.StartsWith(folder, StringComparison.Ordinal))))
        {
            errors.Add(refused.Errors);
            return;
        }

        string missing = string.Join(", ", refused.Errors.Select(fault => fault.Missing).Distinct());
        errors.Warn(new InputWarning(new Place(file), new Words(
            $"left unchecked: it needs what is no part of this folder and not there, {missing}; name the file once it is",
            $"non vérifié\u00a0: il lui faut ce qui n’est ni dans ce dossier ni là, {missing}\u00a0; nommer le fichier une fois obtenu"),
            IsNote: true));
    }

    /// <summary>
    /// The files that a path means: itself, or all YAML of a folder and of those in it, but what is of no kind that is known, which is
    /// noted, and territories and parts of scenarios, which are read with the scenarios that name them.
    /// </summary>
    private static List<string> Expand(string path, InputErrors errors)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var files = new List<string>();
        foreach (string file in FoldersOf(path).SelectMany(f => Directory.EnumerateFiles(f, "*.yaml").Order(StringComparer.Ordinal)))
        {
            SeenFile seen = SeenFile.Of(file);
            if (seen.Kind is null && seen.Other(FileKind.Scenario, typeof(Scenario)) is not null)
            {
                errors.Warn(new InputWarning(new Place(file), new Words("left out: is no file of this program",
                    "laissé de côté\u00a0: n’est pas un fichier de ce programme"), IsNote: true));
            }
            else if (seen.Kind != FileKind.Territories && Path.GetFileName(file) != "territories.yaml" && !seen.IsPart)
            {
                files.Add(file);
            }
        }

        if (files.Count == 0)
        {
            errors.Add(new Place(path), "the folder holds no scenario (*.yaml)");
        }

        return files;
    }

    /// <summary>A folder and those in it, but for hidden ones, links and what nobody may look into.</summary>
    private static IEnumerable<string> FoldersOf(string folder) =>
    [
        folder, .. Directory.EnumerateDirectories(folder, "*", new EnumerationOptions())
            .Where(f => new DirectoryInfo(f).LinkTarget is null).Order(StringComparer.Ordinal).SelectMany(FoldersOf),
    ];

    private static bool IsScenario(string file) => SeenFile.Of(file).Kind is not { } kind || kind == FileKind.Scenario;

    /// <summary>Reads a file of any kind with its data; alone, so that files need not be comparable with one another.</summary>
    private static YamlDocument Read(string file, Asked asked)
    {
        if (IsScenario(file))
        {
            (ScenarioSource source, IReadOnlyList<InputWarning> warnings) =
                ExperimentReader.Check(file, asked.Overrides, asked.Seen, asked.Absent);
            foreach (InputWarning warning in warnings)
            {
                asked.Errors.Warn(warning);
            }

            return source.Document;
        }

        FileKind kind = SeenFile.Of(file).Kind!;
        if (kind != FileKind.Study)
        {
            ReadOther(kind, file, asked.Overrides);
            return YamlInheritance.Read(file, asked.Errors)!;
        }

        StudySource study = StudyReader.Read(file, asked.Overrides, StudyEstimation.TableFaults);
        foreach (InputWarning told in StudyCheck.Run(study))
        {
            asked.Errors.Warn(told);
        }

        return study.Document;
    }

    /// <summary>Reads what is neither scenario nor study, as the verb that takes it would.</summary>
    private static void ReadOther(FileKind kind, string file, string[] overrides)
    {
        var errors = new InputErrors();
        _ = kind == FileKind.Calibration ? (object?)CalibrationReader.Read(file, overrides, 1, isMeant: true)
            : kind == FileKind.Sweep ? LoadedSweep.Read(file, null, overrides, 1, yes: true)
            : kind == FileKind.Sensitivity ? SensitivitySource.Read(file, overrides, 1, isMeant: true)
            : kind == FileKind.Validation ? ValidationReader.Read(file, 1)
            : kind == FileKind.Territories ? TerritoryReader.Read(file, errors)
            : ExplainSource.ReadProfile(file, new Binder(errors), errors);
        errors.ThrowIfAny();
    }
    /// <summary>What is asked of all files, and what is found.</summary>
    /// <param name="Overrides">Texts <c>key.path=value</c>.</param>
    /// <param name="Seen">Scenarios whose future without policies was looked at.</param>
    /// <param name="Absent">Items that overrides name and a scenario has not: as in a comparison, one that has it is enough.</param>
    /// <param name="Errors">What is wrong.</param>
    private sealed record Asked(string[] Overrides, List<PreparedScenario> Seen, AbsentItems Absent, InputErrors Errors);
}
