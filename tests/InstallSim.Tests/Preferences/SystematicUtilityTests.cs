using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Preferences;
using InstallSim.Tests.Policies;
using InstallSim.World;
using MathNet.Numerics.Distributions;

namespace InstallSim.Tests.Preferences;

public sealed class SystematicUtilityTests
{
    private const double Lambda = 0.02;

    [TestCase(0, 0)]
    [TestCase(1, 0)]
    [TestCase(0, 1)]
    [TestCase(1, 1)]
    public void It_equals_the_formula_worked_out_by_hand(int physician, int preferenceClass)
    {
        HandYear year = Year();
        year.Physicians.PreferenceClass[physician] = (byte)preferenceClass;
        double[] v = Utilities(Settings(), year, physician, out GroupRows rows);
        double times = preferenceClass == 1 ? 1.5 : 1, jobs = preferenceClass == 1 ? 0.5 : 1, birth = preferenceClass == 1 ? 2 : 1;
        for (int j = 0; j < 144; j++)
        {
            int i = j / 4;
            double money = year.Income[i] + year.ExtraIncome[i]
                + (j % 4 == 1 ? 20 : 0)
                + (physician == 1 ? 8 * year.Territories.Schools[i] : 0);
            double utils = Math.Log(year.Vacancies[i]) - (physician == 0 ? 0.5 * jobs * year.Territories.PartnerJobsLimited[i] : 0)
                + (physician == 1 && year.Territories.Area[i] == AreaType.Rural ? 0.7 : 0)
                - (0.9 * birth * rows.Value(year.Physicians.BirthTerritory[physician], i))
                - (1.1 * rows.Value(year.Physicians.TrainingTerritory[physician], i));
            Assert.That(v[j], Is.EqualTo((Lambda * times * money) + utils).Within(1e-12), $"alternative {j}");
        }
    }

    [Test]
    public void A_distance_is_the_logarithm_of_one_plus_twenties_of_kilometres()
    {
        TerritoryTable t = new HandYear().Territories;
        GroupRows rows = SystematicUtility.DistanceRows(t, outsideDistanceKm: 180);
        Assert.That(rows.Value(3, 3), Is.Zero);
        Assert.That(rows.Value(3, 4), Is.EqualTo(Math.Log(1 + (Geography.Kilometres(t, 3, 4) / 20))).Within(1e-12));
        Assert.That(rows.Value(36, 0), Is.EqualTo(Math.Log(10)).Within(1e-12), "the last row stands for a place outside");
    }

