using InstallSim.Inputs;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>Reads where graduates are trained: a CSV table of territory, name and weight.</summary>
internal static class TrainingPlacesReader
{
    /// <summary>Reads a table; null where it is refused, or there are no territories to look codes up in.</summary>
    /// <param name="path">The file.</param>
    /// <param name="territories">The territories; null where they are refused.</param>
    /// <param name="errors">Receives what is wrong.</param>
    /// <param name="saidAt">Where the file is named.</param>
    public static TrainingPlaces? Read(string path, TerritoryTable? territories, InputErrors errors, Place saidAt)
    {
        if (CsvTable.Read(path, new FoundFormat(), errors, saidAt) is not { } table)
        {
            return null;
        }

        int before = errors.All.Count;
        CsvColumn codes = table.Column("territory");
        string[] code = codes.UniqueTexts();
        double[] weight = table.Column("weight").Numbers(0, 1e12);
        int[] place = territories is null ? [] : PlaceHints.Territories(codes, code, territories, errors);
        if (weight.Sum() <= 0)
        {
            errors.Add(new Place(path), "the weights add up to 0: at least one must be positive");
        }

        if (territories is null || errors.All.Count > before)
        {
            return null;
        }

        // By code, so that who draws which place does not hang on the order of the rows.
        int[] order = [.. Enumerable.Range(0, code.Length).OrderBy(row => code[row], StringComparer.Ordinal)];
        return new TrainingPlaces([.. order.Select(row => place[row])], [.. order.Select(row => weight[row])]);
    }
}
