using InstallSim.Charts;
using InstallSim.Charts.Pictures;
using InstallSim.Experiments.Points;
using InstallSim.Influence;
using InstallSim.Outputs;

namespace InstallSim.Tests.Influence;

/// <summary>Figures of sensitivity with the names of all numbers that are shipped, the longest the strongest.</summary>
public sealed class SensitivityFigureTests
{
    private static readonly Lazy<SensitivityResult> Longest = new(Make);

    [Test]
    public void Names_of_numbers_stand_whole_inside_every_figure(
        [Values("en", "fr")] string language, [Values(760, 340)] int width, [Values("indices-1", "plane-1", "scatter-1")] string id)
    {
        var context = new SensitivityFigureContext(Longest.Value, ReportText.For(language), width);
        Chart chart = SensitivityFigureContext.FiguresOf(Longest.Value.Plan).Single(f => f.Id == id).Draw(context);
        string folder = Repository.PathOf("artifacts", "figures", "sensitivity");
        Directory.CreateDirectory(folder);
        DrawnMarks drawn = Picture.Write(chart, Path.Combine(folder, $"{id}.{language}-{width}.png"));
        string words = Joined(string.Join(' ', drawn.Words));
        string[] named = [.. Longest.Value.Ranked(0).Take(id == "scatter-1" ? 4 : 8).Select(r => context.Called(r.Number))];
        Assert.Multiple(() =>
        {
            Assert.That(drawn.Cut(width, ChartLayout.Of(chart).Height), Is.Empty);
            Assert.That(drawn.Touching().Where(t => t.First != t.Second), Is.Empty);
            Assert.That(named.Where(n => !words.Contains(Joined(n), StringComparison.Ordinal)), Is.Empty);
        });

        // Long words break at their hyphens.
        static string Joined(string text) => text.Replace("- ", "-", StringComparison.Ordinal);
    }

    [Test]
    public void A_name_that_is_cut_beside_its_point_is_whole_in_the_tip()
    {
        string name = string.Join(' ', Enumerable.Repeat("how much longer a name can be", 9));
        SensitivityResult result = Longest.Value with
        {
            Captions = [.. Longest.Value.Captions.Select(c => c with { English = $"{c.Name} {name}" })],
        };
        var context = new SensitivityFigureContext(result, ReportText.English);
        Label[] cut = [.. SensitivityFigureContext.FiguresOf(result.Plan).Single(f => f.Id == "plane-1").Draw(context).AllPanels
            .SelectMany(p => p.Marks).OfType<Mark<Label>>().SelectMany(m => m.Rows).Where(l => l.Text.EndsWith('…'))];
        Assert.That(cut, Is.Not.Empty);
        Assert.That(cut.Select(l => l.Tip), Is.All.Contains(name));
    }

    [Test]
    public void An_outcome_that_hangs_on_nothing_has_no_figure()
    {
        SensitivityResult result = Longest.Value with { Indices = [.. Longest.Value.Indices.Select(i => i with { Value = 0 })] };
        var context = new SensitivityFigureContext(result, ReportText.English);
        Assert.That(SensitivityFigureContext.FiguresOf(result.Plan).Take(3).Where(f => f.Applies(context)), Is.Empty);
        Assert.That(SensitivityTable.Notes(context, 0).First(), Does.StartWith("It is the same at every point"));
    }

    [TestCase(0.5, "indices-1", "It hangs most on: ")]
    [TestCase(0.51, "indices-1", "What it hangs on is not told from chance")]
    [TestCase(0.5, "plane-1", "The effects of ")]
    [TestCase(0.51, "plane-1", "Size and spread of effects are not told from chance")]
    [TestCase(0.5, "scatter-1", "What happens over the range of ")]
    [TestCase(0.51, "scatter-1", "What happens over ranges is not told from chance")]
    [TestCase(double.NaN, "indices-1", "What it hangs on is not told from chance")]
    [TestCase(double.NaN, "plane-1", "Size and spread of effects are not told from chance")]
    [TestCase(double.NaN, "scatter-1", "What happens over ranges is not told from chance")]
    public void Titles_claim_what_is_told_from_chance(double chance, string id, string title)
    {
        SensitivityResult result = Longest.Value with { ChanceShares = [.. Longest.Value.ChanceShares.Select(_ => chance)] };
        var context = new SensitivityFigureContext(result, ReportText.English);
        Assert.That(SensitivityFigureContext.FiguresOf(result.Plan).Single(f => f.Id == id).Draw(context).Title,
            Does.StartWith(title));
    }

    [TestCase("en", "The effects of 1 number hang on where the others stand")]
    [TestCase("fr", "L’effet de 1 nombre dépend de la place des autres")]
    public void One_number_whose_effect_turns_is_in_the_singular(string language, string title)
    {
        string first = Longest.Value.Ranked(0)[0].Number;
        SensitivityResult result = Longest.Value with
        {
            Indices = [.. Longest.Value.Indices.Select(i => i.Index == "sigma" ? i with { Value = i.Number == first ? 1e9 : 0 } : i)],
            ChanceShares = [.. Longest.Value.ChanceShares.Select(_ => 0.0)],
        };
        var context = new SensitivityFigureContext(result, ReportText.For(language));
        Assert.That(SensitivityFigureContext.FiguresOf(result.Plan).Single(f => f.Id == "plane-1").Draw(context).Title, Is.EqualTo(title));
    }

    private static SensitivityResult Make()
    {
        LoadedPlan<SensitivitySettings> plan = SensitivitySource.Read(
            Repository.PathOf("scenarios", "plans", "sensitivity.yaml"), [], 1, isMeant: false);
        string[] names = [.. plan.Numbers.Select(n => n.Name)];
        IReadOnlyList<Caption> captions = Captions.Of(plan.Loaded, names);
        double[] strength = [.. names.Select(n => (double)captions.Called(n, ReportText.French).Length)];
        SampleDesign design = SampleDesign.Of(plan);
        double[][][] outcomes = [.. design.Values.Select((_, p) =>
            (double[][])[[.. plan.Outcomes.Select((_, y) => (double)((p + y) % 7))]])];
        return new SensitivityResult(plan, design, outcomes,
            [.. names.SelectMany((name, j) => (IndexRow[])
            [
                new IndexRow(0, name, "", "mu-star", strength[j], 0.8 * strength[j], 1.2 * strength[j]),
                IndexRow.Bare(0, name, "sigma", strength[^(j + 1)]),
            ])],
            [.. plan.Outcomes.Select(_ => 0.2)], captions);
    }
}
