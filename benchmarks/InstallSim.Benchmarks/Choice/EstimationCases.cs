using System.Globalization;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Benchmarks.Choice;

/// <summary>A fit that peers have been timed on.</summary>
/// <param name="Key">Name on the command line.</param>
/// <param name="Title">Name in tables.</param>
/// <param name="Table">File of the folder that the peers' scripts fill.</param>
/// <param name="Model">The model, of the table's columns.</param>
/// <param name="Peers">The peers' quiet wall seconds on two cores of a 3.0 GHz Xeon, by their own scripts.</param>
/// <param name="Runs">How often to fit.</param>
internal sealed record EstimationCase(
    string Key, string Title, string Table, Func<string[], IChoiceModel> Model, string Peers, int Runs = 9)
{
    private static readonly string[] Supplier = ["pf", "cl", "loc", "wk", "tod", "seas"];
    private static readonly string[] Varied = ["meals", "petfr", "emipp"];
    private static readonly string[] NotVariables = ["id", "chid", "alt", "choice", "av"];

    public static EstimationCase[] All { get; } =
    [
        new("swissmetro", "Swissmetro, logit", "swissmetro_long.csv", c => new MultinomialLogit(c),
            "xlogit 0.025, logitr 0.29, mlogit 0.32", 60),
        new("electricity-600", "Electricity, 6 normals, 600 draws", "electricity_long.csv", _ => Electricity(600),
            "xlogit 20.0, logitr 8.3, mlogit 56.3, gmnl 359"),
        new("electricity-2000", "Electricity, 2,000 draws", "electricity_long.csv", _ => Electricity(2000), "xlogit 68.8, logitr 26.3"),
        new("electricity-correlated", "Electricity, 6 correlated, 600 draws", "electricity_long.csv", _ => Electricity(600, Supplier), "–"),
        new("electricity-classes", "Electricity, 2 classes, 8 starts", "electricity_long.csv", _ => new LatentClass(2, Supplier), "–"),
        new("synthetic", "synthetic 20,000 × 5, 3 normals, 500 draws", "synthetic_long.csv",
            c => new MixedLogit(c, [new("x1"), new("x2"), new("x3")], new HaltonDraws(500)), "xlogit 52.8, logitr 21.7"),
        new("artificial", "artificial 4,000 × 3, cross-section, 3 normals, 1,500 draws", "artificial_long.csv",
            c => CrossSection(c, 1500, Varied), "–"),
        new("swissmetro-mixed", "Swissmetro, cross-section, 1 normal, 2,000 draws", "swissmetro_long.csv",
            c => CrossSection(c, 2000, "time"), "–"),
        new("windmills", "windmills, 8 correlated, 1,000 draws", "windmills_long.csv", Windmills,
            "Apollo 1,620 + 24,480 for its standard errors (another model of as many parameters)", 1),
    ];

    /// <summary>The table's choices; every column is a variable but those that say who chose what among what.</summary>
    public ChoiceData Read(string folder)
    {
        string[] lines = File.ReadAllLines(Path.Combine(folder, Table));
        string[] header = lines[0].Split(',');
        double[][] columns = [.. header.Select(_ => new double[lines.Length - 1])];
        for (int r = 1; r < lines.Length; r++)
        {
            int c = 0;
            foreach (var field in lines[r].AsSpan().Split(','))
            {
                columns[c++][r - 1] = double.Parse(lines[r].AsSpan(field), CultureInfo.InvariantCulture);
            }
        }

        string[] names = [.. header.Except(NotVariables)];
        double[] Column(string name) => columns[Array.IndexOf(header, name)];
        return ChoiceData.Create(new ChoiceTable
        {
            Names = names,
            Columns = [.. names.Select(Column)],
            Situation = [.. Column(header.Contains("chid") ? "chid" : "id").Select(v => (int)v)],
            Person = [.. Column("id").Select(v => (int)v)],
            Alternative = [.. Column("alt").Select(v => (int)v)],
            Chosen = [.. Column("choice").Select(v => v == 1)],
            Available = header.Contains("av") ? [.. Column("av").Select(v => v == 1)] : null,
        });
    }

    private static MixedLogit Electricity(int draws, params string[] correlated) =>
        new(Supplier, [.. Supplier.Select(n => new RandomCoefficient(n))], new HaltonDraws(draws),
            correlated.Length == 0 ? [] : [correlated]);

    /// <summary>A mixed logit of single choices: each has draws of its own.</summary>
    private static MixedLogit CrossSection(string[] columns, int draws, params string[] random) =>
        new(columns, [.. random.Select(n => new RandomCoefficient(n))], new HaltonDraws(draws)) { Panel = false };

    /// <summary>
    /// The textbook's wind farms (8,633 answers of 1,000 people): eight correlated coefficients, the cost's lognormal, and twenty
    /// interactions of fixed coefficients, 64 parameters; the interactions are the table's last twenty variables.
    /// </summary>
    private static MixedLogit Windmills(string[] columns)
    {
        string[] random = columns[..8];
        RandomCoefficient[] eight = [.. random.Select(n =>
            new RandomCoefficient(n, n == "cost" ? Distribution.Lognormal : Distribution.Normal) { Sign = n == "cost" ? -1 : 1 })];
        return new MixedLogit(columns, eight, new HaltonDraws(1000), [random]);
    }
}
