using InstallSim.Experiments;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.EndToEnd;

/// <summary>What a user calls results (<c>--title</c>) is kept with them, and read wherever they are shown.</summary>
public sealed class TitleTests
{
    private const string Title = "Ce que l’Indre gagnerait, 2025–2028 <v2>", Escaped = "Ce que l’Indre gagnerait, 2025–2028 &lt;v2&gt;";
    private MadeUpRegion _region = null!;

    [SetUp]
    public void MakeFiles() => _region = new MadeUpRegion();

    [TearDown]
    public void Remove() => _region.Dispose();

    private string Page => File.ReadAllText(Path.Combine(_region.Out, "report.html"));

    [Test]
    public void A_title_heads_the_page_also_when_it_is_made_again_later()
    {
        CommandLine.Done("compare", _region.Folder, "--out", _region.Out, "--quiet", "--replications", "2", "--title", $" {Title} ");
        string first = Page;
        Assert.That(first, Does.Contain($"<title>{Escaped} – where general practitioners install</title>")
            .And.Match($"(?s)<p class=\"kicker\">.{{1,80}}Where general practitioners install.*<h1[^>]*>.{{1,40}}{Escaped}"));
        File.Delete(Path.Combine(_region.Out, "report.html"));
        CommandLine.Done("report", _region.Out);
        CommandLine.Done("trace", _region.Out);
        Assert.That(Page, Is.EqualTo(first));
        string trace = File.ReadAllText(Path.Combine(_region.Out, "trace.md"));
        Assert.That(trace, Does.StartWith("# TRACE: Ce que l’Indre gagnerait, 2025–2028").And.Contain($"--title '{Title}'"));
        Assert.That(File.ReadAllText(Path.Combine(_region.Out, "CITATION.cff")), Does.Contain(" of Ce que l"));
        RunResults results = ResultsFolder.Read(_region.Out);
        IReadOnlyList<string> words = Brief.Write(results, Stream.Null, "en")[0];
        Assert.That(string.Join(' ', words), Does.StartWith("Where general practitioners install").And.Contain(Title));
    }

    [Test]
    public void Results_do_not_depend_on_it_and_a_title_can_be_given_to_finished_ones()
    {
        CommandLine.Done("run", _region.PathOf("grant.yaml"), "--out", _region.Out, "--quiet", "--replications", "2");
        string hash = ResultsFolder.ReadManifest(_region.Out).ResultHash;
        Assert.That(Page, Does.Contain("<title>grant – where").And.Match("<p class=\"kicker\">.{1,40}grant"));
        CommandLine.Done("run", _region.PathOf("grant.yaml"), "--out", _region.Out, "--quiet", "--replications", "2", "--resume",
            "--title", "A grant for the North");
        Assert.That(ResultsFolder.ReadManifest(_region.Out).ResultHash, Is.EqualTo(hash));
        Assert.That(Page, Does.Contain("<title>A grant for the North – where"));
        CommandLine.Done("run", _region.PathOf("grant.yaml"), "--out", _region.Out, "--quiet", "--replications", "3", "--resume",
            "--threads", "600");
        Assert.That(Page, Does.Contain("<title>A grant for the North – where"), "more replications, no title said");
    }

    [Test]
    public void Shards_hand_it_on()
    {
        foreach (string part in (string[])["1", "2"])
        {
            CommandLine.Done("compare", _region.Folder, "--out", _region.Beside(part), "--quiet", "--replications", "2", "--shard",
                $"{part}/2", "--title", "In two parts");
        }

        CommandLine.Done("merge", _region.Beside("1"), _region.Beside("2"), "--out", _region.Out, "--quiet");
        Assert.That(Page, Does.Contain("<title>In two parts – where"));
    }

    [Test]
    public void Shards_of_several_titles_are_warned_of_and_the_first_title_is_taken()
    {
        foreach ((string part, string[] title) in (ReadOnlySpan<(string, string[])>)
            [("one", []), ("two", ["--title", "The second"]), ("three", ["--title", "The third"])])
        {
            string number = part switch { "one" => "1", "two" => "2", _ => "3" };
            CommandLine.Done(["compare", _region.Folder, "--out", _region.Beside(part), "--quiet", "--replications", "3", "--shard",
                $"{number}/3", .. title]);
        }

        string[] call = ["merge", _region.Beside("one"), _region.Beside("two"), _region.Beside("three"), "--out", _region.Out, "--quiet"];
        Assert.That(CommandLine.Run(call).Error,
            Does.Contain("warning: the shards have 2 titles; that of the results is 'The second', not: The third"));
        Assert.That(CommandLine.Run([.. call, "--force", "--lang", "fr"]).Error, Does.Contain("les parts ont 2 titres"));
        Assert.That(ResultsFolder.ReadManifest(_region.Out).Plan.Title, Is.EqualTo("The second"));
    }

    /// <summary>What was stopped keeps its title beside its replications, and hands it to no results but its own.</summary>
    [Test]
    public void A_run_that_was_stopped_keeps_its_title_for_resume()
    {
        LoadedExperiment loaded = ExperimentReader.Read([_region.PathOf("grant.yaml")], null, ["replications=2"], 1);
        _ = ExperimentRunner.Run(loaded with { Plan = loaded.Plan with { Title = "Stopped" } }, _region.Out, RunWatch.None);
        Assert.That(ExperimentRunner.KeptTitle(_region.Out), Is.EqualTo("Stopped"), "not written yet");
        CommandLine.Done("run", _region.PathOf("grant.yaml"), "--out", _region.Out, "--quiet", "--replications", "2", "--resume");
        Assert.That(ResultsFolder.ReadManifest(_region.Out).Plan.Title, Is.EqualTo("Stopped"));
        Assert.That((ExperimentRunner.KeptTitle(_region.Out), Directory.Exists(ExperimentRunner.StoreOf(_region.Out))),
            Is.EqualTo(((string?)null, false)));
    }

    [TestCase("", "--title is an empty text", "--title est un texte vide")]
    [TestCase(" \u00a0", "--title takes one line of text, found blanks alone",
        "--title attend une ligne de texte, trouvé\u00a0: des blancs seuls")]
    [TestCase("two\nlines", "--title takes one line of text, found several", "trouvé\u00a0: plusieurs")]
    public void Blank_ones_are_refused(string title, string english, string french)
    {
        string[] call = ["compare", _region.Folder, "--out", _region.Out, "--title", title];
        CommandLine.Outcome one = CommandLine.Run(call), other = CommandLine.Run([.. call, "--lang", "fr"]);
        Assert.That((one.Code, other.Code, Directory.Exists(_region.Out)), Is.EqualTo((2, 2, false)));
        Assert.That(one.Error, Does.Contain(english));
        Assert.That(other.Error, Does.Contain(french));
    }
}
