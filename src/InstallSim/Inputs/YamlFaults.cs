namespace InstallSim.Inputs;

/// <summary>Puts the parser's complaints into words of the user.</summary>
internal static class YamlFaults
{
    /// <summary>What to say of a backslash in double quotes with what it does not stand for.</summary>
    public const string Escape = "a '\\' in double quotes is not known; use single quotes or '\\\\'";

    /// <summary>A part of the parser's message, and what to say instead; the first that fits is said.</summary>
    private static readonly (string Part, InputMessage Said)[] Known =
    [
        ("'-' indicator", "a '- item' of the list above is expected here; or the indentation is wrong"),
        ("sequence entries", "a list item '- ' begins a line of its own"),
        ("mapping keys", "a value cannot begin with '? '; put it in quotes"),
        ("wrong indentation", "a text in quotes begins here and is not closed"),
        ("escape", Escape),
        ("hexadecimal", Escape),
        ("surrogate", Escape),
        ("quoted scalar", "a text in quotes begins here and is not closed"),
        ("block scalar", "behind '|' or '>' the line ends; the text follows on indented lines"),
        ("start any token", "a value cannot begin with this character; put it in quotes"),
        ("invalid mapping",
            "a ':' stands where no key can be: the indentation is wrong, the line above lacks its ': ', or a text with ': ' needs quotes"),
        ("expected key", "the indentation is wrong: it fits no key above"),
        ("node content", "a value is missing before this, or a bracket is closed that was not opened"),
        ("invalid tab", "a tab stands in the indentation; use spaces"),
        ("tab character", "a tab stands in the indentation; use spaces"),
        ("anchor or alias", "a value cannot begin with '*' or '&'; put it in quotes"),
        ("tag", "a value cannot begin with '!'; put it in quotes"),
        ("directive", "a line cannot begin with '%'; put the value in quotes"),
    ];

    /// <summary>What to say where a bracket opens that is not closed.</summary>
    public static readonly InputMessage OpenBracket = "a bracket opened here is not closed, or a ',' is missing inside";

    /// <summary>Whether a fault inside brackets comes from the brackets, rather than from a quote or a character.</summary>
    public static bool MayBeOpenBracket(string message) =>
        message.Contains("flow", StringComparison.OrdinalIgnoreCase) || message.Contains("node content", StringComparison.OrdinalIgnoreCase)
        || message.Contains("invalid mapping", StringComparison.OrdinalIgnoreCase)
        || message.Contains("sequence entries", StringComparison.OrdinalIgnoreCase);

    /// <summary>What to say for a message of the parser.</summary>
    public static InputMessage Reword(string message)
    {
        foreach ((string part, InputMessage said) in Known)
        {
            if (message.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return said;
            }
        }

        return "this is not valid YAML: check indentation, quotes and brackets here";
    }
}
