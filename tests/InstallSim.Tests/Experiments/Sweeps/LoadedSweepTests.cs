using InstallSim.Experiments.Shards;
using InstallSim.Experiments.Sweeps;
using InstallSim.Inputs;
using InstallSim.Scenarios;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments.Sweeps;

public sealed class LoadedSweepTests
{
    private readonly MadeUpRegion _region = new();

    [OneTimeTearDown]
    public void Forget() => _region.Dispose();

    [TestCase("design: { type: grid, points: 9 }", "a grid has the points that 'levels' and 'values' make", "a grid needs 'levels'")]
    [TestCase("design: { type: sobol }", "say how many 'points'")]
    [TestCase("design: { type: sobol, points: 8, levels: 2 }", "'levels' and 'values' are for a grid")]
    [TestCase("design: { type: hypercube, points: 8 }", "hypercube")]
    [TestCase("design: { type: grid, levels: 2, values: { preferences.utils-per-ker: [0.02] } }",
        "'preferences.utils-per-ker' is none of the plan's numbers; did you mean 'preferences.utils-per-keur'?")]
    [TestCase("design: { type: grid, levels: 2, values: { preferences.utils-per-keur: [0.2] } }",
        "0.2 of 'preferences.utils-per-keur' is outside")]
    [TestCase("design: { type: grid, values: { preferences.utils-per-keur: [0.02] } }",
        "no values for policies.installation-grant.amount-keur")]
    [TestCase("design: { type: grid, levels: 2, values: { preferences.utils-per-keur: [] } }", "has no value; list at least one")]
    [TestCase("design: { type: grid, levels: 5000 }", "25,000,000 points are 100,000,000 runs: more than one sweep holds")]
    [TestCase("design: { type: sobol, points: 9000 }",
        "9,000 points are 36,000 runs (points × scenarios × replications), more than 20,000: --yes")]
    [TestCase("design: { type: sobol, points: 8 }\ndiscover: { boxes: [{ outcome: stok, above: 1 }] }",
        "'stok' is no outcome of the sweep")]
    [TestCase("design: { type: sobol, points: 8 }\ndiscover: { boxes: [{ outcome: stock-under-dense }] }", "either 'above' or 'below'")]
    [TestCase("design: { type: sobol, points: 8 }\ndiscover: { boxes: [{ outcome: stock-under-dense, above: 1, below: 2 }] }",
        "either 'above'")]
    [TestCase("design: { type: sobol, points: 8 }\ndiscover: { fronts: [{ effect: stock-under-dense, scenario: grnt }] }",
        "no outcome is of a scenario 'grnt'; did you mean 'grant'?")]
    [TestCase("design: { type: sobol, points: 8 }\ndiscover: { fronts: [{ effect: stock-under-dense, year: 2026 }] }",
        "or not in that year", "or not in that year")]
    public void A_plan_that_cannot_be_meant_is_refused(string lines, params string[] expected)
    {
        string plan = SweepPlanFile.Write(_region, lines, "");
        InputException refused = Assert.Throws<InputException>(() => LoadedSweep.Read(plan, null, [], 1, yes: false))!;
        Assert.That(refused.Errors, Has.Count.EqualTo(expected.Length), refused.Message);
        foreach (string part in expected)
        {
            Assert.That(refused.Message, Does.Contain(part));
        }
    }

    /// <summary>What a misspelt key would say is not said to be missing.</summary>
    [TestCase("numbers:", "nubmers:")]
    [TestCase("outcomes:", "outcome:")]
    public void A_misspelt_key_makes_no_other_fault(string key, string misspelt)
    {
        string lines = $"{SweepPlanFile.Numbers}\n{SweepPlanFile.Outcomes}\n{SweepPlanFile.Hypercube}";
        string plan = SweepPlanFile.WriteText(_region, lines.Replace(key, misspelt));
        InputException refused = Assert.Throws<InputException>(() => LoadedSweep.Read(plan, null, [], 1, yes: false))!;
        Assert.That(refused.Errors, Has.Count.EqualTo(1));
        Assert.That(refused.Errors[0].Message, Does.StartWith($"unknown key '{misspelt[..^1]}'; did you mean '{key[..^1]}'?"));
    }

    [Test]
    public void The_value_of_a_number_that_varies_is_not_set()
    {
        const string number = "preferences.utils-per-keur", set = number + ".value=0.02";
        string plan = SweepPlanFile.Write(_region), said = SweepPlanFile.WriteText(_region,
            $"{SweepPlanFile.Numbers}\n{SweepPlanFile.Outcomes}\n{SweepPlanFile.Hypercube}\nset: [{set}]", "set");
        CommandLine.Outcome option = CommandLine.Run("sweep", plan, "--set", set, "--out", _region.Beside("none")),
            key = CommandLine.Run("sweep", said, "--lang", "fr", "--out", _region.Beside("none"));
        Assert.That((option.Code, key.Code, Directory.Exists(_region.Beside("none"))), Is.EqualTo((2, 2, false)));
        Assert.That(option.ErrorLines[0], Is.EqualTo($"--set {set}: error: the plan varies '{number}', so that no point has this value; "
            + "leave it out, or take the number out of 'numbers'"));
        Assert.That(key.ErrorLines[0], Does.StartWith($"{said}(9,7)").And.Contain($"le plan fait varier «\u00a0{number}\u00a0»"));
    }

