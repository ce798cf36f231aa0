using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using InstallSim.Accessibility;
using InstallSim.Cli;
using InstallSim.Indicators;
using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Reporting;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Cli;

public sealed class CommandLineProgramTests
{
    private static readonly string[] Verbs = [.. CommandLineProgram.Root().Subcommands.Select(verb => verb.Name)];

    [Test]
    public void Help_names_every_verb()
    {
        Assert.That(Verbs, Is.SupersetOf(new[] { "run", "compare", "validate", "report", "schema", "list" }));
        string help = CommandLine.Done("--help");
        foreach (string verb in Verbs)
        {
            Assert.That(help, Does.Match($@"(?m)^\s+{verb}\b"));
        }
    }

    [TestCaseSource(nameof(Verbs))]
    public void Help_of_a_verb_says_what_it_does_and_how(string verb)
    {
        string help = CommandLine.Done(verb, "--help");
        Assert.That(help, Does.Contain($"Usage:\n  installsim {verb}"));
        Assert.That(help.Split('\n'), Has.Length.GreaterThan(5));
    }

    [Test]
    public void Help_can_be_asked_for_as_a_verb() => Assert.Multiple(() =>
    {
        Assert.That(CommandLine.Done("help", "respond"), Is.EqualTo(CommandLine.Done("respond", "--help")));
        Assert.That(CommandLine.Done("help"), Is.EqualTo(CommandLine.Done("--help")));
    });

    /// <summary>Lines that are commands are the same in every language.</summary>
    [Test]
    public void Every_line_of_help_has_French()
    {
        string[] lines = [.. Told(CommandLineProgram.Root()).SelectMany(text => text.Split('\n')).Select(line => line.Trim()).Distinct()];
        Assert.That(lines, Has.Length.GreaterThan(50));
        Assert.That(
            lines.Where(line => FrenchHelp.Find(line) is null && !Regex.IsMatch(line, "^(installsim (?!.*  )[^?]*|# .*|)$")), Is.Empty);

        static IEnumerable<string> Told(Command command) =>
        [
            command.Description ?? "", .. command.Options.Select(o => o.Description ?? ""),
            .. command.Options.Select(o => o.HelpName ?? "").Where(name => Regex.IsMatch(name, "[A-Z]{2}")),
            .. command.Arguments.Select(a => a.Description ?? ""), .. command.Arguments.Select(a => a.Name),
            .. command.Subcommands.SelectMany(Told),
        ];
    }

    [TestCaseSource(nameof(Verbs))]
    public void Help_is_told_in_French(string verb)
    {
        string help = CommandLine.Done(verb, "--help", "--lang", "fr");
        Assert.That(help, Does.Contain($"Utilisation :\n  installsim {verb}".Replace(" :", "\u00a0:")).And.Contain("Affiche cette aide"));
        Assert.That(help, Does.Not.Match(@"\b(default|Usage|Arguments:|Options:|the|of)\b"));
    }

    [Test]
    public void The_version_is_told() => Assert.That(CommandLine.Done("--version"), Does.Match(@"^\d+\.\d+\.\d+"));

