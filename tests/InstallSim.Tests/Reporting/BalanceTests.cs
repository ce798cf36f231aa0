using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>Sentences about where physicians are and come from, and about what was announced.</summary>
public sealed class BalanceTests
{
    private const string Policy = "installation-grant";

    [Test]
    public void The_net_of_all_others_stands_beside_what_the_covered_gain()
    {
        FigureContext context = Of(Effect("gps-in-covered", 33.2, 30.1, 36.3), Effect("gps-elsewhere", -12.4, -15, -9.2));
        Assert.That(Balance.Covered(context, context.Results.Policies[0]),
            Is.EqualTo("GPs where the policy acts: +33 (95% interval +30\u00a0to\u00a0+36); in all other territories: −12 (95% "
                + "interval −15\u00a0to\u00a0−9)."));
    }

    [Test]
    public void A_policy_that_works_everywhere_has_no_others()
    {
        FigureContext context = Of(Effect("gps-in-covered", 33, 30, 36), Effect("gps-elsewhere", 0, 0, 0));
        Assert.That(Balance.Covered(context, context.Results.Policies[0]), Is.Null);
    }

    [Test]
    public void Who_would_have_gone_to_the_rest_of_the_country_is_said_of_what_a_region_gains()
    {
        FigureContext context = Of(Effect("stock", 21, 18, 24), Effect("rest-of-country", -12, -14, -10));
        Assert.That(Balance.RestOfCountry(context, context.Results.Policies[0]),
            Is.EqualTo("GPs in all territories together: +21 (95% interval +18\u00a0to\u00a0+24), of whom 12 would have gone "
                + "to the rest of the country."));
    }

    [TestCase(21, -30), TestCase(21, 4), TestCase(-5, 4)]
    public void Where_that_would_not_add_up_both_are_said(double here, double rest)
    {
        FigureContext context = Of(Effect("stock", here, here - 2, here + 2), Effect("rest-of-country", rest, rest - 2, rest + 2));
        Assert.That(Balance.RestOfCountry(context, context.Results.Policies[0]),
            Does.Contain("; in the rest of the country: ").And.Not.Contain("of whom"));
    }

    [Test]
    public void A_study_that_nobody_leaves_has_no_rest()
    {
        FigureContext context = Of([Effect("stock", 21, 18, 24), Effect("rest-of-country", -12, -14, -10)], leave: 0);
        Assert.That(Balance.RestOfCountry(context, context.Results.Policies[0]), Is.Null);
    }

    [TestCase(48, 18, "48, of which 18 opened and 30 waiting.")]
    [TestCase(48, 18.25, "48.0, of which 18.2 opened and 29.8 waiting.")]
    [TestCase(3, 3, "3, of which 3 opened and 0 waiting.")]
    public void Centres_opened_and_waiting_add_up_to_those_announced(double announced, double opened, string end)
    {
        FigureContext context = Of([], announced: announced, opened: opened);
        Assert.That(Balance.Openings(context, context.Results.Policies[0]), Is.EqualTo($"Health centres (MSP) announced by 2045: {end}"));
        Assert.That(Balance.Openings(context, context.Results.Reference), Is.Null, "the baseline announces none");
    }

    [Test]
    public void Why_centres_wait_and_who_came_where_is_said_in_the_values_of_their_policy()
    {
        (FigureContext english, FigureContext french) = (Opening("en"), Opening("fr"));
        Assert.Multiple(() =>
        {
            Assert.That(Balance.Openings(english, english.Results.Policies[0]), Is.EqualTo(
                "Health centres (MSP) announced by 2045: 48, of which 18 opened and 30 waiting. A centre waits until a territory concerned "
                    + "has room (one centre for each 12,000 inhabitants, at least one) and at least 3 GPs to carry it. One a year opens in "
                    + "a territory, where accessibility is lowest first. Where some wait, announcing more opens no more. Results do "
                    + "not hold the place of each opening, but where physicians who would otherwise have chosen something else took "
                    + "places in such centres: in 2 territories, counted over all 4 replications together, most often in "
                    + $"{Place(english, 2)} (3 of 4 replications) and {Place(english, 1)} (1)."));
            Assert.That(Balance.Openings(french, french.Results.Policies[0]), Is.EqualTo(
                "MSP annoncées d’ici 2045\u00a0: 48, dont 18 ouvertes et 30 en attente. Une maison attend qu’un territoire concerné ait "
                    + "de la place (une maison pour 12\u202f000 habitants, au moins une) et au moins 3 généralistes pour la porter. "
                    + "Une par an ouvre dans un territoire, d’abord là où l’accessibilité est la plus faible. Quand il en attend, en "
                    + "annoncer plus n’en ouvre pas plus. Les résultats ne disent pas où chaque maison a ouvert, mais où des médecins "
                    + "qui auraient sinon choisi autrement ont pris des places dans de telles maisons\u00a0: dans 2 territoires, sur "
                    + "l’ensemble des 4 réplications, le plus souvent "
                    + $"{Place(french, 2)} (3 sur 4 réplications) et {Place(french, 1)} (1)."));
        });
    }

    [TestCase("project.from-above", "False", "GPs to carry it, and until a project ripens there. One a year")]
    [TestCase("project.from-above", "True", "GPs to carry it. One a year")]
    [TestCase("budget", "plan", "GPs to carry it, and until the budget can pay for it. One a year")]
    [TestCase("local-gps", "1", "at least 1 GP to carry it. One a year")]
    [TestCase("local-gps", "0", "at least one). One a year")]
    public void What_centres_wait_for_besides_follows_their_policy(string key, string value, string part)
    {
        FigureContext context = Opening("en", Value(key, value));
        Assert.That(Balance.Openings(context, context.Results.Policies[0]), Does.Contain(part));
    }

