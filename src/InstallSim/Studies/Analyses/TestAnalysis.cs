using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Analyses;

/// <summary>Tests of a study's model against special cases of it, and of the logit's independence from irrelevant alternatives.</summary>
internal static class TestAnalysis
{
    private static readonly ResultColumn[] Columns =
        [
            new("test", "test"), new("hypothesis", "hypothesis"), new("statistic", "χ²"), new("degrees", "df"),
            new("p", "p", IsProbability: true), new("finding", ""),
        ];

    private const string HausmanNote = "Hausman–McFadden: of the multinomial logit with the study's variables; degrees of freedom: the "
        + "rank of the difference of the covariances. By person: with the covariance of the difference itself, from scores summed over "
        + "each person's choices; it holds where these are related, the other does not.";

    private static InputMessage WithFormula => "the word 'logit' and Hausman–McFadden mean the logit of the variables under 'utility', "
        + "which a formula is not; name the study file of a special case";

    /// <summary>Notes files that there are not, alternatives that there are not, and a logit against itself.</summary>
    public static void Check(StudySource source, StudyChoices choices, IChoiceModel model, InputErrors errors)
    {
        TestSettings tests = source.Study.Tests;
        for (int i = 0; i < tests.LikelihoodRatio.Count; i++)
        {
            Place place = source.Binder.PlaceOf(tests, "likelihood-ratio", i);
            if (tests.LikelihoodRatio[i] == TestSettings.Logit)
            {
                if (model is FormulaLogit or FormulaMixedLogit)
                {
                    errors.Add(place, WithFormula);
                }
                else if (model is MultinomialLogit)
                {
                    errors.Add(place, "the model is the logit; a test against it needs a model that is more");
                }
            }
            else if (!File.Exists(PathOf(place, tests.LikelihoodRatio[i])))
            {
                errors.Add(place, $"'{tests.LikelihoodRatio[i]}' is neither the word '{TestSettings.Logit}' nor a study file that exists");
            }
        }

        for (int i = 0; i < tests.HausmanMcFadden.Count; i++)
        {
            Place place = source.Binder.PlaceOf(tests, "hausman-mcfadden", i);
            CheckGroup(tests.HausmanMcFadden[i], place, choices, errors);
            if (model is FormulaLogit or FormulaMixedLogit)
            {
                errors.Add(place, WithFormula);
            }
        }
    }

    /// <summary>All tests that a study asks for.</summary>
    /// <exception cref="InputException">A study is no special case, or too few choices are left without the alternatives.</exception>
    public static ResultTable Run(StudySource source, StudyChoices choices, EstimationResult result, EstimationOptions options)
    {
        TestSettings tests = source.Study.Tests;
        var notes = new List<string>();
        var rows = new List<object[]>();
        for (int i = 0; i < tests.LikelihoodRatio.Count; i++)
        {
            rows.Add(Ratio(tests.LikelihoodRatio[i], source.Binder.PlaceOf(tests, "likelihood-ratio", i), source,
                choices, result, options, notes));
        }

        for (int i = 0; i < tests.HausmanMcFadden.Count; i++)
        {
            rows.AddRange(
                Hausman(tests.HausmanMcFadden[i], source.Binder.PlaceOf(tests, "hausman-mcfadden", i), source, choices, options));
        }

        if (tests.HausmanMcFadden.Count > 0)
        {
            notes.Add(HausmanNote);
            if (rows.Any(row => row[5] is "no test"))
            {
                notes.Add("No test: the difference of the covariances is not positive semi-definite.");
            }
        }

        return new ResultTable("tests", "tests", Columns, rows, [.. notes.Distinct()]);
    }

    private static void CheckGroup(IReadOnlyList<string> group, Place place, StudyChoices choices, InputErrors errors)
    {
        foreach (string name in group.Where(name => !choices.Alternatives.Contains(name)))
        {
            errors.Add(place,
                $"there is no alternative '{name}'{DidYouMean.Hint(name, choices.Alternatives)}; alternatives: "
                    + $"{string.Join(", ", choices.Alternatives)}");
        }

        if (group.Count == 0 || choices.Alternatives.Except(group).Count() < 2)
        {
            errors.Add(place,
                $"{group.Distinct().Count()} of {choices.Alternatives.Count} alternatives to leave out; one or more must be "
                        + $"named and two or more be left");
        }
    }

    /// <summary>What a likelihood ratio must be read with where parameters lie at the edge of what they can be.</summary>
    private static IEnumerable<string> Edges(EstimationResult restricted, EstimationResult full)
    {
        if ((MixedTastes.Drawn(full.Model) is not null && MixedTastes.Drawn(restricted.Model) is null)
            || (full.Model is FormulaMixedLogit && restricted.Model is FormulaLogit))
        {
            yield return "Standard deviations of 0 lie at the edge of what is possible: the p-value is too large, so that a "
                + "rejection holds all the more.";
        }

        if (full.Model is LatentClass)
        {
            yield return "With fewer classes some parameters mean nothing, so that the p-value does not hold; compare AIC and BIC.";
        }

        if (full.AtBound.Count + restricted.AtBound.Count > 0)
        {
            yield return "Degrees of freedom (df) count parameters at their bound too, which K, AIC and BIC do not: the hypothesis is "
                + "about them.";
        }
    }