    [TestCase("policies.installation-grant.amount-keur=50")]
    [TestCase("policies.0.amount-keur=50")]
    [TestCase("policies.0.amount-keur.value=50")]
    public void A_lever_that_varies_is_not_set_by_its_label_or_its_position(string set)
    {
        string plan = _region.Beside("lever.yaml");
        File.WriteAllText(plan, $$"""
            scenarios: ['{{_region.PathOf("grant.yaml")}}']
            numbers: [{ number: policies.installation-grant.amount-keur, low: 20, high: 300 }]
            outcomes: [{ indicator: stock, of: level }]
            design: { type: sobol, points: 4 }
            """);
        InputException refused = Assert.Throws<InputException>(() => LoadedSweep.Read(plan, null, [set], 1, yes: false))!;
        Assert.That(refused.Message, Does.StartWith($"--set {set}: error: the plan varies 'policies.installation-grant.amount-keur', "));
    }

    [Test]
    public void The_range_of_a_number_that_varies_may_be_set() => Assert.That(
        () => LoadedSweep.Read(SweepPlanFile.Write(_region), null, ["preferences.coefficients.group-practice.high=40"], 1, yes: false),
        Throws.Nothing);

    /// <summary>A fault of numbers or outcomes hides none of the other parts, and makes none of what hangs on it.</summary>
    [Test]
    public void Faults_of_all_parts_of_a_plan_are_told_at_once()
    {
        string plan = SweepPlanFile.WriteText(_region, """
            numbers:
              - preferences.utils-per-keurs
              - { number: policies.installation-grant.amount-keur, low: 10, high: 90 }
            outcomes: [stok, stock-under-dense]
            design: { type: grid, levels: 2, values: { preferences.utils-per-keur: [0.02], policies.installation-grant.amount-keur: [95] } }
            discover:
              boxes: [{ outcome: stock, above: 1 }, { outcome: stock-under-dens, scenario: grnt }]
            """, "all-at-once");
        InputException refused = Assert.Throws<InputException>(() => LoadedSweep.Read(plan, null, [], 1, yes: false))!;
        string[] expected =
        [
            "'preferences.utils-per-keurs' is no number of the scenarios that can vary",
            "'stok' is no indicator; did you mean 'stock'?",
            "95 of 'policies.installation-grant.amount-keur' is outside its range, 10 to 90",
            "'stock-under-dens' is no indicator; did you mean 'stock-under-dense'?",
            "either 'above' or 'below'",
            "no outcome is of a scenario 'grnt'; did you mean 'grant'?",
        ];
        Assert.Multiple(() =>
        {
            Array.ForEach(expected, part => Assert.That(refused.Message, Does.Contain(part)));
            Assert.That(refused.Errors, Has.Count.EqualTo(expected.Length), refused.Message);
        });
    }

    [TestCase("0/3")]
    [TestCase("4/3")]
    [TestCase("2")]
    [TestCase("one/two")]
    [TestCase("1/1000000")]
    public void What_is_no_shard_is_refused(string text) => Assert.That(() => Shard.Parse(text),
        Throws.TypeOf<InputException>().With.Message.Contains("i/n is expected"));

    [Test]
    public void Many_runs_are_run_when_they_are_meant()
    {
        string plan = SweepPlanFile.Write(_region, "design: { type: sobol, points: 9000 }", "");
        LoadedSweep sweep = LoadedSweep.Read(plan, Shard.Parse("2/9"), [], 1, yes: true);
        Assert.That((sweep.Design.Count, sweep.Positions.Length), Is.EqualTo((9000, 1000)));
    }

    [TestCase("low: 2.5, high: 2.9", "levels: 3", "counts something, and from 2.5 to 2.9 there are not two whole numbers")]
    [TestCase("low: 2, high: 8", "values: { NUMBER: [2, 2.5] }", "counts something, and 2.5 is no whole number")]
    [TestCase("low: 2, high: 8", "values: { NUMBER: [3, 4, 3] }", "3 of 'NUMBER' is there 2 times; each value once")]
    public void Whole_numbers_that_there_are_not_are_refused(string range, string design, string expected)
    {
        const string years = "policies.installation-grant.commitment-years";
        string lines = $"numbers: [{{ number: NUMBER, {range} }}]\noutcomes: [stock]\ndesign: {{ type: grid, {design} }}";
        string plan = SweepPlanFile.WriteText(_region, lines.Replace("NUMBER", years), "whole");
        InputException refused = Assert.Throws<InputException>(() => LoadedSweep.Read(plan, null, [], 1, yes: false))!;
        Assert.That(refused.Message, Does.Contain(expected.Replace("NUMBER", years)));
        Assert.That(refused.Errors, Has.Count.EqualTo(1), refused.Message);
    }

