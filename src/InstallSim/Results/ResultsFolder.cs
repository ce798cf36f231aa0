using System.Text.Json;
using System.Text.Json.Serialization;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Results;

/// <summary>The files of a results folder. A folder appears whole or not at all.</summary>
public static class ResultsFolder
{
    private const string ManifestFile = "manifest.json", ObservationsFile = "observations.csv", TerritoriesFile = "territories.csv";
    private const string ComparisonFile = "comparison.csv", MovesFile = "moves.csv", PlacesFile = "places.csv", ShapesFile = "shapes.json";
    private const string SensitivityFile = "sensitivity.csv", CostsFile = "costs.csv";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes results; former results in the same place are replaced.</summary>
    /// <param name="results">What to write; its manifest gets the hash of the observations.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="addReport">Adds files such as the report to the folder before it appears, given its temporary path.</param>
    /// <returns>The manifest as written.</returns>
    /// <exception cref="InputException">The folder exists and holds something else.</exception>
    public static Manifest Write(RunResults results, string folder, Action<RunResults, string> addReport)
    {
        using AtomicFolder target = AtomicFolder.Create(folder);
        string PathOf(string file) => Path.Combine(target.Path, file);
        Table(PathOf(ObservationsFile), results.Observations, "scenario replication year indicator value", Cells);
        Manifest manifest = results.Manifest with { ResultHash = FileHash.Of(PathOf(ObservationsFile)) };
        Table(PathOf(TerritoriesFile), results.Territories, "scenario year territory indicator mean lower median upper", Cells);
        Table(PathOf(CostsFile), results.Costs, "scenario policy act year mean_keur lower_keur upper_keur", Cells);
        Table(PathOf(ComparisonFile), results.Comparisons,
            "scenario baseline year indicator difference se lower upper replications chance_share", Cells);
        Table(PathOf(MovesFile), results.Moves, "scenario replication year physician from from_form to to_form policy", Cells);
        Table(PathOf(PlacesFile), results.Places, "code name latitude longitude population area_type departement region", Cells);
        if (results.Sensitivities.Count > 0)
        {
            Table(PathOf(SensitivityFile), results.Sensitivities, "scenario indicator setting low high reference at_low at_high", Cells);
        }

        if (results.Shapes is not null)
        {
            File.WriteAllText(PathOf(ShapesFile), JsonSerializer.Serialize(new ShapesText(results.ShapesKey!, results.Shapes), Json));
        }

        File.WriteAllText(PathOf(ManifestFile), JsonSerializer.Serialize(manifest, Json));
        addReport(results with { Manifest = manifest }, target.Path);
        target.Commit();
        return manifest;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InputException">It is no results folder, or one that was changed.</exception>
    public static RunResults Read(string folder)
    {
        string PathOf(string file) => Path.Combine(folder, file);
        if (!File.Exists(PathOf(ManifestFile)))
        {
            throw new InputException(new Place(folder), $"is no results folder: it has no {ManifestFile}");
        }

        Manifest manifest = ReadJson<Manifest>(PathOf(ManifestFile));
        ShapesText? shapes = File.Exists(PathOf(ShapesFile)) ? ReadJson<ShapesText>(PathOf(ShapesFile)) : null;
        var errors = new InputErrors();
        var results = new RunResults
        {
            Manifest = manifest,
            Observations = ResultsReader.Observations(PathOf(ObservationsFile), errors),
            Territories = ResultsReader.Territories(PathOf(TerritoriesFile), errors),
            Costs = ResultsReader.Costs(PathOf(CostsFile), errors),
            Comparisons = ResultsReader.Comparisons(PathOf(ComparisonFile), errors),
            Moves = ResultsReader.Moves(PathOf(MovesFile), errors),
            Sensitivities = File.Exists(PathOf(SensitivityFile)) ? ResultsReader.Sensitivities(PathOf(SensitivityFile), errors) : [],
            Places = ResultsReader.Places(PathOf(PlacesFile), errors),
            Shapes = shapes?.Text,
            ShapesKey = shapes?.Key,
        };
        errors.ThrowIfAny();
        if (FileHash.Of(PathOf(ObservationsFile)) != manifest.ResultHash)
        {
            throw new InputException(new Place(PathOf(ObservationsFile)),
                $"was changed after the run: its SHA-256 is not the result_hash of {ManifestFile}");
        }

        return results;
    }

    private static T ReadJson<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Json) ?? throw new JsonException("it is empty");
        }
        catch (JsonException fault)
        {
            throw new InputException(new Place(path, (int)(fault.LineNumber ?? 0) + 1),
                $"cannot be read as results: {InputMessage.Elsewhere(fault.Message)}");
        }
    }

    private static void Table<T>(string path, IReadOnlyList<T> rows, string columns, Action<CsvWriter, T> cells)
    {
        using var csv = new CsvWriter(path, columns.Split(' '));
        foreach (T row in rows)
        {
            cells(csv, row);
            csv.EndRow();
        }
    }

    private static void Cells(CsvWriter csv, Observation row)
    {
        csv.Write(row.Scenario);
        csv.Write(row.Replication);
        csv.Write(row.Year);
        csv.Write(row.Indicator);
        csv.Write(row.Value);
    }

    private static void Cells(CsvWriter csv, TerritoryResult row)
    {
        csv.Write(row.Scenario);
        csv.Write(row.Year);
        csv.Write(row.Territory);
        csv.Write(row.Indicator);
        csv.Write(row.Mean);
        csv.Write(row.Lower);
        csv.Write(row.Median);
        csv.Write(row.Upper);
    }

    private static void Cells(CsvWriter csv, PolicyCost row)
    {
        csv.Write(row.Scenario);
        csv.Write(row.Policy);
        csv.Write(row.Act);
        csv.Write(row.Year);
        csv.Write(row.Mean);
        csv.Write(row.Lower);
        csv.Write(row.Upper);
    }

    private static void Cells(CsvWriter csv, Comparison row)
    {
        csv.Write(row.Scenario);
        csv.Write(row.Baseline);
        csv.Write(row.Year);
        csv.Write(row.Indicator);
        csv.Write(row.Difference);
        csv.Write(row.StandardError);
        csv.Write(row.Lower);
        csv.Write(row.Upper);
        csv.Write(row.Replications);
        csv.Write(row.ChanceShare);
    }

    private static void Cells(CsvWriter csv, Move row)
    {
        csv.Write(row.Scenario);
        csv.Write(row.Replication);
        csv.Write(row.Year);
        csv.Write(row.Physician);
        csv.Write(row.From);
        csv.Write(row.FromForm);
        csv.Write(row.To);
        csv.Write(row.ToForm);
        csv.Write(row.Policy);
    }

    private static void Cells(CsvWriter csv, Sensitivity row)
    {
        csv.Write(row.Scenario);
        csv.Write(row.Indicator);
        csv.Write(row.Setting);
        csv.Write(row.Low);
        csv.Write(row.High);
        csv.Write(row.Reference);
        csv.Write(row.AtLow);
        csv.Write(row.AtHigh);
    }

    private static void Cells(CsvWriter csv, PlaceRow row)
    {
        csv.Write(row.Code);
        csv.Write(row.Name);
        csv.Write(row.Latitude);
        csv.Write(row.Longitude);
        csv.Write(row.Population);
        csv.Write(JsonNamingPolicy.KebabCaseLower.ConvertName(row.Area.ToString()));
        csv.Write(row.Departement);
        csv.Write(row.Region);
    }

    private sealed record ShapesText(string Key, string Text);
}
