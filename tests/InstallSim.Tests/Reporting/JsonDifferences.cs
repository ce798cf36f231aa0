using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstallSim.Tests.Reporting;

/// <summary>
/// Compares JSON: texts exactly, numbers to a millionth, because mathematical functions differ in the last digits between machines.
/// </summary>
internal static class JsonDifferences
{
    /// <summary>Where the two differ, as path, expected and found; empty when they are the same.</summary>
    public static IEnumerable<string> Find(JsonNode? expected, JsonNode? found, string path = "$")
    {
        switch (expected, found)
        {
            case (JsonObject a, JsonObject b):
                return a.Select(p => p.Key).Union(b.Select(p => p.Key)).SelectMany(key => Find(a[key], b[key], $"{path}.{key}"));
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                return a.Zip(b).SelectMany((pair, i) => Find(pair.First, pair.Second, $"{path}[{i}]"));
            case (JsonValue a, JsonValue b) when a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number:
                double x = Number(a), y = Number(b);
                return Math.Abs(x - y) <= 1e-6 * Math.Max(1, Math.Abs(x)) ? [] : [$"{path}: {x} was expected, {y} found"];
            default:
                string left = expected?.ToJsonString() ?? "null", right = found?.ToJsonString() ?? "null";
                return left == right ? [] : [$"{path}: {Short(left)} was expected, {Short(right)} found"];
        }
    }

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length > 120 ? text[..120] + "…" : text;
}
