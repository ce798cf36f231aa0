using System.Reflection;
using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Tests.EndToEnd;
using Binder = InstallSim.Inputs.Binder;

namespace InstallSim.Tests.Policies;

public sealed class SlipTests
{
    private const string Grant = "type: installation-grant\n    from: 2026\n    amount-keur: 100\n    where: { accessibility-below: 2.5 }";

    [TestCase("amount-keur: 0.03", 7, 18, "'amount-keur': 0.03 k€, that is 30 €, is hardly meant: 0.5 to 500 is plausible (grants")]
    [TestCase("amount-keur: { value: 600, low: 500, high: 700 }", 7, 27, "'amount-keur': 600 k€, that is 600000 €, is hardly meant")]
    [TestCase("amount-keur: 0.5", 0, 0, "")]
    [TestCase("amount-keur: 500", 0, 0, "")]
    [TestCase("amount-keur: 0", 0, 0, "")]
    public void A_number_of_another_unit_is_warned_of_at_its_place(string written, int line, int column, string expected)
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "amount-keur: 100", written);
        AssertWarned(region, "is hardly meant", line, column, expected);
    }

    [TestCase("fee-uplift", "share: 1.5", "'share': 1.5 is hardly meant: 0.005 to 1 is plausible (0.1 is 10 % of fees)")]
    [TestCase("mobile-unit", "cost-keur-per-year: 1.4",
        "'cost-keur-per-year': 1.4 k€/year, that is 1400 €, is hardly meant: 1.5 to 15000 is plausible (the default is 150)")]
    [TestCase("mobile-unit", "cost-keur-per-year: 1.5", "")]
    [TestCase("peer-network", "cost-keur-per-physician: 101", "'cost-keur-per-physician': 101 k€/year, that is 101000 €, is hardly meant")]
    public void A_hundredth_of_a_default_in_money_and_percents_for_a_share_are_slips(string type, string written, string expected)
    {
        var errors = new InputErrors();
        var binder = new Binder(errors, ScenarioReader.Catalogs);
        binder.Bind<Policy>(YamlFile.ReadValue($"{{ type: {type}, from: 2026, {written} }}", new Place("x"), errors)!);
        Assert.That(errors.All, Is.Empty);
        Assert.That(errors.Warnings.Select(w => w.Message), expected.Length == 0 ? Is.Empty : Has.One.StartsWith(expected));
        Assert.That(errors.Warnings.Select(w => w.Said.French), Has.None.Match(@"plausible[^(]*\d\.\d"), "only what a file says");
    }

    /// <summary>What a file says keeps its point, in guillemets where a reason says it; what is computed has a comma.</summary>
    [TestCase("installation-grant", "amount-keur: 0.0305",
        "«\u00a0amount-keur\u00a0»\u00a0: 0.0305 k€, soit 30,5 €, n’est guère voulu\u00a0; plausible\u00a0: de 0,5 à 500 (en France,")]
    [TestCase("setup-loan", "market-rate: { value: 0.3, low: 0.25, high: 0.4 }",
        "«\u00a0market-rate\u00a0»\u00a0: 0.3 n’est guère voulu\u00a0; plausible\u00a0: de 0,001 à 0,2 "
            + "(«\u00a00.035\u00a0» fait 3,5\u00a0% par an)")]
    public void French_warnings_have_a_decimal_comma_but_where_a_file_is_quoted(string type, string written, string expected)
    {
        var errors = new InputErrors();
        new Binder(errors, ScenarioReader.Catalogs)
            .Bind<Policy>(YamlFile.ReadValue($"{{ type: {type}, from: 2026, {written} }}", new Place("x"), errors)!);
        Assert.That(errors.Warnings.Select(w => w.Said.French), Has.One.StartsWith(expected));
    }

    /// <summary>Every amount of money of a policy has a default to judge by, or says what is plausible.</summary>
    [TestCaseSource(typeof(PolicyCatalog), nameof(PolicyCatalog.All))]
    public void Every_amount_of_money_can_be_told_from_one_in_another_unit(KeyValuePair<string, Type> policy)
    {
        object made = Activator.CreateInstance(policy.Value, nonPublic: true)!;
        Assert.That(InputKey.Of(policy.Value).Where(key => key.Attribute.Unit.StartsWith("k€", StringComparison.Ordinal)
                && key.Property.GetCustomAttribute<PlausibleAttribute>() is null
                && key.Property.GetValue(made) is not (double and > 0 or Quantity { Value: > 0 })).Select(key => key.Name), Is.Empty,
            "say [Plausible] of the key");
    }

    [TestCase("where: { accessibility-below: 250 }", 8, 35, "'accessibility-below': 250 leaves out no territory at the start (2025): all ")]
    [TestCase("where: { accessibility-at-least: 0 }", 8, 38, "'accessibility-at-least': 0 leaves out no territory")]
    [TestCase("where: { least-accessible: 99 }", 8, 32, "'least-accessible': 99 leaves out no territory")]
    [TestCase("where: { least-accessible: 3 }", 0, 0, "")]
    [TestCase("where: { accessibility-below: 2.5 }", 0, 0, "")]
    public void A_condition_that_no_territory_fails_is_warned_of(string where, int line, int column, string expected)
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "where: { accessibility-below: 2.5 }", where);
        AssertWarned(region, "leaves out no territory", line, column, expected);
    }

    [TestCase("local-gps: 90", 5, 5, "fewer than 90 GPs (local-gps)")]
    [TestCase("where: { code: [T00] }\n    local-gps: 90", 8, 12,
        "msp-opening could open no centre at the start (2025), so that what it announces may wait for ever: of 1 inhabited territories in "
            + "its 'where' 0 have no room for one more (residents-per-centre), 1 have fewer than 90 GPs (local-gps)")]
    [TestCase("local-gps: 2", 0, 0, "")]
    public void Centres_that_none_can_open_are_warned_of(string more, int line, int column, string expected)
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", Grant, $"type: msp-opening\n    from: 2026\n    per-year: 3\n    {more}");
        AssertWarned(region, "could open no centre", line, column, expected);
    }

    [TestCase("msp-opening", "per-year: 3")]
    [TestCase("msp-opening", "per-year: 3\n    local-gps: 0")]
    [TestCase("salaried-centre", "centres: 3")]
    [TestCase("rural-admissions", "share: 0.1")]
    [TestCase("training-places", "share: 0.1")]
    [TestCase("solidarity-days", "days-per-month: 2")]
    [TestCase("installation-grant", "amount-keur: 100")]
    public void What_does_nothing_where_nobody_lives_is_warned_of_there(string type, string key)
    {
        using var region = new MadeUpRegion();
        region.Replace("territories.csv", MadeUpRegion.Table.Split('\n')[1], Emptied(MadeUpRegion.Table.Split('\n')[1]));
        region.Replace("grant.yaml", Grant, $"type: {type}\n    from: 2026\n    where: {{ code: [T00] }}\n    {key}");
        string[] told = MadeUpRegion.Told(CommandLine.Run("validate", region.PathOf("grant.yaml")));
        Assert.That(told.Where(line => line.Contains("'where' of")), type == "installation-grant" ? Is.Empty : Has.One.EndsWith(
            $"grant.yaml(7,12): warning: nobody lives in the territories in the 'where' of {type} at the start (2025), and it does nothing "
                + "where nobody lives"));
        Assert.That(told, Has.None.Contains("could open no centre"));
    }

    private static string Emptied(string row)
    {
        string[] header = MadeUpRegion.Table.Split('\n')[0].Split(','), cells = row.Split(',');
        cells[Array.IndexOf(header, "people")] = cells[Array.IndexOf(header, "gps")] = "0";
        return string.Join(',', cells);
    }

    private static void AssertWarned(MadeUpRegion region, string what, int line, int column, string expected)
    {
        CommandLine.Outcome outcome = CommandLine.Run("validate", region.PathOf("grant.yaml"));
        Assert.That(outcome.Code, Is.Zero, outcome.Error);
        if (line == 0)
        {
            Assert.That(outcome.Error, Does.Not.Contain(what));
            return;
        }

        Assert.That(outcome.Error, Does.Contain($"grant.yaml({line},{column}): warning: ").And.Contain(expected));
        Assert.That(CommandLine.Run("validate", region.PathOf("grant.yaml"), "--strict").Code, Is.EqualTo(2));
    }
}
