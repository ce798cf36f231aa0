using System.Collections;
using System.Reflection;

namespace InstallSim.Inputs;

/// <summary>
/// Makes objects from YAML by the <see cref="KeyAttribute"/> of their properties, checks every value, and remembers where each
/// came from, so that later checks can point there too. What is wrong is noted and the default stays, so that all errors show at once.
/// </summary>
/// <param name="errors">Receives what is wrong.</param>
/// <param name="catalogs">Classes by <c>type:</c> and names known only at run time.</param>
/// <param name="inherits">Whether the file may say <c>extends</c>, which errors then name among the keys.</param>
/// <param name="isWhole">Whether all that it extends was read; if not, what is missing may stand there, and is no error.</param>
public sealed partial class Binder(InputErrors errors, InputCatalogs? catalogs = null, bool inherits = false, bool isWhole = true)
{
    /// <summary>The key that chooses a class of a catalog.</summary>
    public const string TypeKey = "type";

    private const string UnknownKey = "";
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private readonly InputCatalogs _catalogs = catalogs ?? new InputCatalogs();
    private readonly Dictionary<object, YamlNode> _origins = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<YamlScalar, string> _paths = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<YamlScalar, object> _values = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<YamlMapping, YamlNode> _alone = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, HashSet<string>> _faults = new(ReferenceEqualityComparer.Instance);
    private readonly List<InputWarning> _certain = [];
    private YamlNode? _root;
    private int _lists;

    /// <summary>Makes an object of a mapping; null when its <c>type:</c> is missing or unknown.</summary>
    /// <typeparam name="T">A class with a parameterless constructor, or the abstract class of a catalog.</typeparam>
    public T? Bind<T>(YamlNode node) where T : class
    {
        _root ??= node;
        return (T?)BindObject(typeof(T), node, initial: null, subject: "");
    }

    /// <summary>Bare numbers written where the default has a range, so that a run takes them as certain.</summary>
    public IReadOnlyList<InputWarning> TakenAsCertain => _certain;

    /// <summary>The paths of files read so far, made absolute, by the text that says them.</summary>
    internal IReadOnlyDictionary<YamlScalar, string> Paths => _paths;

    /// <summary>What else was read so far, by the text that says it: <c>2.40</c> and <c>2.4</c> are one number.</summary>
    internal IReadOnlyDictionary<YamlScalar, object> Values => _values;

    /// <summary>Mappings of one key whose value may stand alone, with that value: <c>{ value: 6 }</c> is <c>6</c>.</summary>
    internal IReadOnlyDictionary<YamlMapping, YamlNode> Alone => _alone;

    private object? BindObject(Type type, YamlNode node, object? initial, InputMessage subject, IReadOnlyList<InputKey>? ownKeys = null)
    {
        if (node is not YamlMapping mapping)
        {
            InputKey? list = node is YamlSequence ? InputKey.ListShorthandOf(type) : null;
            if (!type.IsAbstract && (list ?? InputKey.ShorthandOf(type)) is { } shorthand)
            {
                return BindShorthand(type, shorthand, node, initial, subject);
            }

            errors.Add(node.Place, $"{subject}expected keys with values, found {node.Found}{InputScalars.HintOfValue(type, node)}");
            return null;
        }

        bool isGuess = false, isChosen = _catalogs.TypesOf(type) is not null;
        if (isChosen)
        {
            if (ChosenType(type, mapping, out isGuess) is not { } chosen)
            {
                return null;
            }

            type = chosen;
        }

        object made = New(type, initial);
        _origins[made] = mapping;
        if (mapping.Entries is [var only] && InputKey.ShorthandOf(type)?.Name == only.Key)
        {
            _alone[mapping] = only.Value;
        }

        IReadOnlyList<InputKey> keys = ownKeys ?? InputKey.Of(type);
        HashSet<string> meant = BindEntries(made, mapping, keys, isChosen);
        RefuseMissing(made, mapping, keys.Where(key => !meant.Contains(key.Name)));
        if (made is IDoubtful number && !MayInherit)
        {
            QuantityRange.Check(number, mapping, subject, errors);
        }

        return isGuess ? null : made;
    }

    /// <summary>Gives an object the values of its keys.</summary>
    /// <returns>The keys that unknown ones may mean.</returns>
    private HashSet<string> BindEntries(object made, YamlMapping mapping, IReadOnlyList<InputKey> keys, bool isChosen)
    {
        var meant = new HashSet<string>();
        foreach (YamlEntry entry in mapping.Entries)
        {
            int before = errors.All.Count;
            if (keys.FirstOrDefault(key => key.Name == entry.Key) is { } key)
            {
                BindKey(made, key, entry.Value);
                if (errors.All.Count > before)
                {
                    NoteFault(made, key.Name);
                }
            }
            else if (!isChosen || entry.Key != TypeKey)
            {
                NoteFault(made, UnknownKey);
                if (RefuseKey(entry,
                    [.. (isChosen ? new[] { TypeKey } : []).Union(keys.Select(known => known.Name))
                        .Concat(inherits && mapping == _root ? [YamlInheritance.Extends] : [])]) is { } near)
                {
                    meant.Add(near);
                    NoteFault(made, near);
                }
            }
        }

        return meant;
    }