    [Test]
    public void Nothing_waits_for_anything_where_all_are_open()
    {
        FigureContext context = Opening("en", opened: 48);
        Assert.That(Balance.Openings(context, context.Results.Policies[0]),
            Does.StartWith("Health centres (MSP) announced by 2045: 48, of which 48 opened and 0 waiting. Results do not hold"));
    }

    /// <summary>A scenario that ran alone has what is in force beside what it adds.</summary>
    [TestCase("12000", "Plan A\u00a0; Maison de santé, à partir de 2026\u00a0: Une maison attend")]
    [TestCase("9000", "Plan A\u00a0: Une maison attend")]
    public void Policies_whose_centres_wait_are_named_by_title_and_what_they_wait_for_is_said_once(string residents, string said)
    {
        RunResults results = Opening("fr").Results.Results;
        SettingInfo Other(string key, string value) => new($"policies.msp-opening.{key}", value, "", null, null, "");
        FigureContext context = new(new ResultIndex(results with
        {
            Manifest = results.Manifest with
            {
                PolicyTitles = [new("plan", "Plan A", "Plan A")],
                Scenarios = [.. results.Manifest.Scenarios.Select(s => s.Name != Policy ? s : s with
                {
                    Policies = ["a", "b"],
                    PoliciesFrench = ["Maison de santé\u00a0: Plan A, à partir de 2026", "Maison de santé, à partir de 2026"],
                    Parameters = [.. s.Parameters, Other("local-gps", "3"), Other("residents-per-centre", residents)],
                })],
            },
        }), ReportText.French);
        string why = Centres.Why(context, context.Results.Policies[0]);
        Assert.That(why, Does.StartWith(said).And.Not.Contain("msp-opening"));
        Assert.That(why.Split("Une maison attend"), Has.Length.EqualTo(residents == "12000" ? 2 : 3));
        Assert.That(why.Split("Une par an ouvre"), Has.Length.EqualTo(2));
        Assert.That(why, Does.Contain("Maison de santé, à partir de 2026\u00a0: Une maison attend"));
    }

    private static SettingInfo Value(string key, string value) => new($"policies.plan.{key}", value, "", null, null, "ASSUMPTION");

    private static string Place(FigureContext context, int k) => PlaceNames.Short(context.Results.Results.Places[k].Name);

    /// <summary>Results of a policy that opens centres, with some of its values otherwise.</summary>
    private static FigureContext Opening(string language, SettingInfo? other = null, double opened = 18)
    {
        RunResults results = Of([], announced: 48, opened: opened).Results.Results;
        SettingInfo[] values = [Value("per-year", "6"), Value("local-gps", "3"), Value("residents-per-centre", "12000")];
        Move To(int replication, int place, string form = "msp", string policy = "plan") => new(
            Policy, replication, 2030, 1, "locum", "", results.Places[place].Code, form, policy);
        return new FigureContext(new ResultIndex(results with
        {
            Manifest = results.Manifest with
            {
                Scenarios = [.. results.Manifest.Scenarios.Select(s => s.Name != Policy ? s : s with
                {
                    Parameters = [.. values.Where(v => v.Name != other?.Name), .. other is null ? (SettingInfo[])[] : [other]],
                })],
            },
            Moves = [To(0, 2), To(0, 2), To(1, 2), To(3, 2), To(2, 1), To(0, 0, "group"), To(1, 0, "msp", ""), To(2, 3, "msp", "grant")],
        }), ReportText.For(language));
    }

    [Test]
    public void Years_of_a_physician_have_a_price_only_where_they_are_clearly_gained()
    {
        FigureContext clear = Of(Effect("gp-years-under-dense", 210, 190, 230), Effect("cost-per-gp-year", 31, 25, 40));
        FigureContext unclear = Of(Effect("gp-years-under-dense", 10, -9, 30), Effect("cost-per-gp-year", 31, double.NaN, double.NaN));
        Assert.That(Balance.Years(clear, clear.Results.Policies[0]),
            Does.EndWith("+210 (95% interval +190\u00a0to\u00a0+230), €31k each (95% interval €25k\u00a0to\u00a0€40k)."));
        Assert.That(Balance.Years(unclear, unclear.Results.Policies[0]), Does.EndWith("+10 (95% interval −9\u00a0to\u00a0+30)."));
    }

    private static Comparison Effect(string indicator, double difference, double lower, double upper) =>
        new(Policy, "baseline", 2045, indicator, difference, 1, lower, upper, 4);

    private static FigureContext Of(params Comparison[] effects) => Of(effects, 8);

    /// <summary>Made-up results with these effects, in a region that some leave, and with centres.</summary>
    private static FigureContext Of(Comparison[] effects, double leave = 8, double announced = 0, double opened = 0)
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[1]], places: 4, replications: 4);
        string[] named = [.. effects.Select(e => e.Indicator)];
        return new FigureContext(new ResultIndex(results with
        {
            Comparisons = [.. results.Comparisons.Where(c => c.Year != 2045 || !named.Contains(c.Indicator)), .. effects],
            Observations = [.. results.Observations.Select(o => o.Indicator switch
            {
                "newcomers-elsewhere" => o with { Value = leave },
                "msp-announced" => o with { Value = o.Scenario == Policy ? announced : 0 },
                "msp-opened" => o with { Value = o.Scenario == Policy ? opened : 0 },
                _ => o,
            })],
        }), ReportText.English);
    }
}
