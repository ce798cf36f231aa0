using InstallSim.Inputs;
using InstallSim.Results;

namespace InstallSim.Experiments;

/// <summary>Says where more health centres are announced than open: then their number is not what moves anything.</summary>
public static class OpeningsCheck
{
    private const string Announced = "msp-announced", Opened = "msp-opened";

    /// <summary>
    /// A warning for each scenario of which, in the mean over replications, centres wait at the end; of one that is compared, those that
    /// it has more than the baseline.
    /// </summary>
    public static IReadOnlyList<InputMessage> Of(RunResults results)
    {
        Manifest m = results.Manifest;
        Dictionary<(string Scenario, string Indicator), double> means = results.Observations
            .Where(o => o.Year == m.LastYear && o.Indicator is Announced or Opened)
            .GroupBy(o => (o.Scenario, o.Indicator)).ToDictionary(g => g.Key, g => g.Average(o => o.Value));
        List<InputMessage> said = [];
        foreach (ScenarioInfo scenario in m.Scenarios.Where(s => s.Name != m.Baseline))
        {
            double More(string indicator) => Math.Round(means.GetValueOrDefault((scenario.Name, indicator))
                - (m.Baseline is null ? 0 : means.GetValueOrDefault((m.Baseline, indicator))), 1);
            (double announced, double opened) = (More(Announced), More(Opened));
            if (announced > opened)
            {
                said.Add($"{scenario.Name}: of {announced} health centres (MSP) announced by {m.LastYear}, {opened} opened, in the mean "
                    + $"over replications; the others found no territory with room and local GPs, no project where one is asked for, or "
                    + $"no money left in their budget. In a year in which some wait, announcing more opens no more");
            }
        }

        return said;
    }
}
