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
    /// <summary>Travel times up to a catchment, from the user's matrix or from distances; null when they are refused.</summary>
    /// <param name="catchment">Longest time kept, minutes, inclusive.</param>
    /// <param name="errors">Receives what is wrong with the matrix, or that there are too many pairs.</param>
    public TravelTimes? TravelTimes(double catchment, InputErrors errors)
    {
        if (TravelSettings.File is not null)
        {
            return TravelTimesReader.Read(Table, TravelSettings, catchment, errors);
        }

        double pairs = TravelTimesBuilder.Pairs(Table, TravelSettings, catchment);
        if (pairs <= TravelTimesBuilder.MostPairs)
        {
            return TravelTimesBuilder.Build(Table, TravelSettings, catchment);
        }

        (string places, string many, string most) = (Count(Table.Count), Count(pairs), Count(TravelTimesBuilder.MostPairs));
        errors.Add(new Place(Files[0].Path), new Words(
            $"{places} territories make about {many} pairs within {catchment} minutes, more than the {most} that are held; take larger "
                + "territories, a shorter catchment, or a matrix of travel times (travel-times: file)",
            $"{places} territoires font environ {many} couples à moins de {catchment} minutes, plus que les {most} qui sont gardés\u00a0; "
                + "prendre des territoires plus grands, un rayon plus court, ou une matrice de temps de trajet (travel-times: file)"));
        return null;

        static string Count(double count) => count.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>A file that was read.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record SourceFile(string Path, string Sha256)
{
    /// <summary>Hashes a file.</summary>
    public static SourceFile Of(string path) => new(System.IO.Path.GetFullPath(path), FileHash.Of(path));
}
