using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using InstallSim.Cli.Verbs;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;

namespace InstallSim.Cli.Slurm;

/// <summary>Options that hand a run over to Slurm, as shards of an array.</summary>
internal sealed partial class SlurmOptions
{
    /// <summary>
    /// Shards when their number is not said: an empty task costs Slurm about 0.4 s, so that many short ones do not pay. ASSUMPTION.
    /// </summary>
    private const int UsualChunks = 10;

    /// <summary>Options of sbatch on which the scripts depend.</summary>
    private static readonly string[] Own =
    [
        "array", "chdir", "cpus-per-task", "dependency", "no-requeue", "ntasks", "open-mode", "output", "parsable", "requeue", "signal",
        "wait", "wrap",
    ];

    private readonly Option<string?> _engine = new("--engine")
    {
        Description = "Runs the shards elsewhere: slurm writes an array of jobs and the merge after it, and submits both.",
        HelpName = "slurm",
    };
    private readonly Option<int?> _chunks = new("--chunks")
    {
        Description = "With --engine: how many shards (default: 10).",
        HelpName = "N",
    };
    private readonly Option<string?> _partition = new("--partition")
    {
        Description = "With --engine: partition of the cluster.",
        HelpName = "NAME",
    };
    private readonly Option<string?> _time = new("--time")
    {
        Description = "With --engine: time limit of a shard, as sbatch reads it; one that needs more goes on in the queue.",
        HelpName = "TIME",
    };
    private readonly Option<string?> _memory = new("--memory")
    {
        Description = "With --engine: memory of a shard, as sbatch reads it, such as 4G.",
        HelpName = "SIZE",
    };
    private readonly Option<string[]> _sbatch = new("--sbatch")
    {
        Description = "With --engine: another option of sbatch, such as account=NAME; may be repeated.",
        HelpName = "key=value",
        DefaultValueFactory = _ => [],
    };
    private readonly Option<bool> _dry = new("--dry-run") { Description = "With --engine: writes the scripts and submits nothing." };

    public SlurmOptions()
    {
        _engine.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && r.Tokens[^1].Value != "slurm")
            {
                r.Refuse(new Words($"--engine takes slurm, found '{r.Tokens[^1].Value}'; docs/far.md tells how others run shards",
                    $"--engine prend slurm, trouvé «\u00a0{r.Tokens[^1].Value}\u00a0»\u00a0; docs/far.md dit comment d’autres font des "
                        + "parts"));
            }
        });
        _time.Validators.Add(r => Matches(r, Time(), "MINUTES, MIN:SEC, H:MIN:SEC, DAYS-H, DAYS-H:MIN or DAYS-H:MIN:SEC",
            "MINUTES, MIN:S, H:MIN:S, JOURS-H, JOURS-H:MIN ou JOURS-H:MIN:S"));
        _memory.Validators.Add(r => Matches(r, Memory(), "a whole number of megabytes, or of K, M, G or T, such as 4G",
            "un nombre entier de mégaoctets, ou de K, M, G ou T, comme 4G"));
        _chunks.Validators.Add(r => RunOptions.WholeNumber(r, 1, Shard.Most));
        foreach (Option option in (Option[])[_chunks, _partition, _time, _memory, _sbatch, _dry])
        {
            option.Validators.Add(r =>
            {
                if (r is { Implicit: false } && r.GetResult(_engine) is not { Tokens.Count: > 0 })
                {
                    r.Refuse(new Words($"{r.Option.Name} goes with --engine", $"{r.Option.Name} va avec --engine"));
                }
            });
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [_engine, _chunks, _partition, _time, _memory, _sbatch, _dry];

    /// <summary>Whether a run is handed over.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(_engine) is not null;

    /// <summary>Whether the scripts alone are wanted.</summary>
    public bool IsDry(ParseResult parsed) => parsed.GetValue(_dry);

    /// <summary>Shards: as said, as a former call had, or the usual; never more than pieces of work.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="pieces">Pieces of work.</param>
    /// <param name="former">Of a former call; null where there was none.</param>
    public int Chunks(ParseResult parsed, int pieces, int? former) =>
        parsed.GetValue(_chunks) is { } said ? Math.Min(said, pieces) : former ?? Math.Min(UsualChunks, pieces);

    /// <summary>Options of sbatch for each job, without <c>#SBATCH</c>.</summary>
    /// <exception cref="InputException">One is no option, would take the place of the program's own, or holds a line break.</exception>
    public IReadOnlyList<string> Directives(ParseResult parsed)
    {
        (string Name, string? Value)[] named =
            [("partition", parsed.GetValue(_partition)), ("time", parsed.GetValue(_time)), ("mem", parsed.GetValue(_memory))];
        string[] others = [.. parsed.GetValue(_sbatch)!.Select(option => option.TrimStart('-'))];
        var errors = new InputErrors();
        HashSet<string> seen = [.. named.Where(n => n.Value is not null).Select(n => n.Name)];
        foreach (string option in others)
        {
            if (!Key().IsMatch(option))
            {
                errors.Add(new Place(_sbatch.Name), new Words(
                    $"takes a long option of sbatch without its dashes, KEY=VALUE or KEY, found '{option}'",
                    $"prend une option longue de sbatch sans ses tirets, CLÉ=VALEUR ou CLÉ, trouvé «\u00a0{option}\u00a0»"));
            }
            else if (option.Split('=')[0] is var key && !seen.Add(key))
            {
                errors.Add(new Place(_sbatch.Name), new Words(
                    $"{key} is said twice; the last alone would count", $"{key} est dit deux fois\u00a0; le dernier seul compterait"));
            }
            else if (Own.Contains(key))
            {
                errors.Add(new Place(_sbatch.Name), new Words(
                    $"{key} is said by the program itself, and would be broken by another; --chunks and --threads say how many",
                    $"{key} est dit par le programme lui-même, et un autre le casserait\u00a0; --chunks et --threads disent combien"));
            }
        }

        string[] all = [.. named.Where(n => n.Value is not null).Select(n => $"--{n.Name}={n.Value}"), .. others.Select(o => "--" + o)];
        foreach (string broken in all.Where(line => line.Any(char.IsControl)))
        {
            errors.Add(new Place("--engine slurm"), new Words(
                $"'{broken}' holds a line break", $"«\u00a0{broken}\u00a0» contient un saut de ligne"));
        }

        errors.ThrowIfAny();
        return all;
    }

    private static void Matches(OptionResult said, Regex form, string english, string french)
    {
        if (said.Tokens.Count > 0 && said.Tokens[^1].Value is { Length: > 0 } text && !form.IsMatch(text))
        {
            said.Refuse(new Words($"{said.Option.Name} takes {english}, found '{text}'",
                $"{said.Option.Name} prend {french}\u00a0; trouvé\u00a0: «\u00a0{text}\u00a0»"));
        }
    }

    [GeneratedRegex(@"^(\d+(:\d+){0,2}|\d+-\d+(:\d+){0,2}|infinite|unlimited)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"^\d+([KMGT]B?)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Memory();

    [GeneratedRegex("^[a-z][a-z0-9-]*(=.*)?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Key();
}
