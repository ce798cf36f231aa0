using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>Fits the model of a study to its choices.</summary>
internal static class ModelFit
{
    /// <summary>The choices and the estimates of a study alone, for a test of another against it.</summary>
    /// <param name="source">The study.</param>
    /// <param name="outer">Asks to stop.</param>
    /// <exception cref="InputException">Data or study are wrong; all of it is told.</exception>
    internal static (StudyChoices Choices, EstimationResult Result) Fit(StudySource source, EstimationOptions outer)
    {
        var (choices, model, name, options) = Prepare(source, new EstimationOptions { Cancellation = outer.Cancellation });
        return (choices, Guarded(source, name, () => Maximum(source, choices, model, options)));
    }

    /// <summary>Reads and checks all that can be checked before an estimation.</summary>
    /// <param name="source">The study.</param>
    /// <param name="outer">Progress, and how to stop.</param>
    /// <param name="alsoCheck">What more is wrong with the study, before it is asked what the data can tell.</param>
    /// <exception cref="InputException">Data or study are wrong, or the data cannot tell a coefficient; all of it is told.</exception>
    internal static (StudyChoices Choices, IChoiceModel Model, string Name, EstimationOptions Options) Prepare(
        StudySource source, EstimationOptions outer, Action<StudyChoices, (IChoiceModel Model, string Name), InputErrors>? alsoCheck = null)
    {
        StudyChoices choices = ReadWithModel(source);
        var errors = new InputErrors();
        string[] variables = [.. StudyReader.Parameters(source.Study, choices.Alternatives).Select(p => p.Name)];
        ModelSettings settings = NestsByColumn.In(source, choices, errors);
        var built = new ModelBuilder(source, settings, variables, choices.Alternatives, errors).Build();
        if (built is null)
        {
            ModelFaults.Beside(source, settings, (variables, choices.Alternatives), null, errors);
        }

        errors.ThrowIfAny();
        var (model, name) = built!.Value;
        EstimationOptions options = Options(source, model, outer, errors);
        NameChecks.OfModel(source, variables, errors);
        MembershipCheck.Check(source, choices.Data, errors);
        ScaleCheck.Check(source, choices.Data, options, errors);
        alsoCheck?.Invoke(choices, (model, name), errors);
        if ((model as FormulaLogit ?? (model as FormulaMixedLogit)?.Formulas) is not { } formula)
        {
            RefuseUnidentified(source, choices, variables, options, errors);
        }
        else if (errors.All.Count == 0)
        {
            Guarded(source, name, () =>
            {
                FormulaModels.RefuseUnidentified(source, choices, formula, options, errors);
                return errors;
            });
        }

        errors.ThrowIfAny();
        return (choices, model, name, options);
    }

    /// <summary>The choices; where they are refused, faults of the model that show without them are told too.</summary>
    private static StudyChoices ReadWithModel(StudySource source)
    {
        try
        {
            return StudyChoices.Read(source);
        }
        catch (InputException refused)
        {
            var errors = new InputErrors();
            ModelFaults.WithoutData(source, errors);
            throw new InputException([.. InputErrors.Sorted(refused.Errors.Concat(errors.All).Distinct())]) { Warnings = refused.Warnings };
        }
    }

    /// <summary>The estimates, the best of several starts when the study asks for them.</summary>
    internal static EstimationResult Maximum(StudySource source, StudyChoices choices, IChoiceModel model, EstimationOptions options) =>
        source.Study.Estimation.Starts > 1
            ? Resampling.Multistart(model, choices.Data, source.Study.Estimation.Starts, source.Study.Draws.Seed, options)[0]
            : MaximumLikelihood.Estimate(model, choices.Data, options);

