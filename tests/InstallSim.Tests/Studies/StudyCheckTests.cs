using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Settings;

namespace InstallSim.Tests.Studies;

/// <summary>A study that is checked is checked for every verb that takes it.</summary>
public sealed class StudyCheckTests
{
    private static string Physicians => Repository.PathOf("scenarios", "studies", "physician-dce.yaml");

    [TestCase("design.tasks=47", "47 tasks make no 6 blocks of equal size")]
    [TestCase("design.priors.incom=1", "'incom' is no variable of the utility; did you mean 'income'?")]
    [TestCase("respondents.coefficients.incom=1", "'incom' is no variable of the utility; did you mean 'income'?")]
    [TestCase("respondents.spreads.group-practice=-0.6", "the spread of 'group-practice' is -0.6: a standard deviation is at least 0")]
    public void Design_and_respondents_are_checked_beside_the_model(string change, string message)
    {
        StudySource source = StudyReader.Read(Physicians, [change, "willingness-to-pay.denominator=pay"]);
        IReadOnlyList<InputError> found = Assert.Throws<InputException>(() => StudyCheck.Run(source))!.Errors;
        Assert.That(found.Select(error => error.Message), Has.Exactly(1).StartsWith(message));
        Assert.That(found, Has.Count.EqualTo(2));
    }

    [Test]
    public void Without_its_design_a_study_is_right_until_somebody_answers_it() => Assert.That(
        () => StudyCheck.Run(StudyReader.Read(Physicians, ["respondents.design=not-made-yet.csv"])), Throws.Nothing);

    [Test]
    public void A_scenario_to_extend_that_is_not_there_is_warned_of()
    {
        StudySource source = StudyReader.Read(Physicians, ["save.extends=basline.yaml"]);
        Assert.That(StudyCheck.Run(source).Where(told => !told.IsNote).Single().Message,
            Does.EndWith("basline.yaml' that the preferences would extend does not exist"));
    }
}
