using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>What a scenario costs and what a GP gained costs with it, in a sentence.</summary>
internal static class CostText
{
    private const string Cost = "policy-cost-cumulative";

    /// <summary>The sentence; null where no cost was recorded.</summary>
    public static string? Of(FigureContext context, ScenarioInfo scenario)
    {
        double cost = context.Results.MeanMore(scenario.Name, Cost);
        if (!double.IsFinite(cost))
        {
            return null;
        }

        if (!context.Results.HasCost(scenario.Name))
        {
            return context.Say("Cost: none is counted.", "Coût\u00a0: aucun n’est compté.");
        }

        string interval = context.Results.Ratio(scenario.Name, Cost) is { } all ? context.MoneyInterval(all.Lower, all.Upper) : "";
        string through = InForce(context, scenario, cost);
        return context.Say($"Cost: {context.Amount(cost)} by {context.LastYear}{interval}{through}",
            $"Coût\u00a0: {context.Amount(cost)} d’ici {context.LastYear}{interval}{through}") + ForWhat(context, scenario);
    }

    /// <summary>
    /// How much of it measures in force pay more, or less, for they find other physicians; empty where that is nothing.
    /// </summary>
    private static string InForce(FigureContext context, ScenarioInfo scenario, double cost)
    {
        var costs = context.Results.Costs(scenario.Name).ToList();
        double inForce = costs.Where(c => context.Results.IsInForce(c)).Sum(c => c.Mean);
        string amount = context.Text.Money(Math.Abs(inForce));
        return inForce == 0 ? ""
            : costs.All(c => context.Results.IsInForce(c))
            ? context.Say(", all of it through measures already in force", ", en totalité par les mesures déjà en vigueur")
            : inForce < 0
            ? context.Say($", after {amount} saved on measures already in force",
                $", après {amount} d’économies sur les mesures déjà en vigueur")
            : inForce > cost
            ? context.Say($", with {amount} more paid through measures already in force",
                $", avec {amount} de plus payés par les mesures déjà en vigueur")
            : context.Say($", of which {amount} through measures already in force", $", dont {amount} par les mesures déjà en vigueur");
    }

    /// <summary>What the cost buys, as the end of the sentence.</summary>
    private static string ForWhat(FigureContext context, ScenarioInfo scenario)
    {
        var (results, main) = (context.Results, context.Results.Main);
        var verdict = Verdicts.Of(results.Difference(scenario.Name, main.Name, context.LastYear));
        string where = context.InUnderDense();
        return Verdicts.IsLoss(verdict, main)
            ? context.Say(", and it loses GPs: none is additional.",
                ", et la mesure perd des généralistes\u00a0: aucun n’est supplémentaire.")
            : !Verdicts.IsGain(verdict, main) ? $", {Gains.None(context, scenario)}."
            : results.Ratio(scenario.Name, "cost-per-additional-gp") is { } each
            ? context.Say(
                $"; {context.Amount(each.Difference)} for each additional GP{where}{context.PriceInterval(each.Lower, each.Upper)}.",
                $"\u00a0; {context.Amount(each.Difference)} par généraliste supplémentaire{where}"
                    + $"{context.PriceInterval(each.Lower, each.Upper)}.")
            : context.Say($"; for each additional GP{where} it is {context.Text.NotDetermined()}, for some replications gain none.",
                $"\u00a0; par généraliste supplémentaire{where} il est {context.Text.NotDetermined()}, car certaines réplications n’en "
                    + "gagnent aucun.");
    }
}
