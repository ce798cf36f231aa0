using System.CommandLine;
using InstallSim.Inputs;
using InstallSim.Scenarios;

namespace InstallSim.Cli.Verbs;

/// <summary><c>schema</c>: what can be written, for editors.</summary>
internal static class SchemaVerb
{
    public static Command Command()
    {
        var command = new Command("schema", """
            Prints a JSON Schema of scenario files, with which an editor completes and checks them while you type.

            Example:
              installsim schema > scenario.schema.json
            Then write on top of a scenario:
              # yaml-language-server: $schema=scenario.schema.json
            """);
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine(
            JsonSchema.Write<Scenario>("InstallSim scenario", ScenarioReader.Catalogs, inherits: true)));
        return command;
    }
}
