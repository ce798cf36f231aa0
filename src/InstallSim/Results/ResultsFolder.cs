using System.Runtime.ExceptionServices;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Results;

/// <summary>The files of a results folder. A folder appears whole or not at all, and one that was changed is not read.</summary>
public static class ResultsFolder
{
    /// <summary>Name of the file that says what was run.</summary>
    public const string ManifestFile = "manifest.json";

    /// <summary>Name of the folder of finished replications, to which more may be added.</summary>
    public const string ReplicationsFolder = "replications";

    /// <summary>A file that results of a run or comparison have, and no others.</summary>
    public const string MarkFile = DataDictionary.ColumnsFile;

    internal const string ShapesFile = "shapes.json";

    /// <summary>All files that results may have, but for figures and replications.</summary>
    public static IReadOnlyList<string> Files
    {
        get
        {
            string[] tables = [.. ResultTables.Means.Keys, ResultTables.DoubtSources.File, ResultTables.Choices.File,
                ResultTables.Information.File];
            return
            [
                .. tables, .. tables.Select(file => Path.ChangeExtension(file, ParquetTable.Extension)), ManifestFile,
                DataDictionary.IndicatorsFile, DataDictionary.ColumnsFile, ResearchObject.MetadataFile, ResearchObject.CitationFile,
                ResearchObject.Page,
            ];
        }
    }

    private static readonly Words Called = new("results", "des résultats");

    /// <summary>Writes results; former results in the same place are replaced.</summary>
    /// <param name="results">What to write; its manifest gets the hashes of the tables.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="addReport">
    /// Adds files such as the report to the folder before it appears, beside the tables: given the results, what waits for their hash, and
    /// the folder's temporary path.
    /// </param>
    /// <param name="threads">Threads; no file depends on them.</param>
    /// <returns>The manifest as written.</returns>
    /// <exception cref="InputException">The folder holds something else, or cannot be written to.</exception>
    public static Manifest Write(
        RunResults results, AtomicFolder folder, Action<RunResults, Func<string>, string> addReport, int threads = 1)
    {
        var tables = Task.Run(() => WriteTables(results, folder.Path, threads));
        try
        {
            addReport(results, () => tables.GetAwaiter().GetResult().ResultHash, folder.Path);
        }
        finally
        {
            Task.WaitAny(tables); // nobody writes to a folder that is gone
        }

        Manifest manifest = tables.GetAwaiter().GetResult();
        DataDictionary.Write(results, folder.Path);
        JsonFile.Write(Path.Combine(folder.Path, ManifestFile), manifest);
        ResearchObject.Write(manifest, folder.Path);
        folder.Commit();
        return manifest;
    }

    /// <summary>Writes the tables alone.</summary>
    /// <param name="results">What to write.</param>
    /// <param name="folder">A folder that is there.</param>
    /// <param name="threads">Threads; no file depends on them.</param>
    /// <returns>The manifest of the results with the hashes of the tables.</returns>
    public static Manifest WriteTables(RunResults results, string folder, int threads = 1)
    {
        var write = new List<Func<FileInfoRow>>();
        Table(ResultTables.Observations, results.Observations);
        Table(ResultTables.Territories, results.Territories);
        Table(ResultTables.Costs, results.Costs);
        Table(ResultTables.Comparisons, results.Comparisons);
        Table(ResultTables.Moves, results.Moves);
        Table(ResultTables.Places, results.Places);
        WhereAny(ResultTables.Sensitivities, results.Sensitivities);
        WhereAny(ResultTables.Packages, results.Packages);
        WhereAny(ResultTables.Payers, results.Payers);
        WhereAny(ResultTables.DoubtSources, results.DoubtSources);
        WhereAny(ResultTables.Choices, results.Choices);
        WhereAny(ResultTables.Information, results.Information);
        if (results.Shapes is not null)
        {
            var shapes = new ShapesText(results.ShapesKey!, results.Shapes);
            Keep(ShapesFile, path => JsonFile.Write(path, shapes));
        }

        FileInfoRow[] tables = AtOnce(write, threads);
        return results.Manifest with { Tables = tables, ResultHash = HashOf(tables) };

        void WhereAny<T>(ResultTable<T> table, IReadOnlyList<T> rows)
        {
            if (rows.Count > 0)
            {
                Table(table, rows);
            }
        }

        void Table<T>(ResultTable<T> table, IReadOnlyList<T> rows)
        {
            string file = FileOf(table, results.Manifest), path = Path.Combine(folder, file);
            if (file == table.File)
            {
                Keep(file, at => table.Write(at, rows, threads));
                return;
            }

            write.Add(() =>
            {
                string asCsv = table.WriteParquet(path, rows);
                return new FileInfoRow(file, FileHash.Of(path)) { AsCsv = asCsv };
            });
        }

        void Keep(string file, Action<string> writeTo) => write.Add(() =>
        {
            string path = Path.Combine(folder, file);
            writeTo(path);
            return new FileInfoRow(file, FileHash.Of(path));
        });
    }

