using InstallSim.Results;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Results;

/// <summary>A table that is written in pieces is the one that a single piece would be.</summary>
public sealed class TablePiecesTests
{
    [Test]
    public void Pieces_follow_one_another([Values(0, 1, 8_191, 8_192, 8_193, 50_000, 140_000)] int count, [Values(1, 3, 1000)] int threads)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "observations.csv");
        Observation[] rows = [.. Enumerable.Range(0, count).Select(k => new Observation("a, b", k, 2030, "stock", k / 8.0))];
        ResultTables.Observations.Write(path, rows, threads);
        string text = "scenario,replication,year,indicator,value\n" + string.Concat(rows.Select(r => FormattableString.Invariant(
            $"\"a, b\",{r.Replication},2030,stock,{r.Value:R}\n")));
        Assert.That(File.ReadAllText(path), Is.EqualTo(text));
    }
}
