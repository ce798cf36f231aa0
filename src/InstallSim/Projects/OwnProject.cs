using InstallSim.Outputs;
using InstallSim.Territories;

namespace InstallSim.Projects;

/// <summary>
/// A project for a user's own territories: tables of headers alone, a mapping in which every column is explained, a baseline and a policy.
/// </summary>
internal static class OwnProject
{
    private const string Table = "territories.csv", Mapping = "territories.yaml", Places = "training-places.csv",
        Baseline = "baseline.yaml", Policy = "installation-grant.yaml", Physician = "physicians/example.yaml",
        Region = "centre-val-de-loire";

    /// <summary>Regional settings of a baseline that ships, from this key on, are a start for another region.</summary>
    private const string FirstOfRegion = "  born-here-share:";

    public static IReadOnlyList<ProjectFile> Files(ReportText text) =>
    [
        new(Table, string.Join(',', Columns.Select(ColumnOf)) + "\n"),
        new ProjectFile(Mapping, OwnMapping.Write(text, Table)).WithSchema(ProjectSchemas.Territories),
        new(Places, "territory,name,weight\n"),
        new ProjectFile(Baseline, OwnBaseline(text)).WithSchema(ProjectSchemas.Scenario),
        RegionProject.File(Region, Policy),
        new(Physician, Example(text)),
        RegionProject.SharedDefaults,
        ProjectSchemas.OfScenarios,
        ProjectSchemas.OfTerritories,
    ];

    /// <summary>What to fill in, a file each.</summary>
    public static IReadOnlyList<string> ToDo(ReportText text) =>
    [
        text.Say($"{Table}: one row a territory; {Mapping} explains each column, and takes a table of yours as well",
            $"{Table}\u00a0: une ligne par territoire\u00a0; {Mapping} explique chaque colonne et accepte aussi un tableau à vous"),
        text.Say($"{Places}: one row a university hospital: the code of its territory, its name, its share of those trained",
            $"{Places}\u00a0: une ligne par CHU\u00a0: le code de son territoire, son nom, sa part des personnes formées"),
        text.Say($"{Physician}: the codes of two of your territories, where a physician whose choice is explained was born and trained",
            $"{Physician}\u00a0: les codes de deux de vos territoires, où est né et s’est formé un médecin dont le choix est expliqué"),
    ];

    /// <summary>The commands that work then.</summary>
    /// <param name="inFolder">A file of the folder, or the folder itself, as the command line takes it.</param>
    public static IReadOnlyList<string> Commands(Func<string, string> inFolder) =>
        [.. ProjectCatalog.Compare(inFolder(""), 20), $"installsim explain {inFolder("")} --physician {inFolder(Physician)}"];

    /// <summary>The columns that the empty table has: all but the kind of territory, which must not be empty once there.</summary>
    internal static IEnumerable<string> Columns => TerritoryVariables.Keys.Where(key => key != TerritoryVariables.AreaType);

    /// <summary>The column of a variable in the empty table.</summary>
    internal static string ColumnOf(string key) => key.Replace('-', '_');

    /// <summary>A physician of whom all is said but the places, which are the user's: outside until they are written.</summary>
    private static string Example(ReportText text) => text.Say(
        $$"""
        # A physician who seeks a first place, for 'installsim explain': change whatever you like.
        name: Camille
        age: 29
        sex: woman
        # Write codes or names of {{Table}} here; 'outside' is any place outside your territories.
        birth-place: outside
        training-place: outside
        rural-training: false
        # none, flexible (works anywhere) or career (needs a job market)
        partner: career
        children: false
        # Of the classes of preferences in {{RegionProject.Defaults}}; without the line, drawn by their shares.
        class: dual-career

        """,
        $$"""
        # Un médecin qui cherche une première place, pour « installsim explain » : à changer comme on veut.
        name: Camille
        age: 29
        sex: woman
        # Écrire ici des codes ou des noms de {{Table}} ; outside est tout lieu hors de vos territoires.
        birth-place: outside
        training-place: outside
        rural-training: false
        # none (sans conjoint), flexible (travaille partout) ou career (a besoin d’un marché de l’emploi)
        partner: career
        children: false
        # L’une des classes de préférences de {{RegionProject.Defaults}} ; sans la ligne, tirée selon leurs parts.
        class: dual-career

        """);

    private static string OwnBaseline(ReportText text)
    {
        string ofRegion = ShippedFiles.Text($"{Region}/nothing-at-all.yaml");
        string settings = ofRegion[ofRegion.IndexOf(FirstOfRegion, StringComparison.Ordinal)..];
        string follows = text.Say(
            """
              # The share of the country's graduates who are candidates for your territories follows from your table: its part of the country's
              # population, divided by born-here-share, for those who settle elsewhere are candidates too. Write graduates-share to say another.
            """,
            """
              # La part des diplômés du pays qui sont candidats pour vos territoires suit de votre tableau : sa part de la population du pays,
              # divisée par born-here-share, car ceux qui s’installent ailleurs sont candidats aussi. Écrire graduates-share pour en dire une autre.
            """);
        string taken = text.Say(
            "  # As in Centre-Val de Loire: an ASSUMPTION for another region. For a whole country, remove all that follows.",
            "  # Comme en Centre-Val de Loire\u00a0: une hypothèse (ASSUMPTION) pour une autre région. Pour un pays entier, ôter ce qui "
                + "suit.");
        return $"""
            extends: {RegionProject.Defaults}
            name: baseline
            title: Nothing new
            title-fr: Sans nouvelle mesure
            territories: {Mapping}
            years: 2025..2045
            replications: 20
            seed: 2025

            physicians:
              training-places: {Places}
            {follows}
            {taken}
            {settings}
            """;
    }
}
