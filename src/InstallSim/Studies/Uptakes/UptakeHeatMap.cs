using InstallSim.Charts;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Uptakes;

/// <summary>Uptake by income and one other column: a cell each, coloured by its change against the base.</summary>
internal sealed class UptakeHeatMap : IFigure<UptakeFigureContext>
{
    private const double RowHeight = 40;

    /// <summary>Ends of the classes of change, points; the middle one holds what hardly changes.</summary>
    private static readonly double[] Ends = [-30, -15, -5, 5, 15, 30];

    public string Id => "uptake-map";

    public (string English, string French) Shows => (
        "Uptake by income and one other attribute: a cell each, coloured by its change against the base.",
        "L’adhésion selon le revenu et un autre attribut\u00a0: une case chacun, colorée par l’écart à la base.");

    public bool Applies(UptakeFigureContext context) => context.Result.Map.Length > 0;

    public Chart Draw(UptakeFigureContext context)
    {
        UptakeMapSettings map = context.Result.Settings.Map!;
        double[][] cells = context.Result.Map;
        double least = cells.Min(row => row.Min()), most = cells.Max(row => row.Max());
        string low = context.Text.Percent(least, 0), high = context.Text.Percent(most, 0);
        string column = ParameterLabels.OfColumn(context.Result.Source.Study, map.Column, context.Text);
        string[] levels = [.. map.Levels.Select(level =>
            ParameterLabels.OfLevel(context.Result.Source.Study, map.Column, level, context.Text))];
        return new Chart(
            context.Say($"Income and “{column}” together move uptake from {low} to {high}",
                $"Le revenu et «\u00a0{column}\u00a0» font varier l’adhésion de {low} à {high}"),
            context.Say($"Uptake of the base with another income and “{column}”, of all people; coloured by the change against the base",
                $"Adhésion à la base avec un autre revenu et «\u00a0{column}\u00a0», toutes personnes\u00a0; couleur\u00a0: écart à "
                    + "la base")
                + context.Simulated,
            context.Say("Cells, rows by level: ", "Cases, une ligne par niveau\u00a0: ")
                + string.Join(context.Say("; ", "\u00a0; "), levels.Select((level, l) => $"{level} "
                    + string.Join(", ", cells[l].Select(p => context.Text.Percent(p, 0))))) + ".",
            context.Width, [Panel(context, levels, cells)]);
    }

    private static Panel Panel(UptakeFigureContext context, string[] levels, double[][] cells)
    {
        double @base = context.Result.OfAll.First().Probability.Estimate;
        var y = Axis.Names(levels, room: context.Width * 0.3);
        var x = Axis.Names([.. context.Result.Settings.Map!.Income.Select(context.Text.Tick)], isVertical: false) with
        {
            Title = UptakeTables.Unit(context.Result, context.Text),
        };
        (int Row, int Column, double P)[] all = [.. cells.SelectMany((row, r) => row.Select((p, c) => (r, c, p)))];
        return new Panel(x, y, levels.Length * RowHeight,
        [
            Mark.Of(all.Select(cell => new Box(cell.Column - 0.48, cell.Column + 0.48, cell.Row + 0.46, cell.Row - 0.46,
                Palette.Change[Class(100 * (cell.P - @base))]) { Tip = context.Text.Percent(cell.P, 1) })),
            Mark.Of(all.Select(cell => new Label(cell.Column, cell.Row, context.Text.Percent(cell.P, 0),
                IsDark(Class(100 * (cell.P - @base))) ? Palette.Paper : Palette.Ink))),
        ]);
    }

    /// <summary>The classes at both ends are drawn so dark that only light words can be read on them.</summary>
    private static bool IsDark(int ofChange) => ofChange == 0 || ofChange == Palette.Change.Count - 1;

    private static int Class(double points) => Ends.Count(end => points >= end);
}
