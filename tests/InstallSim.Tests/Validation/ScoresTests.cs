using InstallSim.Choice.Draws;
using InstallSim.Validation;
using InstallSim.World;

namespace InstallSim.Tests.Validation;

/// <summary>Scores and naive rules, by hand and by closed form.</summary>
public sealed class ScoresTests
{
    private static readonly double[] Start = [10, 20, 30], People = [10_000, 10_000, 20_000], End = [12, 18, 36];

    [Test]
    public void A_perfect_forecast_has_no_error_and_a_skill_of_one()
    {
        ScoreRow[] rows = Score(End, [.. End.Select(o => new[] { o, o })]);
        ScoreRow model = rows[0];
        Assert.That((model.MeanAbsolute, model.RootMeanSquare, model.Bias, model.RankedProbability), Is.EqualTo((0.0, 0.0, 0.0, 0.0)));
        Assert.That(model.Correlation, Is.EqualTo(1).Within(1e-12));
        Assert.That(rows.Skip(1).SelectMany(r => r.Skills!).Select(s => (s.Value, s.Lower, s.Upper)), Is.All.EqualTo((1.0, 1.0, 1.0)));
    }

    /// <summary>No change errs by −2, 2 and −6: mean of sizes 10/3, of squares 44/3, bias −2.</summary>
    [Test]
    public void Errors_of_a_rule_are_those_by_hand()
    {
        ScoreRow row = Score([11, 19, 33], [[11, 11], [19, 19], [33, 33]]).Single(r => r.Forecast == "no-change");
        Assert.That(row.MeanAbsolute, Is.EqualTo(10 / 3.0).Within(1e-12));
        Assert.That(row.RootMeanSquare, Is.EqualTo(Math.Sqrt(44 / 3.0)).Within(1e-12));
        Assert.That(row.Bias, Is.EqualTo(-2).Within(1e-12));
        Assert.That(row.Correlation, Is.NaN, "it has no change to correlate");
        Assert.That(row.Skills![0].Value, Is.EqualTo(1 - (5 / 10.0)).Within(1e-12), "the model errs by 1, 1 and 3");
    }

    /// <summary>Two of a kind against one: where every loss is half the rule's, every sample says one half.</summary>
    [Test]
    public void An_interval_of_skill_is_a_point_where_all_territories_agree()
    {
        int[][] samples = [.. Enumerable.Range(0, 50).Select(b => ScoreRows.Sample(new DrawKey(1, 0, 40, 0, (uint)b), 3))];
        Skill skill = ScoreRows.SkillOf(ScoreRows.Absolute, [1, 2, 3], [2, 4, 6], samples);
        Assert.That((skill.Value, skill.Lower, skill.Upper), Is.EqualTo((0.5, 0.5, 0.5)));
        Skill uneven = ScoreRows.SkillOf(ScoreRows.Absolute, [1, 5, 3], [2, 4, 6], samples);
        Assert.That(uneven.Lower, Is.LessThan(uneven.Value));
        Assert.That(uneven.Upper, Is.GreaterThan(uneven.Value));
        Assert.That(samples.SelectMany(s => s), Is.All.InRange(0, 2));
    }

    [Test]
    public void Naive_rules_on_three_territories_are_those_by_hand()
    {
        IReadOnlyList<NaiveForecast> rules = NaiveRules.All(Start, People, End.Sum(), years: 8, halfLife: 8);
        Assert.That(rules.Select(r => r.Name), Is.EqualTo(new[] { "no-change", "national-share", "mean-reversion" }));
        Assert.That(rules[0].Forecast, Is.EqualTo(Start));
        Assert.That(rules[1].Forecast, Is.EqualTo(new[] { 11.0, 22, 33 }).Within(1e-12), "66 in place of 60");
        Assert.That(rules[2].Forecast, Is.EqualTo(new[] { 12.5, 17.5, 30 }).Within(1e-12), "half way to 15, 15 and 30");
    }

    /// <summary>Of the uniform distribution on (0, 1): ∫₀^y x² dx + ∫_y^1 (1 − x)² dx = (y³ + (1 − y)³) / 3.</summary>
    [TestCase(0.1)]
    [TestCase(0.5)]
    [TestCase(0.8)]
    public void The_ranked_probability_score_of_a_large_uniform_ensemble_is_its_closed_form(double y)
    {
        const int n = 4000;
        double[] ensemble = [.. Enumerable.Range(0, n).Select(k => (((k * 1237) % n) + 0.5) / n)];
        Assert.That(Scores.RankedProbability(ensemble, y), Is.EqualTo(((y * y * y) + ((1 - y) * (1 - y) * (1 - y))) / 3).Within(1.0 / n));
    }

    /// <summary>Fair: the mean over all pairs of members of what the true distribution {0, 2} scores at 1 is 1 − ½·1.</summary>
    [Test]
    public void The_ranked_probability_score_is_fair_to_small_ensembles()
    {
        double[][] ensembles = [[0, 0], [0, 2], [2, 0], [2, 2]];
        Assert.That(ensembles.Average(e => Scores.RankedProbability(e, 1)), Is.EqualTo(0.5).Within(1e-12));
        Assert.That(Scores.RankedProbability([3], 5), Is.EqualTo(2), "of one number it is the error");
    }

    [Test]
    public void An_interval_needs_the_members_that_its_level_takes()
    {
        double[] Members(int n) => [.. Enumerable.Range(1, n).Select(k => (double)k).Reverse()];
        Assert.That(Scores.Interval(Members(19), 0.8), Is.EqualTo((2.0, 18.0)));
        Assert.That(Scores.Interval(Members(17), 0.8).Lower, Is.NaN, "8 draws");
        Assert.That(Scores.Interval(Members(37), 0.9).Lower, Is.NaN, "18 draws");
        Assert.That(Scores.Interval(Members(39), 0.9), Is.EqualTo((2.0, 38.0)));
        (double lower, double upper) = Scores.Interval(Members(24), 0.8);
        Assert.That((double[])[lower, upper], Is.EqualTo(new[] { 2.5, 22.5 }).Within(1e-12), "rank 2.5 from either end");
    }

    [Test]
    public void Coverage_counts_what_lies_inside_ends_included()
    {
        (double, double)[] intervals = [(0, 1), (0, 1), (0, 1), (0, 1)];
        Assert.That(Scores.Coverage(intervals, [0.5, 1, 2, -1]), Is.EqualTo(0.5));
        Assert.That(Scores.Coverage([(double.NaN, double.NaN)], [1]), Is.NaN, "no interval covers nothing");
    }

    private static ScoreRow[] Score(double[] forecast, double[][] members)
    {
        BacktestTerritory[] territories = [.. End.Select((o, k) => new BacktestTerritory(
            $"{k}", $"{k}", AreaType.Urban, People[k], Start[k], o, forecast[k], double.NaN, 0, default, default))];
        var ensemble = new Ensemble(members, members, new (double, double)[2]);
        IReadOnlyList<NaiveForecast> rules = NaiveRules.All(Start, People, End.Sum(), 8, 8);
        return [.. ScoreRows.Of(new ScaledForecasts(Scale.Count, "all", [0, 1, 2], territories, ensemble, rules),
            new DrawKey(1, 0, 40, 0, 0), 100)];
    }
}
