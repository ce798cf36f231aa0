using InstallSim.Indicators;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Points;

/// <summary>What the outcomes of a plan mean in an experiment.</summary>
internal static class PlanOutcomes
{
    /// <summary>The outcomes that one line of a plan means: one a scenario; what is wrong with it is noted.</summary>
    /// <param name="said">The line.</param>
    /// <param name="binder">Knows the places.</param>
    /// <param name="experiment">The scenarios.</param>
    /// <param name="areYearsRight">Whether the years are what the plan means, so that one that is not among them is wrong.</param>
    /// <param name="errors">Receives what is wrong.</param>
    public static IEnumerable<PlanOutcome> Of(
        OutcomeSettings said, Binder binder, Experiment experiment, bool areYearsRight, InputErrors errors)
    {
        YearRange years = experiment.Scenarios[0].Scenario.Years;
        string[] scenarios = [.. experiment.Scenarios.Select(s => s.Scenario.Name)];
        OutcomeOf of = said.Of ?? (experiment.HasBaseline ? OutcomeOf.Difference : OutcomeOf.Level);
        int before = errors.All.Count;
        CheckIndicator(said.Indicator, binder.PlaceOf(said, "indicator"), errors);
        if (areYearsRight && said.Year is { } year && (year < years.From || year > years.Until))
        {
            errors.Add(binder.PlaceOf(said, "year"), $"{year} is no year of the runs; expected {years.From} to {years.Until}");
        }

        if (said.Scenario is { } scenario && !scenarios.Contains(scenario))
        {
            errors.Add(binder.PlaceOf(said, "scenario"),
                $"'{scenario}' is no scenario of the plan{DidYouMean.Hint(scenario, scenarios)}; found: {string.Join(", ", scenarios)}");
        }

        if (of == OutcomeOf.Difference && (!experiment.HasBaseline || said.Scenario == scenarios[0]))
        {
            errors.Add(binder.PlaceOf(said, "of"), experiment.HasBaseline
                ? (InputMessage)$"'{scenarios[0]}' is the baseline, and does not differ from itself; say 'of: level'"
                : (InputMessage)"there is one scenario alone, and nothing to differ from; say 'of: level'");
        }

        return errors.All.Count > before ? [] : scenarios.Index()
            .Where(s => said.Scenario is { } one ? s.Item == one : s.Index > 0 || !experiment.HasBaseline)
            .Select(s => new PlanOutcome(
                s.Item, s.Index, IndicatorCatalog.Find(said.Indicator)!, said.Year ?? years.Until, years.From, of));
    }

    /// <summary>Notes a name that is no indicator which a run records.</summary>
    internal static void CheckIndicator(string name, Place place, InputErrors errors)
    {
        string[] indicators = [.. IndicatorCatalog.Recorded.Select(i => i.Name)];
        if (!indicators.Contains(name))
        {
            errors.Add(place, IndicatorCatalog.Find(name) is not null
                ? (InputMessage)$"'{name}' is told of all replications together, and not of each; name one that a run records"
                : (InputMessage)($"'{name}' is no indicator{DidYouMean.Hint(name, indicators)}; "
                    + $"'installsim list indicators' names them"));
        }
    }
}
