using System.CommandLine;
using InstallSim.Calibration;
using InstallSim.Experiments;
using InstallSim.Experiments.Sweeps;
using InstallSim.Influence;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Studies;
using InstallSim.Studies.Settings;
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
        List<PreparedScenario> seen = [];
        foreach (string file in paths.SelectMany(p => ExperimentReader.Expand(p, errors)).ToArray())
        {
            try
            {
                YamlDocument document = Read(file, overrides, seen, errors);
                output.Write(resolved
                    ? YamlText.Resolved(document.Root)
                    : text.Say($"{file}: right", $"{file}\u00a0: correct") + Environment.NewLine);
            }
            catch (InputException refused)
            {
                foreach (InputWarning warning in refused.Warnings)
                {
                    errors.Warn(warning);
                }

                errors.Add(refused.Errors);
            }
        }

        foreach (InputWarning warning in errors.Warnings)
        {
            error.WriteLine(text.Say(warning.ToString(), warning.French));
        }

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

    /// <summary>Reads a scenario or a study with its data; alone, so that files need not be comparable with one another.</summary>
    private static YamlDocument Read(string file, string[] overrides, List<PreparedScenario> seen, InputErrors errors)
    {
        if (StudyReader.IsStudy(file))
        {
            StudySource study = StudyReader.Read(file, overrides, StudyEstimation.TableFaults);
            foreach (InputWarning told in StudyEstimation.Check(study))
            {
                errors.Warn(told);
            }

            return study.Document;
        }

        if (CalibrationReader.IsCalibration(file))
        {
            return CalibrationReader.Read(file, overrides, 1, isMeant: true).Document;
        }

        if (ReadPlan(file, overrides) is { } plan)
        {
            return plan;
        }

        (ScenarioSource source, IReadOnlyList<InputWarning> warnings) = ExperimentReader.Check(file, overrides, seen);
        foreach (InputWarning warning in warnings)
        {
            errors.Warn(warning);
        }

        return source.Document;
    }

    /// <summary>Reads a plan of many runs or a file of validation, by the keys that tell it; null where it is another file.</summary>
    private static YamlDocument? ReadPlan(string file, string[] overrides)
    {
        if (!File.Exists(file) || YamlInheritance.Read(file, new InputErrors()) is not { } document)
        {
            return null;
        }

        bool Says(string key) => document.Root.Find(key) is not null;
        if (Says("scenarios") && Says("numbers"))
        {
            _ = Says("design") ? (object)LoadedSweep.Read(file, null, overrides, 1, yes: true)
                : SensitivitySource.Read(file, overrides, 1, isMeant: true);
            return document;
        }

        if (Says("backtest") || Says("published"))
        {
            _ = ValidationReader.Read(file, 1);
            return document;
        }

        return null;
    }
}
