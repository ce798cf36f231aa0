using System.Text.Json.Nodes;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Data;
using InstallSim.Studies.Models;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies;

/// <summary>Estimates the model of a study.</summary>
public static class StudyEstimation
{
    /// <summary>Reads the choices of a study and fits its model.</summary>
    /// <param name="source">The study.</param>
    /// <param name="progress">Called after each iteration with its number and the log-likelihood.</param>
    /// <param name="read">Called with the choices once they are read and checked, before anything is fitted.</param>
    /// <param name="isSaved">Whether the estimates shall become a scenario's preferences, which is checked before they are made.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="InputException">Data or study are wrong, or the data cannot tell a coefficient; all of it is told.</exception>
    public static StudyResult Run(
        StudySource source, Action<int, double>? progress = null, Action<StudyChoices>? read = null, bool isSaved = false,
        CancellationToken stop = default)
    {
        var (choices, model, name, options) = Prepare(
            source, new EstimationOptions { Progress = progress, Cancellation = stop }, isSaved);
        read?.Invoke(choices);
        JsonObject madeFrom = EstimatedFrom.Of(source);
        EstimationSettings settings = source.Study.Estimation;
        return ModelFit.Guarded(source, name, () =>
        {
            EstimationResult result = ModelFit.Maximum(source, choices, model, options);
            stop.ThrowIfCancellationRequested();
            var stability = Stability(source.Study, result, choices, options);
            result = settings.StandardErrors == StandardErrorKind.Bootstrap
                ? Resampling.Bootstrap(result, choices.Data, settings.BootstrapSamples, source.Study.Draws.Seed, options)
                : result.Using(Kind(settings.StandardErrors));
            stop.ThrowIfCancellationRequested();
            StudyAnalyses analyses = StudyAnalyses.Run(source, choices, result, options with { Progress = null });
            var study = new StudyResult(source, choices, name, result, stability)
            {
                MadeFrom = madeFrom,
                ConstantsOnly = ConstantsOnly.Of(source.Study, choices),
            };
            return study with { Analyses = analyses with { Tables = [.. PayTables.Of(study), .. analyses.Tables] } };
        });
    }

    /// <summary>Reads a study's choices and checks all that can be checked without fitting its model.</summary>
    /// <exception cref="InputException">Data or study are wrong, or the data cannot tell a coefficient; all of it is told.</exception>
    /// <returns>What was found besides: how the table was read where the study does not say it.</returns>
    public static IReadOnlyList<InputWarning> Check(StudySource source) => Prepare(source, new EstimationOptions()).Choices.Told;

    /// <summary>Notes the faults of a study's tables, for a study that is refused for something else.</summary>
    /// <param name="source">The study.</param>
    /// <param name="errors">Where to.</param>
    public static void TableFaults(StudySource source, InputErrors errors)
    {
        if (source.Study.Data.File is not { Length: > 0 })
        {
            return;
        }

        try
        {
            StudyChoices.Read(source);
        }
        catch (InputException refused)
        {
            string[] said = [.. errors.All.Select(error => error.Place.File)];
            var columns = new InputErrors();
            ChoiceReader.MissingColumns(source, columns);
            Place[] places = [.. errors.All.Select(error => error.Place)];
            foreach (InputError error in refused.Errors.Where(error => !said.Contains(error.Place.File) && error.Place.Line > 0)
                .Concat(columns.All.Where(error => said.Contains(error.Place.File) && !places.Contains(error.Place))))
            {
                errors.Add(error.Place, error.Said, error.Count);
            }
        }

        NameFaults(source, errors);
    }

    /// <summary>Names in the model and beside it.</summary>
    private static void NameFaults(StudySource source, InputErrors errors)
    {
        var names = new InputErrors();
        ModelFaults.WithoutData(source, names, areKeysRight: false);
        InputError[] before = [.. errors.All];
        errors.Add(ModelFaults.OfNames(names.All).Where(error => !before.Contains(error)));
    }

    private static (StudyChoices Choices, IChoiceModel Model, string Name, EstimationOptions Options) Prepare(
        StudySource source, EstimationOptions options, bool isSaved = false)
    {
        var prepared = ModelFit.Prepare(source, options, (choices, built, errors) =>
        {
            StudyAnalyses.Check(source, choices, built.Model, errors);
            ClusterCheck.Check(source, choices, built.Model, errors);
            if (source.Study.Predict is { } file)
            {
                ChoiceSets.Check(source, file, source.Binder.PlaceOf(source.Study, "predict"), choices.Alternatives, errors);
            }

            if (isSaved)
            {
                SavedModels.Check(source, choices, built, errors);
                SavedNames.Check(source, choices, errors);
                SavedUnits.Check(source, choices, errors);
            }
        });
        StudyChoices hinted = prepared.Choices with { Told = [.. prepared.Choices.Told, .. StudyHints.Of(source, prepared.Choices)] };
        return (hinted, prepared.Model, prepared.Name, prepared.Options);
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
        if (!study.Draws.Stability || draws < 8 || MixedTastes.Drawn(result.Model) is null)
        {
            return null;
        }

        DrawStability fewer = Resampling.Draws(result, choices.Data, [draws / 4, draws / 2], options);
        return new DrawStability([.. fewer.Fits, (draws, result)]);
    }
}
