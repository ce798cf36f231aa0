using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace InstallSim.Inputs;

/// <summary>
/// Reads one YAML file into nodes that know their places. Only the plain part of YAML is taken: one document, mappings with
/// text keys, lists, scalars. Anchors, aliases and tags are refused: they hide where a value comes from and can blow up a small file.
/// </summary>
public static class YamlFile
{
    /// <summary>Largest file read, bytes.</summary>
    public const int MaxBytes = 5_000_000;

    /// <summary>Longest line read, characters.</summary>
    public const int MaxLine = 20_000;

    /// <summary>Deepest nesting read, levels.</summary>
    public const int MaxDepth = 32;

    /// <summary>The root mapping of a file, or null when it is refused; what is wrong goes to the errors.</summary>
    /// <param name="path">The file.</param>
    /// <param name="errors">Receives what is wrong.</param>
    /// <param name="saidAt">Where a user's file names it; null when the command line does.</param>
    public static YamlMapping? Read(string path, InputErrors errors, Place? saidAt = null)
    {
        string? text = InputText.Read(path, MaxBytes, errors, saidAt);
        if (text is null || !LinesAreFine(path, text, errors))
        {
            return null;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        YamlNode? root = Parse(text, folder, mark => new Place(path, (int)mark.Line, (int)mark.Column), errors);
        if (root is null or YamlMapping)
        {
            return (YamlMapping?)root;
        }

        errors.Add(root.Place, root is YamlScalar { IsEmpty: true }
            ? "the file is empty; keys with values are expected"
            : (InputMessage)$"a file of keys with values ('key: value', a space behind the colon) is expected, found {root.Found}");
        return null;
    }

    /// <summary>The value of an option such as <c>--set policies.grant.amount-keur=6</c>, read as YAML; null when it is refused.</summary>
    internal static YamlNode? ReadValue(string text, Place place, InputErrors errors) =>
        text.Length > MaxLine || text.AsSpan().IndexOfAny('\n', '\r') >= 0
            ? Refuse(place, "the value is too long or has several lines", errors)
            : Parse(text, Environment.CurrentDirectory, _ => place, errors);

    /// <summary>A scenario as results keep it, a YAML text of several lines; null when it is refused.</summary>
    internal static YamlMapping? ReadKept(string text, Place place, InputErrors errors) =>
        Parse(text, Environment.CurrentDirectory, _ => place, errors) as YamlMapping;

    private static YamlNode? Refuse(Place place, InputMessage message, InputErrors errors)
    {
        errors.Add(place, message);
        return null;
    }

    private static YamlNode? Parse(string text, string folder, Func<Mark, Place> placeOf, InputErrors errors)
    {
        var parser = new Parser(new StringReader(text));
        var reader = new Reader(parser, new YamlCommas(text), folder, placeOf, errors);
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return new YamlScalar("", placeOf(new Mark(0, 1, 1)), false, folder);
            }

            YamlNode root = reader.Node(depth: 0);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out DocumentStart? second))
            {
                return Refuse(placeOf(second.Start), "a second document begins here ('---'); one document a file is expected", errors);
            }

            return root;
        }
        catch (YamlException fault)
        {
            return reader.OpenBracket is { } bracket && YamlFaults.MayBeOpenBracket(fault.Message)
                ? Refuse(bracket, YamlFaults.OpenBracket, errors)
                : Refuse(placeOf(fault.Start), YamlFaults.Reword(fault.Message), errors);
        }
        catch (InvalidOperationException)
        {
            // The parser fails so, without a message, on a bracket that is still open.
            return Refuse(reader.OpenBracket ?? reader.Last, YamlFaults.OpenBracket, errors);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The parser fails so on the number of a character that is none.
            return Refuse(reader.Last, YamlFaults.Escape, errors);
        }
        catch (ArgumentException)
        {
            // The parser fails so on a tag that is no address.
            return Refuse(reader.Last, "a '!' begins a tag here that cannot be read; tags are not allowed", errors);
        }
        catch (InputException fault)
        {
            return Refuse(fault.Errors[0].Place, fault.Errors[0].Said, errors);
        }
    }

    /// <summary>Finds tabs in indentation and overlong lines, which the parser would report obscurely or choke on.</summary>
    private static bool LinesAreFine(string path, string text, InputErrors errors)
    {
        bool fine = true;
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            int indent = line.IndexOfAnyExcept(' ');
            if (indent >= 0 && line[indent] == '\t')
            {
                errors.Add(new Place(path, number, indent + 1), "a tab stands in the indentation; use spaces");
                fine = false;
            }

            if (line.Length > MaxLine)
            {
                errors.Add(new Place(path, number, MaxLine + 1),
                    $"the line is longer than {MaxLine} characters; that is no file of this kind");
                return false;
            }
        }

        return fine;
    }

    /// <summary>Turns parser events into nodes.</summary>
    private sealed class Reader(IParser parser, YamlCommas commas, string folder, Func<Mark, Place> placeOf, InputErrors errors)
    {
        private readonly Stack<Place> _brackets = new();

        /// <summary>Where the innermost '[' or '{' stands that has not been closed; null when there is none.</summary>
        public Place? OpenBracket => _brackets.TryPeek(out Place place) ? place : null;

        /// <summary>Where the last node begins that was reached.</summary>
        public Place Last { get; private set; } = placeOf(new Mark(0, 1, 1));

        public YamlNode Node(int depth)
        {
            if (parser.Current is AnchorAlias alias)
            {
                throw new InputException(placeOf(alias.Start),
                    $"aliases are not allowed: write the value out instead of '*{alias.Value}' (or use extends:)");
            }

            // Of some broken brackets the parser tells nothing but its silence.
            var next = parser.Current as NodeEvent ?? throw new InputException(Last, new Words(
                "no value can be read here: is a bracket or a key missing?",
                "aucune valeur ne peut être lue ici\u00a0: manque-t-il un crochet ou une clé\u00a0?"));
            Place place = Last = placeOf(next.Start);
            if (depth > MaxDepth)
            {
                throw new InputException(place, $"nested deeper than {MaxDepth} levels");
            }

            if (!next.Anchor.IsEmpty)
            {
                throw new InputException(place,
                    $"anchors are not allowed: remove '&{next.Anchor.Value}' (a file can share values by extends:)");
            }

            if (!next.Tag.IsEmpty && next.Tag.Value != "!")
            {
                throw new InputException(place, $"tags are not allowed: remove '{next.Tag.Value}'");
            }

            if (next is Scalar scalar)
            {
                return Scalar(scalar, place);
            }

            // The parser is one event ahead: brackets are noted before it goes in, and forgotten before it goes out.
            bool inBrackets = next is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };
            if (inBrackets)
            {
                _brackets.Push(place);
            }

            parser.MoveNext();
            YamlNode node = next is MappingStart ? Mapping(depth, place) : Sequence(depth, place);
            if (inBrackets)
            {
                _brackets.Pop();
            }

            parser.MoveNext();
            return node;
        }

        private YamlScalar Scalar(Scalar scalar, Place place)
        {
            parser.MoveNext();
            string text = InputText.Cleaned(scalar.Value);
            if (text.Length < scalar.Value.Length)
            {
                errors.Warn(new InputWarning(place, new Words(
                    "control characters were left out of the text", "des caractères de contrôle ont été retirés du texte")));
            }

            return new YamlScalar(text, place, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any), folder);
        }

        private YamlSequence Sequence(int depth, Place place)
        {
            var items = new List<YamlNode>();
            var events = new List<Scalar?>();
            while (parser.Current is not SequenceEnd)
            {
                events.Add(parser.Current as Scalar);
                items.Add(Node(depth + 1));
            }

            return new YamlSequence(items, place) { Decimals = commas.Decimals(events) };
        }

        private YamlMapping Mapping(int depth, Place place)
        {
            var entries = new List<YamlEntry>();
            var known = new Dictionary<string, Place>(StringComparer.Ordinal);
            while (parser.Current is not MappingEnd)
            {
                Mark start = parser.Current?.Start ?? default;
                YamlNode keyNode = Node(depth + 1);
                Mark next = parser.Current?.Start ?? default;
                YamlNode value = Node(depth + 1);
                if (keyNode is not YamlScalar { Text.Length: > 0 } written)
                {
                    errors.Add(keyNode.Place, $"a key is a text, found {keyNode.Found}");
                    continue;
                }

                if (commas.AreDecimals(entries.LastOrDefault()?.Value, written, value, start, next))
                {
                    entries[^1] = RefuseComma(entries[^1], (YamlScalar)entries[^1].Value, written.Text);
                    continue;
                }

                bool replaces = written.Text.Length > 1 && written.Text[^1] == '!';
                string key = replaces ? written.Text[..^1] : written.Text;
                if (known.TryAdd(key, keyNode.Place))
                {
                    entries.Add(new YamlEntry(key, keyNode.Place, value, replaces));
                }
                else
                {
                    errors.Add(keyNode.Place, $"key '{key}' is already given on line {known[key].Line}");
                }
            }

            return new YamlMapping(entries, place);
        }

        /// <summary>Refuses a number with a decimal comma between braces, and goes on as if it had a point.</summary>
        private YamlEntry RefuseComma(YamlEntry entry, YamlScalar whole, string decimals)
        {
            string found = $"{whole.Text},{decimals}";
            _ = InputScalars.TryNumber(found, out _, out InputMessage hint);
            errors.Add(whole.Place, $"'{found}' between braces is {whole.Text} and a key '{decimals}'{hint}");
            return entry with { Value = new YamlScalar($"{whole.Text}.{decimals}", whole.Place, false, whole.Folder) };
        }
    }
}
