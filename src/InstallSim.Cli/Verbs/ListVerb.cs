using System.CommandLine;
using System.Globalization;
using System.Reflection;
using InstallSim.Accessibility;
using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Reporting;

namespace InstallSim.Cli.Verbs;

/// <summary><c>list</c>: what there is, from the catalogs.</summary>
internal static class ListVerb
{
    private static readonly Dictionary<string, Action<TextWriter>> Lists = new()
    {
        ["policies"] = output => WriteTypes(PolicyCatalog.All, output),
        ["metrics"] = output => WriteTypes(AccessibilityCatalog.All, output),
        ["variables"] = output => WriteRows(VariableCatalog.All.Select(v =>
            (v.Name, $"{v.Definition} Unit of x: {v.Unit}; of its coefficient: {(v.CoefficientUnit == CoefficientUnit.Utils ? "utils" : "k€/year")}.")), output),
        ["indicators"] = output => WriteRows(IndicatorCatalog.Recorded.Concat(IndicatorCatalog.Compared).Select(i => (i.Name, $"{i.English} ({i.Unit})")), output),
        ["figures"] = output => WriteRows(FigureCatalog.All.Select(f => (f.Id, f.Shows)), output),
    };

    public static Command Command()
    {
        var what = new Argument<string?>("WHAT") { Description = $"One of {string.Join(", ", Lists.Keys)}; alone, 'installsim list' names them.", Arity = ArgumentArity.ZeroOrOne };
        what.AcceptOnlyFromAmong([.. Lists.Keys]);
        var command = new Command("list", "Lists what can be written in YAML or asked for: policies, metrics, variables, indicators, figures.") { what };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(what) is { } name)
                Lists[name](parsed.InvocationConfiguration.Output);
            else
                WriteRows(Lists.Keys.Select(key => ($"installsim list {key}", "")), parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static void WriteRows(IEnumerable<(string Name, string Text)> rows, TextWriter output)
    {
        foreach ((string name, string text) in rows)
        {
            output.WriteLine($"{name,-28} {text}".TrimEnd());
        }
    }

    private static void WriteTypes(IReadOnlyDictionary<string, Type> types, TextWriter output)
    {
        foreach ((string name, Type type) in types)
        {
            output.WriteLine(name);
            object example = Activator.CreateInstance(type)!;
            foreach (PropertyInfo property in type.GetProperties())
            {
                if (property.GetCustomAttribute<KeyAttribute>() is { } key && key.Name != Inputs.Binder.TypeKey)
                {
                    string unit = key.Unit.Length > 0 ? $" [{key.Unit}]" : "";
                    string preset = key.Required ? "; required" : property.GetValue(example) is { } value and (string or double or int or bool)
                        ? string.Create(CultureInfo.InvariantCulture, $"; default {value}") : "";
                    string source = key.Source.Length > 0 ? $"; source: {key.Source}" : "";
                    output.WriteLine($"  {key.Name,-26} {key.Doc}{unit}{preset}{source}");
                }
            }
        }
    }
}
