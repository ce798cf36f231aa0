using System.Globalization;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Outputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>What a table says beside the coefficients: data, fit, convergence.</summary>
internal static class ResultLines
{
    /// <summary>Names and values of the fit, in the order in which papers print them.</summary>
    public static IEnumerable<(string Name, string Value)> Fit(StudyResult study)
    {
        EstimationResult r = study.Estimates;
        yield return ("Choice situations",
            r.Persons < r.Situations && study.Study.Data.Person is null
                ? $"{PaperNumber.Whole(r.Situations)} (made of the answers)"
                : PaperNumber.Whole(r.Situations));
        yield return ("People",
            study.Study.Data.Person is not null
                ? PaperNumber.Whole(r.Persons)
                : $"{PaperNumber.Whole(r.Persons)} (each {(r.Persons < r.Situations ? "answer" : "situation")} its own)");
        if (study.Study.Data.Weight is { } column)
        {
            yield return ("Weighted by", $"{column}, sum {r.SumOfWeights.ToString("#,0.###", CultureInfo.InvariantCulture)}");
        }

        yield return ("Parameters estimated", PaperNumber.Whole(r.Estimated)
            + (r.AtBound.Count > 0 ? $" (not counted, at their bound: {string.Join(", ", r.AtBound)})" : ""));
        if (study.Draws.Length > 0)
        {
            yield return ("Draws", study.Draws);
        }

        if (r.Model is LatentClass { ScaleClasses: > 1 } scaled)
        {
            (double[] scales, double[] shares) = scaled.ScalesOf(r.Estimates);
            yield return ("Scales of the classes of scale", string.Join(", ", scales.Select(s => Number(s, 3))));
            yield return ("Shares of the classes of scale", string.Join(", ", shares.Select(s => Number(100 * s, 1) + " %")));
        }

        if (r.Model is LatentClass { Classes.Count: > 1 } classes)
        {
            yield return (classes.Membership.Count == 0 ? "Shares of the classes" : "Shares of the classes, mean",
                string.Join(", ", classes.Shares(study.Choices.Data, r.Estimates).Select(s => Number(100 * s, 1) + " %")));
        }

        yield return ("Log-likelihood, null", $"{Number(r.NullLogLikelihood, 3)} (equal chances)");
        if (study.ConstantsOnly is { } constants)
        {
            yield return ("Log-likelihood, constants", $"{Number(constants.LogLikelihood, 3)} (shares alone)");
        }

        yield return ("Log-likelihood, start", Number(r.InitialLogLikelihood, 3));
        yield return ("Log-likelihood, estimates", Number(r.LogLikelihood, 3));
        yield return ("LR test against null", Ratio(r.NullLogLikelihood, 0, r));
        if (study.ConstantsOnly is { IsNested: true } nested && r.Sought > nested.Parameters)
        {
            yield return ("LR test against constants", Ratio(nested.LogLikelihood, nested.Parameters, r));
        }

        yield return ("McFadden's ρ²", Number(r.RhoSquared, 4));
        yield return ("ρ² adjusted", Number(r.AdjustedRhoSquared, 4));
        yield return ("AIC", Number(r.Aic, 2));
        yield return ("BIC", Number(r.Bic, 2));
    }

    /// <summary>Which levels are in no table of levels, or have no line in money, and why.</summary>
    private static IEnumerable<string> LevelNotes(StudyResult study)
    {
        bool HasLine(UtilityTerm term, int level) => study.WillingnessToPay.Any(row => row.Name == $"{term.Name}.{term.Levels[level]}"
            || row.Name.EndsWith($".{term.Name}.{term.Levels[level]}", StringComparison.Ordinal));
        foreach (UtilityTerm term in study.Study.Coded.Where(term => term.Levels.Count > 1))
        {
            if (term.Coding == LevelCoding.Effects && HasLine(term, 1) && !HasLine(term, 0))
            {
                yield return $"{term.Name}.{term.Levels[0]} has no line in money: not all of the other levels have one, whose sum it is "
                    + "minus";
            }

            if (!LevelAnalysis.Has(term, study.Estimates.Model))
            {
                yield return $"{term.Name} is in no table of levels: its parameters are not means of coefficients";
            }
        }
    }

    /// <summary>What the coefficients' table needs said below it.</summary>
    public static IEnumerable<string> TableNotes(StudyResult study) =>
        [ParameterRow.StarsNoteOf(study.Estimates), .. ParameterNotes(study), .. PayNotes(study), StandardErrors(study)];

    /// <summary>Notes on what the parameters of a study mean.</summary>
    public static IEnumerable<string> ParameterNotes(StudyResult study)
    {
        IReadOnlyList<ParameterRow> rows = ParameterRow.Of(study.Estimates);
        if (rows.Where(r => r.TestedAgainst == 1).Select(r => r.Name).ToList() is { Count: > 0 } ones)
        {
            yield return $"z and p of {string.Join(", ", ones)} test against 1 "
                + $"({(study.Estimates.Model is ScaledLogit ? "not bent" : "no nesting")}), those of the others against 0";
        }

        foreach (string note in TasteNotes(study))
        {
            yield return note;
        }

        foreach (UtilityTerm term in study.Study.Coded.Where(term => term.Coding == LevelCoding.Effects))
        {
            yield return $"{term.Name}.*: against the mean of all levels (effects coding), here and in money; {term.Levels[0]} is minus "
                + "the sum of the others";
        }

        foreach (string note in LevelNotes(study))
        {
            yield return note;
        }

        foreach ((string? of, string text) in Formulas(study.Study))
        {
            yield return of is null ? $"utility: {text}" : $"utility of {of}: {text}";
        }

        if (study.Estimates.Model is LatentClass { ScaleClasses: > 1 })
        {
            yield return "scale-class*: logarithm of the scale of a class of scale against class 1, whose scale is 1; scale-member*: "
                + "utility of belonging to it against class 1";
        }

        if (study.Estimates.Model is LatentClass { Classes.Count: > 1 })
        {
            yield return "member*: utility of belonging to the class against class 1, of which the shares are the logit";
        }
    }

    /// <summary>What the numbers of willingness to pay are.</summary>
    private static IEnumerable<string> PayNotes(StudyResult study)
    {
        if (PayWarnings.IsItself(study))
        {
            yield return "no table of willingness to pay: in this model the coefficients themselves are, in units of "
                + study.Study.WillingnessToPay!.Denominator;
        }

        if (study.Estimates.Model is FormulaLogit && study.WillingnessToPay.Count > 0)
        {
            yield return "willingness to pay: the ratio of the derivatives of the utility, the mean over the rows of alternatives where it "
                + "differs between them";
        }

        if (study.WillingnessToPay.Any(row => row.Slope is not null)
            && MoneySlopes.Of(study.Source, study.Choices, study.Study.WillingnessToPay!.Denominator) is { } slopes)
        {
            string price = study.Study.WillingnessToPay.Denominator, others = string.Join(", ", slopes.Others);
            yield return $"willingness to pay: by the slope of the utility in {price}, which is in {others} too, the mean over the rows of "
                + $"alternatives where it differs between them; none is given for {others}, made of it";
        }

        if (study.WillingnessToPay.Any(row => row.Where.Length > 0))
        {
            yield return "in brackets: over the rows on that side of a point where the slope changes, as gains and losses about a "
                + "reference; rows at the point are on neither";
        }
    }

    /// <summary>What parameters of tastes and scales mean.</summary>
    private static IEnumerable<string> TasteNotes(StudyResult study)
    {
        if (study.Estimates.Model is ScaledLogit { Scale.Count: > 0 } or GeneralMixedLogit { Scale.Count: > 0 }
            or LatentClass { Scale.Count: > 0 })
        {
            yield return "scale.*: logarithm of the scale against that where the column is 0; 0 means the same scale";
        }

        if (study.Estimates.Model is MixedLogit { Random.Count: > 0 } or GeneralMixedLogit { Tastes.Random.Count: > 0 }
            or LatentClass { Classes: [{ Random.Count: > 0 }, ..] })
        {
            yield return "sd.*: standard deviation over people (half the width of uniform and triangular), shown without its sign, which "
                + "no data can tell; chol.*: element of the Cholesky factor, its diagonal without sign, the columns with it";
        }

        foreach (string note in GeneralModelNotes.Of(study.Estimates.Model))
        {
            yield return note;
        }

        foreach (RandomCoefficient random in OfMeans(study.Estimates.Model))
        {
            string name = random.Variable;
            yield return $"mean of {name}: {string.Join(" + ", random.MeanBy.Select(z => $"{name}.{z}·{z}").Prepend(name))}, of people for "
                + $"whom {string.Join(", ", random.MeanBy)} {(random.MeanBy.Count > 1 ? "are" : "is")} 0 the coefficient (of lognormal, "
                + "the exponent) of its name";
        }

        foreach (string note in RandomShape.Of(study.Estimates).Select(shape => shape.Note).OfType<string>())
        {
            yield return note;
        }

        if (MixedTastes.Of(study.Estimates.Model) is { Numeraire: { } numeraire } space)
        {
            string others = string.Join(", ", space.InUtils.Prepend(numeraire));
            yield return $"all but {others} in units of {numeraire}: what " + (space.NumeraireIsIncome
                ? "income a unit more of the variable is worth"
                : "people would pay for a unit more of the variable");
        }
    }

    /// <summary>The formulas as they are written, on one line each.</summary>
    private static IEnumerable<(string? Of, string Text)> Formulas(Study study)
    {
        static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string more = study.Utility.Count > 0 || study.ConstantsAgainst is not null ? " + …" : "";
        return study.Formula is { } one ? [(null, OneLine(one) + more)]
            : study.Formulas.Select(f => ((string?)f.Key, OneLine(f.Value) + more));
    }

    /// <summary>Random coefficients whose mean depends on the person.</summary>
    private static IEnumerable<RandomCoefficient> OfMeans(IChoiceModel model) => (model switch
    {
        MixedLogit mixed => mixed.Random,
        GeneralMixedLogit general => general.Tastes.Random,
        LatentClass classes => classes.Classes[0].Random,
        _ => [],
    }).Where(random => random.MeanBy.Count > 0);

    /// <summary>What the standard errors are.</summary>
    public static string StandardErrors(StudyResult study) => study.Estimates.DefaultCovariance switch
    {
        CovarianceKind.Hessian => "Standard errors from the Hessian: right when the model is.",
        CovarianceKind.OuterProduct => "Standard errors from the outer product of the scores (BHHH).",
        CovarianceKind.Robust => "Standard errors robust (sandwich) over the independent units of the likelihood.",
        CovarianceKind.Bootstrap when study.Estimates.Bootstrap is { } samples =>
            $"Standard errors by bootstrap, people drawn with replacement: {samples.Estimates.Count} of {samples.Drawn} samples; "
                + $"intervals are percentiles.",
        _ when study.Study.Data.Person is null => "Standard errors robust (sandwich); each choice situation counts as a person of its own.",
        _ when double.IsPositiveInfinity(study.Estimates.Degrees) => "Standard errors robust, clustered by person (sandwich).",
        _ => string.Create(CultureInfo.InvariantCulture,
            $"Standard errors robust, clustered by person (sandwich); p-values and intervals by Student's t with {study.Estimates.Degrees} "
                + $"degrees of freedom, people less one."),
    };

    /// <summary>How the maximisation ended.</summary>
    public static string Convergence(StudyResult study)
    {
        EstimationResult r = study.Estimates;
        string ending = r.Converged ? char.ToUpperInvariant(r.Ending[0]) + r.Ending[1..]
            : r.Unidentified.Count > 0 ? "NOT converged (there is no maximum at finite values)"
            : $"NOT converged ({r.Ending})";
        string condition = double.IsFinite(r.ConditionNumber) ? r.ConditionNumber.ToString("0.0e+00", CultureInfo.InvariantCulture) : "∞";
        return string.Create(CultureInfo.InvariantCulture,
            $"{ending} in {Count(r.Iterations, "iteration")}, {Count(r.Evaluations, "evaluation")}; gradient norm "
                + $"{r.GradientNorm:0.0e+00}, condition number {condition}.");
    }

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    /// <summary>From how many starts the maximum was sought, and how many ended there; empty: from one.</summary>
    public static string Starts(StudyResult study) => study.Estimates.Search is { Tried: > 1 } search
        ? string.Create(CultureInfo.InvariantCulture, $"The best of {search.Tried} starts; {search.Agreeing} ended there.")
        : "";

    private static string Ratio(double restricted, int parameters, EstimationResult full)
    {
        var test = new ChiSquaredTest(2 * (full.LogLikelihood - restricted), full.Sought - parameters);
        return test.Degrees <= 0
            ? "–"
            : $"χ²({PaperNumber.Whole(test.Degrees)}) = {Number(test.Statistic, 2)}, p "
                + $"{(test.PValue < 0.001 ? "" : "= ")}{PaperNumber.Probability(test.PValue)}{Degrees(parameters, full)}";
    }

    /// <summary>Why the degrees of freedom of a test are not the parameters estimated; empty where they are.</summary>
    private static string Degrees(int parameters, EstimationResult full)
    {
        string bound = full.AtBound.Count > 0 ? $" + {full.AtBound.Count} at their bound" : "";
        string constants = parameters > 0 ? $" − {parameters} of the constants" : "";
        return bound + constants is { Length: > 0 } more ? $" (degrees of freedom: {full.Estimated}{more})" : "";
    }

    private static string Number(double value, int decimals) => ReportText.English.Number(value, decimals);
}
