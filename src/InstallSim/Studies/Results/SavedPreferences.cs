using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Preferences;
using InstallSim.Studies.Data;
using InstallSim.Studies.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>
/// Estimates as a scenario's preferences: λ = β(income); w = β/β(income) for variables valued in k€ a year, γ = β for those in utils; with
/// 95 % ranges and a covariance by the delta method.
/// </summary>
public static class SavedPreferences
{
    private const string Lambda = CoefficientDistribution.Lambda;

    /// <summary>Refuses, before the study is fitted, a file that holds anything but what the study saves.</summary>
    /// <param name="source">The study.</param>
    /// <param name="path">The file to be.</param>
    /// <param name="force">Whether it is replaced whatever it holds.</param>
    /// <exception cref="InputException">Something else stands there; or, forced too, it is read.</exception>
    public static void RefuseOther(StudySource source, string path, bool force)
    {
        AtomicFile.RefuseInput(path, [.. source.Document.Files, .. EstimatedFrom.Tables(source.Study),
            .. source.Study.Save.Extends is { } extended ? [extended] : Array.Empty<string>()]);
        AtomicFile.RefuseOther(path, there => there.EndsWith(MadeFrom(source, EstimatedFrom.Of(source)), StringComparison.Ordinal), force);
    }

    /// <summary>The last line of the file: what it was made from.</summary>
    private static string MadeFrom(StudySource source, JsonObject from) => $"# made from study and tables {FileHash.OfText(
        from.ToJsonString() + (source.Document.Root.Find("save") is { } save
            ? YamlText.Canonical(new YamlMapping([save], save.KeyPlace)) : ""))}\n";

    /// <summary>Variables that most probably are not measured as the simulation's that they are saved as; the file says it too.</summary>
    /// <param name="source">The study.</param>
    /// <param name="choices">Its choices.</param>
    public static IReadOnlyList<InputWarning> Warnings(StudySource source, StudyChoices choices) =>
        [.. SavedUnits.Warnings(source, choices)];

    /// <summary>The text of the file.</summary>
    /// <param name="study">Estimates of a multinomial, nested or mixed logit.</param>
    /// <param name="target">Where it will stand; paths in it start from there.</param>
    /// <param name="force">Whether estimates that did not converge are saved too; the file then says so, and whatever reads it.</param>
    /// <exception cref="InputException">The study has no income coefficient that can divide the others, a variable without a counterpart
    /// that is not left out, a kind of model that a scenario cannot hold, or did not converge.</exception>
    public static string Write(StudyResult study, string target, bool force = false) =>
        Text(study, target, force) + MadeFrom(study.Source, study.MadeFrom);

    private static string Text(StudyResult study, string target, bool force)
    {
        Place place = study.Source.Binder.PlaceOf(study.Study.Save, "income");
        var errors = new InputErrors();
        SavedModels.Check(study.Source, study.Choices, (study.Estimates.Model, study.Model), errors);
        SavedNames.Check(study.Source, study.Choices, errors);
        SavedUnits.Check(study.Source, study.Choices, errors);
        errors.ThrowIfAny();
        RefuseUnconverged(study, force);
        EstimationResult result = study.Estimates;
        string income = study.Study.Save.Income;
        MixedLogit? tastes = MixedTastes.Of(result.Model);
        bool isPaySpace = tastes is { Numeraire: not null };
        if (result.Model is LatentClass classes)
        {
            return SavedClasses.Write(study, classes, target);
        }

        if ((!isPaySpace || tastes!.InUtils.Count > 0) && tastes?.Random.Any(r => r.Variable == income) == true)
        {
            throw new InputException(place,
                $"'{income}' has a random coefficient, and ratios to it have no mean: give it none, or estimate in its units (model: "
                    + $"{{ numeraire: {income} }})");
        }

        if (isPaySpace && tastes!.Numeraire != income)
        {
            throw new InputException(place, $"the model's numeraire is '{tastes.Numeraire}', not '{income}'");
        }

        if (result[income] <= 0)
        {
            throw new InputException(place, Disliked(income, result[income]));
        }

        return Text(study, [.. Lines(study, income, tastes)], target);
    }

    /// <summary>Why an income coefficient cannot be used, and what to do.</summary>
    internal static InputMessage Disliked(string name, double value) =>
        $"the coefficient of '{name}' is {value:0.####}: people who dislike income cannot be simulated, and nothing can be expressed "
            + $"in it; look at its sign and unit in the data";

    private static void RefuseUnconverged(StudyResult study, bool force)
    {
        EstimationResult result = study.Estimates;
        if (result.IsSound || force)
        {
            return;
        }

        InputMessage why = result.Unidentified.Count > 0
            ? (InputMessage)$"the data do not tell {string.Join(", ", result.Unidentified.SelectMany(u => u.Parameters))}"
            : $"the estimates did not converge ({StudyWarnings.Ending(result)})";
        throw new InputException(new Place(study.Source.Path),
            $"{why}: nothing is saved; --force saves the estimates all the same, with a warning that every run repeats");
    }

    private static IEnumerable<Saved> Lines(StudyResult study, string income, MixedLogit? tastes)
    {
        EstimationResult result = study.Estimates;
        int at = result.IndexOf(income), count = result.Parameters.Count;
        double lambda = result[income];
        string? nest = SavedModels.ScaleOf(study);
        int of = nest is null ? -1 : result.IndexOf(nest);
        yield return Within(new Saved(Lambda, lambda, Unit(count, at, 1), 0, ""));
        var shapes = RandomShape.Of(result).ToDictionary(s => s.Coefficient.Variable);
        foreach (string name in study.Choices.Data.Names.Where(n => n != income && result.Parameters.Contains(n)))
        {
            string saved = SavedNames.Of(study.Study, name);
            if (VariableCatalog.All.FirstOrDefault(v => v.Name == saved) is not { } variable)
            {
                continue;
            }

            int k = result.IndexOf(name);
            (double mean, double deviation, string remark) = Moments(study, shapes.GetValueOrDefault(name), result.Estimates[k], name);
            bool inKeur = variable.CoefficientUnit == CoefficientUnit.KeurPerYear;
            double[] slope = Unit(count, k, 1);
            (double factor, double ofLambda) = (tastes?.UnitOf(name) is not null, inKeur) switch
            {
                (false, true) => (1 / lambda, -mean / (lambda * lambda)),
                (false, false) => (1, 0),
                (true, true) => (1, 0),
                _ => (lambda, mean),
            };
            slope[k] *= factor;
            slope[at] += ofLambda;
            var line = new Saved(saved, mean * factor, slope, Math.Abs(deviation * factor), remark);
            yield return inKeur ? line : Within(line);
        }

        // Among the alternatives of a nest people choose by V/λ; ratios do not change.
        Saved Within(Saved line)
        {
            if (of < 0)
            {
                return line;
            }

            double scale = 1 / result.Estimates[of];
            double[] slope = [.. line.Slope.Select(s => s * scale)];
            slope[of] -= line.Value * scale * scale;
            return line with
            {
                Value = line.Value * scale,
                Slope = slope,
                Deviation = line.Deviation * Math.Abs(scale),
                Remark = $"{line.Remark}; divided by {nest}, the scale among the practices",
            };
        }
    }

    /// <summary>Mean and standard deviation over people; a scenario knows only normal coefficients.</summary>
    private static (double Mean, double Deviation, string Remark) Moments(
        StudyResult study, RandomShape? shape, double estimate, string name)
    {
        double s = shape?.Spread ?? 0;
        switch (shape?.Coefficient.Distribution)
        {
            case null:
                return (estimate, 0, "");
            case Distribution.Normal:
                return (shape.Location, s, "");
            case Distribution.Uniform:
                return (shape.Location, s / Math.Sqrt(3), "; uniform in the study, here a normal of the same mean and variance");
            case Distribution.Triangular:
                return (shape.Location, s / Math.Sqrt(6), "; triangular in the study, here a normal of the same mean and variance");
            default:
                throw new InputException(study.Source.Binder.PlaceOf(study.Study.Model, "random"),
                    $"'{name}' is {InputType.Kebab(shape.Coefficient.Distribution.ToString())}: a scenario knows normal coefficients; "
                        + $"choose normal, uniform or triangular to save it");
        }
    }

    private static double[] Unit(int count, int place, double value)
    {
        var unit = new double[count];
        unit[place] = value;
        return unit;
    }

    private static string Text(StudyResult study, Saved[] lines, string target)
    {
        double[,] covariance = study.Estimates.Covariance();
        double[,] saved = new double[lines.Length, lines.Length];
        for (int a = 0; a < lines.Length; a++)
        {
            for (int b = 0; b < lines.Length; b++)
            {
                saved[a, b] = Quadratic(lines[a].Slope, covariance, lines[b].Slope);
            }
        }

        StringBuilder text = SavedText.Opening(study, target);
        text.Append("  # replications draw these values from their covariance below, unless the scenario "
            + "says 'uncertainty: none';\n  # draws are normal; low to high is an interval by the rule that each source names\n");
        text.Append("  # utils for each k€ a year\n  ").Append(lines[0].Name).Append(":\n")
            .Append(Coefficient(study, lines[0], saved[0, 0], "    ")).Append("  coefficients:\n");
        for (int k = 1; k < lines.Length; k++)
        {
            text.Append(SavedText.Heading(lines[k].Name, "    ")).Append(Coefficient(study, lines[k], saved[k, k], "      "));
        }

        text.Append("  classes:\n    - { name: all, share: 1, source: \"").Append(SavedText.From(study)).Append(": one class\" }\n");
        text.Append("  # of the values above, by the delta method\n  covariance:\n");
        for (int a = 0; a < lines.Length; a++)
        {
            text.Append("    ").Append(lines[a].Name).Append(": { ")
                .AppendJoin(", ", Enumerable.Range(0, a + 1).Select(b => $"{lines[b].Name}: {SavedText.Number(saved[a, b])}"))
                .Append(" }\n");
        }

        return text.ToString();
    }

    private static string Coefficient(StudyResult study, Saved line, double variance, string indent)
    {
        EstimationResult result = study.Estimates;
        double half = StudentT.Quantile(0.95, result.Degrees) * Math.Sqrt(variance);
        string rule = double.IsFinite(result.Degrees)
            ? string.Create(CultureInfo.InvariantCulture, $"Student's t, {result.Degrees} degrees of freedom")
            : "normal";
        return SavedText.Coefficient(study, (line.Value, line.Value - half, line.Value + half), line.Deviation,
            $"95 % interval ({rule}){line.Remark}", indent);
    }

    private static double Quadratic(double[] a, double[,] covariance, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
            {
                sum += a[i] == 0 || b[j] == 0 ? 0 : a[i] * covariance[i, j] * b[j];
            }
        }

        return sum;
    }

    /// <summary>A coefficient of the scenario: its value and the slope of the value in each parameter of the study.</summary>
    private sealed record Saved(string Name, double Value, double[] Slope, double Deviation, string Remark);
}
