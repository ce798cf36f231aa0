using InstallSim.Choice.Analysis;
using InstallSim.Choice.Models;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>
/// Willingness to pay over people, where a coefficient of it varies: as the estimates have it, and as people's choices tell.
/// </summary>
internal static class PayTables
{
    private static readonly ResultColumn[] Columns =
    [
        new("variable", "variable"), new("from", "from"), new("mean", "mean"), new("sd", "std. dev."), new("p5", "5 %"),
        new("median", "median"), new("p95", "95 %"), new("share_positive", "share > 0"),
    ];

    /// <summary>A summary, and the medians of each person where people choose more than once; none where nothing varies.</summary>
    public static IEnumerable<ResultTable> Of(StudyResult study)
    {
        WillingnessToPayRow[] rows = [.. study.WillingnessToPay.Where(row => row.People is not null)];
        if (rows.Length == 0 || study.Estimates.Model is not (MixedLogit or GeneralMixedLogit))
        {
            yield break;
        }

        double[][]? people = study.Study.Data.Person is not null && study.Estimates.Model is MixedLogit { Panel: true } mixed
            ? Medians(study, mixed, rows)
            : null;
        string[] notes =
        [
            "Estimates: the distribution over all people that the estimates describe; no mean or standard deviation is shown that does not "
                + "exist. Choices: the median of each person given the choices made (Revelt and Train 2000), which varies less.",
            .. Array.Exists(rows, row => row.MinusSumOf.Count > 0)
                ? ["Base levels of effects coding: each person's own minus the sum of the others, whose mean is minus the sum of their "
                    + "means, unlike medians and percentiles."]
                : Array.Empty<string>(),
        ];
        yield return new ResultTable("willingness-to-pay-over-people",
            study.Study.WillingnessToPay!.Income ? "worth in income over people" : "willingness to pay over people", Columns,
            [.. rows.SelectMany((row, k) => Lines(row, people, k, study.Choices))], notes);
        if (people is null)
        {
            yield break;
        }

        yield return new ResultTable("willingness-to-pay-of-people", "willingness to pay of each person",
            [new("person", "person"), new("variable", "variable"), new("median", "median")],
            [.. people.SelectMany((person, n) => rows.Select((row, k) => (object[])[Name(study.Choices, n), row.Name, person[k]]))], [])
        {
            IsLong = true,
        };
    }

    private static double[][] Medians(StudyResult study, MixedLogit mixed, WillingnessToPayRow[] rows)
    {
        WillingnessToPaySettings settings = study.Study.WillingnessToPay!;
        int sign = settings.Income ? -1 : 1;
        IReadOnlyList<string>[] sums =
            [.. rows.Select(row => row.MinusSumOf.Count > 0 ? row.MinusSumOf : (IReadOnlyList<string>)[row.Name])];
        return [.. PersonalPay.MediansOfSums(mixed, study.Choices.Data, study.Estimates.Estimates, sums, settings.Denominator)
            .Select(person => person.Select((value, k) => rows[k].MinusSumOf.Count > 0 ? -sign * value : sign * value).ToArray())];
    }

    private static IEnumerable<object[]> Lines(WillingnessToPayRow row, double[][]? people, int k, StudyChoices choices)
    {
        PeoplesPay all = row.People!;
        yield return
        [
            row.Name, "estimates", all.Mean.Estimate, all.Deviation, all.Low, all.Median.Estimate, all.High, all.PositiveShare,
        ];
        if (people is null)
        {
            yield break;
        }

        (double Value, double Weight)[] sorted = [.. people
            .Select((person, n) => (Value: person[k], Weight: choices.Data.Weight(choices.Data.FirstSituation(n)))).OrderBy(p => p.Value)];
        double total = sorted.Sum(p => p.Weight), mean = sorted.Sum(p => p.Weight * p.Value) / total;
        yield return
        [
            row.Name, "choices", double.IsFinite(mean) ? mean : double.NaN,
            Math.Sqrt(sorted.Sum(p => p.Weight * (p.Value - mean) * (p.Value - mean)) / total),
            At(0.05), At(0.5), At(0.95), sorted.Where(p => p.Value > 0).Sum(p => p.Weight) / total,
        ];

        double At(double share)
        {
            double sum = 0;
            foreach ((double value, double weight) in sorted)
            {
                sum += weight;
                if (sum >= share * total)
                {
                    return value;
                }
            }

            return sorted[^1].Value;
        }
    }

    private static string Name(StudyChoices choices, int person) => choices.Sample.Persons[person];
}
