using System.Globalization;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Points;

/// <summary>Texts <c>key.path=value</c> that say the value of a number that a plan varies: no point would have it.</summary>
internal static class SaidValues
{
    /// <summary>Notes those of a plan and of options, by whatever name or position they mean the number.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="overrides">Texts of options.</param>
    /// <param name="errors">Receives what is refused.</param>
    public static void Refuse<T>(LoadedPlan<T> plan, IReadOnlyList<string> overrides, InputErrors errors)
        where T : PlanSettings
    {
        (Place Place, string Text)[] said = [.. plan.Settings.Set.Select((text, k) => (plan.Binder.PlaceOf(plan.Settings, "set", k), text)),
            .. overrides.Select(text => (YamlOverride.PlaceOf(text), text))];
        foreach ((Place place, string text) in said)
        {
            string[] parts = text.Split('=', 2), steps = [.. parts[0].Split('.').Select(step => step.Trim().TrimEnd('!'))];
            string[] keys = [.. plan.Loaded.Sources.Select(source => Labelled(source.Document.Root, steps)).Distinct()];

            // A mapping may give the range from which the plan takes its own.
            bool isRange = parts[^1].TrimStart().StartsWith('{');
            foreach (string number in plan.Numbers.Select(n => n.Name)
                .Where(name => (keys.Contains(name) && !isRange) || keys.Contains(name + ".value")))
            {
                errors.Add(place, new Words(
                    $"the plan varies '{number}', so that no point has this value; leave it out, or take the number out of 'numbers'",
                    $"le plan fait varier «\u00a0{number}\u00a0»\u00a0: aucun point n’a cette valeur\u00a0; ne pas la dire, ou ôter le "
                        + "nombre de «\u00a0numbers\u00a0»"));
            }
        }
    }

    /// <summary>A path with the label of each item that it names by its position, where the item has one.</summary>
    private static string Labelled(YamlNode? node, string[] steps)
    {
        var path = new List<string>();
        foreach (string step in steps)
        {
            YamlNode? next = (node as YamlMapping)?.Find(step)?.Value;
            string name = step;
            if (node is YamlSequence list)
            {
                next = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < list.Items.Count
                    ? list.Items[at]
                    : list.Items.FirstOrDefault(item => ListItem.Of(item).IsCalled(step));
                name = next is null ? step : ListItem.Of(next).Label ?? step;
            }

            path.Add(name);
            node = next;
        }

        return string.Join('.', path);
    }
}
