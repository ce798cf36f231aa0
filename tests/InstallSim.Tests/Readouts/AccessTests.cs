using InstallSim.Charts;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Readouts;
using InstallSim.Tests.EndToEnd;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Readouts;

public sealed class AccessTests
{
    /// <summary>Two places out of reach of one another: 2 GPs for 100,000 and 3 for 50,000 inhabitants.</summary>
    private const string Table = "code,name,latitude,longitude,population,physicians,household_income\nA,First,45,1,100000,2,30\n"
        + "B,Second,48,5,50000,3,20\n";

    [Test]
    public void A_table_alone_is_measured_by_its_column_names()
    {
        AccessResult result = Measure(Table, "density", line: 4);
        double[] expected = [2, 6];
        Assert.That(result.Accessibility, Is.EqualTo(expected).Within(1e-12));
        Assert.That(Value(result, "accessibility-mean"), Is.EqualTo(10.0 / 3).Within(1e-12));
        Assert.That(Value(result, "share-under-threshold"), Is.EqualTo(2.0 / 3).Within(1e-12));
        Assert.That(Value(result, "accessibility-gap"), Is.EqualTo(1.0 / 3).Within(1e-12));
        Assert.That(Value(result, "inhabitants-served"), Is.EqualTo(100_000).Within(1e-9));
        Assert.That(Value(result, "accessibility-concentration"), Is.Negative, "the poorer have more");
    }

    /// <summary>4,630 consultations a full-time equivalent; need of an inhabitant 0.9·(1 − 0.29 − 0.21) + 0.75·0.29 + 1.6·0.21.</summary>
    [Test]
    public void Consultations_follow_the_working_time_that_is_said()
    {
        double need = (0.9 * 0.5) + (0.75 * 0.29) + (1.6 * 0.21);
        Assert.That(Measure(Table, "apl", fte: 0.5).Accessibility[1], Is.EqualTo(4_630 * 1.5 / (50_000 * need)).Within(1e-12));
        Assert.That(Measure(Table, "{ type: apl, activity-cap: 3000 }").Accessibility[1],
            Is.EqualTo(3_000 * 3 / (50_000 * need)).Within(1e-12));
    }

    [Test]
    public void What_has_no_value_says_why()
    {
        AccessResult result = Measure(Table.Replace(",household_income", "").Replace(",30\n", "\n").Replace(",20\n", "\n"), "2sfca");
        Assert.That(Missing(result, "accessibility-concentration"), Does.Contain("household-income"));
        Assert.That(Missing(result, "theil-between-departements"), Does.Contain("départements"));
        Assert.That(Missing(result, "share-under-threshold"), Does.Contain("--below"));
        Assert.That(Missing(result, "accessibility-gini"), Is.Empty);
    }

