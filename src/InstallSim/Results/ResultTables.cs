using System.Security.Cryptography;
using System.Text.Json;
using InstallSim.Outputs;

namespace InstallSim.Results;

/// <summary>A column of a table of results.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Means">What it holds, with its unit.</param>
/// <param name="Write">Writes its cell.</param>
internal sealed record ResultColumn<T>(string Name, string Means, Action<IRowWriter, T> Write);

/// <summary>A table of results: one row a <typeparamref name="T"/>.</summary>
/// <param name="File">Name of the file as CSV.</param>
/// <param name="Means">What a row is.</param>
/// <param name="Columns">Its columns, in their order.</param>
internal sealed record ResultTable<T>(string File, string Means, params ResultColumn<T>[] Columns)
{
    /// <summary>Whether it grows with territories or replications, so that it may be stored otherwise than as CSV.</summary>
    public bool IsLarge { get; init; }

    // A table may have millions of rows: only so many pieces of it are held at a time.
    private const int RowsOfPiece = 1 << 11, PiecesAtOnce = 16;

    /// <summary>Writes the table as CSV.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="threads">Threads; the file does not depend on them.</param>
    public void Write(string path, IReadOnlyList<T> rows, int threads = 1)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        int pieces = Math.Max(1, (rows.Count + RowsOfPiece - 1) / RowsOfPiece);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(threads, Environment.ProcessorCount) };
        MemoryStream[] texts = [.. Enumerable.Range(0, Math.Min(pieces, PiecesAtOnce)).Select(_ => new MemoryStream())];
        for (int first = 0; first < pieces; first += texts.Length)
        {
            int from = first, some = Math.Min(texts.Length, pieces - first);
            Parallel.For(0, some, options, k => FillPiece(texts[k], rows, from + k));
            foreach (MemoryStream text in texts[..some])
            {
                text.WriteTo(file);
            }
        }
    }

    private void FillPiece(MemoryStream text, IReadOnlyList<T> rows, int piece)
    {
        text.SetLength(0);
        using var csv = new CsvWriter(text, piece == 0 ? [.. Columns.Select(c => c.Name)] : []) { LeavesOpen = true };
        int first = piece * RowsOfPiece;
        Write(csv, rows, first, Math.Min(rows.Count, first + RowsOfPiece));
    }

    /// <summary>Writes the table as Parquet.</summary>
    /// <returns>SHA-256 of the same table as CSV.</returns>
    public string WriteParquet(string path, IReadOnlyList<T> rows)
    {
        using (var table = new ParquetTable(path, Columns.Select(c => c.Name)))
        {
            Write(table, rows, 0, rows.Count);
        }

        using var hash = SHA256.Create();
        using (var csv = new CsvWriter(
            new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write),
            [.. Columns.Select(c => c.Name)]))
        {
            Write(csv, rows, 0, rows.Count);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    private void Write(IRowWriter writer, IReadOnlyList<T> rows, int from, int until)
    {
        for (int k = from; k < until; k++)
        {
            T row = rows[k];
            foreach (ResultColumn<T> column in Columns)
            {
                column.Write(writer, row);
            }

            writer.EndRow();
        }
    }
}

