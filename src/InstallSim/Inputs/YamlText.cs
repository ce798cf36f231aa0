using System.Buffers;
using System.Globalization;
using System.Text;

namespace InstallSim.Inputs;

/// <summary>Writes merged YAML: for people, with the place each value comes from, or canonically, for manifests and hashes.</summary>
public static class YamlText
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\n\r\t\\\"#:,[]{}&*!|>'%@`?");

    /// <summary>YAML with the file and line of each value behind it: <c>per-year: 6  # msp.yaml:12</c>.</summary>
    public static string Resolved(YamlMapping root) => Write(root, withPlaces: true, binder: null, pathsFrom: null);

    /// <summary>
    /// YAML without places and comments, keys sorted: equal texts for equal content, however it was spread over files and
    /// in whatever order and style it was written, numbers too where a binder has read them.
    /// </summary>
    /// <param name="root">The merged keys.</param>
    /// <param name="binder">A binder that has read them: it knows which values are paths, numbers, texts.</param>
    /// <param name="pathsFrom">Folder that paths are written relative to, so that they hold without the files they were said in.</param>
    public static string Canonical(YamlMapping root, Binder? binder = null, string? pathsFrom = null) =>
        Write(root, withPlaces: false, binder, pathsFrom ?? Environment.CurrentDirectory);

    /// <summary>
    /// The canonical values, each by its dotted key; an item of a list by its <c>name</c>, else its <c>type</c>, where that is its own,
    /// else by its position from 1; a list that has names has these as a value of its own, for their order.
    /// </summary>
    /// <param name="root">The merged keys.</param>
    /// <param name="binder">As of <see cref="Canonical"/>.</param>
    /// <param name="pathsFrom">As of <see cref="Canonical"/>.</param>
    public static IEnumerable<(string Key, string Value)> Leaves(YamlNode root, Binder binder, string pathsFrom)
    {
        var writer = new Writer(withPlaces: false, binder, pathsFrom);
        return Under(root, "");

        IEnumerable<(string, string)> Under(YamlNode node, string key)
        {
            node = node is YamlMapping mapping ? binder.Alone.GetValueOrDefault(mapping, node) : node;
            (string Name, YamlNode Node)[] inside = [.. Inside(node)];
            string[] names = node is YamlSequence list && list.Items.Any(item => NameOf(item) is not null)
                ? [string.Join(", ", inside.Select(part => part.Name))]
                : [];
            return inside.Length == 0
                ? [(key, writer.Text(node))]
                : names.Select(name => (key, name))
                    .Concat(inside.SelectMany(part => Under(part.Node, key.Length == 0 ? part.Name : $"{key}.{part.Name}")));
        }
    }

    /// <summary>Parts of a mapping or list, each with its name.</summary>
    private static IEnumerable<(string Name, YamlNode Node)> Inside(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(e => (e.Key, e.Value)),
        YamlSequence list => list.Items.Select((item, k) => (NameOf(item) is { } name && list.Items.Count(i => NameOf(i) == name) == 1
            ? name
            : FormattableString.Invariant($"{k + 1}"), item)),
        _ => [],
    };

    private static string? NameOf(YamlNode item) => item is YamlMapping mapping
        ? ((mapping.Find("name") ?? mapping.Find("type"))?.Value as YamlScalar)?.Text
        : null;

    private static string Write(YamlMapping root, bool withPlaces, Binder? binder, string? pathsFrom)
    {
        var writer = new Writer(withPlaces, binder, pathsFrom);
        writer.Mapping(root, indent: "");
        return writer.ToString();
    }

    private sealed class Writer(bool withPlaces, Binder? binder, string? pathsFrom)
    {
        private readonly StringBuilder _text = new();

        public override string ToString() => _text.ToString();

        /// <summary>Writes entries; the first goes on the line already begun when the mapping is an item of a list.</summary>
        public void Mapping(YamlMapping mapping, string indent, bool begun = false)
        {
            IEnumerable<YamlEntry> entries = withPlaces
                ? mapping.Entries
                : mapping.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal);
            foreach (YamlEntry entry in entries)
            {
                _text.Append(begun ? "" : indent).Append(Quoted(entry.Key, isText: true)).Append(':');
                begun = false;
                Value(entry.Value, indent);
            }
        }

        private void Value(YamlNode node, string indent)
        {
            switch (node)
            {
                case YamlMapping { Entries.Count: > 0 } mapping:
                    _text.Append('\n');
                    Mapping(mapping, indent + "  ");
                    break;
                case YamlSequence { Items.Count: > 0 } list:
                    _text.Append('\n');
                    Sequence(list, indent + "  ");
                    break;
                default:
                    _text.Append(' ');
                    Leaf(node);
                    break;
            }
        }

        private void Sequence(YamlSequence list, string indent)
        {
            foreach (YamlNode item in list.Items)
            {
                _text.Append(indent).Append('-');
                if (item is YamlMapping { Entries.Count: > 0 } mapping)
                {
                    _text.Append(' ');
                    Mapping(mapping, indent + "  ", begun: true);
                }
                else
                {
                    Value(item, indent);
                }
            }
        }

        /// <summary>A value that holds no others.</summary>
        public string Text(YamlNode node) => node switch
        {
            YamlMapping => "{}",
            YamlSequence => "[]",
            YamlScalar scalar when binder?.Paths.GetValueOrDefault(scalar) is { } path =>
                Quoted(Path.GetRelativePath(pathsFrom!, path).Replace('\\', '/'), isText: true),
            YamlScalar scalar => binder?.Values.GetValueOrDefault(scalar) switch
            {
                string text => Quoted(text, isText: true),
                double number => number.ToString("R", CultureInfo.InvariantCulture),
                int or uint or YearRange => string.Create(CultureInfo.InvariantCulture, $"{binder.Values[scalar]}"),
                _ => Quoted(scalar.Text, scalar.IsQuoted),
            },
            _ => "",
        };

        private void Leaf(YamlNode node)
        {
            _text.Append(Text(node));
            if (withPlaces)
            {
                _text.Append("  # ").Append(node.Place.File).Append(node.Place.Line > 0 ? $":{node.Place.Line}" : "");
            }

            _text.Append('\n');
        }

        /// <summary>The text as YAML reads it back: plain where that is safe, else in double quotes.</summary>
        private static string Quoted(string text, bool isText)
        {
            bool plain = text.Length > 0 && text.AsSpan().IndexOfAny(Unsafe) < 0 && text[0] is not ('-' or ' ' or '=' or '<' or '~')
                && text[^1] != ' '
                && !text.Any(char.IsControl);
            if (plain && isText)
            {
                plain = !InputScalars.TryNumber(text, out _, out _) && text is not ("true" or "false" or "null");
            }

            if (plain || (!isText && (text.Length == 0 || InputScalars.TryNumber(text, out _, out _))))
            {
                return text;
            }

            var quoted = new StringBuilder("\"");
            foreach (char c in text)
            {
                quoted.Append(c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' => $"\\u{(int)c:X4}",
                    _ => c.ToString(),
                });
            }

            return quoted.Append('"').ToString();
        }
    }
}
