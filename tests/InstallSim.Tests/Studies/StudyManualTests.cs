using InstallSim.Studies.Settings;

namespace InstallSim.Tests.Studies;

public sealed class StudyManualTests
{
    private static string Manual => File.ReadAllText(Repository.PathOf("docs", "studies.md"));

    [Test]
    public void The_manual_shows_a_study_as_it_ships() =>
        Assert.That(Manual, Does.Contain(File.ReadAllText(Repository.PathOf("scenarios", "studies", "physician-dce.yaml"))));

    [Test]
    public void The_manual_names_every_distribution_and_recipe()
    {
        var words = Enum.GetNames<InstallSim.Choice.Models.Distribution>().Concat(Enum.GetNames<Recipe>())
            .Select(InstallSim.Inputs.InputType.Kebab);
        Assert.That(words.Where(word => !Manual.Contains($"`{word}`", StringComparison.Ordinal)), Is.Empty);
    }
}
