using System.Reflection;
using InstallSim.Scenarios;
using InstallSim.Simulation;

namespace InstallSim.Tests.Simulation;

/// <summary>A run that stops after each year, so that a test can look at its state: the simulator's own stages, called one year at a time.</summary>
internal sealed class YearByYear
{
    private readonly Simulator _simulator;

    public YearByYear(Study study, int replication = 0)
    {
        _simulator = new Simulator(study, replication);
        State = (RunState)typeof(Simulator).GetField("_state", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(_simulator)!;
        Call("Start");
    }

    public YearByYear(Scenario scenario, int replication = 0)
        : this(TestStudy.Study(scenario), replication)
    {
    }

    public RunState State { get; }

    /// <summary>Years to come, each simulated before it is given.</summary>
    public IEnumerable<int> Years()
    {
        while (State.Year < State.Scenario.Years.Until)
        {
            Call("Step", State.Year + 1);
            yield return State.Year;
        }
    }

    /// <summary>Simulates until the end of a year.</summary>
    public RunState Until(int year)
    {
        _ = Years().First(y => y == year);
        return State;
    }

    private void Call(string stage, params object[] arguments) =>
        typeof(Simulator).GetMethod(stage, BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(_simulator, arguments);
}
