using System.Text;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Broken scenario files.</summary>
public sealed class BadScenarioTests
{
    /// <summary>Values, names in the territories, and what cannot be paired: none waits for another to be mended.</summary>
    [Test]
    public void Faults_of_all_kinds_are_told_at_once()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "amount-keur: 100", "amount-keur: -1");
        region.Replace("grant.yaml", "accessibility-below: 2.5", "code: [T99]");
        region.Replace("grant.yaml", "title: A grant", "title: A grant\nseed: 8");
        RefusalAssert.Refused(region, ["compare", region.Folder, "--out", region.Out],
            "grant.yaml(4,7): error: seed is 8, but 7 in the baseline",
            "grant.yaml(8,18): error: 'amount-keur': -1 is out of range",
            "grant.yaml(9,21): error: 'T99' is no territory");
    }

    /// <summary>Codes of places wait for territories, weights and codes that stand twice do not.</summary>
    [Test]
    public void A_wrong_table_of_territories_hides_no_fault_of_the_training_places()
    {
        using var region = new MadeUpRegion();
        region.Write("territories.csv", MadeUpRegion.Table.Replace("T03,", "T00,"));
        region.Write("places.csv", "territory,name,weight\nT00,North,-3\nT99,South,1\nT99,West,1\n");
        RefusalAssert.Refused(region, "territories.csv(5,1): error: column 'code': 'T00' is already on line 2",
            "places.csv(2,3): error: column 'weight': expected a number", "places.csv(4,1): error: column 'territory': 'T99' is already");
    }

    /// <summary>Unknown keys, wrong values and what a policy lacks are found at different times, and told from top to bottom.</summary>
    [Test]
    public void Faults_are_told_in_the_order_of_lines()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "title: A grant", "titel: A grant");
        region.Replace("grant.yaml", "from: 2026", "form: 2026");
        region.Replace("grant.yaml", "amount-keur: 100", "amount-keur: much");
        RefusalAssert.Refused(region, "grant.yaml(3,1): error: unknown key 'titel'", "grant.yaml(6,5): error: unknown key 'form'",
            "grant.yaml(7,18): error: 'amount-keur': expected a number");
    }

    [Test]
    public void A_file_that_is_named_twice_is_read_once()
    {
        using var region = new MadeUpRegion();
        string again = Path.Combine(region.Folder, ".", "grant.yaml");
        string said = CommandLine.Done("compare", region.Folder, again, "--out", region.Out, "--years", "2025..2026");
        Assert.That(said, Does.StartWith("2 scenarios × 3 replications"));
        Assert.That(CommandLine.Done("validate", region.PathOf("grant.yaml"), again).TrimEnd().Split('\n'), Has.Length.EqualTo(1));
    }

    [TestCase("amount-keur", "amuont-keur",
        "grant.yaml(7,5): error: unknown key 'amuont-keur'; did you mean 'amount-keur'?; allowed: type, name, title, title-fr, "
            + "from, until, where, budget, package, payers, amount-keur, commitment-years, known-to")]
    [TestCase("amount-keur", "gift-keur", "grant.yaml(5,5): error: key 'amount-keur' is missing; a number from 0 to 1000 (k€) is "
        + "required", "grant.yaml(7,5): error: unknown key 'gift-keur'")]
    [TestCase("from: 2026", "form: 2026", "grant.yaml(6,5): error: unknown key 'form'; did you mean 'from'?")]
    [TestCase("amount-keur: 100", "amount-keur: much",
        "grant.yaml(7,18): error: 'amount-keur': expected a number from 0 to 1000 (k€), found 'much'")]
    [TestCase("amount-keur: 100", "amount-keur: -5", "grant.yaml(7,18): error: 'amount-keur': -5 is out of range")]
    [TestCase("amount-keur: 100", "amount-keur: 1,5",
        "grant.yaml(7,18): error: 'amount-keur': expected a number from 0 to 1000 (k€), found '1,5'; use a decimal point")]
    [TestCase("amount-keur: 100", "amount-keur: .nan", "grant.yaml(7,18): error: 'amount-keur': expected a number")]
    [TestCase("amount-keur: 100", "amount-keur: 100\n    amount-keur: 50",
        "grant.yaml(8,5): error: key 'amount-keur' is already given on line 7")]
    [TestCase("amount-keur: 100", "amount-keur: [100", "grant.yaml(7,18): error: a bracket opened here is not closed")]
    [TestCase("amount-keur: 100", "amount-keur: \"100", "grant.yaml(7,18): error: a text in quotes begins here and is not closed")]
    [TestCase("amount-keur: 100", "\tamount-keur: 100", "grant.yaml(7,5): error: a tab stands in the indentation; use spaces")]
    [TestCase("installation-grant", "instalation-grant",
        "grant.yaml(5,11): error: unknown type 'instalation-grant'; did you mean 'installation-grant'?; known: accompaniment, ")]
    [TestCase("from: 2026", "from: 2040", "grant.yaml(6,11): error: the policy starts in 2040, after the last year simulated (2028)")]
    [TestCase("from: 2026", "from: 2026\n    until: 2025", "grant.yaml(7,12): error: the policy ends in 2025, before it starts in 2026")]
    [TestCase("from: 2026", "from: 2026\n    title: ''",
        "grant.yaml(7,12): error: 'title' is an empty text; write one, or leave the key out")]
    [TestCase("from: 2026", "from: 2026\n    name: \" \"\n    title-fr: ' '", "grant.yaml(7,11): error: 'name' is an empty text",
        "grant.yaml(8,15): error: 'title-fr' is an empty text")]
    [TestCase("title: A grant", "title: ' '", "grant.yaml(3,8): error: 'title': expected a text, found the text \" \"; it is needed, and ")]
    [TestCase("from: 2026", "from: 2026.5", "grant.yaml(6,11): error: 'from': expected a whole number from 1900 to 2200, found '2026.5'")]
    [TestCase("accessibility-below: 2.5", "code: [T01, T99]", "grant.yaml(8,26): error: 'T99' is no territory; did you mean 'T")]
    [TestCase("accessibility-below: 2.5", "departement: [A, C]", "grant.yaml(8,31): error: 'C' is no département of the territories; "
        + "known: A, B")]
    [TestCase("accessibility-below: 2.5", "code: [T01, Place 7]",
        "grant.yaml(8,26): error: 'Place 7' is no territory; did you mean 'T07' (Place 7)?")]
    [TestCase("policies:", "budgets: { purse: { keur-per-year: 100 } }\npolicies:\n"
        + "  - { type: installation-grant, name: b, from: 2026, amount-keur: 9, budget: prse }",
        "grant.yaml(6,78): error: 'prse' is no budget; did you mean 'purse'?; ")]
    [TestCase("policies:", "preferences: { classes: [{ name: a, shares: 1, source: x }] }\npolicies:",
        "grant.yaml(4,37): error: unknown key 'shares'; did you mean 'share'?")]
    [TestCase("accessibility-below: 2.5", "area-type: [rurale]",
        "grant.yaml(8,26): error: 'area-type': found 'rurale'; did you mean 'rural'?; expected one of urban, periurban, rural")]
    [TestCase("accessibility-below: 2.5", "zoning: zip", "grant.yaml(8,22): error: 'zoning': expected a list in brackets")]
    [TestCase("extends: baseline.yaml", "extends: basline.yaml", "grant.yaml(1,10): error: file '")]
    [TestCase("extends: baseline.yaml", "extends: grant.yaml", "grant.yaml(1,10): error: extends goes in a circle: ")]
    [TestCase("extends: baseline.yaml", "extends: ..", "grant.yaml(1,10): error: '")]
    [TestCase("extends: baseline.yaml", "extends: [baseline.yaml]",
        "grant.yaml(1,10): error: 'extends': the name of one YAML file is expected, found a list")]
    [TestCase("extends", "extend", "grant.yaml(1,1): error: unknown key 'extend'; did you mean 'extends'?")]
    [TestCase("name: grant", "name: A grant",
        "grant.yaml(2,7): error: 'A grant' is no kebab-case name: small letters, digits and '-' are allowed")]
    [TestCase("name: grant", "name: ''", "grant.yaml(2,7): error: 'name': expected a text, found the text \"\"; it is needed")]
    [TestCase("title: A grant", "title: A grant\n---\nname: second",
        "grant.yaml(4,1): error: a second document begins here ('---'); one document a file is expected")]
    [TestCase("title: A grant", "title: &a [x, x]\ndescription: *a", "grant.yaml(3,8): error: anchors are not allowed")]
    [TestCase("title: A grant", "title: !!int 5", "grant.yaml(3,8): error: tags are not allowed")]
    public void A_broken_scenario_is_refused(string part, string replacement, params string[] expected)
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", part, replacement);
        RefusalAssert.Refused(region, expected);
    }

    [TestCase("2025..2028", "2028..2025",
        "baseline.yaml(4,8): error: 'years': the last year 2025 is before the first year 2028, found '2028..2025'")]
    [TestCase("2025..2028", "2025..2025",
        "baseline.yaml(4,8): error: 2025..2025 simulates no year: the first year is the start, at least one more is needed")]
    [TestCase("replications: 3", "replications: 0", "baseline.yaml(5,15): error: 'replications': 0 is out of range")]
    [TestCase("seed: 7", "seed: -7", "baseline.yaml(6,7): error: 'seed': -7 is out of range")]
    [TestCase("- { name: all, share: 1, source: test }", "[]",
        "baseline.yaml(14,5): error: there is no class; at least one is needed, such as { name: all, share: 1 }")]
    [TestCase("share: 1", "share: 0.7", "baseline.yaml(14,5): error: the shares of the classes add up to 0.7, not to 1")]
    [TestCase("vacancies:", "vacancy:", "baseline.yaml(11,5): error: unknown key 'vacancy'; did you mean 'vacancies'?")]
    [TestCase("{ value: 0.02, source", "{ value: 0.02, low: 0.03, high: 0.05, source",
        "baseline.yaml(8,28): error: 'utils-per-keur': 0.02 lies outside its own range, 0.03 to 0.05")]
    [TestCase("{ value: 0.02, source", "{ value: 0.02, low: 0.01, source",
        "baseline.yaml(8,39): error: 'utils-per-keur': 'low' stands without 'high': a range has both ends, or the value is certain and "
            + "has none")]
    [TestCase("low: 10, high: 46", "low: 46, high: 10", "baseline.yaml(10,39): error: 'group-practice': 'low', 46, is above 'high', 10")]
    [TestCase("share: 1,", "share: { value: 1, low: 0.5, high: 2 },",
        "baseline.yaml(14,55): error: 'high': 2 is out of range; expected a number from 0 to 1")]
    [TestCase("low: 10", "low: 21", "baseline.yaml(10,30): error: 'group-practice': 20 lies outside its own range, 21 to 46")]
    [TestCase("from-age: 70", "from-age: 62", "baseline.yaml(20,7): error: from-age 62 does not come after 62")]
    [TestCase("[{ from: 2010, count: 12, source: test }]",
        "[{ from: 2010, count: 12, source: test }, { from: 2009, count: 1, source: test }]",
        "baseline.yaml(16,56): error: from 2009 does not come after 2010")]
    [TestCase("type: apl", "type: apll", "baseline.yaml(23,24): error: unknown type 'apll'; did you mean 'apl'?")]
    [TestCase("territories: territories.yaml", "territories: territory.yaml", "baseline.yaml(3,14): error: file '")]
    [TestCase("places.csv", "place.csv", "baseline.yaml(17,20): error: file '")]
    [TestCase("  women-share: 0.64\n", "  women-share: 0.64\n  no-partner-share: 0.9\n",
        "baseline.yaml(16,3): error: no-partner-share and career-partner-share add up to more than 1")]
    [TestCase("  women-share: 0.64\n", "  women-share: 0.64\n  graduation-age-max: 25\n",
        "baseline.yaml(22,23): error: 25 is below graduation-age-min, 28")]
    public void A_broken_baseline_is_refused_once_for_all_that_extend_it(string part, string replacement, params string[] expected)
    {
        using var region = new MadeUpRegion();
        region.Replace("baseline.yaml", part, replacement);
        RefusalAssert.Refused(region, expected);
    }

    [Test]
    public void All_errors_of_a_file_come_in_one_go()
    {
        using var region = new MadeUpRegion();
        region.Write("grant.yaml",
            MadeUpRegion.Grant.Replace("amount-keur: 100", "amount-keur: -1").Replace("from: 2026", "from: soon").Replace("2.5", "low")
                + "colour: red\n");
        RefusalAssert.Refused(
            region, "grant.yaml(6,11): error: 'from': expected a whole number",
            "grant.yaml(7,18): error: 'amount-keur': -1 is out of range",
            "grant.yaml(8,35): error: 'accessibility-below': expected a number", "grant.yaml(9,1): error: unknown key 'colour'");
    }

    [Test]
    public void A_yaml_bomb_is_refused_where_it_begins()
    {
        using var region = new MadeUpRegion();
        var bomb = new StringBuilder("extends: baseline.yaml\na: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (char c = 'b'; c <= 'z'; c++)
        {
            bomb.Append(c).Append(": &").Append(c).Append(" [").AppendJoin(", ", Enumerable.Repeat("*" + (char)(c - 1), 9)).Append("]\n");
        }

        region.Write("grant.yaml", bomb.ToString());
        RefusalAssert.Refused(region, "grant.yaml(2,4): error: anchors are not allowed");
    }

    [Test]
    public void Endless_nesting_is_refused()
    {
        using var region = new MadeUpRegion();
        region.Write("grant.yaml", "extends: baseline.yaml\nname: " + new string('[', 5000) + new string(']', 5000) + "\n");
        RefusalAssert.Refused(region, "grant.yaml(2,39): error: nested deeper than 32 levels");
    }

    [Test]
    public void A_line_of_50_megabytes_is_refused()
    {
        using var region = new MadeUpRegion();
        region.Write("grant.yaml", "name: " + new string('x', 50_000_000));
        RefusalAssert.Refused(region, "grant.yaml: error: is larger than 5 MB (50.0 MB); that is no file of this kind");
    }

    [Test]
    public void Text_in_another_encoding_is_refused()
    {
        using var region = new MadeUpRegion();
        region.Write("grant.yaml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(MadeUpRegion.Grant)]);
        RefusalAssert.Refused(region, "grant.yaml: error: is UTF-16 text; save it as UTF-8");
        region.Write("grant.yaml", Encoding.Latin1.GetBytes(MadeUpRegion.Grant.Replace("A grant", "Une aide à l'installation")));
        RefusalAssert.Refused(region, "grant.yaml(3,17): error: byte 0xE0 is not UTF-8; the file seems to be in an older encoding");
    }

    [TestCase("", "grant.yaml(1,1): error: the file is empty; keys with values are expected")]
    [TestCase("a grant of 50 k€",
        "grant.yaml(1,1): error: a file of keys with values ('key: value', a space behind the colon) is expected")]
    [TestCase("- one\n- two\n", "grant.yaml(1,1): error: a file of keys with values ('key: value', a space behind the colon) is expected")]
    public void A_file_without_keys_is_refused(string text, string expected)
    {
        using var region = new MadeUpRegion();
        region.Write("grant.yaml", text);
        RefusalAssert.Refused(region, expected);
    }

    [Test]
    public void A_circle_of_two_files_is_refused()
    {
        using var region = new MadeUpRegion();
        region.Write("baseline.yaml", "extends: grant.yaml\n" + MadeUpRegion.Baseline);
        RefusalAssert.Refused(region, "grant.yaml(1,10): error: extends goes in a circle: ",
            "baseline.yaml(1,10): error: extends goes in a circle: ");
    }
}
