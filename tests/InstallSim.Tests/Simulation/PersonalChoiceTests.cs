using InstallSim.Policies;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class PersonalChoiceTests
{
    private const int Year = 2027;

    private static readonly Person Someone = new(29, true, 3, 0, true, Partner.Career, true, null);

    private static readonly InstallationGrant Grant = new() { Type = "installation-grant", From = 2026, AmountKeur = 300 };

    private static readonly PersonalChoice Without = Choice(), With = Choice(Grant);

    [Test]
    public void Probabilities_add_up_to_one([Values] bool hasGrant)
    {
        PersonalChoice choice = hasGrant ? With : Without;
        Assert.That(choice.Probability.Sum() + choice.OptOuts.Sum(), Is.EqualTo(1).Within(1e-12));
        Assert.That(choice.Probability, Is.All.InRange(0, 1));
    }

    [Test]
    public void Terms_add_up_to_the_utility_of_the_kernel([Values] bool hasGrant)
    {
        PersonalChoice choice = hasGrant ? Choice(0, Grant) : Choice(0);
        foreach (int j in Likeliest(choice).Take(20))
        {
            double[] terms = choice.TermsOf(j);
            Assert.That(terms, Has.Length.EqualTo(choice.Terms.Count));
            Assert.That(terms.Sum(), Is.EqualTo(choice.KernelUtility(j)).Within(1e-12), $"alternative {j}");
        }
    }

    /// <summary>The frequencies of the model's own draws, with its own maximiser, over twins who each draw in ten ways.</summary>
    [Test]
    public void Probabilities_are_those_of_the_models_own_choices()
    {
        const int twins = 3000;
        var choice = new PersonalChoice(TestRegion.Prepare(TestRegion.Scenario()), Someone, Year, twins);
        var drawn = choice.Drawn().CountBy(j => j).ToDictionary();
        int places = choice.Probability.Count;
        double taken = drawn.Where(d => d.Key < places).Sum(d => d.Value);
        Near(taken / twins, choice.Probability.Sum(), twins);
        for (int o = 0; o < 3; o++)
        {
            Near(drawn.GetValueOrDefault(places + o) / (double)twins, choice.OptOuts[o], twins);
        }

        foreach (int j in Likeliest(choice).Take(8))
        {
            Near(drawn.GetValueOrDefault(j) / (double)twins, choice.Probability[j], twins);
        }
    }

    [Test]
    public void A_grant_is_a_term_of_its_own_and_draws_to_places()
    {
        int j = Likeliest(Without).First(), aids = With.Terms.ToList().IndexOf(PersonalChoice.AidTerm);
        Assert.That(Without.TermsOf(j)[aids], Is.Zero);
        Assert.That(With.TermsOf(j)[aids], Is.Positive);
        Assert.That(With.Probability.Sum(), Is.GreaterThan(Without.Probability.Sum()));
    }

    [Test]
    public void Who_is_described_otherwise_wants_otherwise()
    {
        PersonalChoice elsewhere = Choice(Someone with { BirthTerritory = 32, TrainingTerritory = -1 });
        Assert.That(elsewhere.Probability[AlternativeTable.Of(32, PracticeForm.Solo)],
            Is.GreaterThan(2 * Without.Probability[AlternativeTable.Of(32, PracticeForm.Solo)]), "near the birthplace");
        double[] childless = Choice(Someone with { Children = false }).TermsOf(0), flexible = Choice(
            Someone with { Partner = Partner.Flexible }).TermsOf(AlternativeTable.Of(1, PracticeForm.Solo));
        Assert.That(childless[At("schools")], Is.Zero);
        Assert.That(flexible[At("partner-jobs-limited")], Is.Zero);
        Assert.That(Without.TermsOf(0)[At("schools")], Is.Positive);
    }

    [Test]
    public void A_class_that_is_said_is_taken_by_all()
    {
        int income = At("income");
        double one = Choice(Someone with { PreferenceClass = 0 }).TermsOf(0)[income];
        double other = Choice(Someone with { PreferenceClass = 1 }).TermsOf(0)[income];
        Assert.That(other, Is.EqualTo(1.8 * one).Within(1e-12));
        Assert.That(Without.TermsOf(0)[income], Is.GreaterThan(one).And.LessThan(other));
    }

    [Test]
    public void Looking_changes_nothing_about_the_run()
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario());
        var shared = new PersonalChoice(prepared, Someone, Year, 20, Without.WarmedUp);
        var alone = new PersonalChoice(prepared, Someone, Year, 20);
        Assert.That(shared.Probability, Is.EqualTo(alone.Probability));
    }

    private static int At(string term) => Without.Terms.ToList().IndexOf(term);

    private static IEnumerable<int> Likeliest(PersonalChoice choice) =>
        Enumerable.Range(0, choice.Probability.Count).Where(j => choice.Probability[j] > 0).OrderByDescending(j => choice.Probability[j]);

    /// <summary>Within four standard errors of a share of so many draws.</summary>
    private static void Near(double found, double expected, int draws) =>
        Assert.That(found, Is.EqualTo(expected).Within(4 * Math.Sqrt(expected * (1 - expected) / draws)));

    private static PersonalChoice Choice(params Policy[] policies) => Choice(null, policies);

    private static PersonalChoice Choice(Person person) =>
        new(TestRegion.Prepare(TestRegion.Scenario()), person, Year, 40, Without.WarmedUp);

    /// <summary>With a class and all territories considered, so that the kernel's mean is over all twins.</summary>
    private static PersonalChoice Choice(int? preferenceClass, params Policy[] policies)
    {
        var scenario = TestRegion.Scenario(policies);
        scenario = preferenceClass is null ? scenario : scenario with { Preferences = scenario.Preferences with { Consideration = 1 } };
        return new PersonalChoice(TestRegion.Prepare(scenario), Someone with { PreferenceClass = preferenceClass }, Year, 40);
    }
}
