using InstallSim.Scenarios;

namespace InstallSim.Experiments;

/// <summary>The numbers that scenarios draw, by their path, a value a draw; one path is one draw in all scenarios.</summary>
internal sealed class DrawnNumbers
{
    private readonly Lazy<Dictionary<string, double[]>[]> _of;

    /// <summary>Draws them again, once they are asked for.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="replications">Its replications, of which two share a draw.</param>
    public DrawnNumbers(Experiment experiment, int replications)
    {
        Draws = replications / Doubt.ReplicationsOfADraw;
        _of = new(() => [.. experiment.Scenarios.Select(s => Drawn(s.Scenario, Draws))]);
    }

    /// <summary>D, draws.</summary>
    public int Draws { get; }

    /// <summary>Those that any scenario draws.</summary>
    public Dictionary<string, double[]> All => Union(Enumerable.Range(0, _of.Value.Length));

    /// <summary>Those that the effect of a scenario follows: its own and those of the baseline.</summary>
    public Dictionary<string, double[]> OfEffect(int scenario) => Union([scenario, 0]);

    private Dictionary<string, double[]> Union(IEnumerable<int> scenarios)
    {
        var all = new Dictionary<string, double[]>();
        foreach (int s in scenarios)
        {
            foreach ((string path, double[] values) in _of.Value[s])
            {
                all.TryAdd(path, values);
            }
        }

        return all;
    }

    private static Dictionary<string, double[]> Drawn(Scenario scenario, int draws)
    {
        Dictionary<string, double[]> numbers = Doubt.Drawn(scenario).ToDictionary(path => path, _ => new double[draws]);
        for (int d = 0; d < draws && numbers.Count > 0; d++)
        {
            Scenario at = Doubt.Draw(scenario, scenario.Seed, (ushort)(Doubt.ReplicationsOfADraw * d));
            foreach (DoubtfulNumber number in DoubtfulNumbers.In(at))
            {
                if (numbers.TryGetValue(number.Path, out double[]? values))
                {
                    values[d] = number.Number.Value;
                }
            }
        }

        return numbers;
    }
}
