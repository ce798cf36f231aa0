using InstallSim.Inputs;
using InstallSim.Scenarios;

namespace InstallSim.Experiments;

/// <summary>Finds other scenarios of a folder that have a scenario's name, as its comparison would refuse.</summary>
internal static class Namesakes
{
    private const string Key = "name:";

    /// <summary>A warning for each other scenario in the scenario's folder whose file says its name.</summary>
    public static IEnumerable<InputWarning> Of(ScenarioSource source)
    {
        (string file, string name) = (source.Document.Files[0], source.Scenario.Name);
        string own = Path.GetFullPath(file);
        string[] others = [.. Directory.EnumerateFiles(Path.GetDirectoryName(own)!, "*.yaml").Order(StringComparer.Ordinal)
            .Where(other => other != own && Says(other, name) && SeenFile.Of(other).Kind == FileKind.Scenario)];
        Place place = source.Binder.PlaceOf(source.Scenario, "name");
        return others.Select(other => new InputWarning(place.File == file ? place : new Place(file),
            $"'{name}' is the name of another scenario of the folder too, {Path.GetFileName(other)}: 'installsim compare' of the folder "
                + $"refuses both"));
    }

    /// <summary>Whether a line of a file says a name; a file that cannot be read says none.</summary>
    private static bool Says(string file, string name)
    {
        try
        {
            return !InputText.IsDevice(file) && File.ReadLines(file).Any(line => line.StartsWith(Key, StringComparison.Ordinal)
                && line[Key.Length..].Split(" #")[0].Trim().Trim('"', '\'') == name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
