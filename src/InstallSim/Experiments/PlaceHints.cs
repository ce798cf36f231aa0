using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>What may be meant by a code that the territories do not have.</summary>
internal static class PlaceHints
{
    /// <summary>Most codes that a message lists.</summary>
    private const int Most = 20;

    /// <summary>Rows of the territories of some codes; −1 where there is none, which is told but of a blank, for that is already.</summary>
    /// <param name="codes">The column that the codes stand in.</param>
    /// <param name="code">The codes, in its order.</param>
    /// <param name="table">The territories.</param>
    /// <param name="errors">Receives what is wrong.</param>
    public static int[] Territories(CsvColumn codes, string[] code, TerritoryTable table, InputErrors errors)
    {
        int[] found = [.. code.Select(word => Array.IndexOf(table.Code, word))];
        for (int k = 0; k < code.Length; k++)
        {
            if (found[k] < 0 && code[k].Length > 0)
            {
                errors.Add(codes.PlaceOf(k), $"'{code[k]}' is no territory{OfTerritory(code[k], table)}");
            }
        }

        return found;
    }

    /// <summary>The territory of that name, else of the nearest code, else of the nearest name; else what codes look like.</summary>
    public static InputMessage OfTerritory(string word, TerritoryTable table)
    {
        int named = Array.FindIndex(table.Name, name => string.Equals(name, word.Trim(), StringComparison.OrdinalIgnoreCase));
        if (named < 0 && DidYouMean.Find(word, table.Code) is not null)
        {
            return DidYouMean.Hint(word, table.Code);
        }

        named = named >= 0 ? named : Array.IndexOf(table.Name, DidYouMean.Find(word, table.Name));
        return named < 0 ? (InputMessage)$"; codes are such as '{table.Code[0]}' ({table.Name[0]})"
            : (InputMessage)$"; did you mean '{table.Code[named]}' ({table.Name[named]})?";
    }

    /// <summary>The nearest code of a département or region, else those that there are.</summary>
    public static InputMessage OfGroup(string word, IEnumerable<string> codes)
    {
        string[] all = [.. codes.Where(code => code.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        string known = string.Join(", ", all.Take(Most)) + (all.Length > Most ? ", …" : "");
        return DidYouMean.Find(word, all) is not null ? DidYouMean.Hint(word, all)
            : all.Length == 0 ? "; 'columns' of the territories do not say it"
            : (InputMessage)$"; known: {known}";
    }
}
