using InstallSim.Choice.Data;

namespace InstallSim.Tests.Published;

/// <summary>The published choice data, prepared as their references prepared them; a test that needs an absent file is skipped.</summary>
internal static class Datasets
{
    /// <summary>Biogeme's sample of Swissmetro: 6,768 answers of 752 people; travel times and costs in hundreds.</summary>
    public static ChoiceData Swissmetro()
    {
        var csv = CsvText.Read(Repository.SharedData("choice", "swissmetro.dat"), '\t');
        var table = new LongTable("asc_train", "asc_car", "time", "cost");
        for (int r = 0; r < csv.Rows.Length; r++)
        {
            double Value(string name) => csv.Number(r, name);
            if (Value("PURPOSE") is not (1 or 3) || Value("CHOICE") == 0)
            {
                continue;
            }

            bool fare = Value("GA") == 0, stated = Value("SP") != 0;
            (string Name, double Cost, bool Available)[] modes =
            [
                ("TRAIN", fare ? Value("TRAIN_CO") : 0, Value("TRAIN_AV") != 0 && stated),
                ("SM", fare ? Value("SM_CO") : 0, Value("SM_AV") != 0),
                ("CAR", Value("CAR_CO"), Value("CAR_AV") != 0 && stated),
            ];
            for (int j = 0; j < 3; j++)
            {
                double[] x = [j == 0 ? 1 : 0, j == 2 ? 1 : 0, Value(modes[j].Name + "_TT") / 100, modes[j].Cost / 100];
                table.Add(r, (int)Value("ID"), j + 1, Value("CHOICE") == j + 1, modes[j].Available, 1, x);
            }
        }

        return table.Data();
    }

    /// <summary>Train's electricity suppliers: 361 people, 4,308 answers of 4 alternatives.</summary>
    public static ChoiceData Electricity() =>
        Long("electricity_long.csv", "chid", "id", "alt", "choice", "pf", "cl", "loc", "wk", "tod", "seas");

    /// <summary>Fishing modes, 1,182 people.</summary>
    public static ChoiceData Fishing() => Wide("fishing_wide.csv", "mode", ["beach", "pier", "boat", "charter"], ["price", "catch"]);

    /// <summary>Heating systems, 900 people; constants against the heat pump.</summary>
    public static ChoiceData Heating() => Wide("heating_mlogit_wide.csv", "depvar", ["gc", "gr", "ec", "er", "hp"], ["ic", "oc"]);

    /// <summary>Heating and cooling, 250 people.</summary>
    public static ChoiceData HeatingAndCooling()
    {
        string[] systems = ["gcc", "ecc", "erc", "hpc", "gc", "ec", "er"];
        var csv = CsvText.Read(Repository.SharedData("choice", "hc_wide.csv"));
        var table = new LongTable("ich", "och", "icca", "occa", "inc.room", "inc.cooling", "int.cooling");
        for (int r = 0; r < csv.Rows.Length; r++)
        {
            for (int j = 0; j < systems.Length; j++)
            {
                bool cools = j < 4, room = systems[j] is "erc" or "er";
                double income = csv.Number(r, "income");
                table.Add(
                    r, r, j, csv.Text(r, "depvar") == systems[j], csv.Number(r, "ich." + systems[j]), csv.Number(r, "och." + systems[j]),
                    cools ? csv.Number(r, "icca") : 0, cools ? csv.Number(r, "occa") : 0, room ? income : 0,
                    cools ? income : 0, cools ? 1 : 0);
            }
        }

        return table.Data();
    }

    /// <summary>Location of 452 Japanese plants among 57 European regions; the alternative's hundreds are its country.</summary>
    public static ChoiceData JapaneseFdi(out string[] countries)
    {
        var csv = CsvText.Read(Repository.SharedData("choice", "japanese_fdi_long.csv.gz"));
        string[] names = [.. Enumerable.Range(0, csv.Rows.Length).Select(r => csv.Text(r, "country")).Distinct()];
        string[] regions = [.. Enumerable.Range(0, csv.Rows.Length).Select(r => csv.Text(r, "region")).Distinct()];
        string[] firms = [.. Enumerable.Range(0, csv.Rows.Length).Select(r => csv.Text(r, "firm")).Distinct()];
        var firmIndex = firms.Select((f, i) => (f, i)).ToDictionary(p => p.f, p => p.i);
        var table = new LongTable("log(wage)", "unemp", "elig", "log(area)", "scrate", "ctaxrate");
        for (int r = 0; r < csv.Rows.Length; r++)
        {
            int code = 100 * Array.IndexOf(names, csv.Text(r, "country")) + Array.IndexOf(regions, csv.Text(r, "region"));
            int firm = firmIndex[csv.Text(r, "firm")];
            table.Add(
                firm, firm, code, csv.Number(r, "choice") == 1, Math.Log(csv.Number(r, "wage")), csv.Number(r, "unemp"),
                csv.Number(r, "elig"), Math.Log(csv.Number(r, "area")), csv.Number(r, "scrate"), csv.Number(r, "ctaxrate"));
        }

        countries = names;
        return table.Data();
    }

