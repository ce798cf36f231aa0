using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Analyses;

/// <summary>What a study asks for beyond its estimates.</summary>
/// <param name="Tables">Tables, in the order of the keys.</param>
/// <param name="Individuals">Each person's coefficients; null when not asked for.</param>
public sealed record StudyAnalyses(IReadOnlyList<ResultTable> Tables, PersonCoefficients? Individuals)
{
    /// <summary>No analysis.</summary>
    public static StudyAnalyses None { get; } = new([], null);

    /// <summary>Notes all that is wrong with what a study asks for, before anything is estimated.</summary>
    internal static void Check(StudySource source, StudyChoices choices, IChoiceModel model, InputErrors errors)
    {
        ElasticityAnalysis.Check(source, choices, errors);
        MarginalAnalysis.Check(source, choices, errors);
        ImportanceAnalysis.Check(source, choices, model, errors);
        IndividualAnalysis.Check(source, model, errors);
        ClassAnalysis.Check(source, choices, model, errors);
        ClassNumbers.Check(source, model, errors);
        ValidationAnalysis.Check(source, choices, errors);
        TestAnalysis.Check(source, choices, model, errors);
    }

    /// <summary>Does what a study asks for.</summary>
    /// <param name="source">The study.</param>
    /// <param name="choices">Its choices.</param>
    /// <param name="result">Its estimates.</param>
    /// <param name="options">How they were made.</param>
    /// <exception cref="InputException">A test's study cannot be read or is no special case.</exception>
    internal static StudyAnalyses Run(StudySource source, StudyChoices choices, EstimationResult result, EstimationOptions options)
    {
        var tables = new List<ResultTable>([.. LevelAnalysis.Tables(source.Study, result), .. SpreadAnalysis.Tables(result)]);
        Study study = source.Study;
        if (study.Elasticities.Count > 0)
        {
            tables.Add(ElasticityAnalysis.Run(source, choices, result));
        }

        if (study.MarginalEffects.Count > 0)
        {
            tables.Add(MarginalAnalysis.Run(source, choices, result));
        }

        if (study.Importance.Count > 0)
        {
            tables.Add(ImportanceAnalysis.Run(source, choices, result));
        }

        PersonCoefficients? individuals = null;
        if (study.Individual)
        {
            individuals = PersonCoefficients.Of(choices, result);
            tables.AddRange(IndividualAnalysis.Tables(choices, individuals, result.Model));
        }

        tables.AddRange(ClassAnalysis.Tables(source, choices, result));
        if (study.ClassNumbers is not null)
        {
            tables.Add(ClassNumbers.Run(source, choices, result, options));
        }

        if (study.Holdout is { } holdout)
        {
            tables.Add(ValidationAnalysis.Holdout(holdout, choices, result, options));
        }

        if (study.CrossValidation is { } folds)
        {
            tables.Add(ValidationAnalysis.Folds(folds, choices, result, options));
        }

        if (study.HoldoutLast is { } last)
        {
            tables.Add(ValidationAnalysis.Last(last, choices, result, options));
        }

        if (study.Tests.LikelihoodRatio.Count + study.Tests.HausmanMcFadden.Count > 0)
        {
            tables.Add(TestAnalysis.Run(source, choices, result, options));
        }

        options.Cancellation.ThrowIfCancellationRequested();
        return new StudyAnalyses(tables, individuals);
    }
}
