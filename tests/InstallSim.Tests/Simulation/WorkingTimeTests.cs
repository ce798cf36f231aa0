using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class WorkingTimeTests
{
    private static readonly WorkingTimeSettings Shipped = ShippedRegion.France.Scenario.Physicians.WorkingTime;

    [TestCase(1900, 1.2)]
    [TestCase(1960, 1.2)]
    [TestCase(1970, 1.1)]
    [TestCase(1980, 1.0)]
    [TestCase(1985, 0.9)]
    [TestCase(1990, 0.8)]
    [TestCase(1995, 0.75)]
    [TestCase(2000, 0.7)]
    [TestCase(2050, 0.7)]
    public void The_factor_of_a_year_of_birth_is_even_between_the_years_named_and_goes_on_for_a_part(int born, double expected)
    {
        WorkingTimeSettings settings = new() { ByBirth = [Factor(1960, 1.2), Factor(1980, 1), Factor(1990, 0.8)] };
        Assert.That(settings.FactorOf(born), Is.EqualTo(expected).Within(1e-12));
        Assert.That(settings.Of(true, born, 40), Is.EqualTo(settings.Woman * expected).Within(1e-12));
    }

    [TestCase(0, 0.8)]
    [TestCase(0.5, 0.7)]
    [TestCase(1, 0.6)]
    [TestCase(2, 0.4)]
    public void The_more_of_the_trend_goes_on_the_less_the_youngest_work(double part, double expected) => Assert.That(
        new WorkingTimeSettings { ByBirth = [Factor(1980, 1), Factor(1990, 0.8)], TrendGoesOn = part }.FactorOf(2020),
        Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void Of_one_year_alone_there_is_no_trend() =>
        Assert.That(
            new[] { 1950, 1980, 2020 }.Select(new WorkingTimeSettings { ByBirth = [Factor(1980, 0.9)] }.FactorOf), Is.All.EqualTo(0.9));

    [Test]
    public void Without_years_of_birth_all_cohorts_work_alike() =>
        Assert.That(Enumerable.Range(1940, 80).Select(new WorkingTimeSettings { ByBirth = [] }.FactorOf), Is.All.EqualTo(1));

    [Test]
    public void In_the_shipped_settings_a_later_cohort_never_works_more_and_a_woman_less_than_a_man_of_it()
    {
        double[] factors = [.. Enumerable.Range(1940, 80).Select(Shipped.FactorOf)];
        Assert.That(factors, Is.Ordered.Descending);
        Assert.That(factors[^1], Is.LessThan(factors[0]));
        Assert.That(Shipped.Of(true, 1970, 50), Is.LessThan(Shipped.Of(false, 1970, 50)));
        Assert.That(
            Shipped.Of(true, 1950, Shipped.PensionAge), Is.EqualTo(0.84 * Shipped.Of(true, 1950, Shipped.PensionAge - 1)).Within(1e-12));
    }

    [Test]
    public void The_shipped_file_says_of_working_time_what_the_defaults_say()
    {
        WorkingTimeSettings defaults = new();
        Assert.That(Shipped.ByBirth.Select(f => (f.Born, f.Times)), Is.EqualTo(defaults.ByBirth.Select(f => (f.Born, f.Times))));
        Assert.That((Shipped.Woman, Shipped.Man, Shipped.PensionAge, Shipped.BesidePension.Value, Shipped.TrendGoesOn.Value),
            Is.EqualTo((defaults.Woman, defaults.Man, defaults.PensionAge, defaults.BesidePension.Value, defaults.TrendGoesOn.Value)));
    }

    /// <summary>DREES 2019: 41 hours of women, 46.5 of men; 41.5 under 50, 46 from 50 on; 55 % women under 50, 36 % in all.</summary>
    [Test]
    public void The_shipped_settings_give_back_the_hours_that_were_surveyed()
    {
        (double Share, bool IsWoman, int Born)[] groups =
            [(0.183, true, 1978), (0.150, false, 1978), (0.180, true, 1960), (0.487, false, 1960)];
        const double pensioners = 0.083 / 0.667;
        double Mean(Func<(double Share, bool IsWoman, int Born), bool> counts) => groups.Where(counts).Sum(g => g.Share * Hours(g))
            / groups.Where(counts).Sum(g => g.Share);
        double Hours((double Share, bool IsWoman, int Born) g) => g.Born == 1978
            ? Shipped.Of(g.IsWoman, g.Born, 41)
            : ((1 - pensioners) * Shipped.Of(g.IsWoman, g.Born, 59)) + (pensioners * Shipped.Of(g.IsWoman, g.Born, 70));
        Assert.That(Mean(g => g.IsWoman) / Mean(g => !g.IsWoman), Is.EqualTo(41 / 46.5).Within(0.005));
        Assert.That(Mean(g => g.Born == 1978) / Mean(g => g.Born == 1960), Is.EqualTo(41.5 / 46).Within(0.005));
    }

    [Test]
    public void The_mean_physician_of_the_shipped_country_s_start_is_one_and_a_tenth_of_them_work_beside_a_pension()
    {
        RunState state = ShippedRegion.AtStart(ShippedRegion.France);
        PhysicianTable p = state.Physicians;
        Assert.That(p.Fte[..p.Count].Average(), Is.EqualTo(1).Within(0.005));
        double pensioners = Enumerable.Range(0, p.Count).Count(n => state.Year - p.BirthYear[n] >= Shipped.PensionAge);
        Assert.That(pensioners / p.Count, Is.EqualTo(5843 / 53499.0).Within(0.005));
    }

    [Test]
    public void Everybody_s_working_time_is_that_of_their_age_in_every_year()
    {
        var run = new HandRun(TestRegion.Scenario());
        WorkingTimeSettings settings = run.Prepared.Scenario.Physicians.WorkingTime;
        for (int year = 2026; year <= 2030; year++)
        {
            run.Step();
            PhysicianTable p = run.State.Physicians;
            foreach (int n in Enumerable.Range(0, p.Count).Where(n => p.Stage[n] <= Stage.Installed))
            {
                Assert.That(p.Fte[n], Is.EqualTo(settings.Of(p.IsWoman[n], p.BirthYear[n], year - p.BirthYear[n])));
            }
        }
    }

    [Test]
    public void Where_all_work_alike_full_time_equivalents_are_heads()
    {
        RunRecord run = TestRegion.Run(With(new WorkingTimeSettings { Woman = 1, Man = 1, ByBirth = [], BesidePension = 1 }));
        for (int year = 0; year < 8; year++)
        {
            Assert.That(TestRegion.Value(run, year, "fte"), Is.EqualTo(TestRegion.Value(run, year, "stock")).Within(1e-9));
        }
    }

    [Test]
    public void The_less_the_young_work_the_less_is_offered_and_at_once()
    {
        double[] offered = [.. new[] { 1, 0.9, 0.6, 0.1 }.Select(times => TestRegion.Value(
            TestRegion.Run(With(new WorkingTimeSettings { ByBirth = [Factor(1975, 1), Factor(1985, times)] })), 0, "fte"))];
        Assert.That(offered, Is.Ordered.Descending.And.Unique);
    }

    private static BirthFactor Factor(int born, double times) => new() { Born = born, Times = times, Source = "test" };

    private static Scenario With(WorkingTimeSettings time)
    {
        Scenario scenario = TestRegion.Scenario();
        return scenario with { Physicians = scenario.Physicians with { WorkingTime = time } };
    }
}
