using System.Globalization;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Analyses;

/// <summary>Fit on people whom the estimates have not seen.</summary>
internal static class ValidationAnalysis
{
    private static readonly ResultColumn[] Columns =
    [
        new("held_out", "people held out"), new("training_choices", "choices to fit"),
        new("training_log_likelihood_per_choice", "LL a choice"),
        new("choices", "held out"), new("log_likelihood", "LL held out"), new("log_likelihood_per_choice", "LL a choice, held out"),
        new("rho_squared", "ρ² held out"), new("mean_probability", "mean probability"), new("hit_rate", "hit rate"),
    ];

    /// <summary>Notes shares and folds that leave nobody.</summary>
    public static void Check(StudySource source, StudyChoices choices, InputErrors errors)
    {
        int persons = choices.Data.Persons;
        if (source.Study.CrossValidation is { } folds && folds.Folds > persons)
        {
            errors.Add(source.Binder.PlaceOf(folds, "folds"),
                $"{folds.Folds} folds for {persons} people; each fold needs one or more");
        }

        if (source.Study.Holdout is { } holdout && (int)Math.Round(holdout.Share * persons) is var held && (held < 1 || held >= persons))
        {
            errors.Add(source.Binder.PlaceOf(holdout, "share"),
                $"a share of {holdout.Share} of {persons} people holds out {held}; some must be held out and some left");
        }

        int most = Enumerable.Range(0, choices.Data.Situations).CountBy(choices.Data.Person).Max(count => count.Value);
        if (source.Study.HoldoutLast is { } last && last >= most)
        {
            errors.Add(source.Binder.PlaceOf(source.Study, "holdout-last"),
                $"the last {last} choices of each person are to be held out, and nobody has more than {most}: none would be left to learn "
                    + $"from");
        }
    }

    /// <summary>One share held out.</summary>
    public static ResultTable Holdout(HoldoutSettings settings, StudyChoices choices, EstimationResult result, EstimationOptions options)
    {
        HoldoutFit fit = CrossValidation.Holdout(result.Model, choices.Data, settings.Share, settings.Seed, options);
        string name = string.Create(CultureInfo.InvariantCulture, $"{100 * settings.Share:0.##} %");
        return new ResultTable("holdout", "fit on people held out", Columns, [Row(name, fit)], [.. Notes([fit])]);
    }

    /// <summary>Each fold held out once, and all of them together.</summary>
    public static ResultTable Folds(
        CrossValidationSettings settings, StudyChoices choices, EstimationResult result, EstimationOptions options)
    {
        IReadOnlyList<HoldoutFit> fits = CrossValidation.Run(result.Model, choices.Data, settings.Folds, settings.Seed, options);
        double weight = fits.Sum(f => f.HoldoutWeight);
        var all = new HoldoutFit(fits.Sum(f => f.Training), fits.Sum(f => f.TrainingSituations), fits.Sum(f => f.Holdout),
            fits.Sum(f => f.HoldoutNull), fits.Sum(f => f.HoldoutSituations))
        {
            TrainingWeight = fits.Sum(f => f.TrainingWeight),
            HoldoutWeight = weight,
            MeanProbability = fits.Sum(f => f.MeanProbability * f.HoldoutWeight) / weight,
            HitRate = fits.Sum(f => f.HitRate * f.HoldoutWeight) / weight,
            Chance = fits.Sum(f => f.Chance * f.HoldoutWeight) / weight,
            Converged = fits.All(f => f.Converged),
        };
        object[][] rows =
        [
            .. fits.Select((f, i) => Row(string.Create(CultureInfo.InvariantCulture, $"fold {i + 1}"), f)), Row("all folds", all),
        ];
        return new ResultTable("cross-validation", "cross-validation: each fold of the people held out once",
            Columns, rows, [.. Notes(fits)]);
    }

    /// <summary>The last choices of each person held out, predicted without and with the person's earlier ones.</summary>
    public static ResultTable Last(int last, StudyChoices choices, EstimationResult result, EstimationOptions options)
    {
        NextChoices next = NextChoices.Of(result.Model, choices.Data, last, options);
        object[][] rows =
        [
            Row("each by itself", next.Alone), .. next.Given is { } given ? [Row("given earlier choices", given)] : Array.Empty<object[]>(),
        ];
        return new ResultTable("holdout-last", "fit on the last choices of each person",
            [new("predicted", "predicted"), .. Columns.Skip(1)], rows,
            [
                .. Notes([next.Alone]),
                string.Create(CultureInfo.InvariantCulture,
                    $"The last choices ({last} each) of {next.Persons} people, in the order of the data. ")
                    + (next.Given is null
                        ? "The model takes a person's choices as independent, so that earlier ones tell nothing."
                        : "Given earlier choices: draws and classes weigh by the probability that they give to these."),
            ]);
    }

    private static object[] Row(string name, HoldoutFit fit)
    {
        object[] counts = Counts(fit.TrainingWeight, fit.HoldoutWeight);
        return
        [
            name, counts[0], fit.Training / fit.TrainingWeight, counts[1], fit.Holdout, fit.Holdout / fit.HoldoutWeight, fit.RhoSquared,
            fit.MeanProbability, fit.HitRate,
        ];
    }

    /// <summary>Choices, or the sums of their weights: whole numbers where they are.</summary>
    private static object[] Counts(params double[] weights) =>
        [.. weights.Select(weight => weight == Math.Floor(weight) && weight < int.MaxValue ? (object)(int)weight : weight)];

    private static IEnumerable<string> Notes(IReadOnlyList<HoldoutFit> fits)
    {
        double chance = fits.Sum(f => f.Chance * f.HoldoutWeight) / fits.Sum(f => f.HoldoutWeight);
        yield return string.Create(CultureInfo.InvariantCulture,
            $"Mean probability: predicted for the alternative chosen, each choice by itself. Hit rate: how often that was the likeliest "
                + $"one. Guessing gives {chance:0.000} of both.");
        if (fits.Any(f => !f.Converged))
        {
            yield return "Not every fit reached its maximum.";
        }
    }
}
