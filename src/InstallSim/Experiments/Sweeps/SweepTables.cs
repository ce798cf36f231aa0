using System.Globalization;
using InstallSim.Experiments.Discovery;
using InstallSim.Experiments.Points;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Sweeps;

/// <summary>A point that failed.</summary>
/// <param name="Point">Its position, from 0.</param>
/// <param name="Message">What went wrong.</param>
public readonly record struct PointFailure(int Point, string Message);

/// <summary>The tables of a sweep.</summary>
internal static class SweepTables
{
    /// <summary>What came out, a row a point, scenario and replication.</summary>
    public const string PointsFile = "points.csv";

    /// <summary>Points that failed; only where there are any.</summary>
    public const string FailuresFile = "failures.csv";

    /// <summary>Writes what came out of the points that are finished.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="values">Shape [P][replications][Y]; null for points that are not there.</param>
    /// <param name="path">The file.</param>
    public static void WritePoints(LoadedSweep sweep, double[][][] values, string path)
    {
        IReadOnlyList<OutcomeColumn> columns = sweep.Columns;
        IReadOnlyList<PlanOutcome> outcomes = sweep.Plan.Outcomes;
        int[][] cells = [.. sweep.Scenarios.Select(s => columns.Select(c => Cell(outcomes, s, c)).ToArray())];
        using var csv = new CsvWriter(path, [
            "point", "scenario", "replication", .. sweep.Plan.Numbers.Select(n => n.Name), .. columns.Select(c => c.Name)]);
        foreach (int p in sweep.Positions.Where(p => values[p] is not null))
        {
            double[] numbers = sweep.Design[p];
            for (int s = 0; s < cells.Length; s++)
            {
                for (int r = 0; r < values[p].Length; r++)
                {
                    csv.Write(p);
                    csv.Write(sweep.Scenarios[s]);
                    csv.Write(r);
                    Array.ForEach(numbers, csv.Write);
                    Array.ForEach(cells[s], cell => csv.Write(cell < 0 ? double.NaN : values[p][r][cell]));
                    csv.EndRow();
                }
            }
        }
    }

    /// <summary>Writes what failed.</summary>
    public static void WriteFailures(IEnumerable<PointFailure> failures, string path)
    {
        using var csv = new CsvWriter(path, "point", "message");
        foreach (PointFailure failure in failures.OrderBy(f => f.Point))
        {
            csv.Write(failure.Point);
            csv.Write(failure.Message);
            csv.EndRow();
        }
    }

    /// <summary>
    /// Puts the rows of tables of one header together, in the order of the points, of which each table has its own in their order; bytes
    /// of rows stay as they are, and no table is held.
    /// </summary>
    public static void Merge(IReadOnlyList<string> tables, string path)
    {
        IEnumerator<string>[] rows = [.. tables.Select(table => Records(table).GetEnumerator())];
        var next = new PriorityQueue<int, (int Point, int Table)>();
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        for (int t = 0; t < rows.Length; t++)
        {
            if (rows[t].MoveNext() && t == 0)
            {
                writer.WriteLine(rows[t].Current);
            }

            Advance(t);
        }

        while (next.TryDequeue(out int t, out _))
        {
            writer.WriteLine(rows[t].Current);
            Advance(t);
        }

        void Advance(int t)
        {
            if (rows[t].MoveNext())
            {
                ReadOnlySpan<char> row = rows[t].Current;
                next.Enqueue(t, (int.Parse(row[..row.IndexOf(',')], NumberStyles.None, CultureInfo.InvariantCulture), t));
            }
        }
    }

