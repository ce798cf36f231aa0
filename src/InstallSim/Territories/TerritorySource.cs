using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>All that a <c>territories.yaml</c> leads to.</summary>
/// <param name="Table">The territories.</param>
/// <param name="TravelSettings">Where travel times come from.</param>
/// <param name="Shapes">GeoJSON or TopoJSON text; null when there are none.</param>
/// <param name="ShapesKey">Property of a shape that holds the code of its territory; null when there are none.</param>
/// <param name="Files">The files read: the YAML, the table, shapes and matrix.</param>
public sealed record TerritorySource(
    TerritoryTable Table, TravelTimeSettings TravelSettings, string? Shapes, string? ShapesKey, IReadOnlyList<SourceFile> Files)
{
    /// <summary>Travel times up to a catchment, from the user's matrix or from distances; null when the matrix is refused.</summary>
    /// <param name="catchment">Longest time kept, minutes, inclusive.</param>
    /// <param name="errors">Receives what is wrong with the matrix.</param>
    public TravelTimes? TravelTimes(double catchment, InputErrors errors) => TravelSettings.File is null
        ? TravelTimesBuilder.Build(Table, TravelSettings, catchment)
        : TravelTimesReader.Read(Table, TravelSettings, catchment, errors);
}

/// <summary>A file that was read.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record SourceFile(string Path, string Sha256)
{
    /// <summary>Hashes a file.</summary>
    public static SourceFile Of(string path) => new(System.IO.Path.GetFullPath(path), FileHash.Of(path));
}
