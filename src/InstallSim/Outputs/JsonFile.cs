using System.Text.Json;
using System.Text.Json.Serialization;
using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>What a folder of results says of itself: a record as JSON that people can read too.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes a file.</summary>
    public static void Write<T>(string path, T content) => File.WriteAllText(path, JsonSerializer.Serialize(content, Options));

    /// <summary>A record as its properties.</summary>
    public static System.Text.Json.Nodes.JsonObject Properties<T>(T content) =>
        JsonSerializer.SerializeToNode(content, Options)!.AsObject();

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="called">What it is, for the message.</param>
    /// <exception cref="InputException">It is no such record; the line is said.</exception>
    public static T Read<T>(string path, Words called)
    {
        try
        {
            string text = File.ReadAllText(path);
            return (string.IsNullOrWhiteSpace(text) ? default : JsonSerializer.Deserialize<T>(text, Options))
                ?? throw new JsonException("it is empty");
        }
        catch (JsonException fault)
        {
            throw new InputException(new Place(path, (int)(fault.LineNumber ?? 0) + 1), new Words(
                $"cannot be read as {called.English}: {Said(fault.Message)}", $"ne peut être lu comme {called.French}"));
        }
    }

    /// <summary>What the parser complains of, without where: the line is in the place.</summary>
    private static string Said(string message) => message.Split([" Path: ", " LineNumber: "], StringSplitOptions.None)[0];
}
