using InstallSim.Inputs;
using InstallSim.Territories;
using InstallSim.Tests.Inputs;
using InstallSim.World;

namespace InstallSim.Tests.Territories;

public class TravelTimesReaderTests
{
    private const string Full = "from,to,minutes\nT00000,T00001,12.5\nT00001,T00000,14\nT00002,T00002,3\nT00002,T00000,45\n";

    [Test]
    public void Pairs_within_the_catchment_are_kept_and_own_pairs_added()
    {
        TravelTimes times = Read(Full, new TravelTimeSettings { OwnMinutes = 5 }, out InputErrors errors)!;
        Assert.That(errors.All, Is.Empty);
        Assert.That(times.RowStart, Is.EqualTo(new[] { 0, 2, 4, 5 }));
        Assert.That(times.To, Is.EqualTo(new[] { 0, 1, 0, 1, 2 }));
        Assert.That(times.Minutes, Is.EqualTo(new[] { 5, 12.5, 14, 5, 3 }));
    }

    [Test]
    public void A_matrix_of_a_larger_region_serves_a_smaller_one()
    {
        TravelTimes times = Read(Full + "T00000,X,3\nX,T00001,4\n", new TravelTimeSettings(), out InputErrors errors)!;
        Assert.That(errors.All, Is.Empty);
        Assert.That(times.To, Has.Length.EqualTo(5));
        Assert.That(errors.Warnings.Select(w => (w.IsNote, w.Message)), Is.EqualTo(new[]
        {
            (true, "2 of 6 pairs are passed over: the table of territories lacks their codes, 1 in all, such as 'X'"),
        }));
    }

    [Test]
    public void A_matrix_as_Excel_saves_it_is_read_and_told()
    {
        string csv = Full.Replace(',', ';').Replace("12.5", "12,5") + "T00002;T00001;s\n;;\n";
        TravelTimes times = Read(csv, new TravelTimeSettings { Missing = ["s"] }, out InputErrors errors)!;
        Assert.That(errors.All, Is.Empty);
        Assert.That(times.Minutes, Has.Some.EqualTo(12.5));
        Assert.That(errors.Warnings.Select(w => w.Message), Is.EqualTo((string[])
        [
            "values are read with ';' between them; 'separator: semicolon' says so for good",
            "minutes are read with a decimal comma; 'decimal: comma' says so for good",
        ]));
    }

    [Test]
    public void Columns_and_separator_can_be_named()
    {
        var settings = new TravelTimeSettings { From = "o", To = "d", Minutes = "t", Separator = "tab" };
        TravelTimes times = Read(Full.Replace("from,to,minutes", "o,d,t").Replace(',', '\t'), settings, out InputErrors errors)!;
        Assert.That(errors.All, Is.Empty);
        Assert.That(times.To, Has.Length.EqualTo(5));
    }

    [TestCase("from,to,mins\n", "m.csv(1,1): there is no column 'minutes'; columns: from, to, mins")]
    [TestCase(Full + "T00000,T00002,-1\n", "m.csv(6,3): column 'minutes': expected a number of at least 0, found '-1'")]
    [TestCase(Full + "T00000,T00002,NaN\n",
        "m.csv(6,3): column 'minutes': expected a number of at least 0, found 'NaN'; it must be finite")]
    [TestCase(Full + "T00000,T00002\n", "m.csv(6,1): the row has 2 values, the header 3")]
    [TestCase(Full + "T00000,T00001,13\n", "m.csv: the pair from 'T00000' to 'T00001' is there twice")]
    [TestCase("from,to,minutes\nT00000,T00001,12.5\nT00001,T00000,14\n", "m.csv: there is no travel time from the territory 'T00002'")]
    [TestCase("", "m.csv: the file is empty; a header line and rows are expected")]
    public void A_wrong_matrix_is_refused(string csv, string expected)
    {
        Assert.That(Read(csv, new TravelTimeSettings(), out InputErrors errors), Is.Null);
        InputError error = errors.All.Single();
        Assert.That($"{error.Place with { File = Path.GetFileName(error.Place.File) }}: {error.Message}", Is.EqualTo(expected));
    }

    private static TravelTimes? Read(string csv, TravelTimeSettings settings, out InputErrors errors)
    {
        using var folder = new TemporaryFolder();
        errors = new InputErrors();
        var named = new TravelTimeSettings
        {
            File = folder.Write("m.csv", csv),
            From = settings.From,
            To = settings.To,
            Minutes = settings.Minutes,
            Separator = settings.Separator,
            Missing = settings.Missing,
            OwnMinutes = settings.OwnMinutes,
        };
        TerritoryTable table = Tables.Strewn(seed: 1, count: 3);
        return new TerritorySource(table, named, null, null, []).TravelTimes(catchment: 20, errors);
    }
}
