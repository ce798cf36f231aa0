using InstallSim.Choice.Data;
using InstallSim.Tests.Published;

namespace InstallSim.Tests.Choice.Data;

public sealed class RankedChoicesTests
{
    [Test]
    public void A_ranking_becomes_choices_of_the_best_of_the_rest()
    {
        var data = RankedChoices.Explode(Table(), [2, 1, 0, 3]);
        Assert.That(Enumerable.Range(0, data.Situations).Select(data.Alternatives), Is.EqualTo(new[] { 4, 3, 2 }));
        Assert.That(Enumerable.Range(0, 3).Select(n => data.Alternative(data.Start(n) + data.Chosen(n))), Is.EqualTo(new[] { 1, 0, 3 }));
        Assert.That(data.Persons, Is.EqualTo(1));
    }

    [TestCase(BestWorstModel.Sequential, new[] { 4, 3 })]
    [TestCase(BestWorstModel.Marginal, new[] { 4, 4 })]
    [TestCase(BestWorstModel.MaxDiff, new[] { 12 })]
    public void Best_and_worst_become_choices(BestWorstModel model, int[] sizes)
    {
        var data = RankedChoices.BestWorst(Table(), [false, true, false, false], [true, false, false, false], model);
        Assert.That(Enumerable.Range(0, data.Situations).Select(data.Alternatives), Is.EqualTo(sizes));
        double chosen = data.Column("x")[data.Start(data.Situations - 1) + data.Chosen(data.Situations - 1)];
        Assert.That(chosen, Is.EqualTo(model == BestWorstModel.MaxDiff ? 20 - 10 : -10));
    }

    [Test]
    public void A_rank_that_is_missing_is_told() =>
        Assert.That(() => RankedChoices.Explode(Table(), [1, 3, 4, 0]),
            Throws.TypeOf<ChoiceDataException>().With.Message.Contains("rank 3 found where 2"));

    [Test]
    public void The_best_may_not_be_the_worst()
    {
        bool[] same = [true, false, false, false];
        Assert.That(() => RankedChoices.BestWorst(Table(), same, same, BestWorstModel.MaxDiff), Throws.TypeOf<ChoiceDataException>());
    }

    private static ChoiceTable Table()
    {
        var table = new LongTable("x");
        for (int j = 0; j < 4; j++)
        {
            table.Add(5, 9, j, false, 10 * (j + 1));
        }

        return table.Table();
    }
}
