using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstallSim.Inputs;

/// <summary>
/// Writes a JSON schema (draft 2020-12) of a YAML file from the same attributes and catalogs that the binder goes by, for editors
/// to complete, explain and check keys.
/// </summary>
public static class JsonSchema
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema of a file.</summary>
    /// <typeparam name="T">The class that the file is bound to.</typeparam>
    /// <param name="title">What the file is.</param>
    /// <param name="catalogs">The catalogs that the binder is given.</param>
    /// <param name="inherits">Whether the file may have a parent: then <c>extends</c> and <c>key!</c> are known, and what is
    /// required may stand in the parent.</param>
    public static string Write<T>(string title, InputCatalogs? catalogs = null, bool inherits = false) where T : class
    {
        var writer = new Writer(catalogs ?? new InputCatalogs());
        JsonObject schema = writer.Object(typeof(T), defaults: null, mergeable: inherits);
        if (inherits)
        {
            schema["properties"]!.AsObject().Insert(0, "extends", new JsonObject
            {
                ["type"] = "string",
                ["description"] = "The YAML file whose keys hold where this one says nothing else.",
            });
            JsonArray required = Names(InputKey.Of(typeof(T)).Where(key => key.Attribute.Required));
            if (required.Count > 0)
            {
                schema["anyOf"] =
                    new JsonArray(new JsonObject { ["required"] = new JsonArray("extends") }, new JsonObject { ["required"] = required });
            }
        }

        if (writer.Definitions.Count > 0)
        {
            schema["$defs"] = writer.Definitions;
        }

        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema.ToJsonString(Format) + "\n";
    }

    private static JsonArray Names(IEnumerable<InputKey> keys) => [.. keys.Select(key => JsonValue.Create(key.Name))];

    private sealed class Writer(InputCatalogs catalogs)
    {
        /// <summary>Classes that hold themselves, by name: written once and referred to.</summary>
        public JsonObject Definitions { get; } = [];

        /// <summary>The schema of a class with keys.</summary>
        /// <param name="type">The class.</param>
        /// <param name="defaults">An object whose values are the defaults; null for a new one.</param>
        /// <param name="mergeable">Whether a parent may say the rest.</param>
        /// <param name="typeName">The <c>type:</c> that chooses the class; null when it is not chosen so.</param>
        public JsonObject Object(Type type, object? defaults, bool mergeable, string? typeName = null)
        {
            defaults ??= Activator.CreateInstance(type, nonPublic: true)!;
            var properties = new JsonObject();
            if (typeName is not null)
            {
                properties[Binder.TypeKey] = new JsonObject { ["const"] = typeName };
            }

            foreach (InputKey key in InputKey.Of(type).Where(key => typeName is null || key.Name != Binder.TypeKey))
            {
                properties[key.Name] = Property(key, key.Property.GetValue(defaults), mergeable);
                if (mergeable && key.Type.Kind is InputKind.List or InputKind.Map or InputKind.Object)
                {
                    properties[key.Name + "!"] = Property(key, null, mergeable: false);
                }
            }

            var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
            JsonArray required = mergeable
                ? []
                : Names(InputKey.Of(type).Where(key => key.Attribute.Required && key.Name != Binder.TypeKey));
            if (typeName is not null)
            {
                required.Insert(0, Binder.TypeKey);
            }

            if (required.Count > 0)
            {
                schema["required"] = required;
            }

            return schema;
        }

        private JsonObject Property(InputKey key, object? value, bool mergeable)
        {
            JsonObject schema = Value(key, key.Type, catalogs.NamesOf(key), value, mergeable);
            if (key.Type.CanBeNull)
            {
                schema = new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
            }

            JsonNode? initial = key.Attribute.Required ? null : Default(key.Type, value);
            KeyAttribute said = key.Attribute;
            schema.Insert(0, "description", said.Doc
                + (said.Unit.Length > 0 ? $" Unit: {said.Unit}." : "")
                + (initial is null ? "" : $" Default: {Said(initial)}.")
                + (said.Source.Length > 0 ? $" Source: {said.Source}." : ""));
            if (initial is not null)
            {
                schema["default"] = initial;
            }

            return schema;
        }

        private JsonObject Value(InputKey key, InputType type, IReadOnlyList<string> names, object? value, bool mergeable) =>
            type.Kind switch
            {
                InputKind.Text when names.Count > 0 => Enumeration(names),
                InputKind.Text =>
                    new JsonObject { ["type"] = key.Attribute.IsPath ? "string" : new JsonArray("string", "number", "boolean") },
                InputKind.Boolean => new JsonObject { ["type"] = "boolean" },
                InputKind.WholeNumber =>
                    Number("integer",
                        Math.Max(key.Attribute.Min, type.Type == typeof(uint) ? 0 : double.NegativeInfinity), key.Attribute.Max),
                InputKind.Number => Number("number", key.Attribute.Min, key.Attribute.Max),
                InputKind.Choice => Enumeration(names.Count > 0 ? names : type.Words),
                InputKind.Years =>
                    new JsonObject { ["type"] = "string", ["pattern"] = @"^\d{4}\.\.\d{4}$", ["examples"] = new JsonArray("2025..2045") },
                InputKind.List => List(key, type.Element!, names),
                InputKind.Map => Map(key, type.Element!, names, mergeable),
                _ when type.IsQuantity => Quantity(key, mergeable),
                _ => Class(type.Type, value, mergeable),
            };

        private JsonObject List(InputKey key, InputType element, IReadOnlyList<string> names)
        {
            var list = new JsonObject { ["type"] = "array", ["items"] = Value(key, element, names, null, mergeable: false) };
            if (!key.Attribute.MayRepeat && element.Kind is InputKind.Text or InputKind.Choice)
            {
                list["uniqueItems"] = true;
            }

            return list;
        }

        /// <summary>A number taken as certain, or one with a range; both in the bounds of the key that holds it.</summary>
        private JsonObject Quantity(InputKey key, bool mergeable)
        {
            var properties = new JsonObject();
            foreach (InputKey inner in key.QuantityKeys)
            {
                properties[inner.Name] = Property(inner, null, mergeable: false);
            }

            var ranged = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
            if (!mergeable)
            {
                ranged["required"] = Names(key.QuantityKeys.Where(inner => inner.Attribute.Required));
            }

            return new JsonObject { ["oneOf"] = new JsonArray(Number("number", key.Attribute.Min, key.Attribute.Max), ranged) };
        }

        private static string Said(JsonNode initial) => initial is JsonObject range
            ? $"{range["value"]!.ToJsonString()}, from {range["low"]!.ToJsonString()} to {range["high"]!.ToJsonString()}"
            : initial.ToJsonString(Format).Trim('"');

        private JsonObject Class(Type type, object? value, bool mergeable)
        {
            if (catalogs.TypesOf(type) is { } types)
            {
                return new JsonObject
                {
                    ["type"] = "object",
                    ["oneOf"] = new JsonArray([.. types.Select(named => Object(named.Value, null, mergeable: false, named.Key))]),
                };
            }

            if (Holds(type, type, []))
            {
                return Reference(type);
            }

            JsonObject whole = Object(type, value?.GetType() == type ? value : null, mergeable);
            InputKey[] alone = [.. new[] { InputKey.ShorthandOf(type), InputKey.ListShorthandOf(type) }.OfType<InputKey>()];
            IEnumerable<JsonNode> forms = alone.Select(key => Value(key, key.Type, catalogs.NamesOf(key), null, mergeable: false));
            return alone.Length == 0 ? whole : new JsonObject { ["anyOf"] = new JsonArray([.. forms, whole]) };
        }

        private JsonObject Reference(Type type)
        {
            string name = InputType.Kebab(type.Name);
            if (!Definitions.ContainsKey(name))
            {
                Definitions[name] = new JsonObject();
                Definitions[name] = Object(type, null, mergeable: false);
            }

            return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
        }

        /// <summary>Whether a class has a key, or a key of a key, of another.</summary>
        private static bool Holds(Type type, Type sought, HashSet<Type> seen) =>
            seen.Add(type) && InputKey.Of(type).Select(key => Innermost(key.Type))
                .Any(inner => inner.Kind == InputKind.Object && (inner.Type == sought || Holds(inner.Type, sought, seen)));

        private static InputType Innermost(InputType type) => type.Element is { } element ? Innermost(element) : type;

        private JsonObject Map(InputKey key, InputType element, IReadOnlyList<string> names, bool mergeable)
        {
            if (names.Count == 0)
            {
                return new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(key, element, [], null, mergeable) };
            }

            var properties = new JsonObject();
            foreach (string name in names)
            {
                properties[name] = Value(key, element, [], null, mergeable);
                if (mergeable && element.Kind is InputKind.Object)
                {
                    properties[name + "!"] = Value(key, element, [], null, mergeable: false);
                }
            }

            return new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        }

        /// <summary>Words; <c>true</c> and <c>false</c> among them as editors read them, which is not as words.</summary>
        private static JsonObject Enumeration(IReadOnlyList<string> names) => new()
        {
            ["enum"] = new JsonArray([.. names.Select(name =>
                bool.TryParse(name, out bool said) ? JsonValue.Create(said) : JsonValue.Create(name))]),
        };

        private static JsonObject Number(string type, double min, double max)
        {
            var schema = new JsonObject { ["type"] = type };
            if (double.IsFinite(min))
            {
                schema["minimum"] = min;
            }

            if (double.IsFinite(max))
            {
                schema["maximum"] = max;
            }

            return schema;
        }

        /// <summary>A default as JSON; null when there is none or it is a class.</summary>
        private static JsonNode? Default(InputType type, object? value) => (type.Kind, value) switch
        {
            (_, null) => null,
            (InputKind.Text, string { Length: > 0 } text) => JsonValue.Create(text),
            (InputKind.Boolean, bool truth) => JsonValue.Create(truth),
            (InputKind.WholeNumber, int whole) => JsonValue.Create(whole),
            (InputKind.WholeNumber, uint whole) => JsonValue.Create(whole),
            (InputKind.Number, double number) when double.IsFinite(number) => JsonValue.Create(number),
            (InputKind.Object, Quantity { IsDoubtful: true } q) =>
                new JsonObject { ["value"] = q.Value, ["low"] = q.Low, ["high"] = q.High },
            (InputKind.Object, Quantity q) when double.IsFinite(q.Value) => JsonValue.Create(q.Value),
            (InputKind.Choice, Enum member) => JsonValue.Create(InputType.Kebab(member.ToString())),
            (InputKind.Years, YearRange { From: > 0 } years) => JsonValue.Create(years.ToString()),
            (InputKind.List, ICollection { Count: > 0 } items)
                when type.Element!.Kind is not (InputKind.Object or InputKind.List or InputKind.Map) =>
                new JsonArray([.. items.Cast<object>().Select(item => Default(type.Element, item))]),
            _ => null,
        };
    }
}
