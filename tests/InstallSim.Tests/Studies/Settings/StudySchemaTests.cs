using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Settings;

public sealed class StudySchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(JsonSchema.Write<Study>("InstallSim study", inherits: true))!.AsObject();

    private static IEnumerable<string> Shipped =>
        Directory.EnumerateFiles(Repository.PathOf("scenarios", "studies"), "*.yaml").Select(Path.GetFileName)!;

    [TestCaseSource(nameof(Shipped))]
    public void Shipped_studies_are_valid(string file) =>
        Assert.That(Faults(File.ReadAllText(Repository.PathOf("scenarios", "studies", file))), Is.Empty);

    [TestCase("model: { nests: [{ name: a, nests: [{ name: b, nests: [{ name: c, alternatives: [x, y] }] }] }] }", "")]
    [TestCase("model: { nests: [{ name: a, nests: [{ name: b, nest: [] }] }] }", "model/nests/0/nests/0/nest is unknown")]
    [TestCase("model: { random: { price: lognormal } }", "")]
    [TestCase("model: { random: { price: { distribution: lognormal, sign: negative } } }", "")]
    [TestCase("model: { random: { price: log-normal } }", "model/random/price fits none")]
    [TestCase("elasticities: [price, { variable: time, change: 0.1 }]", "")]
    [TestCase("cross-validation: 1", "cross-validation fits none")]
    [TestCase("draws: { number: 0 }", "draws/number is below 1")]
    [TestCase("draws: { number: many }", "draws/number is no integer")]
    [TestCase("elasticity: [price]", "elasticity is unknown")]
    public void Keys_and_values_are_checked_as_the_reader_checks_them(string line, string fault)
    {
        string[] faults = Faults("name: x\ntitle: X\ndata: { file: x.csv, layout: long }\nutility: [{ name: price }]\n" + line + "\n");
        Assert.That(faults, fault.Length == 0 ? Is.Empty : Is.EqualTo(new[] { fault }));
    }

    [Test]
    public void Every_key_is_explained() =>
        Assert.That(Keys(Schema).Where(k => string.IsNullOrWhiteSpace((string?)k.Value!["description"])).Select(k => k.Key), Is.Empty);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Keys(JsonNode? node) => node switch
    {
        JsonObject some => (some["properties"] is JsonObject keys ? keys : []).Concat(some.SelectMany(pair => Keys(pair.Value))),
        JsonArray list => list.SelectMany(Keys),
        _ => [],
    };

    private static string[] Faults(string yaml)
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        YamlMapping root = YamlFile.Read(folder.Write("study.yaml", yaml), errors)!;
        errors.ThrowIfAny();
        return [.. Faults(Schema, Plain(root), "")];
    }

    private static JsonNode? Plain(YamlNode node) => node switch
    {
        YamlMapping map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key + (e.Replaces ? "!" : ""), Plain(e.Value)))),
        YamlSequence list => new JsonArray([.. list.Items.Select(Plain)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar { IsQuoted: false, Text: "true" or "false" } truth => JsonValue.Create(truth.Text == "true"),
        YamlScalar { IsQuoted: false } number
            when double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) =>
            JsonValue.Create(value),
        YamlScalar text => JsonValue.Create(text.Text),
        _ => throw new NotSupportedException(),
    };

    /// <summary>What a value does not fulfil of the words that our schemas use.</summary>
    private static IEnumerable<string> Faults(JsonObject schema, JsonNode? value, string path)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return Faults(Schema["$defs"]![reference["#/$defs/".Length..]]!.AsObject(), value, path);
        }

        string[] faults = [.. Own(schema, value, path)];
        return schema["anyOf"] is JsonArray any && !any.Any(s => !Faults(s!.AsObject(), value, path).Any())
            ? [.. faults, $"{path} fits none"]
            : faults;
    }

    private static IEnumerable<string> Own(JsonObject schema, JsonNode? value, string path)
    {
        if (schema["type"] is { } type && !(type is JsonArray types ? types.Select(t => (string)t!) : [(string)type!]).Any(t =>
            IsOf(t, value)))
        {
            return [$"{path} is no {(type is JsonArray ? "scalar" : (string?)type)}"];
        }

        if (schema["enum"] is JsonArray words && !words.Any(w => JsonNode.DeepEquals(w, value)))
        {
            return [$"{path} is no word of the list"];
        }

        return value switch
        {
            JsonObject map => OfObject(schema, map, path),
            JsonArray list when schema["items"] is JsonObject items => list.SelectMany((item, i) => Faults(items, item, $"{path}/{i}")),
            JsonValue when schema["minimum"] is { } least && (double)value < (double)least => [$"{path} is below {(double)least}"],
            JsonValue when schema["maximum"] is { } most && (double)value > (double)most => [$"{path} is above {(double)most}"],
            JsonValue when (string?)schema["pattern"] is { } pattern && !Regex.IsMatch((string)value!, pattern) =>
                [$"{path} has another form"],
            _ => [],
        };
    }

    private static IEnumerable<string> OfObject(JsonObject schema, JsonObject map, string path)
    {
        JsonObject known = schema["properties"]?.AsObject() ?? [];
        foreach ((string key, JsonNode? value) in map)
        {
            string at = path.Length == 0 ? key : $"{path}/{key}";
            JsonNode? own = known[key] ?? schema["additionalProperties"];
            if (own is JsonObject schemaOfKey)
            {
                foreach (string fault in Faults(schemaOfKey, value, at))
                {
                    yield return fault;
                }
            }
            else if (own is not null && !(bool)own)
            {
                yield return $"{at} is unknown";
            }
        }

        foreach (JsonNode? key in schema["required"]?.AsArray() ?? [])
        {
            if (!map.ContainsKey((string)key!))
            {
                yield return $"{path} lacks {key}";
            }
        }
    }

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("null", null) => true,
        ("object", System.Text.Json.JsonValueKind.Object) or ("array", System.Text.Json.JsonValueKind.Array)
            or ("string", System.Text.Json.JsonValueKind.String) => true,
        ("boolean", System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False)
            or ("number", System.Text.Json.JsonValueKind.Number) => true,
        ("integer", System.Text.Json.JsonValueKind.Number) => (double)value! == Math.Floor((double)value!),
        _ => false,
    };
}