    /// <summary>Turns what the library refuses into an error of the study.</summary>
    internal static T Guarded<T>(StudySource source, string name, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is ArgumentException or ArithmeticException)
        {
            throw new InputException(source.Binder.PlaceOf(source.Study, "model"),
                $"the {StudyWords.Both(name)} cannot be estimated: {InputMessage.Elsewhere(fault.Message)}");
        }
    }

    /// <summary>How to estimate; parameters of its settings that the model does not have go to the errors.</summary>
    /// <param name="source">The study.</param>
    /// <param name="model">The model.</param>
    /// <param name="outer">Progress, and how to stop.</param>
    /// <param name="errors">Where to.</param>
    /// <param name="isUntold">Of which names it cannot be said whether they are parameters; null: of none.</param>
    internal static EstimationOptions Options(
        StudySource source, IChoiceModel model, EstimationOptions outer, InputErrors errors, Func<string, bool>? isUntold = null)
    {
        EstimationSettings settings = source.Study.Estimation;
        Check("start", settings.Start.Keys);
        Check("fixed", settings.Fixed.Keys);
        string[] equal = [.. settings.Equal.SelectMany(group => group)];
        Check("equal", equal);
        foreach (string name in equal.Where(name => equal.Count(other => other == name) > 1 || settings.Fixed.ContainsKey(name)).Distinct())
        {
            errors.Add(source.Binder.PlaceOf(settings, "equal"), settings.Fixed.ContainsKey(name)
                ? $"'{name}' is fixed and equal to another parameter: fix each of them instead"
                : (InputMessage)$"'{name}' is there twice; a parameter is in one group");
        }

        return outer with
        {
            Start = settings.Start,
            Fixed = settings.Fixed,
            Equal = settings.Equal,
            MostIterations = settings.MostIterations,
        };

        void Check(string key, IEnumerable<string> names)
        {
            foreach (string name in names.Where(name => !model.Parameters.Contains(name) && isUntold?.Invoke(name) is not true))
            {
                errors.Add(source.Binder.PlaceOf(settings, key),
                    $"'{name}' is no parameter{DidYouMean.Hint(name, model.Parameters)}; parameters: "
                        + $"{string.Join(", ", model.Parameters)}");
            }
        }
    }

    /// <summary>The data with the products of variables whose coefficients have a mean that depends on covariates, and these.</summary>
    private static (ChoiceData Data, string[] Products) WithProducts(ModelSettings model, ChoiceData data)
    {
        (string Name, double[] Values)[] products = [.. model.Random.SelectMany(random => random.Value.MeanBy.Select(z =>
            ($"{random.Key}.{z}", data.Column(random.Key).ToArray().Zip(data.Column(z).ToArray(), (a, b) => a * b).ToArray())))];
        return (data.With(products), [.. products.Select(p => p.Name)]);
    }

    /// <summary>
    /// Refuses what no model of these variables can tell: fits the multinomial logit, concave and quick, and looks for flat directions
    /// (collinear variables, perfect prediction).
    /// </summary>
    private static void RefuseUnidentified(
        StudySource source, StudyChoices choices, string[] variables, EstimationOptions options, InputErrors errors)
    {
        if (errors.All.Count > 0)
        {
            return;
        }

        var (data, products) = WithProducts(source.Study.Model, choices.Data);
        string[] told = [.. variables.Where(v => !(source.Study.Model.Random.GetValueOrDefault(v)?.ErrorComponent ?? false))
            .Concat(products).Where(v => !options.Fixed.ContainsKey(v))];
        var held = options.Fixed.Where(f => variables.Contains(f.Key) || products.Contains(f.Key)).ToDictionary();
        var logit = MaximumLikelihood.Estimate(new MultinomialLogit([.. told, .. held.Keys]), data,
            new EstimationOptions { Fixed = held, Equal = [.. options.Equal.Where(group => group.All(told.Contains))] });
        foreach (Unidentified found in logit.Unidentified.Select(Unidentified.OfConcave))
        {
            UtilityTerm? term = source.Study.Utility.FirstOrDefault(t => found.Parameters.Contains(t.Name)
                || found.Parameters.Any(p => p.StartsWith(t.Name + ".", StringComparison.Ordinal)));
            Place place = term is null ? source.Binder.PlaceOf(source.Study, "constants-against") : source.Binder.PlaceOf(term, "name");
            string names = string.Join(", ", found.Parameters.Select(p => $"'{p}'"));
            errors.Add(place,
                found.Parameters.Count > 1
                    ? $"the data of {source.Study.Data.File} cannot tell the coefficients of {names}: "
                        + $"{InputMessage.Elsewhere(found.Reason)}"
                    : (InputMessage)($"the data of {source.Study.Data.File} cannot tell the coefficient of {names}: "
                        + $"{InputMessage.Elsewhere(found.Reason)}"));
        }
    }
}
