using System.Collections.Concurrent;
using System.Reflection;

namespace InstallSim.Inputs;

/// <summary>What can stand in YAML behind a key.</summary>
internal enum InputKind
{
    Text,
    Boolean,
    WholeNumber,
    Number,
    Choice,
    Years,
    List,
    Map,
    Object,
}

/// <summary>The type of a property as YAML sees it.</summary>
/// <param name="Kind">Which of the few kinds.</param>
/// <param name="Type">The C# type, without its <c>?</c>.</param>
/// <param name="CanBeNull">Whether <c>null</c> may be written.</param>
/// <param name="Element">Type of the items of a list or the values of a map.</param>
internal sealed record InputType(InputKind Kind, Type Type, bool CanBeNull, InputType? Element = null)
{
    /// <summary>Reads a C# type.</summary>
    /// <exception cref="NotSupportedException">It has no form in YAML.</exception>
    public static InputType Of(Type declared, bool canBeNull)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        canBeNull |= type != declared;
        if (type.IsArray)
        {
            return new InputType(InputKind.List, type, canBeNull, Of(type.GetElementType()!, false));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return new InputType(InputKind.List, type, canBeNull, Of(type.GetGenericArguments()[0], false));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            && type.GetGenericArguments()[0] == typeof(string))
        {
            return new InputType(InputKind.Map, type, canBeNull, Of(type.GetGenericArguments()[1], false));
        }

        InputKind kind = type switch
        {
            _ when type == typeof(string) => InputKind.Text,
            _ when type == typeof(bool) => InputKind.Boolean,
            _ when type == typeof(int) || type == typeof(uint) => InputKind.WholeNumber,
            _ when type == typeof(double) => InputKind.Number,
            _ when type == typeof(YearRange) => InputKind.Years,
            { IsEnum: true } => InputKind.Choice,
            { IsClass: true } => InputKind.Object,
            _ => throw new NotSupportedException($"{declared} has no form in YAML"),
        };
        return new InputType(kind, type, canBeNull);
    }

    /// <summary>Whether it is a number with a range, whose unit and bounds are those of its key.</summary>
    public bool IsQuantity => Type == typeof(Quantity);

    /// <summary>The words of an enumeration: member names in kebab-case, in order.</summary>
    public IReadOnlyList<string> Words => Kind == InputKind.Choice ? [.. Enum.GetNames(Type).Select(Kebab)] : [];

    /// <summary>The member that a word of <see cref="Words"/> means.</summary>
    public object Member(string word) => Enum.Parse(Type, Enum.GetNames(Type).First(name => Kebab(name) == word));

    /// <summary><c>HealthCentre</c> as <c>health-centre</c>.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>A property that can be written in YAML.</summary>
internal sealed record InputKey(KeyAttribute Attribute, PropertyInfo Property, InputType Type)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<InputKey>> Cache = new();

    /// <summary>The key.</summary>
    public string Name => Attribute.Name;

    /// <summary>Items of a list of names that name again what one before them does.</summary>
    public IEnumerable<YamlScalar> Repeated(IEnumerable<(YamlNode Item, object? Value)> items) => Attribute.MayRepeat ? []
        : items.Where(i => i.Value is string or Enum).GroupBy(i => i.Value).SelectMany(same => same.Skip(1))
            .Select(i => (YamlScalar)i.Item);

    /// <summary>The keys of a class, those of its base class first, else in the order written.</summary>
    /// <exception cref="InvalidOperationException">Two properties have one key.</exception>
    public static IReadOnlyList<InputKey> Of(Type type) => Cache.GetOrAdd(type, static type =>
    {
        var nullability = new NullabilityInfoContext();
        InputKey[] keys =
        [
            .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               let attribute = property.GetCustomAttribute<KeyAttribute>()
               where attribute is not null
               orderby Depth(property.DeclaringType!), property.MetadataToken
               select new InputKey(attribute, property,
                   InputType.Of(property.PropertyType, nullability.Create(property).WriteState == NullabilityState.Nullable)),
        ];
        return keys.GroupBy(key => key.Name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new InvalidOperationException($"{type} has two properties of key '{twice.Key}'")
            : keys;
    });

    /// <summary>The key whose value may stand for the whole class, or null.</summary>
    public static InputKey? ShorthandOf(Type type) =>
        type.GetCustomAttribute<ShorthandAttribute>() is { } shorthand ? Of(type).First(key => key.Name == shorthand.Key) : null;

    /// <summary>The key whose list may stand for the whole class, or null.</summary>
    public static InputKey? ListShorthandOf(Type type) =>
        type.GetCustomAttribute<ShorthandAttribute>()?.List is { } list ? Of(type).First(key => key.Name == list) : null;

    /// <summary>The keys of a number with a range, with the unit and bounds of the key that holds it.</summary>
    public IReadOnlyList<InputKey> QuantityKeys => [.. Of(typeof(Quantity)).Select(key => key.Type.Kind != InputKind.Number ? key : key with
    {
        Attribute = new KeyAttribute(key.Name, key.Attribute.Doc)
        {
            Unit = Attribute.Unit,
            Min = Attribute.Min,
            Max = Attribute.Max,
            Required = key.Attribute.Required,
        },
    })];

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);
}
