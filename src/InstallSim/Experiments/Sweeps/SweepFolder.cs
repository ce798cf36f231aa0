using System.Text.Json.Nodes;
using InstallSim.Experiments.Discovery;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Sweeps;

/// <summary>Writes and reads the folder of a sweep. It appears whole or not at all.</summary>
public static class SweepFolder
{
    /// <summary>Which sweep was read out: every folder of what is read out of a sweep has it.</summary>
    public const string ReadOutFile = "discover.json";

    /// <summary>What was read out, for people who read.</summary>
    public const string PageFile = "sweep.html";

    private const string FiguresFolder = "figures";

    /// <summary>All files that a sweep may have.</summary>
    /// <param name="discover">What is read out of it; null for nothing.</param>
    /// <param name="scenarios">How many scenarios have outcomes.</param>
    public static IReadOnlyList<string> FilesOf(DiscoverSettings? discover, int scenarios) =>
    [
        SweepManifest.FileName, SweepTables.PointsFile, Path.ChangeExtension(SweepTables.PointsFile, ParquetTable.Extension),
        SweepTables.FailuresFile, .. discover is null ? Array.Empty<string>() : [PageFile, .. DiscoveryTables.Files],
        .. DiscoveryFigures.FilesOf((discover?.Boxes.Count ?? 0) * scenarios, (discover?.Fronts.Count ?? 0) * scenarios)
            .Select(figure => $"{FiguresFolder}/{figure}"),
    ];

    /// <summary>
    /// Reads out what the plan asks of a whole sweep whose tables are there, notes the hashes, and lets the folder appear.
    /// </summary>
    /// <param name="manifest">What was swept.</param>
    /// <param name="folder">The folder, with <c>points.csv</c> and failures.</param>
    /// <param name="text">Language of page and figures.</param>
    /// <param name="storage">How the table of points is stored; null for CSV.</param>
    /// <returns>The manifest as written, and what was read out; null where nothing was.</returns>
    public static (SweepManifest Manifest, Findings? Findings) Finish(
        SweepManifest manifest, AtomicFolder folder, ReportText text, TableStorage? storage = null)
    {
        string In(string file) => Path.Combine(folder.Path, file);
        List<string> tables =
            [.. ((string[])[SweepTables.PointsFile, SweepTables.FailuresFile]).Where(table => File.Exists(In(table)))];
        Findings? findings = null;
        if (manifest.Shard is null && manifest.Failures < manifest.Points && manifest.Discover is { } discover)
        {
            findings = Discover.Of(SweepTables.Read(In(SweepTables.PointsFile), manifest), discover);
            tables.AddRange(WriteFindings(findings, folder.Path, text));
        }

        FileInfoRow[] hashes = [.. tables.Select(t => t == SweepTables.PointsFile && storage == TableStorage.Parquet
            ? SweepTables.StoreAsParquet(folder.Path)
            : new FileInfoRow(t, FileHash.Of(In(t))))];
        manifest = manifest with { Tables = hashes, ResultHash = ResultsFolder.HashOf(hashes) };
        manifest.Write(folder.Path);
        folder.Commit();
        return (manifest, findings);
    }

    /// <summary>Reads out of a finished sweep what is asked, and writes page, tables and figures to a folder of their own.</summary>
    /// <param name="sweep">Folder of the sweep.</param>
    /// <param name="plan">A plan whose <c>discover</c> is meant; null for the sweep's own.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="text">Language of page and figures.</param>
    /// <exception cref="InputException">It is no whole sweep, or the read-out does not fit it.</exception>
    public static Findings ReadOut(string sweep, string? plan, AtomicFolder folder, ReportText text)
    {
        SweepManifest manifest = SweepManifest.Read(sweep);
        DiscoverSettings discover = SettingsOf(sweep, manifest, plan);
        Findings findings = Discover.Of(SweepTables.Read(Path.Combine(sweep, manifest.Tables[0].Path), manifest), discover);
        WriteFindings(findings, folder.Path, text);
        File.WriteAllText(Path.Combine(folder.Path, ReadOutFile),
            new JsonObject { ["sweep_result_hash"] = manifest.ResultHash }.ToJsonString(Json.Indented) + "\n");
        folder.Commit();
        return findings;
    }

    /// <summary>Writes tables, figures and page.</summary>
    /// <returns>Names of the tables.</returns>
    private static IReadOnlyList<string> WriteFindings(Findings findings, string folder, ReportText text)
    {
        string figures = Path.Combine(folder, FiguresFolder);
        File.WriteAllText(Path.Combine(folder, PageFile),
            DiscoveryPage.Write(findings, DiscoveryFigures.Write(findings, figures, text), figures, text));
        return DiscoveryTables.Write(findings, folder);
    }

    private static DiscoverSettings SettingsOf(string sweep, SweepManifest manifest, string? plan)
    {
        if (manifest.Shard is not null)
        {
            throw new InputException(new Place(sweep), new Words(
                $"is shard {manifest.Shard} of a sweep; 'installsim merge' puts the shards together first",
                $"est la part {manifest.Shard} d’un balayage\u00a0; «\u00a0installsim merge\u00a0» assemble d’abord les parts"));
        }

        if (plan is null)
        {
            return manifest.Discover ?? throw new InputException(new Place(sweep), new Words(
                "was made by a plan without 'discover:'; name a plan that has it: installsim discover RESULTS PLAN",
                "vient d’un plan sans «\u00a0discover:\u00a0»\u00a0; nommer un plan qui l’a\u00a0: installsim discover RÉSULTATS PLAN"));
        }

        var errors = new InputErrors();
        var binder = new Binder(errors);
        DiscoverSettings? said = !FileKind.Sweep.Refuses(plan, typeof(SweepSettings), errors)
            && YamlFile.Read(plan, errors) is { } root ? binder.Bind<SweepSettings>(root)?.Discover : null;
        if (said is not null)
        {
            OutcomeChoice.CheckAlone(said, binder, errors);
            OutcomeChoice.Check(said, binder, manifest.Outcomes, manifest.Scenarios, errors);
        }

        errors.ThrowIfAny();
        return said ?? throw new InputException(new Place(plan), new Words(
            "has no 'discover:': what is to be read out", "n’a pas de «\u00a0discover:\u00a0»\u00a0: ce qui est à lire"));
    }
}
