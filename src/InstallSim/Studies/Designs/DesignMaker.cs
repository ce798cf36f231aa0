using InstallSim.Choice.Data;
using InstallSim.Choice.Designs;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>A design that was made or read.</summary>
/// <param name="Layout">Where its attributes stand.</param>
/// <param name="Sets">Levels, shape [tasks][slots], in the order of the file.</param>
/// <param name="Blocks">Block of each task, from 1, rising.</param>
/// <param name="Efficiency">What it can tell.</param>
/// <param name="Priors">Priors by variable of the utility.</param>
/// <param name="Respondents">Respondents that the study speaks of; null when it names none.</param>
public sealed record MadeDesign(
    DesignLayout Layout, IReadOnlyList<int[]> Sets, IReadOnlyList<int> Blocks, DesignEfficiency Efficiency,
    IReadOnlyDictionary<string, double> Priors, int? Respondents)
{
    /// <summary>What was asked for.</summary>
    public DesignSettings Settings => Layout.Settings;

    /// <summary>What is to be known of its tasks one by one.</summary>
    public required DesignAudit Audit { get; init; }

    /// <summary>Mean D-error over the draws of the priors; null when they are taken as certain.</summary>
    public double? MeanDError { get; init; }

    /// <summary>Errors with other balances, by the criterion asked for: what balance costs.</summary>
    public IReadOnlyList<(LevelBalance Balance, double Error)> WithOtherBalance { get; init; } = [];

    /// <summary>
    /// The error by the criterion asked for, all of which fall in proportion to the people: D (mean over the draws of priors), A, S in
    /// people, C; NaN for the others of drawn priors, whose means are not kept.
    /// </summary>
    public double Error => Settings.Criterion switch
    {
        DesignCriterion.D => MeanDError ?? Efficiency.DError,
        _ when MeanDError is not null => double.NaN,
        DesignCriterion.A => Efficiency.AError,
        DesignCriterion.S => Efficiency.SError * Settings.Blocks,
        _ => Efficiency.CError(Price),
    };

    /// <summary>What the study says and most probably does not mean, as its answers would tell too.</summary>
    public IReadOnlyList<InputWarning> Told { get; init; } = [];

    /// <summary>D-error of the design that it was made of; null when it was made anew.</summary>
    public double? DErrorBefore { get; init; }

    /// <summary>Random designs that it was sought from; null when it was read or made of another.</summary>
    public int? Starts { get; init; }

    /// <summary>Place of the price among the coefficients; −1 when there is none.</summary>
    public int Price { get; init; } = -1;
}

/// <summary>Makes the choice design that a study describes: efficient for its utility as a multinomial logit at the priors.</summary>
public static class DesignMaker
{
    /// <summary>Makes the design and writes it.</summary>
    /// <param name="source">A study with <c>design:</c>, in the long layout.</param>
    /// <param name="path">The table to write.</param>
    /// <param name="force">Whether a table that holds anything else may be replaced.</param>
    /// <param name="from">A design to better, in the study's columns; null to make one anew.</param>
    /// <param name="made">Told of the design before its file is written; what it refuses leaves nothing.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="InputException">The study is wrong, or no such design can be; all of it is told and nothing written.</exception>
    public static MadeDesign Write(
        StudySource source, string path, bool force = false, string? from = null, Action<MadeDesign>? made = null,
        CancellationToken stop = default)
    {
        DesignTask task = DesignTask.Of(source);
        task = task with { Problem = task.Problem with { Stop = stop } };
        DesignTableFile.Design? given = from is null ? null : DesignTableFile.Read(source, task.Layout, from);
        DesignProblem problem = given is null ? task.Problem : task.Problem with { Sets = given.Sets.Length };
        var reasons = new DesignReasons(task.Settings, task.Layout, problem, task.Names);
        Place place = source.Binder.PlaceOf(task.Settings);
        if (given is null && reasons.Beforehand() is { } impossible)
        {
            throw new InputException(place, impossible);
        }

        AtomicFile.RefuseInput(path, source.Document.Files);
        string header = DesignTableFile.Text(source.Study, task.Layout, [], []);
        AtomicFile.RefuseOther(path, there => there.StartsWith(header, StringComparison.Ordinal), force);
        int[][] sets = (given is null
            ? DesignSearch.Run(problem, task.Settings.Starts, task.Settings.Seed)
            : DesignSearch.Improve(problem, given.Sets, task.Settings.Seed)) ?? throw new InputException(place, reasons.NoDesign());
        if (DesignAudit.Confounded(problem, sets) is { Count: > 0 } confounded)
        {
            throw new InputException(place, reasons.NotTold(confounded, sets));
        }

        int blocks = given?.Blocks.Max() ?? task.Settings.Blocks;
        int[] block = DesignBlocks.Share(problem, sets, DesignAudit.Of(problem, sets).Questions, blocks);
        int[] order = [.. Enumerable.Range(0, sets.Length).OrderBy(t => block[t])];
        (sets, block) = ([.. order.Select(t => sets[t])], [.. order.Select(t => block[t])]);
        MadeDesign design = Measured(source, task, problem, sets, block) with
        {
            DErrorBefore = given is null ? null : Measured(source, task, problem, given.Sets, given.Blocks) is var before
                ? before.MeanDError ?? before.Efficiency.DError : null,
            Starts = given is null ? task.Settings.Starts : null,
            WithOtherBalance = given is null ? OtherBalance(source, task, sets) : [],
        };
        string text = DesignTableFile.Text(source.Study, task.Layout, sets, block);
        AtomicFile.RefuseOther(path, text, force);
        made?.Invoke(design);
        AtomicFile.WriteIfFree(path, text, force);
        return design;
    }

