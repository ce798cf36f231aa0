using InstallSim.Indicators;
using InstallSim.Outputs;

namespace InstallSim.Results;

/// <summary>
/// What the tables of a results folder hold, as tables: <c>indicators.csv</c> (every name in a column <c>indicator</c>) and
/// <c>columns.csv</c> (every column of every table).
/// </summary>
internal static class DataDictionary
{
    /// <summary>Names of the two files.</summary>
    public const string IndicatorsFile = "indicators.csv", ColumnsFile = "columns.csv";

    private const string Quantiles = "5 % and 95 % quantiles over replications",
        OfMean = "ends of the 95 % interval of the mean over replications: chance alone",
        OfOneMore = "ends of the 95 % interval of one more replication: what is doubted and chance";

    /// <summary>Writes both.</summary>
    public static void Write(RunResults results, string folder)
    {
        using (var csv = new CsvWriter(Path.Combine(folder, IndicatorsFile),
            "table", "name", "unit", "label", "label_fr", "definition", "lower_and_upper"))
        {
            foreach (string[] row in Indicators(results.Manifest))
            {
                Array.ForEach(row, cell => csv.Write(cell));
                csv.EndRow();
            }
        }

        using var columns = new CsvWriter(Path.Combine(folder, ColumnsFile), "table", "column", "means");
        Of(columns, results.Manifest, ResultTables.Observations);
        Of(columns, results.Manifest, ResultTables.Territories);
        Of(columns, results.Manifest, ResultTables.Costs);
        Of(columns, results.Manifest, ResultTables.Comparisons);
        Of(columns, results.Manifest, ResultTables.Moves);
        Of(columns, results.Manifest, ResultTables.Places);
        Of(columns, results.Manifest, ResultTables.Sensitivities);
        Of(columns, results.Manifest, ResultTables.Packages);
        Of(columns, results.Manifest, ResultTables.DoubtSources);
        Of(columns, results.Manifest, ResultTables.Choices);
        Of(columns, results.Manifest, ResultTables.Information);
        Of(columns, results.Manifest, ResultTables.Payers);
    }

    private static IEnumerable<string[]> Indicators(Manifest m)
    {
        string ofDifference = m.HoldsDoubt ? OfOneMore : OfMean;
        string Unit(string unit) => unit == "accessibility" ? m.AccessibilityUnit : unit;
        string[] Row(string table, Indicator i, string ends) =>
            [table, i.Name, Unit(i.Unit), i.English, i.French, IndicatorDefinitions.Of(i), ends];

        return
        [
            .. IndicatorCatalog.Recorded.Select(i => Row(ResultsFolder.FileOf(ResultTables.Observations, m), i, "")),
            .. TerritoryIndicators.All.Select(i => (string[])
                [ResultsFolder.FileOf(ResultTables.Territories, m), i.Name, Unit(i.Unit), i.English, i.French, i.Definition, Quantiles]),
            .. IndicatorCatalog.Recorded.Select(i => Row(ResultTables.Comparisons.File, i, ofDifference)),
            .. IndicatorCatalog.Compared.Select(i => Row(ResultTables.Comparisons.File, i, ofDifference)),
            .. IndicatorCatalog.Recorded.Select(i => Row(ResultTables.Packages.File, i, ofDifference)),
            .. IndicatorCatalog.Recorded.Concat(IndicatorCatalog.Compared).Select(i => Row(ResultTables.Sensitivities.File, i, "")),
            [
                ResultTables.Comparisons.File, $"{PolicyCost.Compared}LABEL/ACT", "k€", "Cost of an act of a policy since the start",
                "Coût cumulé d’un acte d’une mesure", "as policy-cost-cumulative, of one act of the policy of that label", ofDifference,
            ],
        ];
    }

    private static void Of<T>(CsvWriter csv, Manifest manifest, ResultTable<T> table)
    {
        foreach (ResultColumn<T> column in table.Columns)
        {
            csv.Write(ResultsFolder.FileOf(table, manifest));
            csv.Write(column.Name);
            csv.Write(column.Means);
            csv.EndRow();
        }
    }
}