/// <summary>The tables of a results folder and what their columns hold: what writes them and what describes them reads this.</summary>
internal static class ResultTables
{
    /// <summary>What a row of each table is, by the name of its file.</summary>
    public static IReadOnlyDictionary<string, string> Means => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Observations.File] = Observations.Means,
        [Territories.File] = Territories.Means,
        [Costs.File] = Costs.Means,
        [Comparisons.File] = Comparisons.Means,
        [Moves.File] = Moves.Means,
        [Sensitivities.File] = Sensitivities.Means,
        [Packages.File] = Packages.Means,
        [Payers.File] = Payers.Means,
        [Places.File] = Places.Means,
        [ResultsFolder.ShapesFile] = "Contours of the territories, as they were given.",
    };

    private const string Indicator = "name of an indicator: see indicators.csv";

    public static ResultTable<Observation> Observations { get; } = new("observations.csv", "What a run recorded, a value a row.",
        new("scenario", "name of the scenario", (csv, r) => csv.Write(r.Scenario)),
        new("replication", "replication, from 0", (csv, r) => csv.Write(r.Replication)),
        new("year", "calendar year", (csv, r) => csv.Write(r.Year)),
        new("indicator", Indicator, (csv, r) => csv.Write(r.Indicator)),
        new("value", "in the indicator's unit; empty where it has no meaning", (csv, r) => csv.Write(r.Value)))
    {
        IsLarge = true,
    };

    public static ResultTable<TerritoryResult> Territories { get; } = new("territories.csv",
        "What a territory looks like in a year, over the replications.",
        new("scenario", "name of the scenario", (csv, r) => csv.Write(r.Scenario)),
        new("year", "calendar year", (csv, r) => csv.Write(r.Year)),
        new("territory", "code of the territory: see places.csv", (csv, r) => csv.Write(r.Territory)),
        new("indicator", Indicator, (csv, r) => csv.Write(r.Indicator)),
        new("mean", "mean over replications", (csv, r) => csv.Write(r.Mean)),
        new("lower", "5 % quantile over replications", (csv, r) => csv.Write(r.Lower)),
        new("median", "median over replications", (csv, r) => csv.Write(r.Median)),
        new("upper", "95 % quantile over replications", (csv, r) => csv.Write(r.Upper)))
    {
        IsLarge = true,
    };

    public static ResultTable<PolicyCost> Costs { get; } = new("costs.csv", "What an act of a policy cost in a year.",
        new("scenario", "name of the scenario", (csv, r) => csv.Write(r.Scenario)),
        new("policy", "label of the policy: its name, else its type", (csv, r) => csv.Write(r.Policy)),
        new("act", "kind of act: offer, opening, limit, consideration, training, bond, capacity, second-place, amenity, fee, "
            + "retention, cohort, coordination or premises", (csv, r) => csv.Write(r.Act)),
        new("year", "calendar year", (csv, r) => csv.Write(r.Year)),
        new("mean_keur", "mean over replications, k€; below 0 where money came back", (csv, r) => csv.Write(r.Mean)),
        new("lower_keur", "5 % quantile over replications, k€", (csv, r) => csv.Write(r.Lower)),
        new("upper_keur", "95 % quantile over replications, k€", (csv, r) => csv.Write(r.Upper)));

    public static ResultTable<Comparison> Comparisons { get; } = new("comparison.csv",
        "What a scenario changes: paired differences from the baseline (same replication, same error terms).",
        new("scenario", "name of the scenario", (csv, r) => csv.Write(r.Scenario)),
        new("baseline", "name of the baseline", (csv, r) => csv.Write(r.Baseline)),
        new("year", "calendar year", (csv, r) => csv.Write(r.Year)),
        new("indicator", Indicator, (csv, r) => csv.Write(r.Indicator)),
        new("difference", "mean over replications of (scenario − baseline); a ratio where the indicator is one",
            (csv, r) => csv.Write(r.Difference)),
        new("se", "standard error of that mean; standard deviation of one more replication where replications draw what is doubted",
            (csv, r) => csv.Write(r.StandardError)),
        new("lower", "lower end of the 95 % interval: see indicators.csv; empty where there is none", (csv, r) => csv.Write(r.Lower)),
        new("upper", "upper end of the 95 % interval", (csv, r) => csv.Write(r.Upper)),
        new("replications", "replications used", (csv, r) => csv.Write(r.Replications)),
        new("chance_share", "share of the variance between replications that chance has; empty where it is not known",
            (csv, r) => csv.Write(r.ChanceShare)));

    public static ResultTable<Move> Moves { get; } = new("moves.csv",
        "A physician who chose otherwise than in the baseline, at the first year in which the two part.",
        new("scenario", "name of the scenario", (csv, r) => csv.Write(r.Scenario)),
        new("replication", "replication, from 0", (csv, r) => csv.Write(r.Replication)),
        new("year", "calendar year", (csv, r) => csv.Write(r.Year)),
        new("physician", "lasting name of the physician", (csv, r) => csv.Write(r.Physician)),
        new("from", "in the baseline: code of the territory, or locum, salaried, elsewhere, retired, absent",
            (csv, r) => csv.Write(r.From)),
        new("from_form", "form of practice in the baseline; empty when not installed", (csv, r) => csv.Write(r.FromForm)),
        new("to", "the same in the scenario", (csv, r) => csv.Write(r.To)),
        new("to_form", "the same in the scenario", (csv, r) => csv.Write(r.ToForm)),
        new("policy", "label of the policy that reached the physician; empty for a consequence of what policies changed for others",
            (csv, r) => csv.Write(r.Policy)))
    {
        IsLarge = true,
    };

    public static ResultTable<Sensitivity> Sensitivities { get; } = new("sensitivity.csv",
        "What an outcome at the last year becomes when one setting goes to the ends of its range.",
        new("scenario", "name of the scenario", (csv, r) => csv.Write(r.Scenario)),
        new("indicator", Indicator, (csv, r) => csv.Write(r.Indicator)),
        new("setting", "dotted key of the setting", (csv, r) => csv.Write(r.Setting)),
        new("low", "low end of its range", (csv, r) => csv.Write(r.Low)),
        new("high", "high end of its range", (csv, r) => csv.Write(r.High)),
        new("reference", "outcome at the setting's own value", (csv, r) => csv.Write(r.Reference)),
        new("at_low", "outcome at the low end", (csv, r) => csv.Write(r.AtLow)),
        new("at_high", "outcome at the high end", (csv, r) => csv.Write(r.AtHigh)));

    public static ResultTable<DoubtSource> DoubtSources { get; } = new("doubt.csv",
        "Where the variance of an effect between replications comes from, at the last year.",
        new("scenario", "name of the scenario", (csv, r) => csv.Write(r.Scenario)),
        new("indicator", Indicator, (csv, r) => csv.Write(r.Indicator)),
        new("source", "chance; preferences, settings or policies: their drawn numbers, as far as the effect follows them in straight "
            + "lines; rest: doubt that no straight line tells", (csv, r) => csv.Write(r.Source)),
        new("share", "share of the variance of the difference from the baseline; those of an effect add up to 1",
            (csv, r) => csv.Write(r.Share)),
        new("low", "low end of its 95 % interval, by leaving out one draw at a time", (csv, r) => csv.Write(r.Low)),
        new("high", "high end of its 95 % interval", (csv, r) => csv.Write(r.High)));

    public static ResultTable<PolicyChoice> Choices { get; } = new("choices.csv",
        "How often each scenario is the best of those compared with the baseline, and what choosing it may lose, at the last year.",
        new("scenario", "name of the scenario", (csv, r) => csv.Write(r.Scenario)),
        new("indicator", Indicator, (csv, r) => csv.Write(r.Indicator)),
        new("effect", "mean difference from the baseline", (csv, r) => csv.Write(r.Effect)),
        new("best_share", "share of the draws in which it is the best", (csv, r) => csv.Write(r.BestShare)),
        new("loss_low", "expected loss of choosing it, against the best of each draw as one replication shows it and the other measures",
            (csv, r) => csv.Write(r.LossLow)),
        new("loss_high", "the same against the best by the mean of both, chance included", (csv, r) => csv.Write(r.LossHigh)));

    public static ResultTable<InformationValue> Information { get; } = new("information.csv",
        "What knowing one doubtful number would gain who chooses the best of the scenarios compared, at the last year; only numbers that "
            + "tell more than draws of others do.",
        new("indicator", Indicator, (csv, r) => csv.Write(r.Indicator)),
        new("number", "dotted key of the number", (csv, r) => csv.Write(r.Number)),
        new("value", "expected gain of choosing with it known against choosing without (EVPPI), in the indicator's unit, less the mean of "
            + "what is found when it is given to other draws", (csv, r) => csv.Write(r.Value)),
        new("by_chance", "what 1 in 20 of these exceed, less the same mean", (csv, r) => csv.Write(r.ByChance)));

    public static ResultTable<PackageEffect> Packages { get; } = new("packages.csv",
        "Whether a scenario is more than the scenarios that it is made of, at the last year.",
        new("scenario", "name of the scenario", (csv, r) => csv.Write(r.Scenario)),
        new("parts", "names of the scenarios that have its policies between them", (csv, r) => csv.Write(r.Parts)),
        new("year", "calendar year", (csv, r) => csv.Write(r.Year)),
        new("indicator", Indicator, (csv, r) => csv.Write(r.Indicator)),
        new("sum_of_parts", "mean over replications of the sum of the parts' differences from the baseline",
            (csv, r) => csv.Write(r.SumOfParts)),
        new("more", "mean over replications of (difference of the whole − that sum); 0 is additive", (csv, r) => csv.Write(r.More)),
        new("se", "its standard error, as in comparison.csv", (csv, r) => csv.Write(r.StandardError)),
        new("lower", "lower end of its 95 % interval, as in comparison.csv", (csv, r) => csv.Write(r.Lower)),
        new("upper", "upper end of its 95 % interval", (csv, r) => csv.Write(r.Upper)),
        new("replications", "replications used", (csv, r) => csv.Write(r.Replications)));

    public static ResultTable<PayerCost> Payers { get; } = new("payers.csv", "What a payer pays for all policies of a scenario.",
        new("scenario", "name of the scenario", (csv, r) => csv.Write(r.Scenario)),
        new("payer", "name of the payer; public where a policy names nobody", (csv, r) => csv.Write(r.Payer)),
        new("keur", "cost since the start, mean over replications, k€; below 0 where money came back", (csv, r) => csv.Write(r.Keur)),
        new("lower_keur", "5 % quantile over replications, k€", (csv, r) => csv.Write(r.Lower)),
        new("upper_keur", "95 % quantile over replications, k€", (csv, r) => csv.Write(r.Upper)),
        new("last_year_keur", "cost in the last year, mean over replications, k€", (csv, r) => csv.Write(r.LastYear)),
        new("per_gp_year_keur", "paid more than in the baseline for each GP-year gained in under-dense territories, both discounted, k€; "
            + "empty where there is none", (csv, r) => csv.Write(r.PerGpYear)),
        new("per_gp_year_lower", "lower end of its 95 % interval, as in comparison.csv", (csv, r) => csv.Write(r.PerGpYearLower)),
        new("per_gp_year_upper", "upper end of its 95 % interval", (csv, r) => csv.Write(r.PerGpYearUpper)));

    public static ResultTable<PlaceRow> Places { get; } = new("places.csv", "A territory.",
        new("code", "code", (csv, r) => csv.Write(r.Code)),
        new("name", "name", (csv, r) => csv.Write(r.Name)),
        new("latitude", "of its point, degrees north, WGS84", (csv, r) => csv.Write(r.Latitude)),
        new("longitude", "of its point, degrees east, WGS84", (csv, r) => csv.Write(r.Longitude)),
        new("population", "inhabitants at the start", (csv, r) => csv.Write(r.Population)),
        new("area_type", "rural, periurban or urban",
            (csv, r) => csv.Write(JsonNamingPolicy.KebabCaseLower.ConvertName(r.Area.ToString()))),
        new("departement", "code of the département; may be empty", (csv, r) => csv.Write(r.Departement)),
        new("region", "code of the region; may be empty", (csv, r) => csv.Write(r.Region)));
}
