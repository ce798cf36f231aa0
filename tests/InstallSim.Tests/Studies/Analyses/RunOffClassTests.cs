using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;

namespace InstallSim.Tests.Studies.Analyses;

/// <summary>Some people always take the cheapest, and among the cheapest the most comfortable rather: their price runs off.</summary>
public sealed class RunOffClassTests
{
    private const string Model = """
        model: { classes: 2 }
        willingness-to-pay: { denominator: price }
        elasticities: [{ variable: comfort }, { variable: price }]

        """;

    private static readonly string Csv =
        new Journeys(150) { Price = key => key.Uniform(1_000_000) < 0.4 ? -200 : -0.5, Comfort = _ => 0.6 }.Csv();

    private static StudyResult Fit(string more = "")
    {
        using var folder = new Inputs.TemporaryFolder();
        folder.Write("journeys.csv", Csv);
        return InstallSim.Studies.StudyEstimation.Run(
            InstallSim.Studies.Settings.StudyReader.Read(folder.Write("journeys.yaml", Journeys.Yaml + Model + more)));
    }

    [Test]
    public void What_hangs_on_it_is_left_out_and_nothing_else()
    {
        StudyResult free = Fit();
        string lost = free.Estimates.Unidentified.Single().Parameters.Single();
        Assert.That(lost, Does.EndWith(".price"));
        string others = lost.StartsWith("class1", StringComparison.Ordinal) ? "class2" : "class1";
        Assert.That(free.WillingnessToPay.Select(row => row.Name), Is.EqualTo((string[])[$"{others}.comfort"]));
        Assert.That(free.Warnings.Select(w => w.English), Has.Some.Contains($"no willingness to pay of or in {lost}: the data"));
        Assert.That(free.Warnings.Select(w => w.French), Has.Some.Contains($"pas de consentement à payer pour ni en {lost}"));

        ResultTable table = free.Analyses.Tables.Single(t => t.Id == "elasticities");
        Assert.That(table.Rows.Select(row => row[0]), Is.All.EqualTo("comfort"));
        Assert.That(table.Rows, Has.Count.EqualTo(4));
        Assert.That(table.Notes, Has.Some.EqualTo(
            $"Left out, for they hang on coefficients that the data do not tell ({lost}): 4 elasticities."));
        StudyResult held = Fit($"estimation: {{ fixed: {{ {lost}: -60 }} }}\n");
        ResultTable same = held.Analyses.Tables.Single(t => t.Id == "elasticities");
        object[][] comfort = [.. same.Rows.Where(row => row[0] is "comfort")];
        foreach ((object[] row, object[] expected) in table.Rows.Zip(comfort))
        {
            Assert.That((double)row[5], Is.EqualTo((double)expected[5]).Within(1e-4));
            Assert.That((double)row[6], Is.EqualTo((double)expected[6]).Within(0.1).Percent);
        }
    }
}
