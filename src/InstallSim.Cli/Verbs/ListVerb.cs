using System.CommandLine;
using System.Reflection;
using InstallSim.Accessibility;
using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Reporting;
using InstallSim.Territories;
using static System.FormattableString;

namespace InstallSim.Cli.Verbs;

/// <summary><c>list</c>: what there is, from the catalogs.</summary>
internal static class ListVerb
{
    private static readonly Dictionary<string, Action<ReportText, TextWriter>> Lists = new()
    {
        ["policies"] = (text, output) =>
        {
            WriteTypes(PolicyCatalog.All, text, output);
            output.WriteLine(text.Say("where: keys of every policy's 'where', all of which must hold",
                "where\u00a0: clés du «\u00a0where\u00a0» de chaque mesure, qui doivent toutes être remplies"));
            WriteKeys(new TerritoryFilter(), text, output);
        },
        ["metrics"] = (text, output) => WriteTypes(AccessibilityCatalog.All, text, output),
        ["variables"] = (text, output) => WriteRows(VariableCatalog.All.Select(v => (v.Name, Variable(v, text))), output),
        ["columns"] = (text, output) => WriteRows(TerritoryColumnInfo.All.Select(c => (c.Key, Column(c, text))), output),
        ["indicators"] = (text, output) => WriteRows(
            IndicatorCatalog.Recorded.Concat(IndicatorCatalog.Compared)
                .Select(i => (i.Name, $"{text.Label(i)} ({text.ShownUnit(i.Unit)})")), output),
        ["figures"] = (text, output) =>
            WriteRows(FigureCatalog.All.Select(f => (f.Id, text.Say(f.Shows.English, f.Shows.French))), output),
    };

    public static Command Command()
    {
        var what = new Argument<string?>("WHAT")
        {
            Description = $"One of {string.Join(", ", Lists.Keys)}; alone, 'installsim list' names them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        what.TakesOneOf([.. Lists.Keys]);
        var command = new Command("list",
            "Lists what can be written in YAML or asked for: policies, metrics, variables, columns of a table of territories, indicators, "
                + "figures.") { what };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(what) is { } name)
            {
                Lists[name](Language.Of(parsed), parsed.InvocationConfiguration.Output);
            }
            else
            {
                WriteRows(Lists.Keys.Select(key => ($"installsim list {key}", "")), parsed.InvocationConfiguration.Output);
            }
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

    private static string Variable(IUtilityVariable v, ReportText text)
    {
        string ofCoefficient = text.ShownUnit(v.CoefficientUnit == CoefficientUnit.Utils ? "utils" : "k€/year"),
            unit = text.ShownUnit(v.Unit);
        return text.Say($"{v.Definition} Unit of x: {unit}; of its coefficient: {ofCoefficient}.",
            $"{v.French} Unité de x\u00a0: {unit}\u00a0; de son coefficient\u00a0: {ofCoefficient}.");
    }

    private static void WriteTypes(IReadOnlyDictionary<string, Type> types, ReportText text, TextWriter output)
    {
        foreach ((string name, Type type) in types)
        {
            Words called = Words.Of(type, name);
            output.WriteLine($"{name,-28} {text.Say(called.English, called.French)}");
            WriteKeys(Activator.CreateInstance(type)!, text, output);
        }
    }

    private static void WriteKeys(object example, ReportText text, TextWriter output)
    {
        foreach (PropertyInfo property in example.GetType().GetProperties())
        {
            if (property.GetCustomAttribute<KeyAttribute>() is { } key && key.Name != Inputs.Binder.TypeKey)
            {
                Words doc = Words.Of(property);
                string preset = Preset(key, property.GetValue(example), text);
                output.WriteLine(
                    $"  {key.Name,-26} {text.Say(doc.English, doc.French)}{Allowed(key, text)}{Values(property.PropertyType, text)}{preset}"
                        + (key.Source.Length > 0
                            ? $"{text.Say("; source: ", "\u00a0; source\u00a0: ")}{text.ShownSource(key.Source)}"
                            : ""));
            }
        }
    }

    /// <summary>What a column is, its unit, and what replaces it.</summary>
    private static string Column(TerritoryColumnInfo column, ReportText text) =>
        text.Say(column.Doc.English, column.Doc.French)
        + (column.Unit.Length == 0 ? "" : text.Say($" Unit: {column.Unit}.", $" Unité\u00a0: {text.ShownUnit(column.Unit)}."))
        + (column.IsRequired
            ? text.Say(" Required.", " Obligatoire.")
            : text.Say($" Without it: {column.ReplacedBy.English}.", $" À défaut\u00a0: {column.ReplacedBy.French}."));

    /// <summary>Unit and range, such as <c> [k€, 0 to 1000]</c>; numbers as YAML writes them, in both languages.</summary>
    private static string Allowed(KeyAttribute key, ReportText text)
    {
        string range = (double.IsFinite(key.Min), double.IsFinite(key.Max)) switch
        {
            (true, true) => Invariant($"{key.Min} {text.Say("to", "à")} {key.Max}"),
            (true, false) => Invariant($"{text.Say("at least", "au moins")} {key.Min}"),
            (false, true) => Invariant($"{text.Say("at most", "au plus")} {key.Max}"),
            _ => "",
        };
        string[] parts = [.. new[] { text.ShownUnit(key.Unit), range }.Where(part => part.Length > 0)];
        return parts.Length == 0 ? "" : $" [{string.Join(", ", parts)}]";
    }

    /// <summary>The words that a list may hold, such as <c> (values: urban, rural)</c>.</summary>
    private static string Values(Type type, ReportText text) =>
        type.IsGenericType && type.GetGenericArguments() is [{ IsEnum: true } words]
            ? text.Say(" (values: ", " (valeurs\u00a0: ") + string.Join(", ", InputCatalogs.WordsOf(words)) + ")"
            : "";

    /// <summary>The default with its range, or that a value is required; nothing where none is given by default.</summary>
    private static string Preset(KeyAttribute key, object? value, ReportText text)
    {
        string said = value switch
        {
            _ when key.Required => text.Say("; required", "\u00a0; obligatoire"),
            int number when number < key.Min => "",
            Quantity { IsDoubtful: true } q =>
                text.Say("; default ", "\u00a0; par défaut ") + Invariant($"{q.Value} ({q.Low} {text.Say("to", "à")} {q.High})"),
            bool truth => text.Say("; default ", "\u00a0; par défaut ") + (truth ? "true" : "false"),
            string or double or int or Quantity => text.Say("; default ", "\u00a0; par défaut ") + Invariant($"{value}"),
            _ => "",
        };
        return said;
    }
}
