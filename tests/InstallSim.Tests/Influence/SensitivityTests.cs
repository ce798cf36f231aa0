using System.Globalization;
using InstallSim.Experiments.Points;
using InstallSim.Influence;
using InstallSim.Tests.EndToEnd;
using InstallSim.Tests.Experiments.Points;

namespace InstallSim.Tests.Influence;

/// <summary>Plans of sensitivity analyses as users write and run them.</summary>
public sealed class SensitivityTests
{
    private const string Group = "preferences.coefficients.group-practice", Amount = "policies.installation-grant.amount-keur",
        Outcomes = "outcomes: [{ indicator: stock, scenario: grant, of: level }, policy-cost]";

    private static readonly string Numbers =
        $"numbers: [{Group}, {{ number: {Amount}, low: 10, high: 300 }}, {{ number: preferences.utils-per-keur, low: 0.01, high: 0.03 }}]";

    private static IEnumerable<string> Shipped => Directory.GetFiles(Repository.PathOf("scenarios", "plans"), "*sensitivity*.yaml")
        .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    [TestCase("morris", 3, 12, "figures/plane-1.svg", "mu-star")]
    [TestCase("sobol", 4, 32, "figures/indices-2.svg", "second")]
    [TestCase("pawn", 12, 12, "figures/scatter-1.svg", "noise")]
    public void A_plan_leaves_its_points_indices_and_figures(string method, int samples, int points, string figure, string index)
    {
        using var region = new MadeUpRegion();
        string plan = PlanFile.Write(region, $"{Numbers}\n{Outcomes}\nmethod: {method}\nsamples: {samples}\nsecond-order: true\nslices: 3");
        CommandLine.Outcome done = CommandLine.Run("sensitivity", plan, "--out", region.Out);
        bool isBeyond = ResultsFiles.Rows(region.Out, "indices.csv").Any(r => (r[6], double.Parse(r[7], CultureInfo.InvariantCulture))
            is ("total", > 1) or ("first", < 0));
        bool isChance = ResultsFiles.Rows(region.Out, "indices.csv")
            .Any(r => r[6] == "chance-share" && double.Parse(r[7], CultureInfo.InvariantCulture) > 0.5);
        Assert.Multiple(() =>
        {
            Assert.That(done.Code, Is.Zero, done.Error);
            Assert.That(done.Output.Contains("half of what differs between points is chance", StringComparison.Ordinal),
                Is.EqualTo(isChance), done.Output);
            Assert.That(done.Output.Contains("lies between 0 and 1", StringComparison.Ordinal), Is.EqualTo(isBeyond), done.Output);
            Assert.That(done.Output, Does.Contain("% of the variance between points is chance").And.Contain(Amount));
            Assert.That(ResultsFiles.Rows(region.Out, "points.csv"), Has.Length.EqualTo(2 * points));
            Assert.That(ResultsFiles.Rows(region.Out, "indices.csv").Select(r => r[6]), Does.Contain(index).And.Contain("chance-share"));
            Assert.That(Path.Combine(region.Out, figure), Does.Exist);
            Assert.That(File.ReadAllText(Path.Combine(region.Out, "sensitivity.html")), Does.Contain($"<td class=\"words\">{Amount}</td>")
                .And.Contain("data:image/svg+xml").And.Contain("% of the variance between points is chance"));
            Assert.That(File.ReadAllText(Path.Combine(region.Out, "sensitivity.json")), Does.Contain($"\"method\": \"{method}\""));
            Assert.That(Directory.Exists(region.Out + ".unfinished"), Is.False);
        });
    }

    [Test]
    public void Neither_threads_nor_the_order_of_the_numbers_change_a_file()
    {
        using var region = new MadeUpRegion();
        string reversed = $"numbers: [{{ number: {Amount}, low: 10, high: 300 }}, {Group}]",
            straight = $"numbers: [{Group}, {{ number: {Amount}, low: 10, high: 300 }}]";
        string[] files = ["indices.csv", "points.csv", "sensitivity.html", "figures/indices-1.svg"];
        byte[][] Written(string numbers, string threads)
        {
            string plan = PlanFile.Write(region, $"{numbers}\n{Outcomes}\nmethod: sobol\nsamples: 8");
            CommandLine.Done("sensitivity", plan, "--out", region.Out, "--threads", threads, "--quiet");
            return [.. files.Select(file => File.ReadAllBytes(Path.Combine(region.Out, file)))];
        }

        Assert.That(Written(reversed, "3"), Is.EqualTo(Written(straight, "1")));
    }