    [TestCase("compar", "; did you mean 'compare'?")]
    [TestCase("simulate", "")]
    public void An_unknown_verb_is_refused_with_the_verbs_there_are(string verb, string hint)
    {
        CommandLine.Outcome outcome = CommandLine.Run(verb, "x");
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.ErrorLines, Is.EqualTo(new[]
        {
            $"installsim: there is no verb '{verb}'{hint}; verbs: {string.Join(", ", Verbs)}",
            "installsim: see 'installsim --help', or 'installsim VERB --help'",
        }));
    }

    [TestCase("nonsense")]
    [TestCase("compar")]
    public void Help_of_what_is_no_verb_is_refused_as_that_word_is(string word)
    {
        CommandLine.Outcome outcome = CommandLine.Run("help", word);
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Is.EqualTo(CommandLine.Run(word).Error));
    }

    [TestCase]
    [TestCase("compare")]
    [TestCase("run", "a.yaml", "b.yaml")]
    [TestCase("list", "everything")]
    [TestCase("report", "x", "--format", "pdf")]
    [TestCase("report", "x", "--figures", "mapp")]
    [TestCase("report", "x", "--figures", "map")]
    [TestCase("report", "x", "--format", "html", "--width", "600")]
    [TestCase("report", "x", "--width", "12")]
    [TestCase("report", "x", "--format", "pdfx")]
    [TestCase("run", "x", "--seed", "abc")]
    public void A_command_that_is_not_whole_or_right_is_refused(params string[] args)
    {
        CommandLine.Outcome outcome = CommandLine.Run(args);
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.ErrorLines, Has.Length.GreaterThanOrEqualTo(2));
        Assert.That(outcome.Error, Does.Not.Contain("   at "));
    }

    [TestCaseSource(nameof(Lists))]
    public void A_list_names_everything_in_its_catalog(string what, string[] names)
    {
        string list = CommandLine.Done("list", what);
        foreach (string name in names)
        {
            Assert.That(list, Does.Match($@"(?m)^{name}\b"));
        }
    }

    [Test]
    public void List_alone_names_the_lists() =>
        Assert.That(CommandLine.Done("list").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Is.EqualTo(Lists().Select(l => $"installsim list {l[0]}")));

    [TestCase("estimate", "of the study,")]
    [TestCase("design", "of the study,")]
    [TestCase("respond", "of the study,")]
    [TestCase("validate", "of the scenario or study,")]
    [TestCase("run", "of the scenario,")]
    public void Set_says_what_it_changes(string verb, string what) =>
        Assert.That(CommandLine.Done(verb, "--help").ReplaceLineEndings(" "), Does.Match(@"--set.*Changes a value " + what));

    [Test]
    public void The_schema_is_json_and_knows_every_policy()
    {
        using JsonDocument schema = JsonDocument.Parse(CommandLine.Done("schema"));
        string text = schema.RootElement.ToString();
        Assert.That(PolicyCatalog.All.Keys.Where(name => !text.Contains($"\"{name}\"", StringComparison.Ordinal)), Is.Empty);
        Assert.That(schema.RootElement.GetProperty("properties").TryGetProperty("policies", out _), Is.True);
    }

    private static IEnumerable<object[]> Lists() =>
    [
        ["policies", PolicyCatalog.All.Keys.ToArray()],
        ["metrics", AccessibilityCatalog.All.Keys.ToArray()],
        ["variables", VariableCatalog.All.Select(v => v.Name).ToArray()],
        ["columns", InstallSim.Territories.TerritoryVariables.Keys.ToArray()],
        ["indicators", IndicatorCatalog.Recorded.Concat(IndicatorCatalog.Compared).Select(i => i.Name).ToArray()],
        ["figures", FigureCatalog.All.Select(f => f.Id).ToArray()],
    ];

    [Test]
    public void A_list_shows_range_default_and_source_of_each_parameter() => Assert.That(
        CommandLine.Done("list", "policies").Split(Environment.NewLine),
        Has.Member("  opening-cost-keur          Public cost of opening one centre. [k€, 0 to 100000]; default 600 (300 to 1100); source: "
            + "about 30 % of buildings of 2,000 k€ are public money: computed from five cases (evidence H4)"));

    [TestCase("policies", "installation-grant           Aide à la primo-installation")]
    [TestCase("policies", "  amount-keur                Montant versé en une fois. [k€, 0 à 1000]\u00a0; obligatoire")]
    [TestCase("metrics", "apl                          Accessibilité potentielle localisée (APL)")]
    [TestCase("variables",
        "deprived                     La population est défavorisée. Unité de x\u00a0: 0–1\u00a0; de son coefficient\u00a0: k€ par an.")]
    [TestCase("indicators", "stock                        Médecins généralistes installés (médecins généralistes)")]
    public void A_list_is_in_French_when_asked(string what, string line) =>
        Assert.That(CommandLine.Done("list", what, "--lang", "fr").Split(Environment.NewLine), Has.Member(line));

    [Test]
    public void A_language_that_nobody_speaks_here_is_refused() =>
        Assert.That(CommandLine.Run("list", "policies", "--lang", "de").Code, Is.EqualTo(2));
}
