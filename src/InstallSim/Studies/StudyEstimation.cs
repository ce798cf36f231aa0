using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;

namespace InstallSim.Studies;

/// <summary>What a study found.</summary>
/// <param name="Source">The study.</param>
/// <param name="Choices">Its choices.</param>
/// <param name="Model">What the model is called.</param>
/// <param name="Estimates">The estimates.</param>
/// <param name="Stability">Estimates with fewer draws; null when the model has none or the study does not ask.</param>
public sealed record StudyResult(StudySource Source, StudyChoices Choices, string Model, EstimationResult Estimates, DrawStability? Stability)
{
    /// <summary>The study.</summary>
    public Study Study => Source.Study;

    /// <summary>Description of the draws; empty when the model has none.</summary>
    public string Draws => Estimates.Model switch
    {
        MixedLogit { Random.Count: > 0 } mixed => mixed.Draws.Description,
        LatentClass { Classes: [{ Random.Count: > 0 } first, ..] } => first.Draws.Description,
        _ => "",
    };

    /// <summary>Willingness to pay; empty when the study does not ask for it.</summary>
    public IReadOnlyList<WillingnessToPayRow> WillingnessToPay { get; } = WillingnessToPayRow.Of(Source.Study, Estimates);

    /// <summary>What a reader must know before believing the numbers; empty when all is well.</summary>
    public IReadOnlyList<string> Warnings { get; } = [.. Warn(Source.Study, Choices, Estimates, Stability)];

    private static IEnumerable<string> Warn(Study study, StudyChoices choices, EstimationResult result, DrawStability? stability)
    {
        if (!result.Converged)
            yield return $"the maximum was not reached: {result.Ending}";
        foreach (Unidentified found in result.Unidentified)
            yield return $"{string.Join(", ", found.Parameters)}: {found.Reason}; no standard error";
        if (choices.Dropped > 0)
            yield return FormattableString.Invariant($"{choices.Dropped} choice situations were left out: a value was missing, or nothing was chosen");
        if (stability?.Warning is { } few)
            yield return few;
        if (study.WillingnessToPay is { } pay && WillingnessToPayRow.Of(study, result).Count == 0)
            yield return $"no willingness to pay: the coefficient of '{pay.Denominator}' is none that ratios can be taken of in this model";
        if (result.Persons < result.Estimated)
            yield return FormattableString.Invariant($"{result.Persons} people for {result.Estimated} parameters: standard errors over people mean nothing");
    }
}

/// <summary>Estimates the model of a study.</summary>
public static class StudyEstimation
{
    /// <summary>Reads the choices of a study and fits its model.</summary>
    /// <param name="source">The study.</param>
    /// <param name="progress">Called after each iteration with its number and the log-likelihood.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="InputException">Data or study are wrong, or the data cannot tell a coefficient; all of it is told.</exception>
    public static StudyResult Run(StudySource source, Action<int, double>? progress = null, CancellationToken stop = default)
    {
        StudyChoices choices = StudyChoices.Read(source);
        var errors = new InputErrors();
        string[] variables = [.. StudyReader.Parameters(source.Study, choices.Alternatives).Select(p => p.Name)];
        var built = new ModelBuilder(source, variables, choices.Alternatives, errors).Build();
        errors.ThrowIfAny();
        var (model, name) = built!.Value;
        EstimationOptions options = Options(source, model, errors) with { Progress = progress, Cancellation = stop };
        if (source.Study.WillingnessToPay is { } pay && !variables.Contains(pay.Denominator))
            errors.Add(source.Binder.PlaceOf(pay, "denominator"), $"'{pay.Denominator}' is no variable of the utility{DidYouMean.Hint(pay.Denominator, variables)}; variables: {string.Join(", ", variables)}");
        RefuseUnidentified(source, choices, variables, options, errors);
        errors.ThrowIfAny();
        try
        {
            EstimationSettings settings = source.Study.Estimation;
            EstimationResult result = settings.Starts > 1
                ? Resampling.Multistart(model, choices.Data, settings.Starts, source.Study.Draws.Seed, options)[0]
                : MaximumLikelihood.Estimate(model, choices.Data, options);
            stop.ThrowIfCancellationRequested();
            var stability = Stability(source.Study, result, choices, options);
            result = settings.StandardErrors == StandardErrorKind.Bootstrap
                ? Resampling.Bootstrap(result, choices.Data, settings.BootstrapSamples, source.Study.Draws.Seed, options)
                : result.Using(Kind(settings.StandardErrors));
            stop.ThrowIfCancellationRequested();
            return new StudyResult(source, choices, name, result, stability);
        }
        catch (Exception fault) when (fault is ArgumentException or ArithmeticException)
        {
            throw new InputException(source.Binder.PlaceOf(source.Study, "model"), $"the {name} cannot be estimated: {fault.Message}");
        }
    }

