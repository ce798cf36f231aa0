using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Uptakes;

/// <summary>
/// Says who would take packages, by the saved estimates of a study: P(package), P(package) − P(base) and the income that makes up for it,
/// with percentile intervals over vectors of estimates drawn from their covariance (Krinsky and Robb 1986).
/// </summary>
public static class StudyUptake
{
    /// <summary>Values the packages of a study.</summary>
    /// <param name="source">A study with <c>uptake:</c>.</param>
    /// <param name="estimates">The file <c>estimates.json</c> of the same study.</param>
    /// <param name="force">Whether estimates that did not converge are taken.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="InputException">Study, data or estimates are wrong; all of it is told.</exception>
    public static UptakeResult Run(StudySource source, string estimates, bool force = false, CancellationToken stop = default)
    {
        if (source.Study.Uptake is not { } settings)
        {
            throw new InputException(source.Binder.PlaceOf(source.Study), new Words(
                "key 'uptake' is missing: a base and packages are needed to say who would take them",
                "la clé «\u00a0uptake\u00a0» manque\u00a0: il faut une base et des paquets pour dire qui les prendrait"));
        }

        StudyChoices choices = StudyChoices.Read(source);
        var (model, name, errors) = Model(source, choices);
        var levels = new UptakeLevels(source, choices, settings, errors);
        List<PersonGroup> groups = new PersonGroups(source, choices, settings, errors).Find(levels.Own);
        errors.ThrowIfAny();
        SavedEstimates saved = SavedEstimates.Read(estimates, source, model.Parameters, force);
        var jobs = new UptakeJobs(settings, levels);
        UptakeSets sets = UptakeSets.Make(source, choices, levels, jobs.Levels, groups);
        var values = new UptakeValues(settings, sets, jobs, groups, model, Directions(source, jobs, sets));
        saved = saved with { Warnings = [.. saved.Warnings, .. levels.Warnings] };
        return ModelFit.Guarded(source, name, () => Result(source, name, saved, jobs, values, stop));
    }

    private static (IChoiceModel Model, string Name, InputErrors Errors) Model(StudySource source, StudyChoices choices)
    {
        var errors = new InputErrors();
        string[] variables = [.. StudyReader.Parameters(source.Study, choices.Alternatives).Select(p => p.Name)];
        var built = new ModelBuilder(source, NestsByColumn.In(source, choices, errors), variables, choices.Alternatives, errors).Build();
        errors.ThrowIfAny();
        return (built!.Value.Model, built.Value.Name, errors);
    }

    /// <summary>
    /// What a unit of income adds to the variables of each group's set, by combination: all that is made of the column, the person's
    /// columns in it being the group's own, shape [combinations][groups][J][names]. Refuses an income that is not straight.
    /// </summary>
    private static double[][][][] Directions(StudySource source, UptakeJobs jobs, UptakeSets sets) =>
    [
        .. Enumerable.Range(0, jobs.Combinations.Count).Select(c => jobs.FirstWithIncome + (3 * c)).Select(at =>
            sets.Of[at].Select((none, g) => Direction(source, none, sets.Of[at + 1][g], sets.Of[at + 2][g])).ToArray()),
    ];

    private static double[][] Direction(StudySource source, OfferedSet none, OfferedSet one, OfferedSet two)
    {
        double[][] direction = [.. one.Values.Zip(none.Values, (b, a) => b.Zip(a, (x, y) => x - y).ToArray())];
        bool isStraight = direction.Index().All(j => j.Item.Index().All(k =>
            Math.Abs(two.Values[j.Index][k.Index] - one.Values[j.Index][k.Index] - k.Item) <= 1e-9 * (1 + Math.Abs(k.Item))));
        if (!isStraight)
        {
            throw new InputException(source.Binder.PlaceOf(source.Study.Uptake!, "income"), new Words(
                $"the utility is not straight in '{source.Study.Uptake!.Income}', so that no one change of it makes up; leave 'income' "
                    + "out",
                $"l’utilité n’est pas linéaire en «\u00a0{source.Study.Uptake!.Income}\u00a0», et aucun changement unique ne "
                    + "compense\u00a0; retirer «\u00a0income\u00a0»"));
        }

        return direction;
    }

    private static UptakeResult Result(
        StudySource source, string name, SavedEstimates saved, UptakeJobs jobs, UptakeValues values, CancellationToken stop)
    {
        UptakeSettings settings = source.Study.Uptake!;
        double[][] thetas = SimulatedEstimates.Of(saved.Theta, saved.Covariance, settings.IntervalDraws, settings.Seed);
        int told = 1 + settings.Packages.Count;
        double[][][] uptake = new double[thetas.Length][][];
        double[][] incomes = new double[thetas.Length][];
        Parallel.For(0, thetas.Length, new ParallelOptions { CancellationToken = stop }, r =>
            (uptake[r], incomes[r]) = (values.At(thetas[r], told), values.Incomes(thetas[r])));
        double[][] best = values.At(saved.Theta, jobs.FirstWithIncome);
        UptakePeople[] people = values.People(saved.Theta);
        UptakeRow Row(int job, int part) => new(job == 0 ? null : settings.Packages[job - 1], people[part],
            Percentiles.Of(best[job][part], [.. uptake.Select(u => u[job][part])]),
            Percentiles.Of(best[job][part] - best[0][part], [.. uptake.Select(u => u[job][part] - u[0][part])]));
        double[] made = values.Incomes(saved.Theta);
        return new UptakeResult(source, name, saved.Path,
            [.. Enumerable.Range(0, told).SelectMany(job => Enumerable.Range(0, people.Length).Select(part => Row(job, part)))],
            [.. jobs.Combinations.Select((combination, c) => Income(combination, made[c], [.. incomes.Select(i => i[c])]))],
            Map(settings, jobs, best), saved.Warnings);
    }

    private static CompensatingIncome Income(
        (PackageSettings Package, PackageSettings[] Others) of, double estimate, double[] draws)
    {
        double[] solved = [.. draws.Where(double.IsFinite)];
        double unsolved = 1 - ((double)solved.Length / draws.Length);
        return new CompensatingIncome(of.Package, of.Others,
            unsolved > 0.05 ? new Interval(estimate, double.NaN, double.NaN, double.NaN) : Percentiles.Of(estimate, solved), unsolved);
    }

    private static double[][] Map(UptakeSettings settings, UptakeJobs jobs, double[][] best) => settings.Map is not { } map
        ? []
        : [.. map.Levels.Select((_, row) => map.Income.Select((_, column) =>
            best[jobs.FirstOfMap + (row * map.Income.Count) + column][0]).ToArray())];
}
