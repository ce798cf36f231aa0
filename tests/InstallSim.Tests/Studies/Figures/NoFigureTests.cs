using InstallSim.Charts.Files;
using InstallSim.Studies.Figures;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Figures;

public sealed class NoFigureTests
{
    [Test]
    public void Without_figures_no_folder_is_made_for_them()
    {
        using var folder = new TemporaryFolder();
        string figures = Path.Combine(folder.Path, "figures");
        FigureFiles.Write<StudyFigureContext>([], null!, figures, "svg");
        Assert.That(Directory.Exists(figures), Is.False);
    }
}
