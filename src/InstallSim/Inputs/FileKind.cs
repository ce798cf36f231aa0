namespace InstallSim.Inputs;

/// <summary>A kind of YAML file: its name, the verb that takes it, and the keys by which a file of it is known.</summary>
public sealed class FileKind
{
    private static readonly string[] PlanKeys = ["scenarios", "numbers", "outcomes"];

    /// <summary>Keys by which a kind is guessed where none that tells it is spelt right.</summary>
    private readonly string[] _own;

    private FileKind(Words noun, Words taker, Func<Func<string, bool>, bool> isIn, params string[] own) =>
        (Noun, Taker, IsIn, _own) = (noun, taker, isIn, own);

    /// <summary>A scenario.</summary>
    public static FileKind Scenario { get; } = new(new("scenario", "un scénario"),
        new("'installsim run' and 'installsim compare' take it",
            "«\u00a0installsim run\u00a0» et «\u00a0installsim compare\u00a0» le prennent"),
        Any("preferences", "physicians", "policies", "accessibility", "practices", "income", "specialty", "zoning", "packages", "budgets"));

    /// <summary>Territories: a table and what its columns mean.</summary>
    public static FileKind Territories { get; } = new(new("table of territories", "un tableau de territoires"),
        new("'territories:' of a scenario names it, 'installsim access' measures it",
            "«\u00a0territories:\u00a0» d’un scénario le nomme, «\u00a0installsim access\u00a0» le mesure"),
        has => has("columns") && (has("table") || has("shapes") || has("travel-times")),
        "table", "columns", "more-columns", "shapes", "travel-times");

    /// <summary>A study: choices and a model of them.</summary>
    public static FileKind Study { get; } = new(new("study", "une étude"),
        new("'installsim estimate' fits its model", "«\u00a0installsim estimate\u00a0» en estime le modèle"),
        Any("data", "utility", "constants-against", "formula", "formulas", "derived", "model", "draws", "estimation",
            "willingness-to-pay", "predict", "uptake", "elasticities", "marginal-effects", "importance", "individual", "class-profiles",
            "class-numbers", "cross-validation", "holdout", "holdout-last", "tests", "save", "respondents", "reporting", "reporting-fr"),
        "data", "utility", "model", "draws", "derived", "estimation", "willingness-to-pay", "design", "respondents");

    /// <summary>A calibration: a scenario and targets.</summary>
    public static FileKind Calibration { get; } = new(new("calibration", "un fichier de calage"),
        new("'installsim calibrate' takes it", "«\u00a0installsim calibrate\u00a0» le prend"), Any("targets"),
        "scenario", "parameters", "targets", "waves", "points", "fit-points");

    /// <summary>A plan of a sweep.</summary>
    public static FileKind Sweep { get; } = new(new("plan of a sweep", "le plan d’un balayage"),
        new("'installsim sweep' takes it", "«\u00a0installsim sweep\u00a0» le prend"),
        has => PlanKeys.Any(has) && (has("design") || !has("method")), [.. PlanKeys, "design", "discover"]);

    /// <summary>A plan of a sensitivity analysis.</summary>
    public static FileKind Sensitivity { get; } = new(new("plan of a sensitivity analysis", "le plan d’une analyse de sensibilité"),
        new("'installsim sensitivity' takes it", "«\u00a0installsim sensitivity\u00a0» le prend"),
        has => PlanKeys.Any(has) && (has("method") || !(has("design") || has("discover"))), [.. PlanKeys, "method", "samples"]);

    /// <summary>A file of validation: forecasts and published figures.</summary>
    public static FileKind Validation { get; } = new(new("file of validation", "un fichier de validation"),
        new("'installsim backtest' takes it", "«\u00a0installsim backtest\u00a0» le prend"), Any("backtest", "published", "variants"));

    /// <summary>A described physician.</summary>
    public static FileKind Physician { get; } = new(new("described physician", "un médecin décrit"),
        new("'installsim explain' takes it", "«\u00a0installsim explain\u00a0» le prend"), Any("birth-place", "training-place"),
        "age", "sex", "birth-place", "training-place", "rural-training", "partner", "children");

    /// <summary>A manifest of results, which is YAML too.</summary>
    private static FileKind Manifest { get; } = new(new("manifest of results", "le manifeste de résultats"),
        new("'installsim reproduce' takes it", "«\u00a0installsim reproduce\u00a0» le prend"), Any("result_hash"));

    /// <summary>All kinds, in the order in which a file is asked for them.</summary>
    internal static IReadOnlyList<FileKind> All { get; } =
        [Manifest, Scenario, Territories, Study, Calibration, Sensitivity, Sweep, Validation, Physician];

    /// <summary>A file of it, with its article in French.</summary>
    internal Words Noun { get; }

    /// <summary>Which verb takes it.</summary>
    internal Words Taker { get; }

    /// <summary>Whether keys tell it, of which one asks by name.</summary>
    internal Func<Func<string, bool>, bool> IsIn { get; }

    /// <summary>The kind that keys tell; null where they tell none.</summary>
    internal static FileKind? Of(Func<string, bool> has) => All.FirstOrDefault(kind => kind.IsIn(has));

    /// <summary>
    /// The kind that keys most probably mean where none of them tells it: that of which most are there or nearly so, two at least; null
    /// where there is none.
    /// </summary>
    internal static FileKind? Guess(IReadOnlyCollection<string> keys)
    {
        FileKind most = All.MaxBy(kind => kind.Near(keys))!;
        return most.IsLike(keys) ? most : null;
    }

    /// <summary>Whether two keys of the kind or more are there, or nearly so.</summary>
    internal bool IsLike(IReadOnlyCollection<string> keys) => Near(keys) >= 2;

    private int Near(IReadOnlyCollection<string> keys) => _own.Count(key => IsNear(keys, key));

    /// <summary>Whether a key is there, or one that differs from it by a letter, in long ones by two.</summary>
    private static bool IsNear(IReadOnlyCollection<string> keys, string wanted) => keys.Any(key =>
        DidYouMean.Distance(key.Replace('_', '-'), wanted) <= (wanted.Length < 4 ? 0 : wanted.Length < 8 ? 1 : 2));

    /// <summary>Refuses a file of another kind in one line, before its keys are refused one by one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">As of <see cref="SeenFile.Other"/>.</param>
    /// <param name="errors">Told what it is.</param>
    /// <param name="saidAt">Where a user's file names it; null when the command line does.</param>
    /// <returns>Whether it was refused.</returns>
    public bool Refuses(string path, Type settings, InputErrors errors, Place? saidAt = null)
    {
        if (SeenFile.Of(path).Other(this, settings) is not { } other)
        {
            return false;
        }

        errors.Add(saidAt ?? new Place(path),
            saidAt is null ? other : new Words($"'{path}' {other.English}", $"«\u00a0{path}\u00a0» {other.French}"));
        return true;
    }

    private static Func<Func<string, bool>, bool> Any(params string[] keys) => has => keys.Any(has);
}
