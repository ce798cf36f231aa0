using System.Text.Json.Nodes;
using InstallSim.Choice;
using InstallSim.Choice.Estimation;

namespace InstallSim.Studies.Figures;

/// <summary>What matters most: coefficients times a typical difference of their variable, so that they can be compared.</summary>
internal sealed class Coefficients : IStudyFigure
{
    /// <inheritdoc/>
    public string Id => "coefficients";

    /// <inheritdoc/>
    public bool Applies(StudyResult study) => Rows(study).Count > 0;

    /// <inheritdoc/>
    public string Title(StudyResult study)
    {
        var (name, estimate, lower, upper) = Rows(study)[0];
        return lower > 0 || upper < 0
            ? $"{name} moves choices most: {ParameterRow.Brief(estimate)} utils for a typical difference"
            : "No variable is clear of zero";
    }

    /// <inheritdoc/>
    public string Subtitle(StudyResult study) => FormattableString.Invariant(
        $"Coefficient times the standard deviation of its variable within choice sets, utils; {study.Estimates.Situations} choices of {study.Estimates.Persons} people; 95 % intervals; hollow: zero lies within");

    /// <inheritdoc/>
    public string Description(StudyResult study) =>
        "Points with intervals, one a variable: " + string.Join("; ", Rows(study).Select(r => $"{r.Name} {ParameterRow.Text(r.Estimate)} [{ParameterRow.Text(r.Lower)}, {ParameterRow.Text(r.Upper)}]")) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(StudyResult study) => StudyFigureCatalog.Intervals(Rows(study), "utils for a typical difference");

    /// <summary>Largest effect first.</summary>
    private static List<(string Name, double Estimate, double Lower, double Upper)> Rows(StudyResult study)
    {
        EstimationResult result = study.Estimates;
        var rows =
            from row in ParameterRow.Of(result)
            where !row.IsFixed && double.IsFinite(row.StandardError) && study.Choices.Data.Names.Contains(row.Name)
            let typical = Typical(study.Choices.Data, row.Name)
            orderby Math.Abs(row.Estimate * typical) descending
            select (row.Name, row.Estimate * typical, row.Lower * typical, row.Upper * typical);
        return [.. rows];
    }

    /// <summary>√ of the mean variance within choice sets.</summary>
    private static double Typical(ChoiceData data, string name)
    {
        ReadOnlySpan<double> x = data.Column(name);
        double sum = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            ReadOnlySpan<double> set = x.Slice(data.Start(n), data.Alternatives(n));
            double mean = 0, squares = 0;
            foreach (double value in set)
                mean += value / set.Length;
            foreach (double value in set)
                squares += (value - mean) * (value - mean);
            sum += squares / set.Length;
        }

        return Math.Sqrt(sum / data.Situations);
    }
}
