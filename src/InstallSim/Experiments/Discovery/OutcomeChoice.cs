using InstallSim.Experiments.Points;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Discovery;

/// <summary>Finds the outcomes of a sweep that a read-out names.</summary>
internal static class OutcomeChoice
{
    /// <summary>The column meant: of the latest year, and of differences rather than levels, where several are.</summary>
    /// <returns>Its position; null when there is none.</returns>
    public static int? Of(IReadOnlyList<OutcomeColumn> columns, string indicator, int? year, OutcomeOf? of) => Enumerable
        .Range(0, columns.Count)
        .Where(c => columns[c].Indicator == indicator && (year is null || columns[c].Year == year) && (of is null || columns[c].Of == of))
        .OrderByDescending(c => columns[c].Year).ThenBy(c => columns[c].Of).Select(c => (int?)c).FirstOrDefault();

    /// <summary>Notes what is wrong with a read-out by itself.</summary>
    public static void CheckAlone(DiscoverSettings settings, Binder binder, InputErrors errors)
    {
        foreach (BoxSettings box in settings.Boxes.Where(box => (box.Above is null) == (box.Below is null)
            && binder.IsRight(box, "above", "below")))
        {
            errors.Add(binder.PlaceOf(box), new Words(
                "say either 'above' or 'below': from what threshold on an outcome is of interest",
                "dire soit «\u00a0above\u00a0», soit «\u00a0below\u00a0»\u00a0: à partir de quel seuil un résultat intéresse"));
        }
    }

    /// <summary>Notes which outcomes and scenarios of a read-out there are not, each at its place.</summary>
    /// <param name="settings">The read-out.</param>
    /// <param name="binder">Knows the place of every value.</param>
    /// <param name="columns">The outcomes of the sweep; null where some are at fault: then only what is no indicator is told.</param>
    /// <param name="scenarios">Scenarios that have outcomes.</param>
    /// <param name="errors">What is wrong.</param>
    public static void Check(
        DiscoverSettings settings, Binder binder, IReadOnlyList<OutcomeColumn>? columns, IReadOnlyList<string> scenarios,
        InputErrors errors)
    {
        foreach (BoxSettings box in settings.Boxes)
        {
            Column(box, "outcome", box.Outcome, box.Year, box.Of);
            Scenario(box, box.Scenario);
        }

        foreach (FrontSettings front in settings.Fronts)
        {
            Column(front, "effect", front.Effect, front.Year, front.Of);
            Column(front, "cost", front.Cost, front.Year, front.Of);
            Scenario(front, front.Scenario);
        }

        void Column(object owner, string key, string indicator, int? year, OutcomeOf? of)
        {
            if (!binder.IsRight(owner, key))
            {
                return;
            }

            if (columns is null)
            {
                PlanOutcomes.CheckIndicator(indicator, binder.PlaceOf(owner, key), errors);
            }
            else if (Of(columns, indicator, year, of) is null)
            {
                string names = string.Join(", ", columns.Select(c => c.Name));
                InputMessage hint = DidYouMean.Hint(indicator, columns.Select(c => c.Indicator));
                errors.Add(binder.PlaceOf(owner, key), new Words(
                    $"'{indicator}' is no outcome of the sweep, or not in that year or form{hint.English}; outcomes: {names}",
                    $"«\u00a0{indicator}\u00a0» n’est pas un résultat du balayage, ou pas cette année-là ou sous cette forme{hint.French}"
                        + $"\u00a0; résultats\u00a0: {names}"));
            }
        }

        void Scenario(object owner, string? name)
        {
            if (name is not null && !scenarios.Contains(name))
            {
                (string names, InputMessage hint) = (string.Join(", ", scenarios), DidYouMean.Hint(name, scenarios));
                errors.Add(binder.PlaceOf(owner, "scenario"), new Words(
                    $"no outcome is of a scenario '{name}'{hint.English}; scenarios: {names}",
                    $"aucun résultat n’est d’un scénario «\u00a0{name}\u00a0»{hint.French}\u00a0; scénarios\u00a0: {names}"));
            }
        }
    }
}
