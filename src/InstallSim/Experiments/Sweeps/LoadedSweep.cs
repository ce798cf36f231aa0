using System.Globalization;
using InstallSim.Experiments.Discovery;
using InstallSim.Experiments.Points;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Sweeps;

/// <summary>A sweep with all that was read for it.</summary>
/// <param name="Name">Name of the plan: its file.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Design">Its points.</param>
/// <param name="Shard">The part that is run; null for all.</param>
public sealed record LoadedSweep(string Name, LoadedPlan<SweepSettings> Plan, SweepDesign Design, Shard? Shard)
{
    /// <summary>Runs that a plan may take without being asked for twice.</summary>
    public const int FreeRuns = 20_000;

    /// <summary>Most numbers of a table that are held at once: about 400 MB.</summary>
    private const double MostValues = 5e7;

    /// <summary>Outcomes as columns of the table, each once.</summary>
    public IReadOnlyList<OutcomeColumn> Columns => ColumnsOf(Plan);

    /// <summary>Scenarios that have outcomes, in the order of the experiment.</summary>
    public IReadOnlyList<string> Scenarios => ScenariosOf(Plan);

    /// <summary>Name of its folder, when none is said.</summary>
    public string DefaultFolder => Shard is null ? Name : FormattableString.Invariant($"{Name}-shard-{Shard.Number}-of-{Shard.Of}");

    /// <summary>Positions of the points that are run.</summary>
    public int[] Positions => Shard?.Positions(Design.Count) ?? [.. Enumerable.Range(0, Design.Count)];

    /// <summary>What the engine is told.</summary>
    public PointPlan Points => new(
        "sweep", [.. Plan.Numbers.Select(n => n.Name)], Design, [.. Plan.Outcomes.Select(o => o.Name)], Plan.Read)
    {
        Only = Shard is null ? null : Positions,
    };

    /// <summary>Reads a sweep.</summary>
    /// <param name="path">The plan.</param>
    /// <param name="shard">The part that is run; null for all.</param>
    /// <param name="overrides">Texts <c>key.path=value</c> for all scenarios.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="yes">Whether many runs are meant.</param>
    /// <exception cref="InputException">Something is wrong, or there are more runs than without asking.</exception>
    public static LoadedSweep Read(string path, Shard? shard, IReadOnlyList<string> overrides, int threads, bool yes)
    {
        LoadedPlan<SweepSettings> plan = PlanReader.Read<SweepSettings>(
            path, FileKind.Sweep, overrides, threads, CheckAlone, (plan, faults) =>
            {
                SaidValues.Refuse(plan, overrides, faults.Errors);
                CheckWith(plan, faults);
            });
        CheckSize(plan, shard, yes);
        var design = SweepDesign.Of(plan.Settings.Design, plan.Numbers, plan.ClassShares);
        PointChecks.Refuse(plan, design);
        return new LoadedSweep(Path.GetFileNameWithoutExtension(path), plan, design, shard);
    }

    private static void CheckAlone(SweepSettings settings, Binder binder, InputErrors errors)
    {
        DesignChecks.Alone(settings, binder, errors);
        if (settings.Discover is { } discover)
        {
            OutcomeChoice.CheckAlone(discover, binder, errors);
        }
    }

    private static void CheckWith(LoadedPlan<SweepSettings> plan, PlanFaults faults)
    {
        DesignChecks.WithNumbers(plan.Settings.Design, plan.Numbers, plan.Binder, faults);
        if (plan.Settings.Discover is not { } discover)
        {
            return;
        }

        (OutcomeColumn[]? columns, string[] scenarios) = faults.AreOutcomesRight
            ? (ColumnsOf(plan), ScenariosOf(plan))
            : (null, [.. plan.Loaded.Experiment.Scenarios.Select(s => s.Scenario.Name)]);
        OutcomeChoice.Check(discover, plan.Binder, columns, scenarios, faults.Errors);
    }

    /// <summary>Refuses what is too large before anything is made of it.</summary>
    private static void CheckSize(LoadedPlan<SweepSettings> plan, Shard? shard, bool yes)
    {
        double points = SweepDesign.CountOf(plan.Settings.Design, plan.Numbers), runs = plan.RunsOf(points);
        Place place = plan.Binder.PlaceOf(plan.Settings.Design);
        (string many, string all, string free) = (Text(points), Text(runs), Text(FreeRuns));
        double values = points / (shard?.Of ?? 1) * plan.Loaded.Experiment.Replications * plan.Outcomes.Count;
        if (points > SweepDesign.Most || values > MostValues)
        {
            throw new InputException(place, new Words(
                $"{many} points are {all} runs: more than one sweep holds ({Text(SweepDesign.Most)} points, {Text(MostValues)} values of "
                    + "outcomes a shard); take fewer levels, numbers or points, or a Latin hypercube",
                $"{many} points font {all} simulations\u00a0: plus qu’un balayage n’en contient ({Text(SweepDesign.Most)} points, "
                    + $"{Text(MostValues)} valeurs de résultats par part)\u00a0; prendre moins de niveaux, de nombres ou de points, ou un "
                    + "hypercube latin"));
        }

        if (runs > FreeRuns && !yes)
        {
            throw new InputException(place, new Words(
                $"{many} points are {all} runs (points × scenarios × replications), more than {free}: --yes runs them",
                $"{many} points font {all} simulations (points × scénarios × réplications), plus que {free}\u00a0: --yes les lance"));
        }
    }

    private static string Text(double count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static OutcomeColumn[] ColumnsOf(LoadedPlan<SweepSettings> plan) =>
        [.. plan.Outcomes.Select(o => new OutcomeColumn(o.Indicator.Name, o.Year, o.Of)).Distinct()];

    private static string[] ScenariosOf(LoadedPlan<SweepSettings> plan) =>
        [.. plan.Outcomes.OrderBy(o => o.Position).Select(o => o.Scenario).Distinct()];
}
