using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Uptakes;

/// <summary>
/// Uptake of every job by all people, classes and subgroups, at one θ or at many: the same draws of tastes and of θ for all, so that the
/// doubt that two jobs share leaves their difference.
/// </summary>
internal sealed class UptakeValues
{
    private readonly UptakeSets _sets;
    private readonly UptakeJobs _jobs;
    private readonly IReadOnlyList<PersonGroup> _groups;
    private readonly SetProbabilities _people;
    private readonly (string Column, string Value)[] _subgroups;
    private readonly double[][][][] _directions; // of a unit of income, shape [combinations][groups][J][names]
    private readonly double _total;

    public UptakeValues(
        UptakeSettings settings, UptakeSets sets, UptakeJobs jobs, IReadOnlyList<PersonGroup> groups, IChoiceModel model,
        double[][][][] directions)
    {
        (_sets, _jobs, _groups, _directions) = (sets, jobs, groups, directions);
        _people = new SetProbabilities(model, sets.Names, settings.Draws);
        Classes = model is LatentClass ? _people.Classes : 0;
        _subgroups = [.. settings.By.SelectMany(column => groups.Select(g => (column, g.By[column])).Distinct()
            .OrderBy(pair => pair.Item2, StringComparer.Ordinal))];
        _total = groups.Sum(g => g.Weight);
    }

    /// <summary>Number of latent classes; 0: the model has none.</summary>
    public int Classes { get; }

    /// <summary>How many people are told apart: all, classes, subgroups.</summary>
    private int Parts => 1 + Classes + _subgroups.Length;

    /// <summary>Whom the parts hold, at θ.</summary>
    public UptakePeople[] People(double[] theta)
    {
        SetProbabilities.Population at = _people.At(theta);
        double[] shares = new double[Math.Max(1, Classes)];
        for (int g = 0; g < _groups.Count; g++)
        {
            double[] own = at.Shares(_sets.Of[0][g]);
            for (int q = 0; q < own.Length; q++)
            {
                shares[q] += _groups[g].Weight / _total * own[q];
            }
        }

        return
        [
            new UptakePeople(UptakePeople.All, 1),
            .. Enumerable.Range(0, Classes).Select(q => new UptakePeople($"class {q + 1}", shares[q])),
            .. _subgroups.Select(s => new UptakePeople($"{s.Column} = {s.Value}",
                _groups.Where(g => g.By[s.Column] == s.Value).Sum(g => g.Weight) / _total)),
        ];
    }

    /// <summary>Uptake at θ, shape [jobs][parts].</summary>
    public double[][] At(double[] theta, int jobs)
    {
        SetProbabilities.Population at = _people.At(theta);
        return [.. Enumerable.Range(0, jobs).Select(job => OfJob(at, _sets.Of[job]))];
    }

    /// <summary>Incomes that make up for the combinations at θ, shape [combinations].</summary>
    public double[] Incomes(double[] theta)
    {
        SetProbabilities.Population at = _people.At(theta);
        double target = OfAll(at, _sets.Of[0]);
        return [.. _jobs.Combinations.Select((_, c) =>
        {
            OfferedSet[] sets = _sets.Of[_jobs.FirstWithIncome + (3 * c)];
            return IncomeSolver.Solve(x => OfAll(at, [.. sets.Select((set, g) => set.Moved(_directions[c][g], x))]), target);
        })];
    }

    private double OfAll(SetProbabilities.Population at, OfferedSet[] sets)
    {
        double sum = 0;
        for (int g = 0; g < sets.Length; g++)
        {
            sum += _groups[g].Weight / _total * at.OfFirst(sets[g]);
        }

        return sum;
    }

    private double[] OfJob(SetProbabilities.Population at, OfferedSet[] sets)
    {
        double[] part = new double[Parts], weight = new double[Parts];
        for (int g = 0; g < sets.Length; g++)
        {
            double[] share = Classes > 0 ? at.Shares(sets[g]) : [1], own = new double[share.Length];
            double mean = 0;
            for (int q = 0; q < share.Length; q++)
            {
                own[q] = Classes > 0 ? at.OfFirst(sets[g], q) : at.OfFirst(sets[g]);
                mean += share[q] * own[q];
            }

            Add(0, _groups[g].Weight, mean);
            for (int q = 0; q < Classes; q++)
            {
                Add(1 + q, _groups[g].Weight * share[q], own[q]);
            }

            for (int s = 0; s < _subgroups.Length; s++)
            {
                if (_groups[g].By[_subgroups[s].Column] == _subgroups[s].Value)
                {
                    Add(1 + Classes + s, _groups[g].Weight, mean);
                }
            }
        }

        return [.. part.Zip(weight, (sum, w) => sum / w)];

        void Add(int to, double w, double p)
        {
            part[to] += w * p;
            weight[to] += w;
        }
    }
}