    [Test]
    public void Indices_are_told_while_points_are_still_run_and_in_French_when_asked()
    {
        using var region = new MadeUpRegion();
        string plan = PlanFile.Write(region, $"numbers: [{Group}]\noutcomes: [stock]\nmethod: morris\nsamples: 10");
        CommandLine.Outcome done = CommandLine.Run("sensitivity", plan, "--out", region.Out, "--threads", "1", "--lang", "fr");
        Assert.Multiple(() =>
        {
            Assert.That(done.Error, Does.Match($@"après 18/20 points, Médecins généralistes installés[^\n]*, 2028, écart à la référence"
                + $@"\u00a0: A grant, μ\*\u00a0: {Group.Replace(".", "\\.")} [0-9,]+ \[-?[0-9,]+ à [0-9,]+\]\n"));
            Assert.That(done.Output, Does.Contain("nombre").And.Contain("écart à la référence\u00a0: A grant").And.Contain(" à 0,750]")
                .And.Contain("Page, tableaux et figures\u00a0:"));
        });
    }

    [Test]
    public void An_outcome_that_nothing_moves_is_said_to_be_so()
    {
        using var region = new MadeUpRegion();
        string plan = PlanFile.Write(region,
            $"numbers: [{Group}]\noutcomes: [{{ indicator: policy-cost, scenario: baseline, of: level }}]\nmethod: sobol\nsamples: 2");
        Assert.That(CommandLine.Done("sensitivity", plan, "--out", region.Out), Does.Contain("It is the same at every point"));
    }

    [Test]
    public void A_plan_that_is_larger_than_meant_or_cannot_be_is_refused_before_anything_is_written()
    {
        using var region = new MadeUpRegion();
        void Refused(string lines, params string[] expected)
        {
            string plan = PlanFile.Write(region, $"{Numbers}\n{Outcomes}\n{lines}");
            CommandLine.Outcome done = CommandLine.Run("sensitivity", plan, "--out", region.Out);
            Assert.That(done.Code, Is.EqualTo(2), lines);
            Assert.That(expected.Where(e => !done.Error.Contains(e, StringComparison.Ordinal)), Is.Empty, done.Error);
            Assert.That(Directory.Exists(region.Out), Is.False);
        }

        Refused("method: sobol\nsamples: 2000",
            "plan.yaml(6,10): error: 10000 points × 2 scenarios × 2 replications are 40000 runs; --yes says that this is meant");
        Refused("method: sobol\nsamples: 1000000000", "the plan has 5000000000 points and 20000000000 runs; at most 1000000 points");
        Refused("method: morris\nlevels: 5", "plan.yaml(6,9): error: 5 levels cannot be halved");
        Refused("method: pawn\nsamples: 19", "19 points in 10 slices leave less than 2 in each");
        Refused("method: sobel", "did you mean 'sobol'?");
        Refused("samples: 3", "'method' is missing");
    }

    /// <summary>Of a triangular distribution it is the peak, so that it is set for a reason.</summary>
    [TestCase("uniform", 2)]
    [TestCase("triangular", 0)]
    public void The_value_of_a_number_that_varies_is_set_only_where_it_counts(string distribution, int code)
    {
        using var region = new MadeUpRegion();
        string plan = PlanFile.Write(region, $"{Numbers}\n{Outcomes}\nmethod: morris\nsamples: 2\ndistribution: {distribution}");
        CommandLine.Outcome set = CommandLine.Run("sensitivity", plan, "--set", Group + ".value=12", "--out", region.Out, "--quiet");
        Assert.That(set.Code, Is.EqualTo(code), set.Error);
        Assert.That(set.Error, code == 0 ? Is.Empty : Does.Contain($"the plan varies '{Group}', so that no point has this value"));
    }

    [TestCaseSource(nameof(Shipped))]
    public void Shipped_plan_is_right_and_small_enough_to_run_at_once(string name)
    {
        LoadedPlan<SensitivitySettings> plan = SensitivitySource.Read(Repository.PathOf("scenarios", "plans", name), [], 1, isMeant: false);
        Assert.That(plan.Numbers, Has.Count.GreaterThan(2));
    }
}
