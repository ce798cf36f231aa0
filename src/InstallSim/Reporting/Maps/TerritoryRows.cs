namespace InstallSim.Reporting.Maps;

internal static class TerritoryRows
{
    public static double Level(ResultIndex results, string scenario, int year, string code) => MapFill.Level(results, scenario, year, code);
}
