using System.Text.Json.Nodes;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Experiments;

/// <summary>A table of results beside the one that the same question gives now.</summary>
/// <param name="File">Name of the table.</param>
/// <param name="Difference">How they differ; null when they are the same bytes.</param>
public sealed record TableCheck(string File, Words? Difference);

/// <summary>Asks the question of a manifest again and compares every table.</summary>
public static class Reproduction
{
    /// <summary>Reads the manifest of a results folder, which must be whole, or a manifest alone.</summary>
    /// <exception cref="InputException">A part of the results was changed, cut or taken away.</exception>
    public static Manifest Read(string path) =>
        Directory.Exists(path) ? ResultsFolder.Read(path).Manifest
        : File.Exists(path) ? ResultsFolder.ReadManifestFile(path)
        : throw new InputException(new Place(path), DidYouMean.NotThere(path));

    /// <summary>Reads the experiment again from the same inputs.</summary>
    /// <param name="manifest">What was run; its paths are told from the current folder.</param>
    /// <param name="threads">Threads.</param>
    /// <exception cref="InputException">An input is absent or differs from what was read then.</exception>
    public static LoadedExperiment Load(Manifest manifest, int threads) =>
        Load(manifest.Files, manifest.Plan, [.. manifest.Scenarios.Select(s => s.Name)], threads, "reproduce");

    /// <summary>Reads an experiment again from the same inputs.</summary>
    /// <param name="files">The inputs, by content.</param>
    /// <param name="plan">What was asked for.</param>
    /// <param name="then">Names of the scenarios, in their order.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="verb">The verb that asks, to say where it is called.</param>
    /// <exception cref="InputException">An input is absent or differs from what was read then.</exception>
    internal static LoadedExperiment Load(
        IReadOnlyList<FileInfoRow> files, RunPlan plan, IReadOnlyList<string> then, int threads, string verb)
    {
        var errors = new InputErrors();
        string[] missing = [.. files.Select(file => file.Path).Where(path => !File.Exists(path))];
        if (missing.Length == 1)
        {
            errors.Add(new Place(missing[0]), new Words(
                $"is missing: the results were made from it; call {verb} in the folder in which they were made",
                $"manque\u00a0: les résultats en sont issus\u00a0; appeler {verb} dans le dossier où ils ont été faits"));
        }
        else if (missing.Length > 1)
        {
            string some = string.Join(", ", missing.Take(3)) + (missing.Length > 3 ? ", …" : "");
            errors.Add(new Place(verb), new Words(
                $"{missing.Length} of the {files.Count} files that the results were made from are missing: {some}; call {verb} in the "
                    + "folder in which they were made",
                $"{missing.Length} des {files.Count} fichiers dont les résultats sont issus manquent\u00a0: {some}\u00a0; appeler {verb} "
                    + "dans le dossier où ils ont été faits"), missing.Length);
        }

        foreach (FileInfoRow file in files.Where(file => !missing.Contains(file.Path)))
        {
            if (FileHash.Of(file.Path) is var now && now != file.Sha256)
            {
                errors.Add(new Place(file.Path), new Words(
                    $"is not the file that the results were made from: its SHA-256 is {now[..8]}…, then {file.Sha256[..8]}…",
                    $"n’est pas le fichier dont les résultats sont issus\u00a0: son SHA-256 est {now[..8]}…, alors {file.Sha256[..8]}…"));
            }
        }

        errors.ThrowIfAny();
        LoadedExperiment loaded = ExperimentReader.Read(plan.Paths, plan.Baseline, plan.Overrides, threads);
        loaded = loaded with { Plan = plan };
        string[] here = [.. loaded.Sources.Select(s => s.Scenario.Name)];
        return then.SequenceEqual(here) ? loaded : throw new InputException(new Place(string.Join(", ", plan.Paths)), new Words(
            $"holds other scenarios than the results were made from: {string.Join(", ", here)}; then {string.Join(", ", then)}",
            $"contient d’autres scénarios que ceux dont les résultats sont issus\u00a0: {string.Join(", ", here)}\u00a0; alors "
                + string.Join(", ", then)));
    }

