using System.Globalization;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Analyses;

/// <summary>Each person's coefficients: the distribution over people, narrowed by the person's own choices.</summary>
internal static class IndividualAnalysis
{
    /// <summary>Notes a model that has no coefficients of persons.</summary>
    public static void Check(StudySource source, IChoiceModel model, InputErrors errors)
    {
        if (!source.Study.Individual)
        {
            return;
        }

        Place place = source.Binder.PlaceOf(source.Study, "individual");
        if (model is FormulaMixedLogit)
        {
            errors.Add(place, "individual coefficients are worked out for mixed logits whose utility is no formula");
        }
        else if (MixedTastes.Drawn(model) is null)
        {
            errors.Add(place, "individual coefficients need random ones: 'model: { random: { price: normal } }', without classes");
        }
        else if (source.Study.Data.Person is null || !source.Study.Model.Panel)
        {
            errors.Add(place, "individual coefficients need people who choose more than once: 'person' under data, and no 'panel: false'");
        }
    }

    /// <summary>A summary over people, and the table of all.</summary>
    public static IEnumerable<ResultTable> Tables(StudyChoices choices, PersonCoefficients individuals, IChoiceModel model)
    {
        ResultColumn[] columns =
        [
            new("variable", "coefficient"), new("mean", "mean"), new("sd", "std. dev."), new("smallest", "smallest"),
            new("largest", "largest"), new("share_positive", "share > 0"), new("share_clear", "share clear of 0"),
        ];
        double[] weights = [.. individuals.Persons.Select((_, n) => choices.Data.Weight(choices.Data.FirstSituation(n)))];
        yield return new ResultTable("individual-summary", "coefficients of each person, over people", columns,
            [.. individuals.Variables.Select((name, k) => Summary(name, [.. individuals.Persons.Select(p => p[k])], weights))],
            [
                "Posterior means (Revelt and Train 2000): they vary less than the coefficients themselves, for a person's few choices tell "
                    + "little. Clear of 0: 0 lies outside the person's 95 % interval. All in individual-coefficients.csv.",
                .. Unit(individuals, model),
            ]);
        yield return new ResultTable("individual-coefficients", "coefficients of each person",
            [
                new("person", "person"), new("variable", "coefficient"), new("mean", "mean"), new("sd", "std. dev."),
                new("lower_95", "lower 95 %"), new("upper_95", "upper 95 %"),
            ],
            [.. individuals.Persons.SelectMany((person, n) => individuals.Variables.Select((name, k) =>
                (object[])[Name(choices, n), name, person[k].Estimate, person[k].StandardError, person[k].Lower, person[k].Upper]))], [])
        {
            IsLong = true,
        };
    }

    private static string[] Unit(PersonCoefficients individuals, IChoiceModel model) =>
        (individuals.Unit, MixedTastes.Drawn(model)!.Numeraire) switch
        {
            _ when model is GeneralMixedLogit { RandomScale: not null } =>
                ["In utils with the scale of each person: what is the same for all but for the scale varies too."],
            _ when model is GeneralMixedLogit { Scale.Count: > 0 } => ["In utils at the scale of 1, of those whose scale variables are 0."],
            ({ } unit, _) => [$"In units of {unit}."],
            (_, { } still) when MixedTastes.Drawn(model)!.Random.All(r => r.Variable != still) => ["In utils."],
            (_, { } varying) => [$"In utils, not in units of {varying}, for the coefficient of {varying} varies over people."],
            _ => [],
        };

    internal static string Name(StudyChoices choices, int person) =>
        person < choices.Sample.Persons.Count ? choices.Sample.Persons[person] : (person + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Over people, each by weight.</summary>
    private static object[] Summary(string name, Interval[] people, double[] weights)
    {
        double total = weights.Sum(), mean = Over(p => p.Estimate);
        return
        [
            name, mean, Math.Sqrt(Over(p => (p.Estimate - mean) * (p.Estimate - mean))),
            people.Min(p => p.Estimate), people.Max(p => p.Estimate),
            Over(p => p.Estimate > 0 ? 1 : 0), Over(p => p.Lower > 0 || p.Upper < 0 ? 1 : 0),
        ];

        double Over(Func<Interval, double> of) => people.Zip(weights, (p, w) => w * of(p)).Sum() / total;
    }
}