    private static object[] Ratio(
        string said, Place place, StudySource source, StudyChoices choices, EstimationResult full, EstimationOptions options,
        List<string> notes)
    {
        bool isLogit = said == TestSettings.Logit;
        Study other = isLogit ? source.Study : StudyReader.Read(PathOf(place, said)).Study;
        EstimationResult restricted =
            isLogit ? Plain(source, choices, options) : Other(said, place, (source, full), choices, options, notes);
        string name = isLogit ? "multinomial logit" : Path.GetFileName(said);
        if (restricted.Sought >= full.Sought)
        {
            throw new InputException(place,
                $"{name} has {restricted.Sought} parameters, this study {full.Sought}: a special case has fewer");
        }

        ChiSquaredTest test = SpecificationTests.LikelihoodRatio(restricted, full);
        if (!restricted.IsSound || !full.IsSound)
        {
            notes.Add("Not every fit reached its maximum.");
        }

        bool areDrawn = MixedTastes.Drawn(full.Model) is not null && MixedTastes.Drawn(restricted.Model) is not null;
        string difference = areDrawn ? SpecialCase.Difference(other.Draws, source.Study.Draws) : "";
        if (difference.Length > 0)
        {
            notes.Add($"{name} has other draws than this study ({difference}): the statistic takes in the difference of the draws; say the "
                + $"same draws in both.");
        }

        IReadOnlyList<string> foreign = SpecialCase.Foreign(restricted, full);
        notes.AddRange(Edges(restricted, full));
        if (foreign.Count > 0)
        {
            notes.Add($"{name} has parameters that this study has not ({string.Join(", ", foreign)}); the test holds if it is a "
                + $"special case all the same.");
        }

        return
        [
            "likelihood ratio", $"{name} is enough", test.Statistic, test.Degrees, test.PValue,
            test.Statistic < 0 && difference.Length > 0 ? "other draws, no special case, or a maximum missed"
                : test.Statistic < 0 ? "no special case, or a maximum missed"
                : !SpecialCase.IsTold(restricted, other, full, source.Study) ? "not nested as far as names tell"
                : Finding(test),
        ];
    }

    private static EstimationResult Plain(StudySource source, StudyChoices choices, EstimationOptions options)
    {
        string[] variables = [.. StudyReader.Parameters(source.Study, choices.Alternatives).Select(p => p.Name)];
        bool IsComponent(string name) => source.Study.Model.Random.GetValueOrDefault(name)?.ErrorComponent ?? false;
        string[] told = [.. variables.Where(v => !IsComponent(v))];
        return MaximumLikelihood.Estimate(new MultinomialLogit(told), choices.Data, OfLogit(options, told));
    }

    /// <summary>What a study holds fixed or equal, of the variables of its logit.</summary>
    private static EstimationOptions OfLogit(EstimationOptions options, string[] variables) => options with
    {
        Fixed = options.Fixed.Where(f => variables.Contains(f.Key)).ToDictionary(),
        Equal = [.. options.Equal.Where(group => group.All(variables.Contains))],
        Start = new Dictionary<string, double>(),
    };

    private static EstimationResult Other(string said, Place place, (StudySource Source, EstimationResult Result) own,
        StudyChoices choices, EstimationOptions options, List<string> notes)
    {
        StudySource source = StudyReader.Read(PathOf(place, said));
        var (other, result) = ModelFit.Fit(source, options);
        var rescaled = new Dictionary<string, double>();
        if (SameChoices.DifferenceInValues(other, choices, rescaled) is { } difference)
        {
            throw new InputException(place, $"{said}: the test needs the same choices as this study; {difference}");
        }

        foreach ((string variable, double factor) in rescaled)
        {
            InputMessage? why = SpecialCase.HeldByUnit(variable, source.Study, result)
                ?? SpecialCase.HeldByUnit(variable, own.Source.Study, own.Result);
            if (why is not null)
            {
                throw new InputException(place, $"{said}: '{variable}' is {factor:0.######} times as much there, and {why}: say it in one "
                    + $"unit in both");
            }

            notes.Add(FormattableString.Invariant(
                $"{said} has {variable} in another unit ({factor:0.######} times as much): another coefficient, the same fit."));
        }

        return result;
    }

    private static List<object[]> Hausman(
        IReadOnlyList<string> group, Place place, StudySource source, StudyChoices choices, EstimationOptions options)
    {
        string[] variables = [.. StudyReader.Parameters(source.Study, choices.Alternatives).Select(p => p.Name)
            .Where(v => !(source.Study.Model.Random.GetValueOrDefault(v)?.ErrorComponent ?? false))];
        int[] dropped = [.. group.Select(name => choices.Alternatives.ToList().IndexOf(name))];
        var logit = new MultinomialLogit(variables);
        EstimationOptions own = OfLogit(options, variables);
        string hypothesis = $"independent of {string.Join(", ", group)}";
        try
        {
            ChiSquaredTest test = SpecificationTests.HausmanMcFadden(logit, choices.Data, dropped, own);
            var rows = new List<object[]> { Row("Hausman–McFadden", test) };
            if (double.IsNaN(test.Statistic) || choices.Data.Persons < choices.Data.Situations)
            {
                rows.Add(Row("Hausman–McFadden, by person",
                    SpecificationTests.ClusteredHausmanMcFadden(logit, choices.Data, dropped, own)));
            }

            return rows;
        }
        catch (ArgumentException fault)
        {
            throw new InputException(place,
                $"without {string.Join(", ", group)} the logit cannot be estimated: {InputMessage.Elsewhere(fault.Message)}");
        }

        object[] Row(string name, ChiSquaredTest test) =>
            [name, hypothesis, test.Statistic, test.Degrees, test.PValue, double.IsNaN(test.Statistic) ? "no test" : Finding(test)];
    }

    private static string Finding(ChiSquaredTest test) => test.PValue < 0.05 ? "rejected at 5 %" : "not rejected at 5 %";

    /// <summary>A path against the folder of the file that says it; against the current one when the command line does.</summary>
    private static string PathOf(Place place, string said) =>
        Path.Combine(File.Exists(place.File) ? Path.GetDirectoryName(Path.GetFullPath(place.File))! : "", said);
}
