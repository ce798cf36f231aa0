using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Results;

public sealed class ParquetTests
{
    private readonly MadeUpRegion _region = new();
    private string _csv = "", _parquet = "";

    [OneTimeSetUp]
    public void Make()
    {
        (_csv, _parquet) = (_region.Beside("csv"), _region.Beside("parquet"));
        CommandLine.Done("compare", _region.Folder, "--out", _csv, "--quiet");
        CommandLine.Done("compare", _region.Folder, "--out", _parquet, "--quiet", "--tables", "parquet");
    }

    [OneTimeTearDown]
    public void Forget() => _region.Dispose();

    [Test]
    public void Large_tables_are_stored_as_Parquet_and_read_back_to_the_same_rows()
    {
        string[] stored = [.. Directory.GetFiles(_parquet, "*.parquet").Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.That(stored, Is.EqualTo(new[] { "moves.parquet", "observations.parquet", "territories.parquet" }));
        Assert.That(stored.Where(file => File.Exists(Path.Combine(_parquet, Path.ChangeExtension(file, ".csv")))), Is.Empty);
        RunResults csv = ResultsFolder.Read(_csv), parquet = ResultsFolder.Read(_parquet);
        Assert.That(parquet.Observations, Is.EqualTo(csv.Observations));
        Assert.That(parquet.Territories, Is.EqualTo(csv.Territories));
        Assert.That(parquet.Moves, Is.EqualTo(csv.Moves).And.Not.Empty);
        Assert.That(parquet.Observations.Count(o => double.IsNaN(o.Value)), Is.GreaterThan(0), "an empty cell is NaN, and stays it");
    }

    [Test]
    public void The_hash_of_the_results_does_not_depend_on_how_tables_are_stored_and_the_bytes_on_nothing()
    {
        Assert.That(ResultsFiles.HashOf(_parquet), Is.EqualTo(ResultsFiles.HashOf(_csv)));
        string again = _region.Beside("again");
        CommandLine.Done("compare", _region.Folder, "--out", again, "--quiet", "--tables", "parquet", "--threads", "1");
        foreach (string table in (string[])["moves.parquet", "observations.parquet", "territories.parquet"])
        {
            Assert.That(File.ReadAllBytes(Path.Combine(again, table)), Is.EqualTo(File.ReadAllBytes(Path.Combine(_parquet, table))));
        }
    }

    [Test]
    public void Whoever_reads_results_reads_Parquet()
    {
        CommandLine.Done("report", _parquet);
        CommandLine.Done("trace", _parquet, "--out", _region.Beside("trace.md"));
        Assert.That(CommandLine.Done("reproduce", _parquet), Does.Contain("Reproduced: ").And.Contain("territories.parquet: the same"));
        string said = CommandLine.Done("compare", _csv, _parquet, "--out", _region.Beside("both"));
        Assert.That(said, Does.Contain("Table: "));
        Assert.That(File.ReadAllText(Path.Combine(_parquet, "columns.csv")), Does.Contain("territories.parquet,mean,"));
    }

    [Test]
    public void A_merge_stores_tables_as_it_is_told()
    {
        string shard = _region.Beside("shard"), merged = _region.Beside("merged");
        CommandLine.Done("compare", _region.Folder, "--out", shard, "--quiet", "--shard", "1/1");
        CommandLine.Done("merge", shard, "--out", merged, "--quiet", "--tables", "parquet");
        Assert.That(ResultsFiles.HashOf(merged), Is.EqualTo(ResultsFiles.HashOf(_csv)));
        Assert.That(File.ReadAllBytes(Path.Combine(merged, "territories.parquet")),
            Is.EqualTo(File.ReadAllBytes(Path.Combine(_parquet, "territories.parquet"))));
    }

    [Test]
    public void A_table_of_which_bytes_were_changed_is_refused()
    {
        string changed = _region.Beside("changed");
        CommandLine.Done("compare", _region.Folder, "--out", changed, "--quiet", "--tables", "parquet");
        string table = Path.Combine(changed, "territories.parquet");
        byte[] bytes = File.ReadAllBytes(table);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(table, bytes);
        CommandLine.Outcome refused = CommandLine.Run("report", changed);
        Assert.That((refused.Code, refused.Error), Is.EqualTo((2, refused.Error)));
        Assert.That(refused.Error, Does.Contain("territories.parquet: error: was changed or cut after the run"));
    }
}
