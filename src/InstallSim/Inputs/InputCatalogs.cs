namespace InstallSim.Inputs;

/// <summary>
/// What the attributes cannot say because it stands in catalogs: which class a <c>type:</c> means, and which names are known.
/// The binder and the schema both go by it.
/// </summary>
public sealed class InputCatalogs
{
    /// <summary>How YAML writes the members of an enumeration.</summary>
    public static IReadOnlyList<string> WordsOf(Type enumeration) => [.. Enum.GetNames(enumeration).Select(InputType.Kebab)];

    private readonly Dictionary<Type, IReadOnlyDictionary<string, Type>> _types = [];
    private readonly Dictionary<(Type Owner, string Key), IReadOnlyList<string>> _names = [];

    /// <summary>Says which class each <c>type:</c> of an abstract class means.</summary>
    /// <returns>Itself, to go on.</returns>
    /// <exception cref="ArgumentException">A class of the catalog does not derive from <typeparamref name="TBase"/>.</exception>
    public InputCatalogs Add<TBase>(IReadOnlyDictionary<string, Type> types) where TBase : class
    {
        foreach ((string name, Type type) in types)
        {
            if (!type.IsAssignableTo(typeof(TBase)) || type.IsAbstract)
            {
                throw new ArgumentException($"{name}: {type} is no {typeof(TBase)}", nameof(types));
            }
        }

        _types[typeof(TBase)] = types;
        return this;
    }

    /// <summary>Says which texts a key of a class accepts, or which keys the mapping behind it may have.</summary>
    /// <returns>Itself, to go on.</returns>
    public InputCatalogs Allow<TOwner>(string key, IEnumerable<string> names) where TOwner : class
    {
        _names[(typeof(TOwner), key)] = [.. names];
        return this;
    }

    internal IReadOnlyDictionary<string, Type>? TypesOf(Type type) => _types.GetValueOrDefault(type);

    /// <summary>The names that a key accepts by the catalogs, else by its attribute; empty when any.</summary>
    internal IReadOnlyList<string> NamesOf(InputKey key) =>
        _names.GetValueOrDefault((key.Property.ReflectedType!, key.Name))
            ?? _names.GetValueOrDefault((key.Property.DeclaringType!, key.Name)) ?? key.Attribute.Allowed;
}
