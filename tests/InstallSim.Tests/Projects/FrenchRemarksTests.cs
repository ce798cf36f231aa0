using System.Text.RegularExpressions;
using InstallSim.Outputs;
using InstallSim.Projects;

namespace InstallSim.Tests.Projects;

public sealed class FrenchRemarksTests
{
    private static IEnumerable<string> Templates => ProjectCatalog.All.Select(template => template.Name);

    /// <summary>Remarks that are the same in both languages: commands, numbers of targets, code, the line for editors.</summary>
    private static readonly Regex Same = new(@"^(installsim .*|T\d+|yaml-language-server: .*|[\w-]+: .*)$");

    [TestCaseSource(nameof(Templates))]
    public void A_project_in_French_has_no_English_remark(string template)
    {
        ProjectFile[] english = Yaml(template, ReportText.English), french = Yaml(template, ReportText.French);
        Assert.That(french.Select(file => file.Path), Is.EqualTo(english.Select(file => file.Path)));
        string[] said = [.. english.SelectMany(Remarks).Where(remark => !Same.IsMatch(remark))];
        Assert.That(said, Has.Length.GreaterThan(20));
        Assert.That(french.SelectMany(Remarks).Intersect(said), Is.Empty);
    }

    /// <summary>All but the remarks is the same, and French is set as French is.</summary>
    [TestCaseSource(nameof(Templates))]
    public void Nothing_but_remarks_is_French(string template)
    {
        foreach ((ProjectFile english, ProjectFile french) in Yaml(template, ReportText.English).Zip(Yaml(template, ReportText.French)))
        {
            Assert.That(Values(french), Is.EqualTo(Values(english)), french.Path);
            Assert.That(Remarks(french).Where(remark => Regex.IsMatch(remark, @"\S [;:!?»](?=\s|$)|« ")), Is.Empty, french.Path);
        }
    }

    private static ProjectFile[] Yaml(string template, ReportText text) =>
        [.. ProjectCatalog.All.First(t => t.Name == template).Files(text)
            .Where(file => file.Path.EndsWith(".yaml", StringComparison.Ordinal))];

    private static IEnumerable<string> Remarks(ProjectFile file) =>
        Regex.Matches(file.Text, @"(?m)(?<=(^|[^\S\n])# +)\S.*$").Select(found => found.Value);

    private static IEnumerable<string> Values(ProjectFile file) => file.Text.Split('\n')
        .Select(line => Regex.Replace(line, @"(^|\s+)#( .*|$)", "")).Where(line => line.Length > 0);
}
