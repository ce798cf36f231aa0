using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Uptakes;

/// <summary>The jobs that are valued, in one list: the base, the packages, the cells of the map, and packages with other incomes.</summary>
internal sealed class UptakeJobs
{
    private readonly UptakeLevels _levels;
    private readonly UptakeSettings _settings;

    public UptakeJobs(UptakeSettings settings, UptakeLevels levels)
    {
        (_settings, _levels) = (settings, levels);
        Levels.Add(levels.Levels());
        Levels.AddRange(settings.Packages.Select(p => levels.Levels(p.Name)));
        if (settings.Map is { } map)
        {
            FirstOfMap = Levels.Count;
            Levels.AddRange(from level in map.Levels from income in map.Income select Cell(map, level, income));
        }

        FirstWithIncome = Levels.Count;
        if (settings.Income is { } name)
        {
            Combinations = [.. settings.Packages.SelectMany(Improved)];
            foreach ((PackageSettings package, PackageSettings[] others) in Combinations)
            {
                Levels.AddRange(Enumerable.Range(0, 3).Select(more => With(name, more, package, others)));
            }
        }
    }

    /// <summary>Levels of each job.</summary>
    public List<Dictionary<string, string>> Levels { get; } = [];

    /// <summary>Place of the first cell of the map, row by row of levels.</summary>
    public int FirstOfMap { get; }

    /// <summary>Place of the first package with other incomes: three jobs each, with 0, 1 and 2 more.</summary>
    public int FirstWithIncome { get; }

    /// <summary>Packages and what is added to each: nothing, each improvement that it lacks, and all of them.</summary>
    public IReadOnlyList<(PackageSettings Package, PackageSettings[] Others)> Combinations { get; } = [];

    private IEnumerable<(PackageSettings, PackageSettings[])> Improved(PackageSettings package)
    {
        yield return (package, []);
        HashSet<string> held = _levels.Holds(package.Name);
        PackageSettings[] lacking = _settings.Improvements.Contains(package.Name)
            ? []
            : [.. _settings.Improvements.Where(name => !held.Contains(name)).Select(name => _settings.Packages.First(p => p.Name == name))];
        foreach (PackageSettings one in lacking)
        {
            yield return (package, [one]);
        }

        if (lacking.Length > 1)
        {
            yield return (package, lacking);
        }
    }

    private Dictionary<string, string> Cell(UptakeMapSettings map, string level, double income)
    {
        Dictionary<string, string> cell = _levels.Levels();
        cell[map.Column] = level;
        cell[_settings.Income!] = income.ToString("R", CultureInfo.InvariantCulture);
        return cell;
    }

    private Dictionary<string, string> With(string income, int more, PackageSettings package, PackageSettings[] others)
    {
        Dictionary<string, string> levels = _levels.Levels([package.Name, .. others.Select(o => o.Name)]);
        InputScalars.TryNumber(levels[income], out double now, out _);
        levels[income] = (now + more).ToString("R", CultureInfo.InvariantCulture);
        return levels;
    }
}
