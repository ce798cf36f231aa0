using System.Globalization;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Analyses;

/// <summary>The model with one latent class, two, and so on, side by side.</summary>
internal static class ClassNumbers
{
    private static readonly ResultColumn[] Columns =
    [
        new("classes", "classes"), new("log_likelihood", "LL"), new("parameters", "parameters"), new("aic", "AIC"), new("bic", "BIC"),
        new("entropy", "entropy"), new("smallest_share", "smallest share"), new("starts", "starts"), new("agreeing", "agree"),
        new("remark", ""),
    ];

    /// <summary>Notes a model that has no classes.</summary>
    public static void Check(StudySource source, IChoiceModel model, InputErrors errors)
    {
        if (source.Study.ClassNumbers is not null && model is not (MultinomialLogit or MixedLogit { Panel: true } or LatentClass))
        {
            errors.Add(source.Binder.PlaceOf(source.Study, "class-numbers"),
                "numbers of classes are compared of logits and of mixed logits over a person's choices, without nests, scale and box-cox");
        }
    }

    /// <summary>Fits the model with 1 to Q classes; that of the study is not fitted again.</summary>
    public static ResultTable Run(StudySource source, StudyChoices choices, EstimationResult result, EstimationOptions options)
    {
        var rows = new List<object[]>();
        int own = (result.Model as LatentClass)?.Classes.Count ?? 1;
        var fits = new List<(int Classes, double Bic)>();
        for (int classes = 1; classes <= source.Study.ClassNumbers; classes++)
        {
            EstimationResult? fit = classes == own ? result : Fit(source, choices, classes, options);
            options.Cancellation.ThrowIfCancellationRequested();
            rows.Add(Row(classes, fit, choices.Data));
            if (fit is { IsSound: true })
            {
                fits.Add((classes, fit.Bic));
            }
        }

        string[] best = fits.Count == 0 ? [] :
            [string.Create(CultureInfo.InvariantCulture, $"The smallest BIC has {fits.MinBy(fit => fit.Bic).Classes} of them.")];
        return new ResultTable("class-numbers", "numbers of latent classes compared", Columns, rows,
            [
                .. best,
                "Entropy: 1 where each person's class is certain. Agree: starts that ended at this log-likelihood; one alone may have "
                    + "missed the highest. What is fixed or equal is so where a model has the parameter.",
            ]);
    }

    /// <summary>The model with another number of classes; null where it cannot be fitted.</summary>
    private static EstimationResult? Fit(StudySource source, StudyChoices choices, int classes, EstimationOptions options)
    {
        var errors = new InputErrors();
        ModelSettings settings = source.Study.Model with { Classes = classes };
        string[] variables = [.. StudyReader.Parameters(source.Study, choices.Alternatives).Select(p => p.Name)];
        settings = classes > 1 ? settings : settings with { Membership = [], Shared = [] };
        IChoiceModel model = new ModelBuilder(source, settings, variables, choices.Alternatives, errors).Build()!.Value.Model;
        bool Has(string name) => model.Parameters.Contains(name);
        try
        {
            return MaximumLikelihood.Estimate(model, choices.Data, options with
            {
                Start = options.Start.Where(s => Has(s.Key)).ToDictionary(),
                Fixed = options.Fixed.Where(s => Has(s.Key)).ToDictionary(),
                Equal = [.. options.Equal.Select(group => group.Where(Has).ToArray()).Where(group => group.Length > 1)],
            });
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static object[] Row(int classes, EstimationResult? fit, ChoiceData data)
    {
        if (fit is null)
        {
            return [classes, double.NaN, "", double.NaN, double.NaN, double.NaN, double.NaN, "", "", "cannot be fitted"];
        }

        var model = fit.Model as LatentClass;
        return
        [
            classes, fit.LogLikelihood, fit.Estimated, fit.Aic, fit.Bic,
            model is null ? "" : new ClassMembership(model, data, fit.Estimates).Entropy,
            model is null ? 1.0 : model.Shares(data, fit.Estimates).Min(),
            fit.Search is { } search ? search.Tried : "", fit.Search is { } ended ? ended.Agreeing : "",
            !fit.Converged ? "no maximum" : !fit.IsIdentified ? "not identified" : "",
        ];
    }
}