    /// <summary>Canadian intercity travel, the travellers with four modes, bus left out; constants and slopes against the car.</summary>
    public static ChoiceData ModeCanada()
    {
        var csv = CsvText.Read(Repository.SharedData("choice", "modecanada_long.csv"));
        string[] modes = ["car", "train", "air"];
        var table = new LongTable(
            "(Intercept):train", "(Intercept):air", "cost", "freq", "income:train", "income:air", "time:car", "time:train", "time:air");
        var chosen = Enumerable.Range(0, csv.Rows.Length).Where(r => csv.Number(r, "choice") == 1)
            .ToDictionary(r => csv.Text(r, "case"), r => csv.Text(r, "alt"));
        for (int r = 0; r < csv.Rows.Length; r++)
        {
            int j = Array.IndexOf(modes, csv.Text(r, "alt")), id = (int)csv.Number(r, "case");
            if (csv.Number(r, "noalt") != 4 || j < 0 || chosen[csv.Text(r, "case")] == "bus")
            {
                continue;
            }

            double income = csv.Number(r, "income"), time = csv.Number(r, "ivt") + csv.Number(r, "ovt");
            table.Add(
                id, id, j, csv.Number(r, "choice") == 1, j == 1 ? 1 : 0, j == 2 ? 1 : 0, csv.Number(r, "cost"), csv.Number(r, "freq"),
                j == 1 ? income : 0, j == 2 ? income : 0, j == 0 ? time : 0, j == 1 ? time : 0, j == 2 ? time : 0);
        }

        return table.Data();
    }

    /// <summary>Dutch train tickets, 235 people, 2,929 answers; attributes with their signs turned, euros and hours.</summary>
    public static ChoiceData Train()
    {
        var csv = CsvText.Read(Repository.SharedData("choice", "train_wide.csv"));
        var table = new LongTable("price", "time", "change", "comfort");
        for (int r = 0; r < csv.Rows.Length; r++)
        {
            foreach (string j in new[] { "A", "B" })
            {
                double[] x =
                [
                    -csv.Number(r, "price_" + j) / 100 * 2.20371, -csv.Number(r, "time_" + j) / 60, -csv.Number(r, "change_" + j),
                    -csv.Number(r, "comfort_" + j),
                ];
                table.Add(r, (int)csv.Number(r, "id"), j[0] - 'A', csv.Text(r, "choice") == j, x);
            }
        }

        return table.Data();
    }

    private static ChoiceData Long(string file, string situation, string person, string alternative, string chosen, params string[] columns)
    {
        var csv = CsvText.Read(Repository.SharedData("choice", file));
        var table = new LongTable(columns);
        for (int r = 0; r < csv.Rows.Length; r++)
        {
            table.Add(
                (int)csv.Number(r, situation), (int)csv.Number(r, person), (int)csv.Number(r, alternative), csv.Number(r, chosen) == 1,
                [.. columns.Select(c => csv.Number(r, c))]);
        }

        return table.Data();
    }

    /// <summary>One row a person; a constant <c>(Intercept):j</c> for every alternative.</summary>
    private static ChoiceData Wide(string file, string chosen, string[] alternatives, string[] columns)
    {
        var csv = CsvText.Read(Repository.SharedData("choice", file));
        var table = new LongTable([.. columns, .. alternatives.Select(a => "(Intercept):" + a)]);
        for (int r = 0; r < csv.Rows.Length; r++)
        {
            for (int j = 0; j < alternatives.Length; j++)
            {
                var x = columns.Select(c => csv.Number(r, c + "." + alternatives[j]))
                    .Concat(alternatives.Select((_, i) => i == j ? 1.0 : 0));
                table.Add(r, r, j, csv.Text(r, chosen) == alternatives[j], [.. x]);
            }
        }

        return table.Data();
    }
}
