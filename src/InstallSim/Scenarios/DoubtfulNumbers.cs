using System.Collections;
using System.Reflection;
using InstallSim.Inputs;
using InstallSim.Policies;

namespace InstallSim.Scenarios;

/// <summary>A number of a scenario that may have a range.</summary>
/// <param name="Path">Its dotted key: <c>physicians.moving-cost</c>, <c>policies.installation-grant.amount-keur</c>.</param>
/// <param name="Key">The key that holds it.</param>
/// <param name="Number">The number.</param>
/// <param name="Property">The property of the key.</param>
public readonly record struct DoubtfulNumber(string Path, KeyAttribute Key, IDoubtful Number, PropertyInfo Property)
{
    /// <summary>What the key means; looked up when asked for.</summary>
    public Words Doc => Words.Of(Property);
}

/// <summary>
/// Finds and changes numbers with ranges anywhere in a scenario: in settings, lists, maps and policies. A step of their path is a key, or
/// the <c>name</c> of an item of a list, else its <c>type</c>, else its position: a policy thus has one path whatever stands before it.
/// </summary>
internal static class DoubtfulNumbers
{
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>All numbers that may have a range, whether or not they have one.</summary>
    public static IReadOnlyList<DoubtfulNumber> In(Scenario scenario)
    {
        var found = new List<DoubtfulNumber>();
        Map(scenario, number =>
        {
            found.Add(number);
            return number.Number;
        });
        return found;
    }

    /// <summary>The scenario with numbers changed; itself when none is.</summary>
    public static Scenario Map(Scenario scenario, Func<DoubtfulNumber, IDoubtful> change) => (Scenario)OfObject(scenario, "", change);

    /// <summary>A policy of a scenario with numbers changed; itself when none is.</summary>
    public static Policy Map(Policy policy, Func<DoubtfulNumber, IDoubtful> change) =>
        (Policy)OfObject(policy, $"policies.{policy.Label}", change);

    private static object OfObject(object owner, string path, Func<DoubtfulNumber, IDoubtful> change)
    {
        object? copy = null;
        foreach (InputKey key in InputKey.Of(owner.GetType()))
        {
            object? old = key.Property.GetValue(owner);
            object? now = OfValue(old, key.Type, key, path.Length == 0 ? key.Name : $"{path}.{key.Name}", change);
            if (!ReferenceEquals(old, now))
            {
                copy ??= Clone.Invoke(owner, null)!;
                key.Property.SetValue(copy, now);
            }
        }

        return copy ?? owner;
    }

    private static object? OfValue(object? value, InputType type, InputKey key, string path, Func<DoubtfulNumber, IDoubtful> change) =>
        (type.Kind, value) switch
        {
            (_, IDoubtful number) => change(new DoubtfulNumber(path, key.Attribute, number, key.Property)),
            (InputKind.Object, { }) => OfObject(value, path, change),
            (InputKind.List, IList list) => OfList(list, type.Element!, key, path, change),
            (InputKind.Map, IDictionary map) => OfMap(map, type.Element!, key, path, change),
            _ => value,
        };

    private static IList OfList(IList list, InputType element, InputKey key, string path, Func<DoubtfulNumber, IDoubtful> change)
    {
        if (!MayHold(element))
        {
            return list;
        }

        object?[] now = [.. Enumerable.Range(0, list.Count)
            .Select(i => OfValue(list[i], element, key, $"{path}.{StepOf(list[i], i)}", change))];
        if (now.Select((item, i) => ReferenceEquals(item, list[i])).All(isSame => isSame))
        {
            return list;
        }

        var changed = Array.CreateInstance(element.Type, now.Length);
        now.CopyTo(changed, 0);
        return changed;
    }

    private static IDictionary OfMap(
        IDictionary map, InputType element, InputKey key, string path, Func<DoubtfulNumber, IDoubtful> change)
    {
        if (!MayHold(element))
        {
            return map;
        }

        (object Key, object? Old, object? Now)[] entries = [.. map.Keys.Cast<object>()
            .Select(name => (name, map[name], OfValue(map[name], element, key, $"{path}.{name}", change)))];
        if (entries.All(e => ReferenceEquals(e.Old, e.Now)))
        {
            return map;
        }

        var changed = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element.Type))!;
        foreach ((object name, _, object? now) in entries)
        {
            changed.Add(name, now);
        }

        return changed;
    }

    /// <summary>Whether numbers with ranges can stand in items of a type: not in plain numbers, words and switches.</summary>
    private static bool MayHold(InputType type) => !type.Type.IsValueType && type.Type != typeof(string);

    private static string StepOf(object? item, int position)
    {
        foreach (string name in (string[])["name", "type"])
        {
            if (item is not (null or ValueType or string) && InputKey.Of(item.GetType())
                .FirstOrDefault(key => key.Name == name)?.Property.GetValue(item) is string { Length: > 0 } said)
            {
                return said;
            }
        }

        return position.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
