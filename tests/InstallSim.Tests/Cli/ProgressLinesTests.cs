using InstallSim.Cli;
using InstallSim.Experiments;
using InstallSim.Outputs;
using Spectre.Console;

namespace InstallSim.Tests.Cli;

public sealed class ProgressLinesTests
{
    [Test]
    public void Without_a_terminal_each_tenth_is_a_line()
    {
        using var writer = new StringWriter();
        using (var lines = new ProgressLines(writer, terminal: null, ReportText.English))
        {
            foreach (int finished in Enumerable.Range(1, 40))
            {
                lines.Report(new ExperimentProgress(finished, 40));
            }
        }

        Assert.That(writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries),
            Is.EqualTo(Enumerable.Range(1, 10).Select(tenth => $"{4 * tenth}/40 replications")));
    }

    [TestCase("en", "1/1 replication")]
    [TestCase("fr", "1/1 réplication")]
    public void One_is_told_in_the_singular(string language, string said)
    {
        using var writer = new StringWriter();
        using (var lines = new ProgressLines(writer, terminal: null, ReportText.For(language)))
        {
            lines.Report(new ExperimentProgress(1, 1));
        }

        Assert.That(writer.ToString(), Is.EqualTo(said + Environment.NewLine));
    }

    [TestCase("en", "3/4 replications, time left")]
    [TestCase("fr", "3/4 réplications, temps restant")]
    public void A_terminal_shows_a_bar_and_the_time_left(string language, string said)
    {
        using StringWriter drawn = new(), lines = new();
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(drawn),
        });
        terminal.Profile.Width = 120;
        using (var progress = new ProgressLines(lines, terminal, ReportText.For(language)))
        {
            progress.Report(new ExperimentProgress(3, 4));
        }

        Assert.Multiple(() =>
        {
            Assert.That(drawn.ToString(), Does.Contain(said).And.Contain("\u001b["));
            Assert.That(drawn.ToString(), Does.Match(@"\d\d:\d\d:\d\d|--:--:--"));
            Assert.That(lines.ToString(), Is.Empty);
        });
    }
}