    [Test]
    public void A_plan_that_varies_how_many_centres_are_announced_notes_that_they_wait()
    {
        string scenario = _region.Beside("centres.yaml"), plan = _region.Beside("centres-plan.yaml");
        File.WriteAllText(scenario, $$"""
            extends: {{_region.PathOf("baseline.yaml")}}
            name: centres
            title: Centres
            policies: [{ type: msp-opening, name: some, from: 2026, per-year: 1 }]
            """);
        File.WriteAllText(plan, $$"""
            scenarios: ['{{scenario}}']
            years: 2025..2028
            numbers:
              - { number: policies.some.per-year, low: 1, high: 3 }
              - { number: policies.some.places, low: 3, high: 5 }
            outcomes: [{ indicator: stock, of: level }]
            design: { type: sobol, points: 4 }
            """);
        InputWarning note = LoadedSweep.Read(plan, null, [], 1, yes: false).Plan.Loaded.Warnings.Single(w => w.Place.File == plan);
        Assert.That(note.ToString(), Is.EqualTo($"{plan}(4,15): note: a centre announced waits until a territory concerned has room "
            + "('residents-per-centre') and GPs to carry it ('local-gps'); where some wait, announcing more opens no more"));
        Assert.That(note.French, Does.Contain("(4,15)\u00a0: remarque\u00a0: une maison annoncée attend qu’un territoire concerné"));
    }

    /// <summary>Both are meant, or one of them: the plan does not say which.</summary>
    [TestCase("", "", "would move 2 policies at once, which have no name: ")]
    [TestCase("name: one, ", "name: one, ", null)]
    [TestCase("name: late, ", "", null)]
    public void A_lever_of_policies_without_a_name_is_no_ones(string first, string second, string? refused)
    {
        string scenario = _region.Beside("two.yaml"), plan = _region.Beside("two-plan.yaml"), label = first.Length > 0 && second.Length > 0
            ? "one" : "installation-grant";
        File.WriteAllText(scenario, $$"""
            extends: {{_region.PathOf("baseline.yaml")}}
            name: two
            title: Two grants
            policies:
              - { type: installation-grant, {{first}}amount-keur: 50, from: 2025, until: 2026 }
              - { type: installation-grant, {{second}}amount-keur: 20, from: 2027 }
            """);
        File.WriteAllText(plan, $$"""
            scenarios: ['{{scenario}}']
            years: 2025..2028
            numbers: [{ number: policies.{{label}}.amount-keur, low: 20, high: 300 }]
            outcomes: [{ indicator: stock, of: level }]
            design: { type: sobol, points: 4 }
            """);
        LoadedSweep Read() => LoadedSweep.Read(plan, null, [], 1, yes: false);
        if (refused is null)
        {
            Assert.That(Read().Plan.Numbers.Single().Name, Does.EndWith(label + ".amount-keur"));
            return;
        }

        InputError fault = Assert.Throws<InputException>(() => Read())!.Errors.Single();
        Assert.That(fault.Message, Does.Contain($"{refused}{scenario}(5,5), {scenario}(6,5); give each a 'name:', and say "
            + "policies.NAME for policies.installation-grant, or give all one name where they are one measure"));
        Assert.That(fault.French, Does.Contain("ferait varier 2 mesures à la fois, qui n’ont pas de nom\u00a0: ").And.StartWith(plan));
    }

    [Test]
    public void Levers_of_policies_vary_and_take_whole_numbers_where_they_count()
    {
        const string years = "policies.installation-grant.commitment-years";
        string plan = SweepPlanFile.WriteText(_region,
            $"numbers: [{{ number: {years}, low: 1, high: 6 }}]\noutcomes: [stock]\ndesign: {{ type: sobol, points: 8 }}", "levers");
        LoadedSweep sweep = LoadedSweep.Read(plan, null, [], 1, yes: false);
        Assert.That(sweep.Design.Select(p => p[0]), Is.All.InRange(1, 6).And.All.Matches<double>(v => v == Math.Floor(v)));
        Scenario grant = sweep.Plan.Loaded.Experiment.Scenarios[1].Scenario;
        Assert.That(Levers.In(grant).Select(l => l.Path), Does.Contain(years).And.None.EndsWith(".from"));
        Scenario changed = Levers.At(grant, new Dictionary<string, double> { [years] = 3.4 });
        Assert.That(Levers.In(changed).Single(l => l.Path == years).Number.Value, Is.EqualTo(3));
        Assert.That(Levers.At(grant, new Dictionary<string, double>()), Is.SameAs(grant));
    }
}
