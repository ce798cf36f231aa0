using System.ComponentModel;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.EndToEnd;

/// <summary><c>benchmarks/run-communes.py</c> takes no value for another.</summary>
public sealed class CommunesTableTests
{
    [Test]
    public void A_word_that_is_no_area_and_what_is_no_number_are_refused_with_their_lines_and_what_is_filled_is_noted()
    {
        using var folder = new TemporaryFolder();
        string table = folder.Write("communes.csv", """
            commune_code,commune_name,lat,lon,population_2023,dep_code,reg_code,area_type,epci_zone_code,gp_2024
            18001,Right,47,2.5,700,18,24,rural_outside,Z,0
            18002,Left out,,,,18,24,,Z,
            18004,Nobody counted,47,2.5,10,18,24,,Z,
            18003,Wrong,47,200,,18,24,suburb,Z,nan

            """);
        const string areas = "urban_pole, urban_centre, secondary_pole, periurban, rural_outside";
        (int code, string output, string error) = Run(Repository.PathOf("benchmarks", "run-communes.py"), table);
        Assert.That((code, output), Is.EqualTo((2, "")), error);
        Assert.That(error.ReplaceLineEndings("\n"), Is.EqualTo($"""
            {table}: note: 'area_type': empty cells taken for periurban: 1
            {table}: note: 'gp_2024': empty cells taken for 0: 1
            {table}(5): error: 'area_type': expected one of {areas}, found 'suburb'
            {table}(5): error: 'lon': expected a number from -180 to 180, found '200'
            {table}(5): error: 'population_2023': expected a number of at least 0, found ''
            {table}(5): error: 'gp_2024': expected a number of at least 0, found 'nan'

            """.ReplaceLineEndings("\n")));
    }

    private static (int Code, string Output, string Error) Run(params string[] words)
    {
        try
        {
            using var run = new Started("python3", words);
            return run.End();
        }
        catch (Win32Exception)
        {
            Assert.Ignore("There is no Python here.");
            throw;
        }
    }
}
