using System.CommandLine;
using InstallSim.Calibration;
using InstallSim.Experiments.Sweeps;
using InstallSim.Influence;
using InstallSim.Inputs;
using InstallSim.Scenarios;
using InstallSim.Studies.Settings;
using InstallSim.Territories;
using InstallSim.Validation;

namespace InstallSim.Cli.Verbs;

/// <summary><c>schema</c>: what can be written, for editors.</summary>
internal static class SchemaVerb
{
    private static readonly Dictionary<string, Func<string>> Schemas = new()
    {
        ["scenario"] = () => JsonSchema.Write<Scenario>("InstallSim scenario", ScenarioReader.Catalogs, inherits: true),
        ["territories"] = TerritoryReader.Schema,
        ["sensitivity"] = () => JsonSchema.Write<SensitivitySettings>("InstallSim sensitivity plan"),
        ["study"] = () => JsonSchema.Write<Study>("InstallSim study", inherits: true),
        ["validation"] = ValidationReader.Schema,
        ["sweep"] = () => JsonSchema.Write<SweepSettings>("InstallSim sweep"),
        ["calibration"] = CalibrationReader.Schema,
    };

    public static Command Command()
    {
        var what = new Argument<string>("WHAT")
        {
            Description = $"One of {string.Join(", ", Schemas.Keys)}.",
            DefaultValueFactory = _ => "scenario",
        };
        what.TakesOneOf([.. Schemas.Keys]);
        var command = new Command("schema", """
            Prints a JSON Schema of a kind of files, with which an editor completes and checks them while you type.

            Examples:
              installsim schema > scenario.schema.json
              installsim schema territories > territories.schema.json
              installsim schema study > study.schema.json
              installsim schema sweep > sweep.schema.json
            Then write on top of the file:
              # yaml-language-server: $schema=scenario.schema.json
            """) { what };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine(Schemas[parsed.GetValue(what)!]()));
        return command;
    }
}
