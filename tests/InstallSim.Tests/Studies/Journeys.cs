using System.Globalization;
using System.Text;
using InstallSim.Choice.Draws;

namespace InstallSim.Tests.Studies;

/// <summary>Made-up answers about journeys, as pure functions of a seed: people choose between two of them, and to stay at home.</summary>
internal sealed record Journeys(int People, int Tasks = 4)
{
    /// <summary>A study of the answers without a model.</summary>
    public const string Yaml = """
        name: journeys
        title: Made-up journeys
        data: { file: journeys.csv, layout: long, person: who, situation: task, alternative: option, chosen: chosen }
        utility: [{ name: price }, { name: comfort }]

        """;

    /// <summary>Utils a unit of price; of one person.</summary>
    public Func<DrawKey, double> Price { get; init; } = _ => -0.5;

    /// <summary>Utils a unit of comfort; of one person.</summary>
    public Func<DrawKey, double> Comfort { get; init; } = _ => 0.6;

    /// <summary>Utils of staying at home, always offered; null: it is not.</summary>
    public double? Stay { get; init; }

    /// <summary>The table, with a weight of 0, 1 or 2 a person.</summary>
    public string Csv()
    {
        var text = new StringBuilder("who,task,option,price,comfort,chosen,weight\n");
        for (int who = 0; who < People; who++)
        {
            var key = new DrawKey(11, 0, 9, 0, (uint)who);
            (double price, double comfort) = (Price(key), Comfort(key));
            for (int t = 0, next = 0; t < Tasks; t++)
            {
                string[] names = Stay is null ? ["a", "b"] : ["a", "b", "none"];
                double[][] x = [.. names.Select(n => n == "none" ? [0.0, 0.0]
                    : (double[])[1 + Math.Floor(6 * key.Uniform(next++)), Math.Floor(4 * key.Uniform(next++))])];
                double[] utility = [.. names.Select((n, j) => price * x[j][0] + comfort * x[j][1] + (n == "none" ? Stay!.Value : 0)
                    - Math.Log(-Math.Log(key.Uniform(next++))))];
                for (int j = 0; j < names.Length; j++)
                {
                    text.Append(CultureInfo.InvariantCulture,
                        $"p{who},{who}-{t},{names[j]},{x[j][0]},{x[j][1]},{(utility[j] == utility.Max() ? 1 : 0)},{who % 3}\n");
                }
            }
        }

        return text.ToString();
    }

    /// <summary>A standard normal number of a person.</summary>
    public static double Normal(DrawKey key, int index) => Choice.Models.Simulated.Normal(key, index);
}
