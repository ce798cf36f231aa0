using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;

namespace InstallSim.Studies;

/// <summary>What a study found.</summary>
/// <param name="Source">The study.</param>
/// <param name="Choices">Its choices.</param>
/// <param name="Model">What the model is called.</param>
/// <param name="Estimates">The estimates.</param>
public sealed record StudyResult(StudySource Source, StudyChoices Choices, string Model, EstimationResult Estimates)
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
    public IReadOnlyList<string> Warnings { get; } = [.. Warn(Source.Study, Choices, Estimates)];

    private static IEnumerable<string> Warn(Study study, StudyChoices choices, EstimationResult result)
    {
        if (!result.Converged)
            yield return $"the maximum was not reached: {result.Ending}";
        foreach (Unidentified found in result.Unidentified)
            yield return $"{string.Join(", ", found.Parameters)}: {found.Reason}; no standard error";
        if (choices.Dropped > 0)
            yield return FormattableString.Invariant($"{choices.Dropped} choice situations were left out: a value was missing, or nothing was chosen");
        if (study.Draws.Number < 100 && result.Model is MixedLogit { Random.Count: > 0 })
            yield return FormattableString.Invariant($"{study.Draws.Number} draws are few; results of 500 or more should be reported");
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
            EstimationResult result = MaximumLikelihood.Estimate(model, choices.Data, options);
            stop.ThrowIfCancellationRequested();
            return new StudyResult(source, choices, name, result.Using(Kind(source.Study.Estimation.StandardErrors)));
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