    /// <summary>Writes files at the same time; the first fault among them comes out as it was.</summary>
    private static FileInfoRow[] AtOnce(List<Func<FileInfoRow>> write, int threads)
    {
        var files = new FileInfoRow[write.Count];
        try
        {
            Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, k => files[k] = write[k]());
        }
        catch (AggregateException many)
        {
            ExceptionDispatchInfo.Throw(many.Flatten().InnerExceptions[0]);
        }

        return files;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InputException">It is no results folder, or one of which a part was changed, cut or taken away.</exception>
    public static RunResults Read(string folder)
    {
        Manifest manifest = ReadManifest(folder);
        var errors = new InputErrors();
        Check(folder, manifest, errors);
        errors.ThrowIfAny();
        RunResults results = ReadTables(folder, manifest, errors);
        errors.ThrowIfAny();
        ResultsCheck.Run(results, folder, errors);
        errors.ThrowIfAny();
        return results;
    }

    /// <summary>Reads the tables; the values of the runs, which are most of what is read, beside all others.</summary>
    private static RunResults ReadTables(string folder, Manifest manifest, InputErrors errors)
    {
        string PathOf(string file) => Path.Combine(folder, file);
        bool Has(string file) => manifest.Tables.Any(t => t.Path == file);
        ShapesText? shapes = Has(ShapesFile) ? JsonFile.Read<ShapesText>(PathOf(ShapesFile), Called) : null;
        var others = new InputErrors();
        var observations = Task.Run(() => ResultsReader.Observations(PathOf(FileOf(ResultTables.Observations, manifest)), errors));
        var results = new RunResults
        {
            Manifest = manifest,
            Observations = [],
            Territories = ResultsReader.Territories(PathOf(FileOf(ResultTables.Territories, manifest)), others),
            Costs = ResultsReader.Costs(PathOf(ResultTables.Costs.File), others),
            Comparisons = ResultsReader.Comparisons(PathOf(ResultTables.Comparisons.File), others),
            Moves = ResultsReader.Moves(PathOf(FileOf(ResultTables.Moves, manifest)), others),
            Sensitivities = Has(ResultTables.Sensitivities.File)
                ? ResultsReader.Sensitivities(PathOf(ResultTables.Sensitivities.File), others)
                : [],
            Packages = Has(ResultTables.Packages.File) ? ResultsReader.Packages(PathOf(ResultTables.Packages.File), others) : [],
            Payers = Has(ResultTables.Payers.File) ? ResultsReader.Payers(PathOf(ResultTables.Payers.File), others) : [],
            DoubtSources = Has(ResultTables.DoubtSources.File)
                ? DoubtReader.DoubtSources(PathOf(ResultTables.DoubtSources.File), others)
                : [],
            Information = Has(ResultTables.Information.File)
                ? DoubtReader.Information(PathOf(ResultTables.Information.File), others)
                : [],
            Choices = Has(ResultTables.Choices.File) ? DoubtReader.Choices(PathOf(ResultTables.Choices.File), others) : [],
            Places = ResultsReader.Places(PathOf(ResultTables.Places.File), others),
            Shapes = shapes?.Text,
            ShapesKey = shapes?.Key,
        };
        results = results with { Observations = observations.GetAwaiter().GetResult() };
        errors.Add(others.All);
        return results;
    }