    [Test]
    public void Rows_that_let_go_of_ranges_make_the_same_ones_again([Values(0, 10_000)] int mostKept)
    {
        var rows = new GroupRows(3, 40, (anchor, from, values) =>
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = ((from + i) * 7 % 11) + anchor;
            }
        }, mostKept);
        AnchorRange first = rows.RangeOf(1);
        float[] ofBlocks = first.OfBlocks(0).ToArray();
        rows.Forget();
        AnchorRange again = rows.RangeOf(1);
        Assert.That(ReferenceEquals(again, first), Is.EqualTo(mostKept > 0));
        Assert.That(again.OfBlocks(0).ToArray(), Is.EqualTo(ofBlocks).And.Some.GreaterThan(10));
        Assert.That(again.OfStretches.ToArray(), Is.EqualTo(first.OfStretches.ToArray()));
        Assert.That(again.Largest, Is.EqualTo(first.Largest));
    }

    [Test]
    public void Coefficients_without_spread_are_alike_within_a_class()
    {
        HandYear year = Year();
        var utility = new SystematicUtility(Settings(), year.Territories);
        Assert.That(Coefficients(utility, year, 6), Is.EqualTo(Coefficients(utility, year, 5)));
    }

    [Test]
    public void A_coefficient_with_spread_is_normal_over_physicians()
    {
        const int count = 20_000;
        HandYear year = Year();
        PreferenceSettings settings = Settings();
        settings = settings with
        {
            Coefficients = new Dictionary<string, Coefficient>(settings.Coefficients)
            {
                ["group-practice"] = new() { Value = 20, StandardDeviation = 10, Source = "test" },
            },
        };
        var utility = new SystematicUtility(settings, year.Territories);
        double[] draws = [.. Enumerable.Range(0, count)
            .Select(n => ((Coefficients(utility, year, (uint)n)[Column(settings, "group-practice")] / Lambda) - 20) / 10).Order()];

        // Kolmogorov and Smirnov: the largest distance to the normal distribution exceeds 1.95/√n once in a thousand samples.
        double distance = draws.Select((z, k) => Math.Abs(Normal.CDF(0, 1, z) - ((k + 0.5) / count))).Max();
        Assert.That(distance, Is.LessThan(1.95 / Math.Sqrt(count)));
    }

    [Test]
    public void Who_is_not_concerned_has_no_coefficient_even_with_spread()
    {
        HandYear year = Year();
        PreferenceSettings settings = Settings();
        settings = settings with
        {
            Coefficients = new Dictionary<string, Coefficient>(settings.Coefficients)
            {
                ["schools"] = new() { Value = 8, StandardDeviation = 5, Source = "test" },
            },
        };
        var utility = new SystematicUtility(settings, year.Territories);
        Assert.That(Coefficients(utility, year, 9)[Column(settings, "schools")], Is.Zero, "physician 0 has no children");
    }

    /// <summary>Physician 0: a partner with a career, no children, urban birth. Physician 1: children, rural birth.</summary>
    private static HandYear Year()
    {
        var year = new HandYear();
        for (int i = 0; i < 36; i++)
        {
            (year.Income[i], year.Vacancies[i], year.ExtraIncome[i]) = (90 + i, (1 + i) / 666.0, i % 5);
        }

        PhysicianTable p = year.Physicians;
        p.Add();
        p.Add();
        (p.BirthTerritory[0], p.TrainingTerritory[0], p.Partner[0]) = (7, 20, Partner.Career);
        (p.BirthTerritory[1], p.TrainingTerritory[1], p.Children[1], p.Partner[1]) = (3, 20, true, Partner.None);
        return year;
    }

    private static PreferenceSettings Settings() => new()
    {
        UtilsPerKeur = Of(Lambda),
        Coefficients = new Dictionary<string, Coefficient>
        {
            ["group-practice"] = Of(20),
            ["partner-jobs-limited"] = Of(-0.5),
            ["schools"] = Of(8),
            ["vacancies"] = Of(1),
            ["rural-origin"] = Of(0.7),
            ["birth-distance"] = Of(-0.9),
            ["training-distance"] = Of(-1.1),
        },
        Classes =
        [
            new PreferenceClass { Name = "one", Share = 0.5 },
            new PreferenceClass
            {
                Name = "other", Share = 0.5,
                Times = new Dictionary<string, double> { ["utils-per-keur"] = 1.5, ["partner-jobs-limited"] = 0.5, ["birth-distance"] = 2 },
            },
        ],
    };

    private static Coefficient Of(double value) => new() { Value = value, Source = "test" };

    private static double[] Utilities(PreferenceSettings settings, HandYear year, int physician, out GroupRows rows)
    {
        var utility = new SystematicUtility(settings, year.Territories);
        var blocks = new NestedBlocks(36, AlternativeTable.Forms, utility.TerritoryColumns, utility.FormColumns);
        utility.Fill(year.View, blocks, new double[144]);
        rows = SystematicUtility.DistanceRows(year.Territories, 200);
        double[] territory = new double[utility.TerritoryColumns], form = new double[utility.FormColumns];
        var anchors = new (double, int)[VariableCatalog.Distance.Count];
        DrawKey key = new(1, 0, 3, 0, 5);
        utility.Coefficients(year.Physicians, physician, key, territory, form, anchors);
        var maximiser = new NestedMaximiser(blocks, rows);
        return [.. Enumerable.Range(0, 144).Select(j => maximiser.SystematicUtility(
            new NestedSituation { Errors = key, GroupCoefficients = territory, FormCoefficients = form,
                Anchors = anchors, NestScale = 0.2 }, j))];
    }

    /// <summary>Coefficients of physician 0, those of the territories first, with the tastes that a name gives.</summary>
    private static double[] Coefficients(SystematicUtility utility, HandYear year, uint taste)
    {
        double[] territory = new double[utility.TerritoryColumns], form = new double[utility.FormColumns];
        utility.Coefficients(year.Physicians, 0, new DrawKey(1, 0, 3, 0, taste), territory, form,
            new (double, int)[VariableCatalog.Distance.Count]);
        return [.. territory, .. form];
    }

    /// <summary>Column of a variable: income comes always, then those that are named, in the order of the catalog.</summary>
    private static int Column(PreferenceSettings settings, string name) => Array.IndexOf(
        [.. VariableCatalog.Territory.Select(v => v.Name).Concat(VariableCatalog.Form.Select(v => v.Name))
            .Where(v => v == "income" || settings.Coefficients.ContainsKey(v))],
        name);
}