    /// <summary>
    /// A number with a range: what is written replaces the whole default, for the range of another value would be none of this one.
    /// </summary>
    private object? BindQuantity(InputKey key, YamlNode node, object? initial, InputMessage subject)
    {
        if (node is YamlMapping)
        {
            return BindObject(typeof(Quantity), node, null, subject, key.QuantityKeys);
        }

        InputKey bare = key.QuantityKeys.First(inner => inner.Type is { Kind: InputKind.Number, CanBeNull: false });
        if (BindValue(bare, bare.Type, [], node, null, subject) is not double value)
        {
            return null;
        }

        if (initial is Quantity { IsDoubtful: true, Low: { } low, High: { } high })
        {
            _certain.Add(new InputWarning(node.Place,
                $"'{key.Name}': {InputScalars.Plain(value)} is taken as certain, where the default has a range, "
                    + $"{InputScalars.Said(low)} to {InputScalars.Said(high)}{(value < low || value > high ? Outside : "")}; "
                    + $"'{key.Name}: {{ value: {InputScalars.Plain(value)}, low: …, high: … }}' says how sure it is"));
        }

        var made = new Quantity { Value = value };
        _origins[made] = node;
        return made;
    }

    private object BindShorthand(Type type, InputKey shorthand, YamlNode node, object? initial, InputMessage subject)
    {
        object made = New(type, initial);
        _origins[made] = node;
        if (BindValue(shorthand, shorthand.Type, _catalogs.NamesOf(shorthand), node,
            shorthand.Property.GetValue(made), subject) is { } value)
        {
            shorthand.Property.SetValue(made, value);
        }

        return made;
    }

    private void BindKey(object made, InputKey key, YamlNode node)
    {
        if (node is YamlScalar { IsNull: true } && key.Type.CanBeNull)
        {
            key.Property.SetValue(made, null);
        }
        else if (key.Property.GetValue(made) is var initial
            && BindValue(key, key.Type, _catalogs.NamesOf(key), node, initial, $"'{key.Name}': ") is { } value)
        {
            key.Property.SetValue(made, value);
            WarnOfSlip(key, node, initial, value);
        }
    }

    /// <summary>The value of a node, or null when it is refused.</summary>
    private object? BindValue(
        InputKey key, InputType type, IReadOnlyList<string> names, YamlNode node, object? initial, InputMessage subject)
    {
        switch (type.Kind)
        {
            case InputKind.Object when type.IsQuantity:
                return BindQuantity(key, node, initial, subject);
            case InputKind.Object when node is not YamlScalar { IsEmpty: true }:
                return BindObject(type.Type, node, initial, subject);
            case InputKind.List when node is YamlSequence list:
                return BindList(key, type.Element!, names, list, subject);
            case InputKind.Map when node is YamlMapping map:
                return BindMap(key, type.Element!, names, map);
        }

        if (node is YamlScalar scalar && type.Kind is not (InputKind.Object or InputKind.List or InputKind.Map))
        {
            if (InputScalars.Read(scalar, type, key.Attribute, names, out InputMessage wrong) is not { } value)
            {
                errors.Add(node.Place, $"{subject}{wrong}");
                return null;
            }

            if (key.Attribute.IsPath)
            {
                _paths[scalar] = (string)value;
            }
            else
            {
                _values[scalar] = value;
            }

            return value;
        }

        InputMessage none = node is not YamlScalar { IsEmpty: true } ? ""
            : type.Kind == InputKind.List ? "; write [] for none"
            : "; write {} for none";
        errors.Add(node.Place, $"{subject}expected {InputScalars.Expected(type, key.Attribute, names)}, found {node.Found}{none}");
        return null;
    }

    private Array BindList(InputKey key, InputType element, IReadOnlyList<string> names, YamlSequence list, InputMessage subject)
    {
        int before = errors.All.Count;
        _lists++;
        var bound = list.Items.Select(item => (Item: item, Value: BindValue(key, element, names, item, null, subject)))
            .Where(pair => pair.Value is not null).ToArray();
        _lists--;
        foreach (YamlScalar again in key.Repeated(bound))
        {
            errors.Add(again.Place, $"'{again.Text}' is there twice");
        }

        TellDecimals(list, before, subject);
        var values = Array.CreateInstance(element.Type, bound.Length);
        for (int i = 0; i < bound.Length; i++)
        {
            values.SetValue(bound[i].Value, i);
        }

        if (bound.Length > 0)
        {
            _origins[values] = new YamlSequence([.. bound.Select(pair => pair.Item)], list.Place);
        }

        return values;
    }

    /// <summary>A dictionary in the order of its keys, so that nothing depends on the order written.</summary>
    private object BindMap(InputKey key, InputType element, IReadOnlyList<string> names, YamlMapping map)
    {
        var bound = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (YamlEntry entry in map.Entries)
        {
            if (names.Count > 0 && !names.Contains(entry.Key))
            {
                RefuseKey(entry, names);
            }
            else if (BindValue(key, element, [], entry.Value, null, $"'{entry.Key}': ") is { } value)
            {
                bound.Add(entry.Key, value);
            }
        }

        var values = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element.Type))!;
        foreach ((string name, object value) in bound)
        {
            values.Add(name, value);
        }

        _origins[values] = map;
        return values;
    }

    /// <summary>A new object, or a copy of the one that the property starts with, so that its defaults stay.</summary>
    private static object New(Type type, object? initial) =>
        initial?.GetType() == type ? Clone.Invoke(initial, null)! : Activator.CreateInstance(type, nonPublic: true)!;
}
