using System.Globalization;
using System.Text;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Preferences;
using InstallSim.Studies.Models;

namespace InstallSim.Studies.Results;

/// <summary>
/// Latent classes as a scenario's classes: the values are means over the classes by their shares, and each class multiplies them with its
/// own value by that mean. With latent classes of scale each pair of a class of tastes and one of scale is a class. A scenario's covariance
/// is about one set of values, so that none is saved.
/// </summary>
internal static class SavedClasses
{
    /// <summary>The text of the file.</summary>
    /// <exception cref="InputException">A class dislikes income, or there is no income.</exception>
    public static string Write(StudyResult study, LatentClass model, string target)
    {
        EstimationResult result = study.Estimates;
        string income = study.Study.Save.Income;
        string[] variables = [.. study.Choices.Data.Names.Where(n => n != income
            && VariableCatalog.All.Any(v => v.Name == SavedAs(study, n)) && result.Parameters.Contains(Parameter(model, n, 0)))];
        double[] shares = Shares(model, result), lambda = [.. shares.Select((_, c) => Lambda(study, model, income, c))];
        var text = SavedText.Opening(study, target);
        text.Append("  # means over the classes; each class has its factors below\n");
        double mean = Mean(lambda, shares);
        Append(text, study, $"  {CoefficientDistribution.Lambda}:\n", mean, lambda, "    ");
        text.Append("  coefficients:\n");
        var factors = lambda.Select(l => new List<(string Name, double Factor)> { (CoefficientDistribution.Lambda, l / mean) }).ToArray();
        foreach (string name in variables)
        {
            string saved = SavedAs(study, name);
            bool inKeur = VariableCatalog.All.First(v => v.Name == saved).CoefficientUnit == CoefficientUnit.KeurPerYear;
            double[] values = [.. shares.Select((_, q) =>
                ScaleOf(model, result, q) * result[Parameter(model, name, q)] / (inKeur ? lambda[q] : 1))];
            double middle = Mean(values, shares);
            if (Math.Abs(middle) < 1e-6 * values.Max(Math.Abs))
            {
                middle = values[0];
            }

            Append(text, study, SavedText.Heading(saved, "    "), middle, values, "      ");
            for (int q = 0; q < values.Length; q++)
            {
                factors[q].Add((saved, values[q] / middle));
            }
        }

        text.Append("  classes:\n");
        for (int q = 0; q < shares.Length; q++)
        {
            string times = string.Join(", ",
                factors[q].Where(f => Math.Abs(f.Factor - 1) > 1e-9).Select(f => $"{f.Name}: {SavedText.Number(f.Factor)}"));
            text.Append(CultureInfo.InvariantCulture,
                $"    - {{ name: class-{q + 1}, share: {SavedText.Number(shares[q])}, times: {{ {times} }}, source: \""
                    + $"{SavedText.From(study)}\" }}\n");
        }

        return text.ToString();
    }

    private static double Lambda(StudyResult study, LatentClass model, string income, int q)
    {
        Place place = study.Source.Binder.PlaceOf(study.Study.Save, "income");
        string name = Parameter(model, income, q);
        if (!study.Estimates.Parameters.Contains(name))
        {
            throw new InputException(place,
                $"'{income}' is no coefficient of the study{DidYouMean.Hint(income, study.Choices.Data.Names)}: 'save: {{ income: … }}' "
                    + $"names the one of income in k€ a year");
        }

        return study.Estimates[name] > 0 ? ScaleOf(model, study.Estimates, q) * study.Estimates[name]
            : throw new InputException(place,
                $"{SavedPreferences.Disliked(name, study.Estimates[name])}; or estimate fewer classes, or share it (model: {{ shared: "
                    + $"[{income}] }})");
    }

    private static string SavedAs(StudyResult study, string name) => SavedNames.Of(study.Study, name);

    private static string Parameter(LatentClass model, string variable, int cell) =>
        model.Shared.Contains(variable) ? variable : $"class{(cell % model.Classes.Count) + 1}.{variable}";

    /// <summary>The scale of a class of tastes and scales; those of the first scale come first.</summary>
    private static double ScaleOf(LatentClass model, EstimationResult result, int cell) =>
        model.ScalesOf(result.Estimates).Scales[cell / model.Classes.Count];

    /// <summary>Shares of the classes: logits of their constants, that of the first 0; times those of the classes of scale.</summary>
    private static double[] Shares(LatentClass model, EstimationResult result)
    {
        double[] weights = [.. Enumerable.Range(1, model.Classes.Count).Select(q => q == 1 ? 1 : Elementary.Exp(result[$"member{q}"]))];
        return [.. model.ScalesOf(result.Estimates).Shares.SelectMany(scale => weights.Select(w => scale * w / weights.Sum()))];
    }

    private static double Mean(double[] values, double[] shares) => values.Zip(shares, (v, s) => v * s).Sum();

    /// <summary>A coefficient; its range is that of the classes.</summary>
    private static void Append(StringBuilder text, StudyResult study, string heading, double value, double[] ofClasses, string indent) =>
        text.Append(heading).Append(SavedText.Coefficient(study,
            (value, Math.Min(value, ofClasses.Min()), Math.Max(value, ofClasses.Max())), 0, "mean and range over classes", indent));
}
