using System.Globalization;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Analyses;

/// <summary>How much each attribute matters: the range of its part-worths, and its share of all ranges.</summary>
internal static class ImportanceAnalysis
{
    /// <summary>Notes variables that there are not, that are in two attributes, and coefficients that are no part-worths.</summary>
    public static void Check(StudySource source, StudyChoices choices, IChoiceModel model, InputErrors errors)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> attributes = source.Study.Importance;
        if (attributes.Count == 0)
        {
            return;
        }

        string[] names = [.. StudyReader.Parameters(source.Study, choices.Alternatives).Select(p => p.Name)];
        string[] all = [.. attributes.Values.SelectMany(variables => variables)];
        foreach ((string attribute, IReadOnlyList<string> variables) in attributes)
        {
            Place place = source.Binder.PlaceOf(attributes, attribute);
            if (variables.Count == 0)
            {
                errors.Add(place, $"the attribute '{attribute}' has no variables");
            }

            foreach (string name in variables)
            {
                if (!names.Contains(name))
                {
                    errors.Add(place, $"'{name}' is no variable of the utility{DidYouMean.Hint(name, names)}; variables: "
                        + $"{string.Join(", ", names)}");
                }
                else if (all.Count(other => other == name) > 1)
                {
                    errors.Add(place, $"'{name}' is there twice");
                }
                else if (!IsPartWorth(model, name))
                {
                    errors.Add(place, model is RandomRegret
                        ? $"'{name}' is compared by regret: what a level of it is worth depends on the other alternatives, so that it has "
                            + $"no part-worths; importance is for the variables that are not under 'regret'"
                        : (InputMessage)($"the parameter of '{name}' is not the mean of its coefficient in utils: importance is for "
                            + $"normal, uniform and triangular coefficients and those that do not vary, not in willingness-to-pay "
                            + $"space or bent"));
                }
            }
        }
    }

    /// <summary>The table, class by class where there are classes; the largest first.</summary>
    public static ResultTable Run(StudySource source, StudyChoices choices, EstimationResult result)
    {
        int classes = (result.Model as LatentClass)?.Classes.Count ?? 0;
        string[] heading = classes > 0 ? ["class"] : [];
        object[][] rows = [.. Enumerable.Range(0, Math.Max(1, classes))
            .SelectMany(q => Rows(source, choices, result, classes > 0 ? q : -1))];
        return new ResultTable("importance", "importance of attributes",
            [
                .. heading.Select(name => new ResultColumn(name, name)), new("attribute", "attribute"), new("range", "range, utils"),
                new("range_std_error", "std. error"), new("range_lower_95", "lower 95 %"), new("range_upper_95", "upper 95 %"),
                new("share", "share"), new("share_lower_95", "lower 95 %"), new("share_upper_95", "upper 95 %"),
            ],
            rows,
            [
                "Range: utility between the best and the worst level in the data, of mean coefficients; share: of the sum of ranges. It "
                    + "depends on the levels that were asked.",
                "Intervals are percentiles over bootstrap samples or simulated estimates; a range is never below 0, so that its interval "
                    + "cannot tell that an attribute plays no part.",
            ]);
    }

    private static IEnumerable<object[]> Rows(StudySource source, StudyChoices choices, EstimationResult result, int q)
    {
        (string Name, (string Variable, string Parameter)[] Of)[] attributes = [.. source.Study.Importance.Select(attribute =>
            (attribute.Key, attribute.Value.Select(variable => (variable, Parameter(result.Model, variable, q))).ToArray()))];
        IReadOnlyList<AttributeWeight> weights =
            AttributeImportance.Of(result, choices.Data, [.. attributes.Select(a => a.Of)], seed: source.Study.Draws.Seed);
        object[] name = q < 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"class {q + 1}")];
        return attributes.Zip(weights).OrderByDescending(a => a.Second.Range.Estimate).Select(a => (object[])
        [
            .. name, a.First.Name, a.Second.Range.Estimate, a.Second.Range.StandardError, a.Second.Range.Lower, a.Second.Range.Upper,
            a.Second.Share.Estimate, a.Second.Share.Lower, a.Second.Share.Upper,
        ]);
    }

    internal static string Parameter(IChoiceModel model, string variable, int q) =>
        model is LatentClass classes && !classes.Shared.Contains(variable)
            ? string.Create(CultureInfo.InvariantCulture, $"class{q + 1}.{variable}")
            : variable;

    internal static bool IsPartWorth(IChoiceModel model, string variable) =>
        LevelAnalysis.Numeraire(model) is null && IsMean(model, variable);

    /// <summary>Whether a variable's parameter is the mean of its coefficient, in utils or in units of the numeraire.</summary>
    internal static bool IsMean(IChoiceModel model, string variable) => model switch
    {
        LatentClass classes => classes.Classes.All(one => IsMean(one, variable)),
        MixedLogit mixed => mixed.Random.FirstOrDefault(r => r.Variable == variable) is not { } random
            || (!random.IsErrorComponent && random.MeanBy.Count == 0
                && random.Distribution is Distribution.Normal or Distribution.Uniform or Distribution.Triangular
                    or Distribution.ZeroBoundedTriangular),
        GeneralMixedLogit general => IsMean(general.Tastes, variable),
        ScaledLogit scaled => !scaled.BoxCox.Contains(variable),
        RandomRegret regret => !regret.Regret.Contains(variable),
        _ => true,
    };
}