    /// <summary>Measures a design that is there; nothing is written.</summary>
    /// <param name="source">A study with <c>design:</c>, in the long layout.</param>
    /// <param name="path">The design, in the study's columns.</param>
    /// <exception cref="InputException">The study or the design is wrong; all of it is told.</exception>
    public static MadeDesign Evaluate(StudySource source, string path)
    {
        DesignTask task = DesignTask.Of(source);
        DesignTableFile.Design given = DesignTableFile.Read(source, task.Layout, path);
        return Measured(source, task, task.Problem with { Sets = given.Sets.Length }, given.Sets, given.Blocks);
    }

    /// <summary>Errors with balances that allow more, sought as by a study that asks for them: from as many starts, and from the designs of
    /// those that allow less.</summary>
    private static (LevelBalance, double)[] OtherBalance(StudySource source, DesignTask task, int[][] made)
    {
        List<int[][]> from = [made];
        var found = new List<(LevelBalance, double)>();
        foreach (DesignBalance balance in (DesignBalance[])[DesignBalance.Near, DesignBalance.None])
        {
            DesignProblem other = task.Problem with { Balance = balance };
            if (balance < task.Problem.Balance
                && DesignSearch.Run(other, task.Settings.Starts, task.Settings.Seed, from) is { } sets
                && DesignAudit.Confounded(other, sets).Count == 0)
            {
                from.Add(sets);
                found.Add((balance == DesignBalance.Near ? LevelBalance.Near : LevelBalance.False,
                    Measured(source, task, other, sets, [.. sets.Select(_ => 1)]).Error));
            }
        }

        return [.. found.Where(o => double.IsFinite(o.Item2))];
    }

    /// <summary>Measures a design as anybody would: through the study's reader and the model's own Hessian.</summary>
    private static MadeDesign Measured(StudySource source, DesignTask task, DesignProblem problem, int[][] sets, int[] blocks)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("installsim-design-");
        try
        {
            string path = Path.Combine(folder.FullName, "design.csv");
            File.WriteAllText(path, DesignTableFile.Text(source.Study, task.Layout, sets, blocks));
            IReadOnlyList<AlternativeSettings> listed = source.Study.Data.Alternatives;
            string[] alternatives = listed.Count > 0
                ? [.. listed.Select(a => a.Name)]
                : [.. task.Settings.Alternatives, .. task.Layout.Fixed];
            ChoiceData data = ChoiceSets.Of(source, path, default, alternatives);
            var priors = task.Names.Zip(task.Priors).ToDictionary(pair => pair.First, pair => pair.Second);
            DesignEfficiency efficiency = DesignEfficiency.Of(data, priors) ?? throw new InputException(
                source.Binder.PlaceOf(task.Settings),
                new DesignReasons(task.Settings, task.Layout, problem, task.Names)
                    .NotTold(DesignAudit.Confounded(problem, sets), sets));
            return new MadeDesign(task.Layout, sets, blocks, efficiency, priors, source.Study.Respondents?.Number)
            {
                Audit = DesignAudit.Of(problem, sets),
                MeanDError = problem.Priors.Count > 1 ? DesignEfficiency.MeanDError(data, task.Names, problem.Priors) : null,
                Price = task.Price,
                Told = [.. OutsideAlternatives.Of(source, data, alternatives)],
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
