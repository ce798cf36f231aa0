namespace InstallSim.Inputs;

/// <summary>Puts the parser's complaints into words of the user.</summary>
internal static class YamlFaults
{
    /// <summary>A part of the parser's message, and what to say instead; the first that fits is said.</summary>
    private static readonly (string Part, string Said)[] Known =
    [
        ("',' or ']'", "a list opened by '[' is not closed: ',' or ']' is expected here"),
        ("',' or '}'", "a mapping opened by '{' is not closed: ',' or '}' is expected here"),
        ("'-' indicator", "the indentation does not fit the list above: '- item' is expected here"),
        ("block sequence", "the indentation does not fit, or a list item stands where a key is expected"),
        ("quoted scalar", "a text in quotes is not closed, or has a wrong '\\' (double it, or use single quotes)"),
        ("cannot start any token", "this character cannot start a value; put the value in quotes"),
        ("expected ':'", "a ':' is missing after the key, or the indentation is wrong"),
        ("implicit key", "a ':' is missing after the key, or the indentation is wrong"),
        ("mapping values", "a ': ' stands inside a value, or the indentation is wrong; put a text that contains ': ' in quotes"),
        ("expected key", "the indentation is wrong, or a 'key: value' is expected here"),
        ("block mapping", "the indentation is wrong, or a 'key: value' is expected here"),
        ("tag", "a value cannot begin with '!'; put it in quotes"),
        ("alias", "a value cannot begin with '*'; put it in quotes"),
        ("anchor", "a value cannot begin with '&'; put it in quotes"),
        ("directive", "a line cannot begin with '%'; put the value in quotes"),
        ("block scalar", "the block of text begun by '|' or '>' is indented wrongly"),
    ];

    /// <summary>What to say for a message of the parser.</summary>
    public static string Reword(string message)
    {
        foreach ((string part, string said) in Known)
        {
            if (message.Contains(part, StringComparison.OrdinalIgnoreCase))
                return said;
        }

        return "this is not valid YAML: check indentation, quotes and brackets here";
    }
}
