using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Readouts;

/// <summary>What the physician wants under each scenario.</summary>
/// <param name="Source">Who chooses, where and when.</param>
/// <param name="Choices">A choice a scenario, in the order of the scenarios.</param>
/// <param name="Places">The likeliest alternatives over all scenarios, the likeliest of the first scenario first.</param>
/// <param name="Utilities">Terms of V of these places, utils, shape [scenarios][places][terms].</param>
public sealed record ExplainResult(
    ExplainSource Source, IReadOnlyList<PersonalChoice> Choices, IReadOnlyList<int> Places, IReadOnlyList<double[][]> Utilities)
{
    /// <summary>Twins of the person, who differ in what the model draws for life.</summary>
    public const int Twins = 1000;

    /// <summary>Most places shown.</summary>
    public const int MostPlaces = 8;

    /// <summary>The territories.</summary>
    public TerritoryTable Table => Prepared(0).Territories;

    /// <summary>Keys of the terms of a scenario.</summary>
    public IReadOnlyList<string> Terms(int scenario) => Choices[scenario].Terms;

    /// <summary>A scenario with its data.</summary>
    public PreparedScenario Prepared(int scenario) => Source.Loaded.Experiment.Scenarios[scenario];

    /// <summary>Probability that the physician takes a place at all.</summary>
    public double TakesPlace(int scenario) => Choices[scenario].Probability.Sum();

    /// <summary>V of a place, utils.</summary>
    public double Utility(int scenario, int place) => Utilities[scenario][place].Sum();

    /// <summary>A term of a place; 0 where the scenario has no such variable.</summary>
    public double Term(int scenario, int place, string term)
    {
        int at = Terms(scenario).ToList().IndexOf(term);
        return at < 0 ? 0 : Utilities[scenario][place][at];
    }

    /// <summary>Keys of the terms of all scenarios, each once.</summary>
    public IReadOnlyList<string> AllTerms => [.. Choices.SelectMany(c => c.Terms).Distinct()];

    /// <summary>Runs each scenario up to the year and looks at the choice.</summary>
    /// <param name="source">Who chooses, where and when.</param>
    /// <param name="twins">Twins of the person.</param>
    /// <param name="stop">Stops the runs.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ExplainResult Of(ExplainSource source, int twins = Twins, CancellationToken stop = default)
    {
        var choices = new List<PersonalChoice>();
        IReadOnlyList<PreparedScenario> scenarios = source.Loaded.Experiment.Scenarios;
        for (int s = 0; s < scenarios.Count; s++)
        {
            int alike = Enumerable.Range(0, s).FirstOrDefault(before => scenarios[before].StartsAs(scenarios[s]), -1);
            MarketStart? start = alike < 0 ? null : choices[alike].WarmedUp;
            choices.Add(new PersonalChoice(scenarios[s], source.Person, source.Year, twins, start, stop));
        }

        int[] places = [.. Enumerable.Range(0, choices[0].Probability.Count)
            .OrderByDescending(j => choices.Max(c => c.Probability[j])).ThenBy(j => j).Take(MostPlaces)
            .Where(j => choices.Any(c => c.Probability[j] > 0)).OrderByDescending(j => choices[0].Probability[j]).ThenBy(j => j)];
        return new ExplainResult(source, choices, places, [.. choices.Select(c => places.Select(c.TermsOf).ToArray())]);
    }
}
