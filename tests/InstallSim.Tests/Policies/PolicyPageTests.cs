using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InstallSim.Inputs;
using InstallSim.Policies;

namespace InstallSim.Tests.Policies;

/// <summary>
/// <c>docs/policies.md</c> has a section for each policy. Its head, what the policy is and its parameters, is made from the code:
/// <c>INSTALLSIM_WRITE_PAGES=1 dotnet test --filter PolicyPageTests</c> writes it. What follows it is written by hand: what it does, what
/// to expect and what it leaves out.
/// </summary>
public sealed class PolicyPageTests
{
    private static readonly string Page = Repository.PathOf("docs", "policies.md");

    private static readonly Dictionary<string, XElement> Summaries =
        XDocument.Load(Path.ChangeExtension(typeof(Policy).Assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    private static IEnumerable<string> Types => PolicyCatalog.All.Keys;

    [OneTimeSetUp]
    public void Write()
    {
        if (Environment.GetEnvironmentVariable("INSTALLSIM_WRITE_PAGES") == "1")
        {
            string text = File.ReadAllText(Page);
            foreach (string type in Types)
            {
                text = Regex.Replace(text, $@"(?s)### [^\n]*\(`{type}`\)\n.*?(?=\*\*Does\.\*\*)", _ => Head(type));
            }

            File.WriteAllText(Page, text);
        }
    }

    [TestCaseSource(nameof(Types))]
    public void The_page_says_of_each_policy_what_it_is_does_brings_and_leaves_out(string type)
    {
        string text = File.ReadAllText(Page);
        Assert.That(text, Does.Contain(Head(type)), "write this instead:\n" + Head(type));
        string prose = text[(text.IndexOf(Head(type), StringComparison.Ordinal) + Head(type).Length)..].Split("\n### ")[0];
        Assert.That(prose, Does.Match(@"^\*\*Does\.\*\* .+ \*\*Expect\.\*\* .+ \*\*Leaves out\.\*\* ."));
    }

    [Test]
    public void The_page_has_each_policy_once_and_none_that_is_gone() => Assert.That(
        Regex.Matches(File.ReadAllText(Page), @"(?m)^### .*\(`(.*)`\)$").Select(m => m.Groups[1].Value), Is.EqualTo(Types));

    private static string Head(string type)
    {
        Type policy = PolicyCatalog.All[type];
        object example = Activator.CreateInstance(policy)!;
        var text = new StringBuilder($"### {Words.Of(policy, type).English} (`{type}`)\n\n{Said(Summaries[$"T:{policy.FullName}"])}\n\n");
        text.Append("| parameter | default (range) | what it is | source |\n|---|---|---|---|\n");
        foreach (PropertyInfo property in policy.GetProperties().Where(p => p.DeclaringType == policy))
        {
            AppendRows(text, property, example, "");
        }

        return text.Append('\n').ToString();
    }

    /// <summary>A row of a key, and of each key of the record that it is.</summary>
    private static void AppendRows(StringBuilder text, PropertyInfo property, object of, string prefix)
    {
        if (property.GetCustomAttribute<KeyAttribute>() is not { } key)
        {
            return;
        }

        object? value = property.GetValue(of);
        text.Append(CultureInfo.InvariantCulture,
            $"| `{prefix}{key.Name}` | {Preset(key, value)} | {key.Doc.TrimEnd('.')} | {SourceOf(key, value)} |\n");
        if (property.PropertyType == typeof(MspProject))
        {
            foreach (PropertyInfo inner in typeof(MspProject).GetProperties())
            {
                AppendRows(text, inner, new MspProject(), $"{key.Name}.");
            }
        }
    }

    private static string Preset(KeyAttribute key, object? value)
    {
        string said = value switch
        {
            _ when key.Required => "required",
            null => "none",
            Quantity { IsDoubtful: true } q => string.Create(CultureInfo.InvariantCulture, $"{q.Value} ({q.Low} to {q.High})"),
            bool truth => truth ? "true" : "false",
            _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        };
        return key.Unit.Length == 0 || value is null ? said : key.Required ? $"{said}, {key.Unit}" : $"{said} {key.Unit}";
    }

    private static string SourceOf(KeyAttribute key, object? value)
    {
        string range = value is Quantity { IsDoubtful: true } q && !key.Source.Contains(q.Source, StringComparison.Ordinal)
            ? $"; range: {q.Source}"
            : "";
        return (key.Source.Length == 0 ? "said by the scenario" : key.Source) + range;
    }

    private static string Said(XElement summary)
    {
        string text = string.Concat(summary.Nodes().Select(n => n is XElement e ? $"*{e.Value}*" : ((XText)n).Value));
        return Regex.Replace(text, @"\s+", " ").Trim();
    }
}
