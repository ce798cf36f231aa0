using System.CommandLine;
using InstallSim.Inputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Cli.Verbs;

/// <summary><c>design</c>: makes a choice design, measures one or betters it.</summary>
internal static class DesignVerb
{
    public static Command Command()
    {
        var study = new Argument<string>("STUDY") { Description = "A study file with 'design:', attributes with levels." };
        var target = new Option<string?>("--out")
        {
            Description = "Table to write (default: the design of the study's respondents).",
            HelpName = "FILE",
        };
        var evaluate = new Option<string?>("--evaluate") { Description = "Measures this design; nothing is written.", HelpName = "FILE" };
        var improve = new Option<string?>("--improve") { Description = "Starts from this design and betters it.", HelpName = "FILE" };
        var questionnaire = new Option<string?>("--questionnaire")
        {
            Description = "Folder for the questionnaire: HTML and PDF to print, files for LimeSurvey and Qualtrics.",
            HelpName = "FOLDER",
        };
        Option<bool> force = RunOptions.ForceOption("Replaces the table though it holds something else.");
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        Option<string[]> set = RunOptions.SetOption("study");
        study.Validators.Add(RunOptions.NoOptionIsAPath);
        var command = new Command("design", """
            Makes a D-efficient choice design without tasks whose answer is plain, shares it out to blocks, and says what a sample could tell.

            Examples, after 'installsim new study --from dce':
              installsim design study/physician-dce.yaml --out out/design.csv
              installsim design study/physician-dce.yaml --set design.tasks=24 --set design.blocks=3 --out out/small.csv
              installsim design study/physician-dce.yaml --evaluate study/physician-dce-design.csv
              installsim design study/physician-dce.yaml --evaluate study/physician-dce-design.csv --questionnaire out/questionnaire
              installsim design study/physician-dce.yaml --improve study/physician-dce-design.csv --out out/better.csv
            """) { study, target, evaluate, improve, questionnaire, set, force, quiet };
        command.SetAction((parsed, stop) =>
        {
            StudySource source = StudyReader.Read(parsed.GetValue(study)!, parsed.GetValue(set)!);
            RefuseBoth(parsed, evaluate, improve, target);
            string path = parsed.GetValue(evaluate) ?? Target(source, parsed.GetValue(target));
            bool isEvaluated = parsed.GetValue(evaluate) is not null;
            MadeDesign design = isEvaluated
                ? DesignMaker.Evaluate(source, path)
                : DesignMaker.Write(source, path, parsed.GetValue(force), parsed.GetValue(improve), Ask, stop);
            if (isEvaluated)
            {
                Ask(design);
            }

            return Task.FromResult(Say(parsed, design, path, parsed.GetValue(quiet)));

            void Ask(MadeDesign made)
            {
                if (parsed.GetValue(questionnaire) is { } folder)
                {
                    Questionnaire.Write(made, folder, parsed.GetValue(force));
                    if (!parsed.GetValue(quiet))
                    {
                        TellBare(parsed, source);
                    }
                }
            }
        });
        return command;
    }

    /// <summary>Warns of attributes of which people would read the bare name and bare levels.</summary>
    private static void TellBare(ParseResult parsed, StudySource source)
    {
        foreach (AttributeSettings bare in source.Study.Design!.Attributes.Where(a => a.Label.Length == 0 && a.Unit.Length == 0))
        {
            var warning = new InputWarning(source.Binder.PlaceOf(bare), new Words(
                $"'{bare.Name}' has neither 'label' nor 'unit': people read its name and its levels as they are written",
                $"«\u00a0{bare.Name}\u00a0» n’a ni «\u00a0label\u00a0» ni «\u00a0unit\u00a0»\u00a0: "
                    + "on lit son nom et ses niveaux tels quels"));
            InputWarnings.Write([warning], parsed.InvocationConfiguration.Error, Language.Of(parsed));
        }
    }

    /// <summary>A design that is measured is neither changed nor written.</summary>
    private static void RefuseBoth(ParseResult parsed, Option<string?> evaluate, params Option<string?>[] others)
    {
        string[] said = [.. others.Where(other => parsed.GetValue(other) is not null).Select(other => $"'{other.Name}'")];
        if (parsed.GetValue(evaluate) is not null && said.Length > 0)
        {
            string names = string.Join(", ", said);
            throw new InputException(new Place("--evaluate"), new Words(
                $"a design that is measured is neither changed nor written: leave out {names}, or '--evaluate'",
                $"un plan que l’on mesure n’est ni modifié ni écrit\u00a0: retirer {names}, ou «\u00a0--evaluate\u00a0»"));
        }
    }

    private static string Target(StudySource source, string? target)
    {
        target ??= source.Study.Respondents?.Design
            ?? throw new InputException(source.Binder.PlaceOf(source.Study),
                "no file to write the design to: name one by --out, or by 'respondents: { design: FILE }'");
        return target;
    }

    private static int Say(ParseResult parsed, MadeDesign design, string path, bool quiet)
    {
        if (!quiet)
        {
            InputWarnings.Write(design.Told, parsed.InvocationConfiguration.Error, Language.Of(parsed));
            parsed.InvocationConfiguration.Output.Write(DesignTable.Write(design, Language.Of(parsed)));
            parsed.InvocationConfiguration.Output.WriteLine(Language.Of(parsed).Say($"Design: {path}", $"Plan\u00a0: {path}"));
        }

        return CommandLineProgram.Done;
    }
}
