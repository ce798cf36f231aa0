using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Results;

/// <summary>Reads the tables of a results folder; an absent or broken table gives no rows and says why.</summary>
internal static class ResultsReader
{
    public static IReadOnlyList<Observation> Observations(string path, InputErrors errors) => Large<Observation>(path, errors, t =>
    {
        string[] scenario = t.Texts("scenario"), indicator = t.Texts("indicator");
        int[] replication = t.WholeNumbers("replication", 0), year = t.WholeNumbers("year");
        double[] value = t.Numbers("value");
        return k => new Observation(scenario[k], replication[k], year[k], indicator[k], value[k]);
    });

    public static IReadOnlyList<TerritoryResult> Territories(string path, InputErrors errors) => Large<TerritoryResult>(path, errors, t =>
    {
        string[] scenario = t.Texts("scenario"), territory = t.Texts("territory"), indicator = t.Texts("indicator");
        int[] year = t.WholeNumbers("year");
        double[] mean = t.Numbers("mean"), lower = t.Numbers("lower"), median = t.Numbers("median"), upper = t.Numbers("upper");
        return k => new TerritoryResult(scenario[k], year[k], territory[k], indicator[k], mean[k], lower[k], median[k], upper[k]);
    });

    public static IReadOnlyList<PolicyCost> Costs(string path, InputErrors errors) => Rows<PolicyCost>(path, errors, t =>
    {
        string[] scenario = t.Column("scenario").Texts(), policy = t.Column("policy").Texts(), act = t.Column("act").Texts();
        int[] year = t.Column("year").WholeNumbers();
        double[] mean = Numbers(t, "mean_keur"), lower = Numbers(t, "lower_keur"), upper = Numbers(t, "upper_keur");
        return k => new PolicyCost(scenario[k], policy[k], act[k], year[k], mean[k], lower[k], upper[k]);
    });

    public static IReadOnlyList<Comparison> Comparisons(string path, InputErrors errors) => Rows<Comparison>(path, errors, t =>
    {
        string[] scenario = t.Column("scenario").Texts(), baseline = t.Column("baseline").Texts(),
            indicator = t.Column("indicator").Texts();
        int[] year = t.Column("year").WholeNumbers(), replications = t.Column("replications").WholeNumbers(0);
        double[] difference = Numbers(t, "difference"), se = Numbers(t, "se"), lower = Numbers(t, "lower"), upper = Numbers(t, "upper"),
            chance = Numbers(t, "chance_share");
        return k => new Comparison(
            scenario[k], baseline[k], year[k], indicator[k], difference[k], se[k], lower[k], upper[k], replications[k], chance[k]);
    });

    public static IReadOnlyList<Move> Moves(string path, InputErrors errors) => Large<Move>(path, errors, t =>
    {
        string[] scenario = t.Texts("scenario"), from = t.Texts("from"), to = t.Texts("to");
        string[] fromForm = t.Texts("from_form", true), toForm = t.Texts("to_form", true), policy = t.Texts("policy", true);
        int[] replication = t.WholeNumbers("replication", 0), year = t.WholeNumbers("year"), physician = t.WholeNumbers("physician");
        return k => new Move(
            scenario[k], replication[k], year[k], (uint)physician[k], from[k], fromForm[k], to[k], toForm[k], policy[k]);
    });

    public static IReadOnlyList<Sensitivity> Sensitivities(string path, InputErrors errors) => Rows<Sensitivity>(path, errors, t =>
    {
        string[] scenario = t.Column("scenario").Texts(), indicator = t.Column("indicator").Texts(), setting = t.Column("setting").Texts();
        string[] low = t.Column("low").Texts(), high = t.Column("high").Texts();
        double[] reference = Numbers(t, "reference"), atLow = Numbers(t, "at_low"), atHigh = Numbers(t, "at_high");
        return k => new Sensitivity(scenario[k], indicator[k], setting[k], low[k], high[k], reference[k], atLow[k], atHigh[k]);
    });

    public static IReadOnlyList<PackageEffect> Packages(string path, InputErrors errors) => Rows<PackageEffect>(path, errors, t =>
    {
        string[] scenario = t.Column("scenario").Texts(), parts = t.Column("parts").Texts(), indicator = t.Column("indicator").Texts();
        int[] year = t.Column("year").WholeNumbers(), replications = t.Column("replications").WholeNumbers(0);
        double[] sum = Numbers(t, "sum_of_parts"), more = Numbers(t, "more"), se = Numbers(t, "se"), lower = Numbers(t, "lower"),
            upper = Numbers(t, "upper");
        return k => new PackageEffect(
            scenario[k], parts[k], year[k], indicator[k], sum[k], more[k], se[k], lower[k], upper[k], replications[k]);
    });

    public static IReadOnlyList<PayerCost> Payers(string path, InputErrors errors) => Rows<PayerCost>(path, errors, t =>
    {
        string[] scenario = t.Column("scenario").Texts(), payer = t.Column("payer").Texts();
        double[] keur = Numbers(t, "keur"), lower = Numbers(t, "lower_keur"), upper = Numbers(t, "upper_keur"),
            last = Numbers(t, "last_year_keur"), each = Numbers(t, "per_gp_year_keur"), eachLower = Numbers(t, "per_gp_year_lower"),
            eachUpper = Numbers(t, "per_gp_year_upper");
        return k => new PayerCost(scenario[k], payer[k], keur[k], lower[k], upper[k], last[k], each[k], eachLower[k], eachUpper[k]);
    });

    public static IReadOnlyList<PlaceRow> Places(string path, InputErrors errors) => Rows<PlaceRow>(path, errors, t =>
    {
        string[] code = t.Column("code").Texts(), name = t.Column("name").Texts(true);
        string[] departement = t.Column("departement").Texts(true), region = t.Column("region").Texts(true);
        double[] latitude = Numbers(t, "latitude"), longitude = Numbers(t, "longitude"), population = Numbers(t, "population");
        AreaType[] area = t.Column("area_type").Choices<AreaType>();
        return k => new PlaceRow(code[k], name[k], latitude[k], longitude[k], population[k], area[k], departement[k], region[k]);
    });

    internal static double[] Numbers(CsvTable table, string column) => table.Column(column).Numbers(allowMissing: true);

    /// <summary>Rows of a table that may have a header only.</summary>
    internal static T[] Rows<T>(string path, InputErrors errors, Func<CsvTable, Func<int, T>> columns)
    {
        if (HasHeaderOnly(path) || CsvTable.Read(path, errors) is not { } table)
        {
            return [];
        }

        return RowsOf(table.Rows, columns(table));
    }

    /// <summary>Rows of a large table, however it is stored; it may have none.</summary>
    private static T[] Large<T>(string path, InputErrors errors, Func<ResultColumns, Func<int, T>> columns)
    {
        if (HasHeaderOnly(path) || ResultColumns.Read(path, errors) is not { } table)
        {
            return [];
        }

        Func<int, T> row = columns(table);
        return errors.All.Count > 0 ? [] : RowsOf(table.Rows, row);
    }

    private static bool HasHeaderOnly(string path) =>
        Path.GetExtension(path) == ".csv" && File.Exists(path) && File.ReadLines(path).Take(2).Count() == 1;

    private static T[] RowsOf<T>(int count, Func<int, T> row)
    {
        var rows = new T[count];
        for (int k = 0; k < rows.Length; k++)
        {
            rows[k] = row(k);
        }

        return rows;
    }
}