    /// <summary>Reads what was run.</summary>
    /// <exception cref="InputException">It is no results folder, or one of an older version.</exception>
    public static Manifest ReadManifest(string folder)
    {
        string path = Path.Combine(folder, ManifestFile);
        if (!File.Exists(path))
        {
            throw new InputException(new Place(folder), !Directory.Exists(folder) && !File.Exists(folder)
                ? DidYouMean.NotThere(folder)
                : new Words(
                    $"is no results folder: it has no {ManifestFile}",
                    $"n’est pas un dossier de résultats\u00a0: il n’a pas de {ManifestFile}"));
        }

        return ReadManifestFile(path);
    }

    /// <summary>Reads a manifest that may stand alone.</summary>
    /// <exception cref="InputException">It is absent, no manifest, or one of an older version.</exception>
    public static Manifest ReadManifestFile(string path)
    {
        Manifest manifest = JsonFile.Read<Manifest>(path, Called);
        return manifest.Tables.Count > 0 ? manifest : throw new InputException(new Place(path), new Words(
            "is of an older version of the program, which did not keep the hashes of all tables: they cannot be checked; run it again",
            "est d’une version antérieure du programme, qui ne gardait pas les empreintes de tous les tableaux\u00a0: ils ne peuvent être "
                + "vérifiés\u00a0; refaire le calcul"));
    }

    /// <summary>Name of the file of a table, as results store it.</summary>
    internal static string FileOf<T>(ResultTable<T> table, Manifest manifest) =>
        table.IsLarge && manifest.LargeTables == TableStorage.Parquet
            ? Path.ChangeExtension(table.File, ParquetTable.Extension)
            : table.File;

    /// <summary>
    /// The hash of all tables: that of lines <c>HASH  FILE</c> in their order, as they are as CSV, however they are stored.
    /// </summary>
    internal static string HashOf(IEnumerable<FileInfoRow> tables) =>
        FileHash.OfText(string.Concat(tables.Select(t =>
            t.AsCsv is null ? $"{t.Sha256}  {t.Path}\n" : $"{t.AsCsv}  {Path.ChangeExtension(t.Path, ".csv")}\n")));

    private static void Check(string folder, Manifest manifest, InputErrors errors)
    {
        FileList list = FileList.Read(folder);
        if (!list.IsOwn(ManifestFile) || manifest.ResultHash != HashOf(manifest.Tables))
        {
            errors.Add(new Place(Path.Combine(folder, ManifestFile)), new Words(
                $"was changed after the run: {FileList.Name} or its own hash of the tables says otherwise",
                $"a été modifié après le calcul\u00a0: {FileList.Name} ou sa propre empreinte des tableaux disent autre chose"));
        }

        foreach (string file in list.Paths.Where(f => f != ManifestFile && !IsMadeAgain(f) && manifest.Tables.All(t => t.Path != f)
            && !list.IsOwn(f)))
        {
            errors.Add(new Place(Path.Combine(folder, file)), new Words(
                $"was changed, cut or taken away after the run: {FileList.Name} says otherwise",
                $"a été modifié, coupé ou enlevé après le calcul\u00a0: {FileList.Name} dit autre chose"));
        }

        foreach (FileInfoRow table in manifest.Tables)
        {
            string path = Path.Combine(folder, table.Path);
            if (!File.Exists(path))
            {
                errors.Add(new Place(path), new Words(
                    "is missing: it is part of the results", "manque\u00a0: il fait partie des résultats"));
            }
            else if (FileHash.Of(path) != table.Sha256)
            {
                errors.Add(new Place(path), new Words(
                    $"was changed or cut after the run: its SHA-256 is not the one in {ManifestFile}",
                    $"a été modifié ou coupé après le calcul\u00a0: son SHA-256 n’est pas celui de {ManifestFile}"));
            }
        }
    }

    /// <summary>Whether a file holds nothing of its own: pages and pictures can be made again, replications say for themselves.</summary>
    private static bool IsMadeAgain(string file) => file.Contains('/') || Path.GetExtension(file) is ".html" or ".pdf" or ".md";

    private sealed record ShapesText(string Key, string Text);
}