    /// <summary>What the manifest says of the run otherwise than the inputs do; null when it says the same.</summary>
    /// <remarks>Time and machine may differ; of another program only what its results are of is compared.</remarks>
    private static Words? Difference(Manifest then, Manifest now)
    {
        var (was, becomes) = (JsonFile.Properties(then), JsonFile.Properties(now));
        IEnumerable<string> compared = then.Program.ToString() == now.Program.ToString()
            ? becomes.Select(p => p.Key).Except(["finished", "seconds", "machine", "tables", "result_hash", "files", "warnings"])
            : ["name", "baseline", "first_year", "last_year", "replications", "seed"];
        string names = string.Join(", ", compared.Where(key => !JsonNode.DeepEquals(was[key], becomes[key])));
        return names.Length == 0 ? null
            : new Words($"says otherwise than the inputs: {names}", $"dit autre chose que les données\u00a0: {names}");
    }

    /// <summary>Runs again and compares.</summary>
    /// <param name="manifest">What was run.</param>
    /// <param name="loaded">The experiment, read again.</param>
    /// <param name="former">Folder of the former results, to say where tables differ; null when there is the manifest alone.</param>
    /// <param name="say">Told which part comes next.</param>
    /// <param name="watch">Who watches.</param>
    /// <returns>A row a table, in the manifest's order, then tables that it has not.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<TableCheck> Run(
        Manifest manifest, LoadedExperiment loaded, string? former, Action<Words> say, RunWatch watch)
    {
        string folder = Directory.CreateTempSubdirectory("installsim-").FullName;
        try
        {
            string again = Path.Combine(folder, "again");
            IReadOnlyList<SettingInfo> varied = SensitivityRunner.Choose(loaded, manifest.Plan.Varied);
            RunResults results = SensitivityRunner.Add(ExperimentRunner.Run(loaded, again, watch), loaded, varied, again, say, watch);
            results = results with { Manifest = results.Manifest with { LargeTables = manifest.LargeTables } };
            Directory.CreateDirectory(again);
            Dictionary<string, string> now = ResultsFolder.WriteTables(results, again).Tables.ToDictionary(t => t.Path, t => t.Sha256);
            Dictionary<string, string> then = manifest.Tables.ToDictionary(t => t.Path, t => t.Sha256);
            TableCheck[] said = Difference(manifest, results.Manifest) is { } difference
                ? [new TableCheck(ResultsFolder.ManifestFile, difference)]
                : [];
            return [.. said, .. manifest.Tables.Select(t => t.Path).Union(now.Keys).Select(file =>
                new TableCheck(file, Difference(file, then.GetValueOrDefault(file), now.GetValueOrDefault(file), former, again)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Words? Difference(string file, string? then, string? now, string? former, string again) =>
        now is null ? new Words("is not made now", "n’est pas produit maintenant")
        : then is null ? new Words("was not made then", "n’avait pas été produit")
        : now == then ? null
        : former is null || Path.GetExtension(file) != ".csv" ? new Words("differs", "diffère")
        : Difference(Path.Combine(former, file), Path.Combine(again, file));

    private static Words Difference(string then, string now)
    {
        string[] was = File.ReadAllLines(then), becomes = File.ReadAllLines(now);
        int lines = Math.Max(was.Length, becomes.Length);
        int[] different = [.. Enumerable.Range(0, lines).Where(k => LineOf(was, k) != LineOf(becomes, k))];
        int first = different[0];
        (string old, string made) = (LineOf(was, first), LineOf(becomes, first));
        return new Words(
            $"differs in {different.Length} of {lines} lines, first in line {first + 1}: '{old}' then, '{made}' now",
            $"diffère dans {different.Length} lignes sur {lines}, d’abord à la ligne {first + 1}\u00a0: «\u00a0{old}\u00a0» alors, "
                + $"«\u00a0{made}\u00a0» maintenant");

        static string LineOf(string[] lines, int k) => k < lines.Length ? lines[k] : "";
    }
}