    [Test]
    public void The_folder_holds_table_summary_and_map_and_keeps_what_others_wrote()
    {
        using var region = new MadeUpRegion();
        string said = CommandLine.Done("access", region.PathOf("territories.yaml"), "--out", region.Out);
        Assert.That(said, Does.Contain("12 territories").And.Contain("Inequality of accessibility (Theil)"));
        string[] rows = File.ReadAllLines(Path.Combine(region.Out, "accessibility.csv"));
        Assert.That(rows, Has.Length.EqualTo(13));
        Assert.That(rows[0], Is.EqualTo("territory,name,departement,area_type,population,physicians,accessibility,under_dense"));
        Assert.That(File.ReadAllText(Path.Combine(region.Out, "access.json")), Does.Contain("\"consultations-per-fte\": 4630"));
        Assert.That(Path.Combine(region.Out, "figures", "accessibility-map.svg"), Does.Exist);
        CommandLine.Done("access", region.PathOf("territories.yaml"), "--out", region.Out, "--quiet");
        File.WriteAllText(Path.Combine(region.Out, "note.txt"), "mine");
        CommandLine.Outcome refused = CommandLine.Run("access", region.PathOf("territories.yaml"), "--out", region.Out);
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain("note.txt"));
        CommandLine.Done("access", region.PathOf("territories.yaml"), "--out", region.Out, "--force", "--lang", "fr");
        Assert.That(File.ReadAllText(Path.Combine(region.Out, "note.txt")), Is.EqualTo("mine"));
    }

    [Test]
    public void The_map_tells_what_it_shows_in_both_languages()
    {
        AccessResult result = Measure(Table, "density", line: 4);
        Chart english = new AccessMap().Draw(new AccessContext(result, ReportText.English)),
            french = new AccessMap().Draw(new AccessContext(result, ReportText.French));
        Assert.That(english.Title, Is.EqualTo("66.7% of people live in an under-dense territory"));
        Assert.That(french.Title, Is.EqualTo("66,7\u202f% de la population vit en territoire sous-dense"));
        Assert.That(english.Description, Does.Contain("Lowest accessibility: First (2.00)"));
        Assert.That(english.Panels[0].Marks.OfType<Mark<Dot>>().Single().Rows, Has.Count.EqualTo(2));
    }

    /// <summary>A table of its own has the names of the variables: one that is nearly so would be passed over silently.</summary>
    [TestCase("share_65plus", "column 'share_65plus' is not read; did you mean 'share-65-plus'?")]
    [TestCase("Msp_place", "column 'Msp_place' is not read; did you mean 'msp-places'?")]
    [TestCase("beds", null)]
    [TestCase("MSP-places", "column 'MSP-places' is not read; did you mean 'msp-places'?")]
    [TestCase("msp-places", null)]
    public void A_column_that_is_nearly_a_variable_is_warned_of(string column, string? warned)
    {
        AccessResult result = Measure(Table.Replace("household_income", column).Replace(",30\n", ",0\n").Replace(",20\n", ",0\n"), "2sfca");
        Assert.That(result.Warnings.Select(w => w.Message).Where(w => w.Contains("is not read")),
            warned is null ? Is.Empty : Is.EqualTo(new[] { warned }));
    }

    [Test]
    public void All_faults_are_told_at_once()
    {
        using var region = new MadeUpRegion();
        string table = region.Write("bare.csv", "code,name,latitude,longitude,pop,physicians\nA,First,45,1,100000,2\n");
        RefusalAssert.Refused(region, ["access", table, "--metric", "ramm", "--out", region.Out],
            "--metric: error: unknown type 'ramm'; did you mean 'raam'?", "bare.csv(1,1): error: there is no column 'population'");
        RefusalAssert.Refused(region, ["access", region.PathOf("territories.yam"), "--metric", "{ type: apl, age-limit: 65 }"],
            "--metric: error: 'age-limit' needs the age of each physician",
            "territories.yam: error: file 'territories.yam' does not exist; did you mean 'territories.yaml'?");
        RefusalAssert.Refused(region, ["access", region.PathOf("territories.yaml"), "--below", "2,5"],
            "installsim: --below takes a number above 0, such as 2.5, found '2,5'");
    }

    /// <summary>
    /// Some 25 minutes apart. Crowding of 1.07 and 0.89, which 25/60 of travel outweighs; of 1.67 and 0.56, which 25/600 does not.
    /// </summary>
    [TestCase("raam", true, "all people stay and none come, for with travel-minutes 60")]
    [TestCase("{ type: raam, travel-minutes: 600 }", false, "")]
    public void Rational_agents_who_all_stay_are_warned_of_as_plain_density(string metric, bool isDensity, string warned)
    {
        const string Near = "code,name,latitude,longitude,population,physicians\nA,First,45,1,10000,2\nB,Second,45.2,1,5000,3\n";
        using var folder = new TemporaryFolder();
        string path = folder.Write("t.csv", isDensity ? Near.Replace("10000,2", "10000,5", StringComparison.Ordinal) : Near);
        InputWarning[] said = [.. AccessResult.Of(AccessSource.Read(path, metric, 1, null)).Warnings];
        Assert.That(said.Select(w => w.Message), isDensity
            ? Has.One.StartsWith("in 2 of 2 territories " + warned) : Has.None.Contains("density"));
        Assert.That(said.Select(w => w.French), isDensity ? Has.One.Contains("il y vaut la simple densité") : Has.None.Contains("densité"));
    }

    [Test]
    public void Warnings_about_a_table_are_headed_by_its_name()
    {
        string table = Repository.PathOf("scenarios", "centre-val-de-loire", "territories.yaml");
        using var folder = new TemporaryFolder();
        CommandLine.Outcome apl = CommandLine.Run("access", table, "--out", Path.Combine(folder.Path, "apl")),
            raam = CommandLine.Run("access", table, "--metric", "raam", "--out", Path.Combine(folder.Path, "raam"));
        Assert.That(apl.Error, Does.Contain("territories.yaml: note: 67 of 79 territories reach no other").And.Not.Contain("--metric"));
        Assert.That(raam.Error, Does.Contain("territories.yaml: warning: in 79 of 79 territories all people stay"));
    }

    private static AccessResult Measure(string table, string metric, double fte = 1, double? line = null)
    {
        using var folder = new TemporaryFolder();
        return AccessResult.Of(AccessSource.Read(folder.Write("t.csv", table), metric, fte, line));
    }

    private static double Value(AccessResult result, string name) => result.Summary.Single(row => row.Indicator.Name == name).Value;

    private static string Missing(AccessResult result, string name)
    {
        Words missing = result.Summary.Single(row => row.Indicator.Name == name).Missing;
        Assert.That(missing.French.Length > 0, Is.EqualTo(missing.English.Length > 0));
        return missing.English;
    }
}
