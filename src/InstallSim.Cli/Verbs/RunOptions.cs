using System.CommandLine;
using System.Globalization;
using InstallSim.Cli.Slurm;
using InstallSim.Experiments;
using InstallSim.Experiments.Precision;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;
using InstallSim.Results;

namespace InstallSim.Cli.Verbs;

/// <summary>Options that all runs share. Those that change the scenario become overrides, so that the manifest shows them.</summary>
internal sealed class RunOptions
{
    private readonly Option<int?> _replications = new("--replications")
    {
        Description = "Runs of each scenario, each with its own random numbers.",
        HelpName = "N",
    };
    private readonly Option<uint?> _seed = new("--seed") { Description = "Names the random numbers.", HelpName = "S" };
    private readonly Option<int> _threads = ThreadsOption();
    private readonly Option<string?> _years = YearsOption.Create();
    private readonly Option<string?> _territories = new("--territories") { Description = "Another territories.yaml.", HelpName = "FILE" };
    private readonly Option<string[]> _set = SetOption("scenario");
    private readonly Option<string?> _out = new("--out") { Description = "Folder of the results (default: out/NAME).", HelpName = "DIR" };
    private readonly Option<string?> _title = new("--title")
    {
        Description = "What report and brief are called (default: the name of the scenario or folder).",
        HelpName = "TEXT",
    };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Says nothing but errors." };
    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Goes on with a run that was stopped, or adds replications to a finished one.",
    };
    private readonly Option<string[]> _until = new("--until")
    {
        Description = "Adds replications until an effect is known: half-width=X[,indicator=NAME][,year=Y], X in the indicator's unit or in "
            + "per cent (5%) of the effect; of every scenario; may be repeated. --replications is the most.",
        HelpName = "half-width=X",
        DefaultValueFactory = _ => [],
    };
    private readonly Option<double?> _budget = new("--budget-minutes")
    {
        Description = "With --until: adds no more replications after so many minutes.",
        HelpName = "MINUTES",
    };
    private readonly Option<bool> _force = ForceOption(
        "Replaces results that were changed, keeping what this program did not write; throws unfinished work away.");
    private readonly Option<string?> _shard = ShardOption("replications");
    private readonly Option<string> _tables;
    private readonly Option<bool> _status = new("--status") { Description = "Says how far the run is; nothing is run or written." };

    public RunOptions()
    {
        _tables = TablesOption(_shard);
        foreach (Option option in (Option[])[_shard, .. Slurm.All.Take(1)])
        {
            option.Validators.Add(r =>
            {
                if (r is { Implicit: false } && r.GetResult(_until) is { Tokens.Count: > 0 })
                {
                    r.Refuse(new Words($"{r.Option.Name} does not go with --until, which looks at all replications: say --replications",
                        $"{r.Option.Name} ne va pas avec --until, qui regarde toutes les réplications\u00a0: dire --replications"));
                }
            });
        }

        _set.Validators.Add(r =>
        {
            IEnumerable<string> keys = r.Tokens.Select(KeyOf).Distinct();
            foreach (Option said in (Option[])[_replications, _seed, _years, _territories])
            {
                if (keys.Contains(said.Name[2..]) && r.GetResult(said) is { Implicit: false })
                {
                    r.Refuse(new Words($"--set {said.Name[2..]} and {said.Name} say the same; one of them is expected",
                        $"--set {said.Name[2..]} et {said.Name} disent la même chose\u00a0; un seul des deux est attendu"));
                }
            }
        });
        _title.Validators.Add(OneLineOfText);
        _replications.Validators.Add(r => WholeNumber(r, 1, 65535));
        _seed.Validators.Add(r => WholeNumber(r, 0, uint.MaxValue));
        _budget.Validators.Add(r => PositiveNumber(r));
        _budget.Validators.Add(r =>
        {
            if (r.GetResult(_until) is not { Tokens.Count: > 0 })
            {
                r.Refuse(new Words("--budget-minutes goes with --until: it ends the adding of replications",
                    "--budget-minutes va avec --until\u00a0: il met fin à l’ajout de réplications"));
            }
        });
    }

    /// <summary>Adds those of what is no experiment of its own, but runs one at many points.</summary>
    public void AddPlainTo(Command command)
    {
        foreach (Option option in (Option[])[_out, _replications, _seed, _threads, _years, _territories, _set, _resume, _force, _quiet])
        {
            command.Add(option);
        }
    }

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])
            [
                _out, _title, _replications, _until, _budget, _seed, _threads, _years, _territories, _set, _tables, _shard, _status,
                _resume, _force, _quiet, .. Slurm.All,
            ])
        {
            command.Add(option);
        }
    }

    /// <summary>The option that says how many threads.</summary>
    public static Option<int> ThreadsOption()
    {
        var threads = new Option<int>("--threads")
        {
            Description = "Threads; results do not depend on them.",
            HelpName = "T",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        threads.Validators.Add(r => WholeNumber(r, 1, 1024));
        return threads;
    }

    /// <summary>The option that says how large tables are stored.</summary>
    /// <param name="shard">The option of a shard, which has no results; null where there is none.</param>
    public static Option<string> TablesOption(Option<string?>? shard = null)
    {
        var tables = new Option<string>("--tables")
        {
            Description =
                "How large tables are stored: csv, or parquet, which needs a tenth of the room; the hash of the results is the same.",
            HelpName = "csv|parquet",
            DefaultValueFactory = _ => "csv",
        };
        tables.TakesOneOf("csv", "parquet");
        tables.Validators.Add(r =>
        {
            if (shard is not null && r is { Implicit: false } && r.GetResult(shard) is { Tokens.Count: > 0 })
            {
                r.Refuse(new Words(
                    "--tables does not go with --shard, which makes no results: say it to 'installsim merge'",
                    "--tables ne va pas avec --shard, qui ne fait pas de résultats\u00a0: le dire à «\u00a0installsim merge\u00a0»"));
            }
        });
        return tables;
    }

    /// <summary>How large tables are stored; null for CSV.</summary>
    public static TableStorage? StorageOf(ParseResult parsed, Option<string> tables) =>
        parsed.GetValue(tables) == "parquet" ? TableStorage.Parquet : null;

    /// <summary>The option that runs one part of the work.</summary>
    public static Option<string?> ShardOption(string of) => new("--shard")
    {
        Description = $"Runs one of n parts of the {of}, i from 1 to n; 'installsim merge' puts them together.",
        HelpName = "i/n",
    };

    /// <summary>The option that lets the program replace what it would refuse to.</summary>
    public static Option<bool> ForceOption(string what) => new("--force") { Description = what };

    /// <summary>The option that changes values, of a scenario or of a study.</summary>
    public static Option<string[]> SetOption(string of)
    {
        var set = new Option<string[]>("--set")
        {
            Description = $"Changes a value of the {of}, by its dotted key; may be repeated.",
            HelpName = "key=value",
            DefaultValueFactory = _ => [],
        };
        set.Validators.Add(r =>
        {
            foreach ((string key, int times) in r.Tokens.Select(KeyOf).CountBy(key => key).Where(said => said.Value > 1))
            {
                r.Refuse(new Words($"--set {key} is said {times} times; once is expected",
                    $"--set {key} est dit {times} fois\u00a0; une seule est attendue"));
            }
        });
        return set;
    }

    private static string KeyOf(System.CommandLine.Parsing.Token set) => set.Value.Split('=')[0].Trim();

    public IReadOnlyList<string> Overrides(ParseResult parsed) =>
    [
        .. RunOverrides.Of(parsed.GetValue(_replications), parsed.GetValue(_seed), parsed.GetValue(_years), parsed.GetValue(_territories)),
        .. parsed.GetValue(_set)!,
    ];

    /// <summary>What shall be known how well; empty where the number of replications is said.</summary>
    public IReadOnlyList<PrecisionGoal> Until(ParseResult parsed, LoadedExperiment loaded) => PrecisionGoal.Read(
        parsed.GetValue(_until)!, loaded.Experiment.Scenarios[0].Scenario.Years, loaded.Experiment.HasBaseline);

    public double? Minutes(ParseResult parsed) => parsed.GetValue(_budget);

    public int Threads(ParseResult parsed) => parsed.GetValue(_threads);

    /// <summary>Options of Slurm.</summary>
    public SlurmOptions Slurm { get; } = new();

    /// <summary>Options that say what the program itself says for each shard of a run handed over.</summary>
    public IReadOnlyList<Option> SaidByShards => [_out, _threads, _tables, _shard, _status, _resume, _force, _quiet];

    /// <summary>The part that is run; null for all.</summary>
    /// <exception cref="InputException">It is no such part.</exception>
    public Shard? Part(ParseResult parsed) => parsed.GetValue(_shard) is { } text ? Shard.Parse(text) : null;

    public TableStorage? Storage(ParseResult parsed) => StorageOf(parsed, _tables);

    public bool Status(ParseResult parsed) => parsed.GetValue(_status);

    /// <summary>Threads of each shard of a run handed over: those of this machine say nothing of another's.</summary>
    public int ThreadsElsewhere(ParseResult parsed) => parsed.GetResult(_threads) is { Implicit: false } ? Threads(parsed) : 1;

    public bool Quiet(ParseResult parsed) => parsed.GetValue(_quiet);

    public bool Force(ParseResult parsed) => parsed.GetValue(_force);

    public Leftovers Leftovers(ParseResult parsed) => new(parsed.GetValue(_resume), parsed.GetValue(_force));

    /// <summary>Options that were said and that only what is simulated takes.</summary>
    public IEnumerable<string> SaidOfRuns(ParseResult parsed) =>
        ((Option[])
            [
                _title, _replications, _until, _budget, _seed, _threads, _years, _territories, _set, _tables, _resume, _shard, _status,
                .. Slurm.All,
            ])
        .Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name);

    /// <summary>What pages and documents of the results are called; null where nobody says.</summary>
    public string? Title(ParseResult parsed) => parsed.GetValue(_title)?.Trim();

    public string Out(ParseResult parsed, string name) => parsed.GetValue(_out) ?? Path.Combine("out", name);

    /// <summary>Refuses a misspelt option where a path is expected.</summary>
    public static void NoOptionIsAPath(System.CommandLine.Parsing.ArgumentResult result)
    {
        Command command = ((System.CommandLine.Parsing.CommandResult)result.Parent!).Command;
        string[] known = [.. command.Options.Concat(command.Parents.OfType<Command>().SelectMany(c => c.Options).Where(o => o.Recursive))
            .Select(o => o.Name).Distinct()];
        foreach (string text in result.Tokens.Select(t => t.Value).Where(t => t.StartsWith("--", StringComparison.Ordinal)))
        {
            result.Refuse($"there is no option '{text}'{DidYouMean.HintOfOption(text, known)}; options: {string.Join(", ", known)}");
        }
    }

    /// <summary>Refuses a text without letters, or of several lines; an empty one is refused of every option.</summary>
    private static void OneLineOfText(System.CommandLine.Parsing.OptionResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (text.Length > 0 && (string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl)))
        {
            (string name, bool isBlank) = (result.Option.Name, string.IsNullOrWhiteSpace(text));
            result.Refuse(new Words($"{name} takes one line of text, found {(isBlank ? "blanks alone" : "several")}",
                $"{name} attend une ligne de texte, trouvé\u00a0: {(isBlank ? "des blancs seuls" : "plusieurs")}"));
        }
    }

    /// <summary>Refuses anything but a number above 0, with a decimal point.</summary>
    public static void PositiveNumber(System.CommandLine.Parsing.OptionResult result, double most = double.MaxValue)
    {
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (result.Tokens.Count == 0)
        {
            return;
        }

        bool isNumber = double.TryParse(result.Tokens[^1].Value, style, CultureInfo.InvariantCulture, out double value);
        if (!isNumber || value <= 0 || !double.IsFinite(value))
        {
            result.Refuse($"{result.Option.Name} takes a number above 0, such as 2.5, found '{result.Tokens[^1].Value}'");
        }
        else if (value > most)
        {
            result.Refuse($"{result.Option.Name} takes a number above 0, at most {most}, found '{result.Tokens[^1].Value}'");
        }
    }

    /// <summary>Refuses anything but a whole number in a range.</summary>
    public static void WholeNumber(System.CommandLine.Parsing.OptionResult result, long least, long most)
    {
        if (result.Tokens.Count > 0 && (!long.TryParse(result.Tokens[^1].Value, out long value) || value < least || value > most))
        {
            result.Refuse($"{result.Option.Name} takes a whole number from {least} to {most}, found '{result.Tokens[^1].Value}'");
        }
    }
}
