using System.Text;
using InstallSim.Choice.Draws;
using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies;

/// <summary>Whatever happens to a study and its data, it is estimated or refused in words, never left to a fault of the program.</summary>
public sealed class DamagedStudyTests
{
    private const string Letters = "0123456789.,:-;\"' \n[]{}#abcNA*";

    [TestCase(0u, true)]
    [TestCase(1u, false)]
    public void Any_damage_is_refused_in_words_or_harmless(uint seed, bool inData)
    {
        using var folder = new TemporaryFolder();
        int refused = 0, estimated = 0;
        for (uint i = 0; i < 150; i++)
        {
            var key = new DrawKey(seed, 0, 0xF0, 0, i);
            folder.Write("small.csv", inData ? Damaged(SmallStudy.Csv, key) : SmallStudy.Csv);
            string path = folder.Write("small.yaml", inData ? SmallStudy.Yaml : Damaged(SmallStudy.Yaml, key));
            try
            {
                StudyEstimation.Run(StudyReader.Read(path));
                estimated++;
            }
            catch (InputException fault)
            {
                Assert.That(fault.Errors.Select(e => e.Message), Is.All.Not.Empty);
                refused++;
            }
        }

        Assert.That(refused, Is.GreaterThan(30));
        Assert.That(estimated, Is.GreaterThan(0));
    }

    /// <summary>The text with one to three characters changed, put in or taken out.</summary>
    private static string Damaged(string text, DrawKey key)
    {
        var damaged = new StringBuilder(text);
        int changes = 1 + (int)(3 * key.Uniform(0));
        for (int c = 0; c < changes; c++)
        {
            int at = (int)(key.Uniform(3 * c + 1) * damaged.Length);
            char letter = Letters[(int)(key.Uniform(3 * c + 2) * Letters.Length)];
            double how = key.Uniform(3 * c + 3);
            if (how < 0.6)
            {
                damaged[at] = letter;
            }
            else if (how < 0.8)
            {
                damaged.Insert(at, letter);
            }
            else
            {
                damaged.Remove(at, 1);
            }
        }

        return damaged.ToString();
    }
}
