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
    public string Title(StudyFigureContext context)
    {
        IntervalRow most = Rows(context.Study)[0];
        return most.IsClear
            ? context.Say($"{most.Name} moves choices most: {context.Brief(most.Estimate)} utils for a typical difference", $"{most.Name} pèse le plus : {context.Brief(most.Estimate)} utils pour un écart typique")
            : context.Say("No variable is clear of zero", "Aucune variable ne se distingue de zéro");
    }

    /// <inheritdoc/>
    public string Subtitle(StudyFigureContext context) => context.Say(
        $"Coefficient × standard deviation of its variable within choice sets; {context.Sample}; 95 % intervals",
        $"Coefficient × écart type de la variable entre les options proposées ; {context.Sample} ; intervalles à 95 %") + IntervalChart.Hollow(context, Rows(context.Study));

    /// <inheritdoc/>
    public string Description(StudyFigureContext context) =>
        context.Say("Points with intervals, one a variable: ", "Points et intervalles, un par variable : ") + IntervalChart.Words(context, Rows(context.Study));

    /// <inheritdoc/>
    public JsonObject Draw(StudyFigureContext context) => IntervalChart.Draw(context, Rows(context.Study), context.Say("utils for a typical difference", "utils pour un écart typique"));

    /// <summary>Largest effect first.</summary>
    private static List<IntervalRow> Rows(StudyResult study)
    {
        EstimationResult result = study.Estimates;
        var rows =
            from row in ParameterRow.Of(result)
            where !row.IsFixed && double.IsFinite(row.StandardError) && study.Choices.Data.Names.Contains(row.Name)
            let typical = Typical(study.Choices.Data, row.Name)
            orderby Math.Abs(row.Estimate * typical) descending
            select new IntervalRow(row.Name, row.Estimate * typical, row.Lower * typical, row.Upper * typical);
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
