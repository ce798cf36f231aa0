using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>In how many samples of simulated respondents each coefficient is significant.</summary>
/// <param name="Names">Variables of the utility.</param>
/// <param name="Truth">Their true coefficients (means over respondents).</param>
/// <param name="People">Sizes of sample, rising.</param>
/// <param name="Samples">Samples of each size.</param>
/// <param name="Power">Share of samples in which the coefficient is significant at 5 % by t(people − 1) with the sign of the truth, shape
/// [K][sizes]; where the truth is 0, with either sign: the size of the test. NaN for sizes of no more people than coefficients, whose
/// standard errors over people do not exist.</param>
/// <param name="Lost">Samples without an estimate, by size: counted as not significant.</param>
public sealed record SimulatedPower(
    IReadOnlyList<string> Names, IReadOnlyList<double> Truth, IReadOnlyList<int> People, int Samples, double[][] Power,
    IReadOnlyList<int> Lost)
{
    /// <summary>What is not said and so taken for granted.</summary>
    public IReadOnlyList<InputWarning> Told { get; init; } = [];

    /// <summary>Whether the true coefficient is 0: the share of samples is then the size of the test, 5 % when all is well, and no power.
    /// </summary>
    /// <param name="coefficient">Place of the coefficient.</param>
    public bool IsSize(int coefficient) => Truth[coefficient] == 0;

    /// <summary>People for a power, between the sizes on a straight line; null when no size has it.</summary>
    /// <param name="coefficient">Place of the coefficient.</param>
    /// <param name="power">The power, such as 0.8.</param>
    public double? Needed(int coefficient, double power)
    {
        if (IsSize(coefficient))
        {
            return null;
        }

        double[] own = Power[coefficient];
        int first = Array.FindIndex(own, p => p >= power);
        return first < 0 ? null
            : first == 0 || double.IsNaN(own[first - 1]) ? People[first]
            : People[first - 1] + ((People[first] - People[first - 1]) * (power - own[first - 1]) / (own[first] - own[first - 1]));
    }

    /// <summary>Whether the smallest size has a power already.</summary>
    public bool IsAtMostSmallest(int coefficient, double power) =>
        !IsSize(coefficient) && Power[coefficient].FirstOrDefault(p => !double.IsNaN(p), double.NaN) >= power;

    /// <summary>Sizes of no more people than coefficients: no estimation of one can tell what is significant.</summary>
    public IReadOnlyList<int> TooFew => [.. People.Where(people => people <= Names.Count)];
}

/// <summary>
/// Simulates samples of respondents of a study's design, estimates the multinomial logit with standard errors clustered by person on the
/// first people of each, and counts how often coefficients are significant at 5 %. The same seed gives the same power on any number of
/// threads.
/// </summary>
public static class PowerSimulation
{
    /// <summary>Sizes of sample as parts of the study's number of respondents.</summary>
    private static readonly double[] Parts = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2];

    /// <summary>Simulates.</summary>
    /// <param name="source">A study with <c>respondents:</c>.</param>
    /// <param name="samples">Samples, from 2 to 65,535.</param>
    /// <exception cref="InputException">The study or its design is wrong; all of it is told.</exception>
    public static SimulatedPower Run(StudySource source, int samples)
    {
        var errors = new InputErrors();
        if (source.Study.Data.Best is not null)
        {
            errors.Add(source.Binder.PlaceOf(source.Study.Data, "best"), "the power of best and worst answers is not simulated: 'respond' "
                + "writes samples of them, which 'estimate' reads; for the power of one choice a task give a study with 'chosen'");
        }

        var design = Respondents.Read(source, errors);
        errors.ThrowIfAny();
        var (columns, rows, variables) = design!.Value;
        RespondentSettings settings = source.Study.Respondents!;
        int[] people = [.. Parts.Select(part => Math.Max(2, (int)Math.Round(part * settings.Number))).Distinct()];
        int[][] tasks = [.. Enumerable.Range(0, rows.Rows.Count).GroupBy(r => rows.Rows[r].Situation).Select(g => g.ToArray())];
        string[] block = Respondents.Blocks(source, columns, rows, tasks);
        string[] blocks = [.. block.Distinct()];
        int[][][] asked = [.. blocks.Select(b => tasks.Where((_, t) => block[t] == b).ToArray())];
        var isFound = new bool[samples][][];
        Parallel.For(0, samples, sample =>
        {
            isFound[sample] = new bool[people.Length][];
            var answers = new Answered(settings, rows, variables, asked, sample);
            for (int i = 0; i < people.Length; i++)
            {
                answers.AskUntil(people[i]);
                isFound[sample][i] = people[i] <= variables.Utility ? [] : answers.Significant();
            }
        });
        double Share(int k, int i) => people[i] <= variables.Utility
            ? double.NaN
            : isFound.Count(found => found[i].Length > 0 && found[i][k]) / (double)samples;
        string[] names = [.. variables.Names.Take(variables.Utility)];
        return new SimulatedPower(names, [.. names.Select(name => settings.Coefficients[name])], people, samples,
            [.. names.Select((_, k) => people.Select((_, i) => Share(k, i)).ToArray())],
            [.. people.Select((size, i) => size <= variables.Utility ? 0 : isFound.Count(found => found[i].Length == 0))])
        {
            Told = errors.Warnings,
        };
    }

    /// <summary>The answers of a sample, people by people.</summary>
    private sealed class Answered(RespondentSettings settings, ChoiceRows rows, VariableTable variables, int[][][] asked, int sample)
    {
        private readonly List<int> _situation = [], _row = [], _person = [];
        private readonly List<bool> _chosen = [];
        private int _people, _situations;

        public void AskUntil(int people)
        {
            for (; _people < people; _people++)
            {
                double[] beta = Respondents.Tastes(settings, variables.Names, _people, sample);
                foreach (int[] task in asked[_people % asked.Length])
                {
                    int n = _people;
                    int best = task.MaxBy(r => Respondents.Utility(beta, variables, r) + Respondents.Gumbel(settings.Seed, n, r, sample));
                    foreach (int r in task)
                    {
                        _situation.Add(_situations);
                        _row.Add(r);
                        _person.Add(_people);
                        _chosen.Add(r == best);
                    }

                    _situations++;
                }
            }
        }

        /// <summary>Whether each coefficient is significant with the right sign; empty when there is no estimate.</summary>
        public bool[] Significant()
        {
            string[] names = [.. variables.Names.Take(variables.Utility)];
            ChoiceData data = ChoiceData.Create(new ChoiceTable
            {
                Names = names,
                Columns = [.. names.Select((_, k) => _row.Select(r => variables.Values[k][r]).ToArray())],
                Situation = _situation,
                Alternative = [.. _row.Select(r => rows.Rows[r].Alternative)],
                Chosen = _chosen,
                Person = _person,
            });
            EstimationResult result = MaximumLikelihood.Estimate(new MultinomialLogit(names), data, new EstimationOptions { Threads = 1 });
            if (!result.Converged || result.Unidentified.Count > 0)
            {
                return [];
            }

            double[] errors = result.StandardErrors(CovarianceKind.Clustered);
            double clear = StudentT.Quantile(0.95, result.Degrees);
            return [.. names.Select((name, k) => settings.Coefficients[name] is var truth && truth == 0
                ? Math.Abs(result[name]) > clear * errors[k]
                : result[name] * Math.Sign(truth) > clear * errors[k])];
        }
    }
}