    /// <summary>The library's kind of covariance.</summary>
    internal static CovarianceKind Kind(StandardErrorKind kind) => kind switch
    {
        StandardErrorKind.Hessian => CovarianceKind.Hessian,
        StandardErrorKind.Bhhh => CovarianceKind.OuterProduct,
        StandardErrorKind.Robust => CovarianceKind.Robust,
        _ => CovarianceKind.Clustered,
    };

    private static DrawStability? Stability(Study study, EstimationResult result, StudyChoices choices, EstimationOptions options)
    {
        int draws = study.Draws.Number;
        if (!study.Draws.Stability || draws < 8 || result.Model is not MixedLogit { Random.Count: > 0 })
            return null;
        DrawStability fewer = Resampling.Draws(result, choices.Data, [draws / 4, draws / 2], options);
        return new DrawStability([.. fewer.Fits, (draws, result)]);
    }

    private static EstimationOptions Options(StudySource source, IChoiceModel model, InputErrors errors)
    {
        EstimationSettings settings = source.Study.Estimation;
        Check("start", settings.Start.Keys);
        Check("fixed", settings.Fixed.Keys);
        return new EstimationOptions { Start = settings.Start, Fixed = settings.Fixed, MostIterations = settings.MostIterations };

        void Check(string key, IEnumerable<string> names)
        {
            foreach (string name in names.Where(name => !model.Parameters.Contains(name)))
                errors.Add(source.Binder.PlaceOf(settings, key), $"'{name}' is no parameter{DidYouMean.Hint(name, model.Parameters)}; parameters: {string.Join(", ", model.Parameters)}");
        }
    }

    /// <summary>
    /// Refuses what no model of these variables can tell: fits the multinomial logit, concave and quick, and looks for flat directions
    /// (collinear variables, perfect prediction).
    /// </summary>
    private static void RefuseUnidentified(StudySource source, StudyChoices choices, string[] variables, EstimationOptions options, InputErrors errors)
    {
        if (errors.All.Count > 0)
            return;
        string[] told = [.. variables.Where(v => !options.Fixed.ContainsKey(v) && !(source.Study.Model.Random.GetValueOrDefault(v)?.ErrorComponent ?? false))];
        var held = options.Fixed.Where(f => variables.Contains(f.Key)).ToDictionary();
        var logit = MaximumLikelihood.Estimate(new MultinomialLogit([.. told, .. held.Keys]), choices.Data, new EstimationOptions { Fixed = held });
        foreach (Unidentified found in logit.Unidentified)
        {
            UtilityTerm? term = source.Study.Utility.FirstOrDefault(t => found.Parameters.Contains(t.Name) || found.Parameters.Any(p => p.StartsWith(t.Name + ".", StringComparison.Ordinal)));
            Place place = term is null ? source.Binder.PlaceOf(source.Study, "constants-against") : source.Binder.PlaceOf(term, "name");
            string names = string.Join(", ", found.Parameters.Select(p => $"'{p}'"));
            errors.Add(place, $"the data of {source.Study.Data.File} cannot tell the coefficient{(found.Parameters.Count > 1 ? "s" : "")} of {names}: {found.Reason}");
        }
    }
}
