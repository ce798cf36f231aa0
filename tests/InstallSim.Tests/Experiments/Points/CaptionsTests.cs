using InstallSim.Experiments;
using InstallSim.Experiments.Points;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Scenarios;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Experiments.Points;

/// <summary>Numbers and scenarios have words in both languages.</summary>
public sealed class CaptionsTests
{
    /// <summary>Numbers in groups, lists and classes too, whose keys tables and texts showed bare before.</summary>
    [Test]
    public void Every_number_that_shipped_scenarios_draw_has_a_label_in_both_languages()
    {
        LoadedExperiment loaded = ExperimentReader.Read([Repository.PathOf("scenarios", "centre-val-de-loire")], "baseline", [], 2);
        string[] drawn = [.. loaded.Experiment.Scenarios.SelectMany(s => Doubt.Ranges(s.Scenario)).Select(n => n.Path).Distinct()];
        IReadOnlyList<Caption> captions = Captions.Of(loaded, drawn);
        Assert.That(drawn, Does.Contain("practices.msp.capacity-times"));
        Assert.Multiple(() =>
        {
            foreach (string name in drawn)
            {
                (string english, string french) = (captions.Called(name, ReportText.English), captions.Called(name, ReportText.French));
                Assert.That(english, Is.Not.EqualTo(name));
                Assert.That(french, Is.Not.EqualTo(name).And.Not.EqualTo(english), name);
            }
        });
        Assert.That(captions.Called("msp-opening", ReportText.French), Does.Contain("maisons de santé"));
    }

    /// <summary>A title such as "50 k€ for a first installation" would stand beside an amount of 20.</summary>
    [TestCase(new[] { "policies.installation-grant.amount-keur" }, "installation-grant",
        "6 multi-professional health centres (MSP) a year")]
    [TestCase(new[] { "policies.msp-opening.places", "preferences.utils-per-keur" }, "50 k€ for a first installation", "msp-opening")]
    [TestCase(new[] { "preferences.utils-per-keur", "policies.in-force-grant-zip.amount-keur" }, "50 k€ for a first installation",
        "6 multi-professional health centres (MSP) a year")]
    public void A_scenario_of_which_a_sweep_varies_a_policy_goes_by_its_name(string[] numbers, string grant, string centres)
    {
        LoadedExperiment loaded = ExperimentReader.Read([Repository.PathOf("scenarios", "centre-val-de-loire")], "baseline", [], 2);
        IReadOnlyList<Caption> captions = Captions.OfSweep(loaded, numbers);
        Assert.That((captions.Called("installation-grant", ReportText.English), captions.Called("msp-opening", ReportText.English)),
            Is.EqualTo((grant, centres)));
        Assert.That(captions.Called("baseline", ReportText.English), Is.EqualTo("What is in force today"));
        Assert.That(captions.Called(numbers[0], ReportText.English), Is.Not.EqualTo(numbers[0]));
    }

    /// <summary>Over its own range a number varies in every run, but no title may say its value where it varies.</summary>
    [TestCase("[all]", "50 k€ for a first installation", "6 multi-professional health centres (MSP) a year")]
    [TestCase("[{ number: policies.installation-grant.amount-keur, low: 10, high: 200 }]", "installation-grant",
        "6 multi-professional health centres (MSP) a year")]
    [TestCase("[{ number: policies.msp-opening.places, low: 3, high: 8 }]", "50 k€ for a first installation", "msp-opening")]
    [TestCase("[policies.installation-grant.amount-keur]", "installation-grant", "6 multi-professional health centres (MSP) a year",
        "policies.installation-grant.amount-keur={ value: 50, low: 30, high: 70 }")]
    public void A_scenario_goes_by_its_name_where_a_sensitivity_analysis_varies_what_its_title_says(
        string numbers, string grant, string centres, params string[] set)
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "plan.yaml");
        string[] scenarios = [.. ((string[])["baseline", "installation-grant", "msp-opening"])
            .Select(name => $"'{Repository.PathOf("scenarios", "centre-val-de-loire", name + ".yaml")}'")];
        File.WriteAllText(file, $"scenarios: [{string.Join(", ", scenarios)}]\nnumbers: {numbers}\noutcomes: [stock]\nreplications: 2\n");
        IReadOnlyList<Caption> captions = Captions.OfSensitivity(PlanReader.Read<PlainPlan>(file, FileKind.Sensitivity, set, 1));
        Assert.That((captions.Called("installation-grant", ReportText.English), captions.Called("msp-opening", ReportText.English)),
            Is.EqualTo((grant, centres)));
    }

    [Test]
    public void Numbers_of_one_label_are_told_apart_by_their_keys_and_shares_have_no_unit()
    {
        Caption[] captions =
        [
            new("a.x", "Cost", "Coût", "k€/year"), new("b.x", "Cost", "Coût", "k€"), new("c", "Part", "Part", "share"),
            new("d", "Commitment", "Engagement", "years"),
        ];
        Assert.That(captions.Called("a.x", ReportText.French), Is.EqualTo("Coût (a.x)"));
        Assert.That(captions.With("a.x", "2", 2, ReportText.French), Is.EqualTo("2\u00a0k€ par an"));
        Assert.That(captions.With("c", "0.5", 0.5, ReportText.English), Is.EqualTo("0.5"));
        Assert.That(captions.With("d", "1", 1, ReportText.English), Is.EqualTo("1\u00a0year"));
        Assert.That(captions.With("d", "0 to 5", 5, ReportText.English), Is.EqualTo("0 to 5\u00a0years"));
        Assert.That(captions.With("d", "1", 1, ReportText.French), Is.EqualTo("1\u00a0an"));
        Assert.That(captions.Called("unknown", ReportText.English), Is.EqualTo("unknown"));
    }
}
