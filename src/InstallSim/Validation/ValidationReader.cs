using InstallSim.Experiments;
using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.Territories;

namespace InstallSim.Validation;

/// <summary>A validation file with all that is to be run for it.</summary>
/// <param name="Path">The file.</param>
/// <param name="File">What it says.</param>
/// <param name="Backtest">What the forecast starts from and is compared with; null where the file asks for none.</param>
/// <param name="Published">The scenario of the published figures; null where the file asks for none.</param>
/// <param name="Variants">The runs of each table of variants, a column each.</param>
/// <param name="Files">All files read.</param>
/// <param name="Warnings">What is allowed but may not be meant.</param>
public sealed record ValidationSource(
    string Path, ValidationFile File, BacktestSource? Backtest, LoadedExperiment? Published,
    IReadOnlyList<IReadOnlyList<LoadedExperiment>> Variants, IReadOnlyList<SourceFile> Files, IReadOnlyList<InputWarning> Warnings);

/// <summary>Reads validation files with their scenarios and tables; what is wrong is told all at once.</summary>
public static class ValidationReader
{
    /// <summary>The JSON Schema of a validation file.</summary>
    public static string Schema() => JsonSchema.Write<ValidationFile>("InstallSim validation", inherits: true);

    /// <summary>Reads a file and all that it names.</summary>
    /// <param name="path">The file.</param>
    /// <param name="threads">Threads of the runs.</param>
    /// <exception cref="InputException">Something is wrong; all of it is said.</exception>
    public static ValidationSource Read(string path, int threads)
    {
        var errors = new InputErrors();
        if (FileKind.Validation.Refuses(path, typeof(ValidationFile), errors)
            || YamlInheritance.Read(path, errors) is not { } document)
        {
            errors.ThrowIfAny();
            throw new InvalidOperationException("a file that is not read says why");
        }

        var binder = new Binder(errors, inherits: true, isWhole: document.IsWhole);
        ValidationFile file = binder.Bind<ValidationFile>(document.Root) ?? new ValidationFile();
        if (errors.All.Count == 0 && file is { Backtest: null, Published: null, Variants.Count: 0 })
        {
            errors.Add(new Place(path), "asks for nothing: 'backtest', 'published' or 'variants' is needed");
        }

        CheckFigures(file, binder, errors, document.IsWhole);
        InputErrors found = document.IsWhole ? errors : new();
        BacktestSource? backtest = file.Backtest is { Scenario.Length: > 0 } asked
            ? BacktestReader.Read(asked, binder, threads, found)
            : null;
        LoadedExperiment? published = file.Published is { Scenario.Length: > 0 } figures
            ? Load(figures, figures.Set, threads, found)
            : null;
        if (!document.IsWhole)
        {
            published = null;
            errors.Add(found.All.Where(fault => IsSure(fault, file.Backtest, binder)));
        }

        LoadedExperiment?[][] variants =
            [.. file.Variants.Select(v => v.Columns.Select(c => Load(v, [.. v.Set, .. c.Set], threads, errors)).ToArray())];
        CheckYears(file, published, variants, binder, errors);
        errors.ThrowIfAny();
        IEnumerable<LoadedExperiment> loaded = variants.SelectMany(v => v).Append(published).Append(backtest?.Loaded)
            .OfType<LoadedExperiment>();
        SourceFile[] files =
        [
            .. document.Files.Select(SourceFile.Of), .. loaded.SelectMany(l => l.Files), .. backtest is null ? [] : backtest.Files,
        ];
        InputWarning[] warnings = [.. errors.Warnings, .. loaded.SelectMany(l => l.Warnings)];
        return new ValidationSource(path, file, backtest, published, [.. variants.Select(v => v.OfType<LoadedExperiment>().ToArray())],
            [.. files.DistinctBy(f => f.Path)], [.. warnings.Where(w => w.IsForReaders).Distinct()]);
    }

    /// <summary>
    /// Whether a fault found with what is named cannot come from keys that stand in a file that could not be read: a file that is not
    /// there, or the years.
    /// </summary>
    private static bool IsSure(InputError fault, BacktestSettings? backtest, Binder binder) => !File.Exists(fault.Place.File)
        || (backtest is not null && ((string[])["years", "table"])
            .Any(key => binder.IsWritten(backtest, key) && binder.PlaceOf(backtest, key) == fault.Place));

    /// <summary>Reads one scenario; null where it is refused, which is noted.</summary>
    internal static LoadedExperiment? Load(
        string scenario, string? territories, IReadOnlyList<string> set, int replications, int threads, InputErrors errors)
    {
        IReadOnlyList<string> own = RunOverrides.Of(territories: territories);
        string[] overrides = [FormattableString.Invariant($"replications={replications}"), .. own, .. set];
        try
        {
            return ExperimentReader.Read([scenario], null, overrides, threads);
        }
        catch (InputException refused)
        {
            errors.Add(refused.Errors);

            return null;
        }
    }

    private static LoadedExperiment? Load(RunSettings run, IReadOnlyList<string> set, int threads, InputErrors errors) =>
        run.Scenario.Length == 0 ? null : Load(run.Scenario, run.Territories, set, run.Replications, threads, errors);

    private static void CheckFigures(ValidationFile file, Binder binder, InputErrors errors, bool isWhole)
    {
        if (file.Published is { Scenario.Length: > 0, Years.Count: 0 } published && (isWhole || binder.IsWritten(published, "years")))
        {
            errors.Add(binder.PlaceOf(published, "years"), "no year is named; at least one is needed");
        }

        foreach (VariantSettings table in file.Variants.Where(v => v is { Scenario.Length: > 0, Columns.Count: 0 }))
        {
            errors.Add(binder.PlaceOf(table, "variants"), "no variant is named; at least one is needed");
        }

        string[] known = [.. IndicatorCatalog.Recorded.Select(i => i.Name)];
        foreach (ShownFigure figure in AllOf(file))
        {
            foreach ((int k, string shown) in figure.Show.Index())
            {
                string[] parts = shown.Split('/');
                foreach (string name in parts.Where(name => !known.Contains(name)))
                {
                    errors.Add(binder.PlaceOf(figure, "show", k), $"'{name}' is no indicator{DidYouMean.Hint(name, known)}; "
                        + $"'installsim list indicators' names them");
                }

                if (parts.Length > 2)
                {
                    errors.Add(binder.PlaceOf(figure, "show", k),
                        $"'{shown}' divides twice; an indicator, or a quotient of two, is expected");
                }
            }
        }
    }

    private static IEnumerable<ShownFigure> AllOf(ValidationFile file) =>
        [.. file.Published?.Figures ?? [], .. file.Variants.SelectMany(v => v.Figures)];

    private static void CheckYears(
        ValidationFile file, LoadedExperiment? published, LoadedExperiment?[][] variants, Binder binder, InputErrors errors)
    {
        foreach ((int k, int year) in published is null ? [] : file.Published!.Years.Index())
        {
            Check(published!, year, binder.PlaceOf(file.Published!, "years", k));
        }

        foreach ((VariantSettings table, LoadedExperiment?[] runs) in file.Variants.Zip(variants))
        {
            foreach (VariantFigure figure in runs.Length > 0 && runs.All(r => r is not null) ? table.Figures : [])
            {
                Check(runs[0]!, figure.Year, binder.PlaceOf(figure, "year"));
            }
        }

        void Check(LoadedExperiment run, int year, Place place)
        {
            YearRange years = run.Sources[0].Scenario.Years;
            if (year < years.From || year > years.Until)
            {
                errors.Add(place, $"{year} is not among the years of the scenario, {years}");
            }
        }
    }
}
