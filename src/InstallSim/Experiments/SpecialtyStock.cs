using InstallSim.Inputs;
using InstallSim.Scenarios;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>Reads who of a specialty is installed at the start, and puts them in the place of a table's general practitioners.</summary>
internal static class SpecialtyStock
{
    /// <summary>The territories with the stock of a scenario's specialty; the same where it names none; null where it is refused.</summary>
    public static TerritorySource? Put(TerritorySource territories, ScenarioSource source, InputErrors errors)
    {
        if (source.Scenario.Specialty is not { Stock.Length: > 0 } specialty)
        {
            return territories;
        }

        int before = errors.All.Count;
        TerritoryTable table = territories.Table;
        if (CsvTable.Read(specialty.Stock, new FoundFormat(), errors, source.Binder.PlaceOf(specialty, "stock")) is not { } csv)
        {
            return null;
        }

        CsvColumn codes = csv.Column("code");
        string[] code = codes.UniqueTexts();
        double[] count = csv.Column("physicians").Numbers(0, 1e6);
        double[] old = csv.Has("share_60_plus") ? csv.Column("share_60_plus").Numbers(0, 1) : [];
        double[] stock = new double[table.Count], older = [.. table.SharePhysicians60Plus];
        int[] found = PlaceHints.Territories(codes, code, table, errors);
        for (int row = 0; row < found.Length; row++)
        {
            if (found[row] is >= 0 and var i)
            {
                (stock[i], older[i]) = (count[row], old.Length > 0 ? old[row] : older[i]);
            }
        }

        if (errors.All.Count == before && stock.Sum() < 1)
        {
            errors.Add(new Place(specialty.Stock), "nobody of the specialty is installed: the stock adds up to less than 1");
        }

        return errors.All.Count > before ? null : territories with { Table = table.WithStock(stock, older, Row(specialty)) };
    }

    private static Provenance Row(SpecialtySettings specialty) =>
        new("physicians", Knowledge.Estimated, $"stock of the specialty: {Path.GetFileName(specialty.Stock)}", "", "", specialty.Called)
        {
            Label = $"{specialty.Called} installed at the start, headcount",
            LabelFrench = $"{specialty.CalledFrench} installés au départ, en nombre",
        };
}
