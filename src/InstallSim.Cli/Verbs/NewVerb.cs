using System.CommandLine;
using InstallSim.Outputs;
using InstallSim.Projects;

namespace InstallSim.Cli.Verbs;

/// <summary><c>new</c>: a project to change, in a folder of its own.</summary>
internal static class NewVerb
{
    public static Command Command()
    {
        var folder = new Argument<string>("FOLDER") { Description = "A new or an empty folder." };
        folder.Validators.Add(RunOptions.NoOptionIsAPath);
        string[] names = [.. ProjectCatalog.All.Select(template => template.Name)];
        var from = new Option<string>("--from")
        {
            Description = "What to begin with: "
                + string.Join("; ", ProjectCatalog.All.Select(template => $"{template.Name}, {template.Shows.English}")) + ".",
            HelpName = string.Join('|', names),
            DefaultValueFactory = _ => names[0],
        };
        from.TakesOneOf(names);
        var command = new Command("new", """
            Begins a project: a folder of scenarios and tables that is yours to change. Nothing that exists is changed or deleted.

            Examples:
              installsim new demo
              installsim new france --from france
              installsim new study --from dce
              installsim new ours --from own
            """) { folder, from };
        command.SetAction(parsed =>
        {
            ProjectTemplate template = ProjectCatalog.All.First(t => t.Name == parsed.GetValue(from));
            Write(template, parsed.GetValue(folder)!, Language.Of(parsed), parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static void Write(ProjectTemplate template, string folder, ReportText text, TextWriter output)
    {
        IReadOnlyList<string> files = ProjectFolder.Write(template, folder, text);
        output.WriteLine($"{folder}{text.Say(":", "\u00a0:")} {text.Say(template.Shows.English, template.Shows.French)}");
        foreach (string file in files)
        {
            output.WriteLine($"  {file}");
        }

        if (template.ToDo(text) is { Count: > 0 } toDo)
        {
            output.WriteLine(text.Say("Fill in:", "À remplir\u00a0:"));
            foreach (string line in toDo)
            {
                output.WriteLine($"  {line}");
            }
        }

        output.WriteLine(text.Say("Then:", "Ensuite\u00a0:"));
        foreach (string line in template.Commands(folder))
        {
            output.WriteLine($"  {line}{(text.IsFrench ? " --lang fr" : "")}");
        }
    }
}