    /// <summary>Stores the table of points as Parquet in place of CSV.</summary>
    /// <param name="folder">Where it is.</param>
    /// <returns>The file, its hash, and that of the table as CSV.</returns>
    public static FileInfoRow StoreAsParquet(string folder)
    {
        string csv = Path.Combine(folder, PointsFile), file = Path.ChangeExtension(PointsFile, ParquetTable.Extension);
        var errors = new InputErrors();
        CsvTable table = CsvTable.Read(csv, errors)!;
        string[] columns = [.. table.Columns];
        (int[] point, string[] scenario, int[] replication) =
            (table.Column("point").WholeNumbers(0), table.Column("scenario").Texts(), table.Column("replication").WholeNumbers(0));
        double[][] numbers = [.. columns.Skip(3).Select(column => table.Column(column).Numbers(allowMissing: true))];
        errors.ThrowIfAny();
        using (var parquet = new ParquetTable(Path.Combine(folder, file), columns))
        {
            for (int row = 0; row < point.Length; row++)
            {
                parquet.Write(point[row]);
                parquet.Write(scenario[row]);
                parquet.Write(replication[row]);
                Array.ForEach(numbers, column => parquet.Write(column[row]));
                parquet.EndRow();
            }
        }

        string asCsv = FileHash.Of(csv);
        File.Delete(csv);
        return new FileInfoRow(file, FileHash.Of(Path.Combine(folder, file))) { AsCsv = asCsv };
    }

    /// <summary>Whether the table of points is stored as Parquet.</summary>
    public static bool IsParquet(SweepManifest manifest) => manifest.Tables[0].AsCsv is not null;

    /// <summary>Puts the table of points of a finished sweep into another folder, as CSV.</summary>
    public static void CopyPoints(string folder, SweepManifest manifest, string target)
    {
        string from = Path.Combine(folder, manifest.Tables[0].Path), to = Path.Combine(target, PointsFile);
        if (!IsParquet(manifest))
        {
            File.Copy(from, to);
            return;
        }

        var errors = new InputErrors();
        ResultColumns? table = ResultColumns.Read(from, errors);
        errors.ThrowIfAny();
        string[] columns = [.. manifest.Numbers.Select(n => n.Name), .. manifest.Outcomes.Select(o => o.Name)],
            scenario = table!.Texts("scenario");
        int[] point = table.WholeNumbers("point", 0), replication = table.WholeNumbers("replication", 0);
        double[][] numbers = [.. columns.Select(table.Numbers)];
        errors.ThrowIfAny();
        using var csv = new CsvWriter(to, ["point", "scenario", "replication", .. columns]);
        for (int row = 0; row < point.Length; row++)
        {
            csv.Write(point[row]);
            csv.Write(scenario[row]);
            csv.Write(replication[row]);
            Array.ForEach(numbers, column => csv.Write(column[row]));
            csv.EndRow();
        }
    }

    /// <summary>Reads what came out, to look at by point and scenario.</summary>
    /// <exception cref="InputException">It is no such table.</exception>
    public static PointTable Read(string path, SweepManifest manifest)
    {
        var errors = new InputErrors();
        ResultColumns? table = ResultColumns.Read(path, errors);
        errors.ThrowIfAny();
        int[] point = table!.WholeNumbers("point", 0);
        string[] scenario = table.Texts("scenario");
        double[][] numbers = [.. manifest.Numbers.Select(n => table.Numbers(n.Name))],
            outcomes = [.. manifest.Outcomes.Select(o => table.Numbers(o.Name))];
        errors.ThrowIfAny();
        var rows = new List<PointRow>();
        for (int from = 0; from < point.Length;)
        {
            int until = from + 1;
            while (until < point.Length && point[until] == point[from] && scenario[until] == scenario[from])
            {
                until++;
            }

            int first = from;
            rows.Add(new PointRow(point[from], scenario[from],
                [.. numbers.Select(n => n[first])], [.. outcomes.Select(o => o[first..until])]));
            from = until;
        }

        return new PointTable(manifest.Numbers, manifest.Outcomes, rows)
        {
            Captions = manifest.Captions,
            Baseline = manifest.Baseline,
        };
    }

    private static int Cell(IReadOnlyList<PlanOutcome> outcomes, string scenario, OutcomeColumn column) => Enumerable
        .Range(0, outcomes.Count).FirstOrDefault(o => outcomes[o].Scenario == scenario && outcomes[o].Indicator.Name == column.Indicator
            && outcomes[o].Year == column.Year && outcomes[o].Of == column.Of, -1);

    /// <summary>Rows of a table that this program wrote: a line feed within quotes ends none.</summary>
    private static IEnumerable<string> Records(string table)
    {
        string begun = "";
        foreach (string line in File.ReadLines(table))
        {
            begun += line;
            if (begun.AsSpan().Count('"') % 2 == 0)
            {
                yield return begun;
                begun = "";
            }
            else
            {
                begun += "\n";
            }
        }
    }
}
