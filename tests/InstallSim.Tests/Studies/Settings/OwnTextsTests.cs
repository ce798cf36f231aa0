using InstallSim.Outputs;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Settings;

/// <summary>A study that extends another is not described as that.</summary>
public sealed class OwnTextsTests
{
    private static readonly string Extended = Repository.PathOf("scenarios", "studies", "physician-dce.yaml").Replace('\\', '/');

    [TestCase("name: mine\ntitle: Mine\n", "Mine", "Mine", "", TestName = "Title_of_its_own_and_no_description")]
    [TestCase("name: mine\n", "mine", "mine", "", TestName = "Called_by_its_name_without_a_title")]
    [TestCase("name: mine\ntitle: Mine\ntitle-fr: Le mien\ndescription: Of mine\n", "Mine", "Le mien", "Of mine",
        TestName = "Texts_of_its_own_in_both_languages")]
    public void A_study_of_another_name_has_its_own_texts_alone(string said, string title, string french, string description)
    {
        using var folder = new TemporaryFolder();
        Study study = StudyReader.Read(folder.Write("mine.yaml", $"extends: {Extended}\n{said}")).Study;
        Assert.That((study.ShownTitle(ReportText.English), study.ShownTitle(ReportText.French)), Is.EqualTo((title, french)));
        Assert.That((study.Description, study.ShownDescription(ReportText.French)), Is.EqualTo((description, description)));
    }

    [Test]
    public void The_same_study_with_a_value_set_keeps_its_texts()
    {
        Study plain = StudyReader.Read(Extended).Study, named = StudyReader.Read(Extended, ["name=other", "draws.number=10"]).Study;
        Assert.That(plain.Description, Does.Contain("SIMULATED"));
        Assert.That((named.Title, named.DescriptionFr), Is.EqualTo((plain.Title, plain.DescriptionFr)));
    }
}
