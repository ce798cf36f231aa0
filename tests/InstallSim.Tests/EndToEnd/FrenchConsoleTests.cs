using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.EndToEnd;

/// <summary>What the terminal says under <c>--lang fr</c>.</summary>
public sealed class FrenchConsoleTests
{
    private const string Nb = "\u00a0";

    [Test]
    public void A_comparison_speaks_French()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "title: A grant\n", "title: A grant\ntitle-fr: Une prime\n");
        CommandLine.Outcome outcome = CommandLine.Run("compare", region.Folder, "--out", region.Out, "--replications", "4", "--lang", "fr");
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Code, Is.Zero);
            Assert.That(outcome.Output, Does.StartWith("2 scénarios × 4 réplications, 2025..2028, 12 territoires"));
            Assert.That(outcome.Output,
                Does.Contain("Une prime")
                    .And.Contain($"Écart par rapport à «{Nb}baseline{Nb}» en 2028{Nb}: moyenne [intervalle à 95{Nb}%"));
            Assert.That(outcome.Output, Does.Match($"Simulé en \\d+,\\d{Nb}s\\. Rapport{Nb}: "));
            Assert.That(outcome.Error, Does.Contain("4/4 réplications"));
            Assert.That(outcome.Output, Does.Not.Match(@"\b(the|of|GPs|mean|interval)\b"));
        });
    }

    [TestCase("en")]
    [TestCase("fr")]
    public void The_table_of_a_comparison_fits_a_hundred_columns(string language)
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "title: A grant\n",
            "title: A grant for whoever comes to one of the places where physicians are wanted most, and stays\n");
        string[] lines = CommandLine.Done("compare", region.Folder, "--out", region.Out, "--set", "uncertainty=none", "--lang", language)
            .Split(Environment.NewLine);
        int rule = Array.FindIndex(lines, line => line.StartsWith('─'));
        string[] table = [.. lines[..(rule + 4)].Skip(1)];
        Assert.That(rule, Is.GreaterThan(0));
        Assert.That(table.Max(line => line.Length), Is.LessThanOrEqualTo(100).And.GreaterThan(75));
        Assert.That(table[^2], Does.Match("^ +[−+]?[0-9.,]+ +[−+]?[0-9.,]+ "), "means stand in one line");
        Assert.That(table[^1], Does.Match("^ +\\[[−+]?[0-9.,]+[,\u00a0;]+ [−+]?[0-9.,]+\\] +\\["), "and intervals below them");
    }

    [Test]
    public void One_scenario_speaks_French()
    {
        using var region = new MadeUpRegion();
        string said = CommandLine.Done("run", region.PathOf("baseline.yaml"), "--out", region.Out, "--lang", "fr");
        Assert.That(said,
            Does.Contain("moyenne des réplications").And.Contain("accessibilité moyenne").And
                .Match(@"généralistes en territoire sous-dense +\d+,\d"));
    }

    [Test]
    public void A_refusal_is_in_French()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "amount-keur: 100\n", "amount-keu: 100\n    until: soon\n");
        region.Replace("territories.csv", "T00,", "T00,,");
        region.Replace("grant.yaml", "accessibility-below: 2.5 }", "accessibility-below: -1 }\n  - { type: msp-opening, from: 2026 }");
        CommandLine.Outcome outcome = CommandLine.Run("validate", region.PathOf("grant.yaml"), "--lang", "fr");
        string file = region.PathOf("grant.yaml");
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Code, Is.EqualTo(2));
            Assert.That(outcome.ErrorLines, Has.Member(
                $"{file}(8,12){Nb}: erreur{Nb}: «{Nb}until{Nb}»{Nb}: attendu{Nb}: un nombre entier de 1900 à 2200{Nb}; "
                    + $"trouvé{Nb}: «{Nb}soon{Nb}»"));
            Assert.That(outcome.Error,
                Does.Contain($"clé inconnue «{Nb}amount-keu{Nb}»{Nb}; vouliez-vous dire «{Nb}amount-keur{Nb}»{Nb}?"));
            Assert.That(outcome.Error, Does.Contain($"la clé «{Nb}per-year{Nb}» manque{Nb}; il faut un nombre entier de 0 à 10000 "));
            Assert.That(outcome.Error, Does.Contain($"-1 est hors des bornes{Nb}; attendu{Nb}: un nombre d’au moins 0"));
            Assert.That(outcome.ErrorLines[^1],
                Is.EqualTo($"installsim{Nb}: {outcome.ErrorLines.Length - 1} erreurs{Nb}; rien n’a été écrit"));
            Assert.That(outcome.Error, Does.Not.Match(@"\b(error|expected|found|allowed|missing|unknown)\b"));
        });
    }

    [Test]
    public void A_refused_table_and_a_missing_file_are_told_in_French()
    {
        using var region = new MadeUpRegion();
        region.Replace("territories.csv", ",urban,", ",city,");
        string table = CommandLine.Run("validate", region.PathOf("baseline.yaml"), "--lang", "fr").Error;
        string missing = CommandLine.Run("validate", region.PathOf("baselin.yaml"), "--lang", "fr").Error;
        Assert.That(table,
            Does.Contain($"colonne «{Nb}area{Nb}»{Nb}: area-type doit être une valeur parmi").And.Contain($"{Nb}; trouvé{Nb}: 'city' ("));
        Assert.That(missing, Does.Match($"le fichier «{Nb}.*{Nb}» n’existe pas{Nb}; vouliez-vous dire «{Nb}baseline.yaml{Nb}»{Nb}\\?"));
    }

    [Test]
    public void A_warning_a_verb_and_a_right_file_are_told_in_French()
    {
        using var region = new MadeUpRegion();
        region.Replace("baseline.yaml", "  last-age: 80\n", "  last-age: 80\n  spell-hazard: 0.1\n");
        CommandLine.Outcome outcome = CommandLine.Run("validate", region.PathOf("baseline.yaml"), "--lang", "fr");
        Assert.That(outcome.Output, Is.EqualTo($"{region.PathOf("baseline.yaml")}{Nb}: correct{Environment.NewLine}"));
        Assert.That(outcome.Error, Does.Contain($"{Nb}: avertissement{Nb}: «{Nb}spell-hazard{Nb}»{Nb}: 0.1 est pris pour certain, "
            + "alors que la valeur par défaut a une plage, de 0,064 à 0,147"));
        Assert.That(CommandLine.Run("compar", "x", "--lang", "fr").Error,
            Does.StartWith($"installsim{Nb}: il n’y a pas de verbe «{Nb}compar{Nb}»"));
    }

    [Test]
    public void A_study_names_its_variables_and_refuses_in_French()
    {
        using var folder = new TemporaryFolder();
        string study = Repository.PathOf("scenarios", "studies", "mode-choice.yaml"), results = Path.Combine(folder.Path, "out");
        CommandLine.Done("estimate", study, "--out", results, "--set", "utility.cost.label=Fare", "--set", "utility.cost.label-fr=Tarif",
            "--set", "willingness-to-pay.unit-fr=dollars australiens", "--lang", "fr");
        string figure = File.ReadAllText(Path.Combine(results, "figures", "coefficients.vl.json"));
        string refused = CommandLine.Run(
            "estimate", study, "--out", results, "--set", "estimation.start={ speed: 1 }", "--lang", "fr").Error;
        Assert.Multiple(() =>
        {
            Assert.That(figure, Does.Contain("Tarif").And.Not.Contain("Fare"));
            Assert.That(File.ReadAllText(Path.Combine(results, "estimates.txt")),
                Does.Contain("consentement à payer (dollars australiens)"));
            Assert.That(refused, Does.Contain($"erreur{Nb}: «{Nb}speed{Nb}» n’est pas un paramètre{Nb}; paramètres{Nb}: "));
        });
    }

    [Test]
    public void Studies_speak_French()
    {
        using var folder = new TemporaryFolder();
        string study = Repository.PathOf("scenarios", "studies", "mode-choice.yaml"),
            dce = Repository.PathOf("scenarios", "studies", "physician-dce.yaml");
        string estimated = CommandLine.Done("estimate", study, "--out", Path.Combine(folder.Path, "out"), "--lang", "fr");
        string designed =
            CommandLine.Done("design", dce, "--out", Path.Combine(folder.Path, "design.csv"), "--set", "design.starts=1", "--lang", "fr");
        Assert.Multiple(() =>
        {
            Assert.That(estimated, Does.StartWith($"Données{Nb}: 210 situations de choix").And.Contain("\nComment 210 voyageurs"));
            Assert.That(estimated, Does.Contain("erreur type").And.Match(@"cost +−?0,\d+"));
            Assert.That(estimated, Does.Contain("Page, tableaux, figures et liste de contrôle"));
            Assert.That(designed, Does.Match(@"^\d+ tâches de 2 options").And.Contain("Erreur D 0,").And.Contain($"Plan{Nb}: "));
        });
    }
}
