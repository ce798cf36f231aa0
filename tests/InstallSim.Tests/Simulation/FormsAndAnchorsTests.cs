using System.Text.RegularExpressions;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Indicators;
using InstallSim.Preferences;
using InstallSim.Simulation.State;
using InstallSim.World;
using SourceFile = InstallSim.Tests.Architecture.SourceFile;

namespace InstallSim.Tests.Simulation;

/// <summary>A fifth form of practice and a third anchor would be a line each: nothing counts on four and two.</summary>
public sealed partial class FormsAndAnchorsTests
{
    [Test]
    public void No_source_counts_on_four_forms()
    {
        var counts =
            from file in SourceFile.CSharp("src/InstallSim/Simulation", "src/InstallSim/Preferences", "src/InstallSim/Indicators")
            from line in file.Code.Split('\n')
            where Four().IsMatch(Words().Replace(line, ""))
            select $"{file}: {line.Trim()}";
        Assert.That(counts, Is.Empty);
    }

    [TestCase("int f = j % 4;", true)]
    [TestCase("j / 4", true)]
    [TestCase("4 * territory + form", true)]
    [TestCase("new double[count * 4]", true)]
    [TestCase("p.Count * 5 / 4]", false)]
    [TestCase("x * 0.4 + 40 * y / 45", false)]
    public void Such_a_count_would_be_found(string line, bool isFound) => Assert.That(Four().IsMatch(line), Is.EqualTo(isFound));

    [Test]
    public void The_forms_listed_are_those_of_the_enumeration_in_its_order() =>
        Assert.That(PracticeForms.All.Select(f => f.Form), Is.EqualTo(Enum.GetValues<PracticeForm>()));

    [Test]
    public void Variables_of_forms_are_those_of_the_list()
    {
        string[] variables = [.. PracticeForms.All.Select(f => f.Variable).OfType<string>()];
        Assert.That(VariableCatalog.Form.Select(v => v.Name), Is.EqualTo(variables));
        Assert.That(PracticeForms.All.Count(f => f.Variable is null), Is.EqualTo(1), "one form is what the others are compared with");
        foreach (PracticeFormInfo form in PracticeForms.All.Where(f => f.Variable is not null))
        {
            var x = new double[3 * PracticeForms.Count];
            VariableCatalog.Form.Single(v => v.Name == form.Variable).Fill(default, x);
            Assert.That(Enumerable.Range(0, x.Length).Where(j => x[j] == 1).Select(AlternativeTable.Form), Is.All.EqualTo(form.Form));
            Assert.That(x.Sum(), Is.EqualTo(3));
        }
    }

    [TestCase("installations-")]
    [TestCase("stock-")]
    [TestCase("share-")]
    public void Indicators_of_forms_are_those_of_the_list(string kind) =>
        Assert.That(PracticeForms.All.Select(f => kind + f.Name), Is.SubsetOf(IndicatorCatalog.Recorded.Select(i => i.Name)));

    [Test]
    public void Places_of_the_start_are_those_that_the_list_names()
    {
        TerritoryTable table = TestRegion.Territories();
        RunState state = ShippedRegion.AtStart(TestRegion.Prepare(TestRegion.Scenario()));
        for (int j = 0; j < state.Places.Length; j++)
        {
            PracticeFormInfo form = PracticeForms.All[(int)AlternativeTable.Form(j)];
            int expected = form.StartPlaces is { } places ? (int)Math.Round(places(table)[AlternativeTable.Territory(j)]) : int.MaxValue;
            Assert.That(state.Places[j], Is.EqualTo(expected));
        }

        Assert.That(state.Stock, Has.Length.EqualTo(table.Count * PracticeForms.Count));
    }

    [Test]
    public void Alternatives_number_all_forms_of_a_territory_in_a_row()
    {
        for (int j = 0; j < 5 * PracticeForms.Count; j++)
        {
            Assert.That(AlternativeTable.Of(AlternativeTable.Territory(j), AlternativeTable.Form(j)), Is.EqualTo(j));
        }

        Assert.That(AlternativeTable.Territory(PracticeForms.Count), Is.EqualTo(1));
    }

    [Test]
    public void Five_forms_and_three_anchors_are_chosen_as_the_nested_logit_says([Values(0.2, 0.7)] double scale)
    {
        const int groups = 3, forms = 5, people = 60_000;
        var blocks = new NestedBlocks(groups, forms, 0, 1);
        double[] x = [.. Enumerable.Range(0, groups * forms).Select(j => new DrawKey(1, 0, 0, 0, 0).Uniform(j))];
        blocks.SetFormColumn(0, x);
        double[][] row = [[0, 1, 2], [1, 0.5, 0], [0.3, 0.3, 0.9]];
        var rows = new GroupRows(3, groups, (a, from, values) => row[a].AsSpan(from, values.Length).CopyTo(values));
        (double, int)[] anchors = [(0.4, 0), (-0.6, 1), (0.8, 2)];
        double[] v = [.. x.Select((value, j) => (0.9 * value) + anchors.Sum(a => a.Item1 * row[a.Item2][j / forms]))];
        double[] nest = [.. v.Chunk(forms).Select(of => of.Sum(u => Math.Exp(u / scale)))];
        double all = nest.Sum(n => Math.Pow(n, scale));
        double[] expected = [.. v.Select((u, j) => people * Math.Pow(nest[j / forms], scale - 1) * Math.Exp(u / scale) / all)];

        var found = new int[v.Length];
        var maximiser = new NestedMaximiser(blocks, rows);
        for (uint n = 0; n < people; n++)
        {
            var situation = new NestedSituation
            {
                Errors = new DrawKey(2, 0, 0, 0, n),
                FormCoefficients = [0.9],
                Anchors = anchors,
                NestScale = scale,
            };
            found[maximiser.Choose(situation)]++;
        }

        // Quantile 0.999 of χ² with 14 degrees of freedom.
        Assert.That(found.Zip(expected, (f, e) => (f - e) * (f - e) / e).Sum(), Is.LessThan(36.12));
    }

    [Test]
    public void A_chooser_has_as_many_anchors_as_there_are_distances()
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario());
        RunState state = ShippedRegion.AtStart(prepared);
        var anchors = new (double Coefficient, int Anchor)[VariableCatalog.Distance.Count];
        prepared.Utility.Coefficients(
            state.Physicians, 5, default, new double[prepared.Utility.TerritoryColumns], new double[prepared.Utility.FormColumns], anchors);
        int outside = prepared.Territories.Count;
        Assert.That(anchors.Select(a => a.Anchor),
            Is.EqualTo(VariableCatalog.Distance.Select(d => d.Anchor(state.Physicians, 5)).Select(a => a < 0 ? outside : a)));
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Words();

    /// <summary>
    /// A product, ratio or remainder by four that is no part of another number; five quarters, which arrays grow by, are none.
    /// </summary>
    [GeneratedRegex(@"(?<!\* 5 )[*/%] ?4(?![\d.])|(?<![\d.])4 ?[*%]")]
    private static partial Regex Four();
}
