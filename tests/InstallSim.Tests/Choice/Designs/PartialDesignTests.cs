using InstallSim.Choice.Designs;
using InstallSim.Choice.Draws;

namespace InstallSim.Tests.Choice.Designs;

/// <summary>Partial profiles whose levels are each as frequent as another, and searches that allow more.</summary>
public sealed class PartialDesignTests
{
    private static DesignProblem Problem(int sets, int attributes, int levels, int most, int alternatives = 2) => new()
    {
        Sets = sets,
        Alternatives = alternatives,
        Slots = [.. Enumerable.Range(0, alternatives * attributes).Select(s => new DesignSlot(s / attributes, s % attributes, levels))],
        Variables = [.. Enumerable.Range(0, alternatives * attributes).Select(s =>
            new DesignVariable(s / attributes, s % attributes, [s], [.. Enumerable.Range(0, levels).Select(l => (double)l)]))],
        Priors = [[.. Enumerable.Range(0, attributes).Select(k => k % 2 == 0 ? 0.2 : -0.2)]],
        Balance = DesignBalance.Full,
        MostVaried = most,
    };

    private static bool IsBalanced(DesignProblem problem, int[][] sets) => new LevelCounts(problem, sets).Missed() == 0;

    [TestCase(24, 9, 4, 4, 2, false)]
    [TestCase(24, 4, 4, 2, 2, false)]
    [TestCase(18, 6, 3, 3, 3, false)]
    [TestCase(7, 5, 3, 2, 2, false)]
    [TestCase(10, 4, 2, 2, 2, true)]
    [TestCase(15, 5, 3, 2, 3, true)]
    public void Random_partial_profiles_show_every_level_as_often(
        int sets, int attributes, int levels, int most, int alternatives, bool isLabelled)
    {
        DesignProblem problem = Problem(sets, attributes, levels, most, alternatives) with { IsLabelled = isLabelled };
        for (uint seed = 1; seed <= 5; seed++)
        {
            int[][] made = DesignStart.Make(problem, new DrawKey(seed, 0, 0, 0, 0));
            Assert.That(IsBalanced(problem, made), Is.True);
            Assert.That(DesignAudit.Of(problem, made).Varied, Is.All.InRange(1, most));
        }
    }

    [Test]
    public void Partial_profiles_can_be_balanced_and_efficient()
    {
        DesignProblem problem = Problem(12, 5, 3, 3);
        int[][] full = DesignSearch.Run(problem, 2, 1)!, near = DesignSearch.Run(problem with { Balance = DesignBalance.Near }, 2, 1)!;
        Assert.That(IsBalanced(problem, full), Is.True);
        Assert.That(DesignAudit.Of(problem, full).IsForbidden, Is.All.False);
        Assert.That(Value(problem, full), Is.InRange(Value(problem, near), 1.5 * Value(problem, near)));
    }

    /// <summary>Two alternatives that show 4 levels of an attribute as often in 2 sets must differ in it in both.</summary>
    [TestCase(2, 4, 2, ExpectedResult = 2)]
    [TestCase(6, 4, 2, ExpectedResult = 2, Description = "each of 4 levels thrice, so that each stands once beside another")]
    [TestCase(8, 4, 2, ExpectedResult = 0)]
    public int An_attribute_differs_in_as_many_sets_as_balance_needs(int sets, int levels, int alternatives) =>
        DesignAudit.LeastVaried(Problem(sets, 1, levels, 1, alternatives));

    [TestCase(DesignCriterion.D)]
    [TestCase(DesignCriterion.S)]
    [TestCase(DesignCriterion.C)]
    public void What_allows_more_is_never_worse(DesignCriterion criterion)
    {
        DesignProblem problem = Problem(9, 3, 3, 3) with { Criterion = criterion, MostVaried = int.MaxValue };
        double[] errors = [.. new[] { DesignBalance.None, DesignBalance.Near, DesignBalance.Full }.Select(balance =>
            Value(problem, DesignSearch.Run(problem with { Balance = balance }, 1, 1)!))];
        Assert.That(errors, Is.Ordered);
    }

    [Test]
    public void A_design_made_for_another_balance_is_balanced_when_bettered()
    {
        DesignProblem full = Problem(9, 3, 3, 3) with { MostVaried = int.MaxValue }, free = full with { Balance = DesignBalance.None };
        int[][] given = DesignSearch.Run(free, 1, 1, [])!;
        int[][] better = DesignSearch.Improve(full, [.. given.Select(set => (int[])set.Clone())], 1)!;
        Assert.That(IsBalanced(full, given), Is.False);
        Assert.That(IsBalanced(full, better), Is.True);
        Assert.That(Value(free, DesignSearch.Improve(free, better, 1)!), Is.LessThanOrEqualTo(Value(full, better)));
    }

    private static double Value(DesignProblem problem, int[][] sets) => new DesignState(problem, sets, problem.Priors.Count).Value;
}
