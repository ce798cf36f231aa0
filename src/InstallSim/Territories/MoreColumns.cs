using InstallSim.Inputs;

namespace InstallSim.Territories;

/// <summary>Further numbers of a table, which the model itself does not know: rules of zonings name them.</summary>
internal static class MoreColumns
{
    /// <summary>The numbers by name, in the order of the table; NaN where a cell is empty and no value stands for it.</summary>
    public static IReadOnlyDictionary<string, double[]> Read(TerritoriesFile file, CsvTable table, Binder binder, InputErrors errors)
    {
        var numbers = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach ((string name, ColumnMapping mapping) in file.MoreColumns)
        {
            if (TerritoryVariables.Keys.Contains(name))
            {
                errors.Add(binder.PlaceOf(mapping), $"'{name}' is a variable of the model: it stands under 'columns'");
            }

            foreach (string key in ((string[])["divide-by", "from", "to", "log", "values"]).Where(k => binder.IsWritten(mapping, k)))
            {
                errors.Add(binder.PlaceOf(mapping, key), $"'{key}' is for 'columns'; of 'more-columns' the numbers are taken as they are");
            }

            CsvColumn column = table.Column(mapping.Column, binder.PlaceOf(mapping, "column"));
            if (column.Exists)
            {
                double[] values = column.Numbers(allowMissing: true);
                numbers[name] = [.. values.Select(x => double.IsNaN(x) ? mapping.Missing ?? double.NaN : x)];
            }
        }

        return numbers;
    }
}
