using InstallSim.Charts;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Studies.Results;

namespace InstallSim.Studies.Figures;

/// <summary>What matters most: coefficients times a typical difference of their variable, so that they can be compared.</summary>
internal sealed class Coefficients : IFigure<StudyFigureContext>
{
    public string Id => "coefficients";

    public (string English, string French) Shows => (
        "Coefficients times a typical difference of their variable, largest first, with 95% intervals.",
        "Ce qui pèse le plus\u00a0: les coefficients multipliés par un écart typique de leur variable, avec intervalles à 95\u00a0%.");

    public bool Applies(StudyFigureContext context) => Rows(context).Count > 0;

    public Chart Draw(StudyFigureContext context)
    {
        var rows = Rows(context);
        string axis = context.Say($"{Unit(context)} for a typical difference", $"{Unit(context)} pour un écart typique");
        string subtitle = context.Say(
            $"Coefficient{(Varies(context.Study) ? " (of the median person)" : "")} × standard deviation of its variable within choice "
                + $"sets; {context.Sample}; 95 % intervals",
            $"Coefficient{(Varies(context.Study) ? " (personne médiane)" : "")} × écart type de la variable entre les options proposées "
                + $"; {context.Sample}\u00a0; intervalles à 95\u00a0%");
        subtitle += IntervalChart.Hollow(context, rows);
        return new Chart(
            Title(context, rows[0]), subtitle, IntervalChart.Words(context, rows), context.Width,
            [IntervalChart.Panel(context, rows, axis)]);
    }

    private static string Title(StudyFigureContext context, IntervalRow most) => !most.IsClear
        ? context.Say("No variable is clear of zero", "Aucune variable ne se distingue de zéro")
        : context.Say($"{most.Name} moves choices most: {context.Brief(most.Estimate)} {Unit(context)} for a typical difference",
            $"Ce qui pèse le plus\u00a0: {most.Name}, {context.Brief(most.Estimate)} {Unit(context)} pour un écart typique");

    private static string? Numeraire(StudyResult study) => MixedTastes.Of(study.Estimates.Model)?.Numeraire;

    private static string Unit(StudyFigureContext context) =>
        Numeraire(context.Study) is { } numeraire
            ? context.Say($"units of {context.Named(numeraire)}", $"unités de {context.Named(numeraire)}")
            : "utils";

    private static bool Varies(StudyResult study) => RandomShape.Of(study.Estimates).Count > 0;

    /// <summary>Largest effect first.</summary>
    private static List<IntervalRow> Rows(StudyFigureContext context)
    {
        StudyResult study = context.Study;
        EstimationResult result = study.Estimates;
        var shapes = RandomShape.Of(result).ToDictionary(s => s.Coefficient.Variable);
        var rows =
            from row in ParameterRow.Of(result)
            where !row.IsFixed && double.IsFinite(row.StandardError)
            where study.Choices.Data.Names.Contains(row.Name)
            where Numeraire(study) is null || MixedTastes.Of(result.Model)!.UnitOf(row.Name) is not null
            where MixedTastes.Of(result.Model)?.Random.Any(r => r.Variable == row.Name && r.MeanBy.Count > 0) != true
            let typical = Typical(study.Choices.Data, row.Name)
            let shape = shapes.GetValueOrDefault(row.Name)
            let ends = ((double[])[Median(shape, row.Lower), Median(shape, row.Upper)]).Order().Select(end => end * typical).ToArray()
            let estimate = Median(shape, row.Estimate) * typical
            orderby Math.Abs(estimate) descending
            select new IntervalRow(context.Named(row.Name), estimate, ends[0], ends[1]);
        return [.. rows];
    }

    /// <summary>The coefficient of the median person where the parameter of its name is a location; the location itself where it does not
    /// vary.</summary>
    private static double Median(RandomShape? shape, double location) =>
        shape is null ? location : (shape with { Location = location }).Quantile(0.5);

    /// <summary>√ of the mean variance within choice sets, by weight.</summary>
    private static double Typical(ChoiceData data, string name)
    {
        ReadOnlySpan<double> x = data.Column(name);
        double sum = 0, total = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            ReadOnlySpan<double> set = x.Slice(data.Start(n), data.Alternatives(n));
            double mean = 0, squares = 0;
            foreach (double value in set)
            {
                mean += value / set.Length;
            }

            foreach (double value in set)
            {
                squares += (value - mean) * (value - mean);
            }

            sum += data.Weight(n) * squares / set.Length;
            total += data.Weight(n);
        }

        return Math.Sqrt(sum / total);
    }
}
