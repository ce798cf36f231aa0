using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies;

/// <summary>A small right study in the long layout, of which tests break one thing at a time.</summary>
internal static class SmallStudy
{
    public const string Yaml = """
        name: small
        title: Six choices between tea and coffee
        data:
          file: small.csv
          layout: long
          situation: task
          person: who
          alternative: drink
          chosen: chosen
          available: open
        utility:
          - { name: price }
          - { name: coffee, constant: true, alternatives: [coffee] }
        """;

    public const string Csv = """
        who,task,drink,price,age,open,chosen
        1,1,tea,2,30,1,1
        1,1,coffee,3,30,1,0
        1,2,tea,4,30,1,0
        1,2,coffee,3,30,1,1
        2,3,tea,3,41,1,0
        2,3,coffee,3,41,1,1
        2,4,tea,1,41,1,1
        2,4,coffee,2,41,1,0
        3,5,tea,5,25,1,1
        3,5,coffee,4,25,1,0
        3,6,tea,2,25,1,0
        3,6,coffee,3,25,1,1

        """;

    /// <summary>Estimates a study of these texts.</summary>
    public static StudyResult Estimate(string yaml = Yaml, string csv = Csv, params string[] overrides)
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", csv);
        return StudyEstimation.Run(StudyReader.Read(folder.Write("small.yaml", yaml), overrides));
    }

    /// <summary>A text with one part of it changed.</summary>
    public static string Broken(string text, string part, string instead) =>
        text.Contains(part, StringComparison.Ordinal)
            ? text.Replace(part, instead, StringComparison.Ordinal)
            : throw new ArgumentException($"no '{part}' to break", nameof(part));

    /// <summary>What is wrong with a study of these texts, each as <c>file(line,column): message</c> without folders.</summary>
    public static string[] Faults(string yaml, string csv)
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", csv);
        string path = folder.Write("small.yaml", yaml);
        var refused = Assert.Throws<InputException>(() => StudyEstimation.Run(StudyReader.Read(path)));
        return [.. refused.Errors.Select(e => $"{new Place(Path.GetFileName(e.Place.File), e.Place.Line, e.Place.Column)}: "
            + $"{e.Message.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)}")];
    }
}
