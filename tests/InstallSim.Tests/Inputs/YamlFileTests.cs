using System.Text;
using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public class YamlFileTests
{
    [TestCase("name: x\nseed: 1\nname: y\n", "3,1: key 'name' is already given on line 1")]
    [TestCase("name: x\npolicies: []\npolicies!: []\n", "3,1: key 'policies' is already given on line 2")]
    [TestCase("name: x\n\tseed: 1\n", "2,1: a tab stands in the indentation; use spaces")]
    [TestCase("name: x\n \t\nseed: 1\n", "2,2: a tab stands in the indentation; use spaces")]
    [TestCase("---\nname: x\n---\nname: y\n", "3,1: a second document begins here ('---'); one document a file is expected")]
    [TestCase("- name: x\n", "1,1: a file of keys with values ('key: value', a space behind the colon) is expected, found a list")]
    [TestCase("name:x\n", "1,1: a file of keys with values ('key: value', a space behind the colon) is expected, found 'name:x'")]
    [TestCase("", "1,1: the file is empty; keys with values are expected")]
    [TestCase("# nothing\n\n", "1,1: the file is empty; keys with values are expected")]
    [TestCase("name: &n x\ntags: [*n]\n", "1,7: anchors are not allowed: remove '&n' (a file can share values by extends:)")]
    [TestCase("name: *n\n", "1,7: aliases are not allowed: write the value out instead of '*n' (or use extends:)")]
    [TestCase("name: !!str x\n", "1,7: tags are not allowed: remove 'tag:yaml.org,2002:str'")]
    [TestCase("name: !secret x\n", "1,7: tags are not allowed: remove '!secret'")]
    [TestCase("? [a, b]\n: 1\nname: x\n", "1,3: a key is a text, found a list")]
    [TestCase("tags: [a, b\nname: x\n", "1,7: a bracket opened here is not closed, or a ',' is missing inside")]
    [TestCase("access: { radius: 3\nname: x\n", "1,9: a bracket opened here is not closed, or a ',' is missing inside")]
    [TestCase("name: ]\n", "1,7: a value is missing before this, or a bracket is closed that was not opened")]
    [TestCase("name: \"x\nseed: 1\n", "1,7: a text in quotes begins here and is not closed")]
    [TestCase("name: 'x\n", "1,7: a text in quotes begins here and is not closed")]
    [TestCase("name: \"C:\\data\"\n", "1,7: a '\\' in double quotes is not known; use single quotes or '\\\\'")]
    [TestCase("name: \"\\uZZZZ\"\n", "1,7: a '\\' in double quotes is not known; use single quotes or '\\\\'")]
    [TestCase("name: \"\\ud800\"\n", "1,7: a '\\' in double quotes is not known; use single quotes or '\\\\'")]
    [TestCase("name: \"\\UFFFFFFFF\"\n", "1,1: a '\\' in double quotes is not known; use single quotes or '\\\\'")]
    [TestCase("name: @x\n", "1,7: a value cannot begin with this character; put it in quotes")]
    [TestCase("name: a: b\n",
        "1,8: a ':' stands where no key can be: the indentation is wrong, the line above lacks its ': ', or a text with ': ' needs quotes")]
    [TestCase("name: x\n  seed: 1\n",
        "2,7: a ':' stands where no key can be: the indentation is wrong, the line above lacks its ': ', or a text with ': ' needs quotes")]
    [TestCase("access:\n    radius: 3\n  decay: step\n", "3,3: the indentation is wrong: it fits no key above")]
    [TestCase("name: - x\n", "1,7: a list item '- ' begins a line of its own")]
    public void A_file_out_of_shape_is_refused_at_its_place(string yaml, string expected) =>
        Assert.That(Sample.Faults(yaml), Is.EqualTo((string[])[expected]));

    [Test]
    public void A_tag_that_is_no_address_is_refused_at_its_place() => Assert.That(Sample.Faults("name: !!bina[[ry x\n"),
        Has.Some.EqualTo("1,1: a '!' begins a tag here that cannot be read; tags are not allowed"));

    [Test]
    public void A_key_without_a_name_is_refused_at_its_place() => Assert.That(Sample.Faults("name:\n  - : xutility:\n"),
        Has.Some.EqualTo("2,6: a key is a text, found nothing"));

    [Test]
    public void All_that_is_wrong_is_said_at_once() =>
        Assert.That(Sample.Faults("called: x\nseed: -1\nquiet: maybe\nseed: 2\n"), Has.Length.EqualTo(5));

    [Test]
    public void A_file_that_is_no_text_is_named_as_what_it_is()
    {
        using var folder = new TemporaryFolder();
        (byte[] Bytes, string Expected)[] cases =
        [
            ([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("name: x\n")], "0,0: is UTF-16 text; save it as UTF-8"),
            ([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("name: x\n")],
                "0,0: is UTF-16 text; save it as UTF-8"),
            (Encoding.Unicode.GetBytes("name: x\n"), "0,0: is UTF-16 text; save it as UTF-8"),
            (Encoding.BigEndianUnicode.GetBytes("name: x\n"), "0,0: is UTF-16 text; save it as UTF-8"),
            ([.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes("name: x\n")], "0,0: is UTF-32 text; save it as UTF-8"),
            ([0x1F, 0x8B, 8, 0], "0,0: is compressed (gzip); decompress it first"),
            ([.. "name: "u8, 0, 1, 2], "0,0: is a binary file; text in UTF-8 is expected"),
            ([.. "# é\nname: Or"u8, 0xE9, .. "e\n"u8],
                "2,9: byte 0xE9 is not UTF-8; the file seems to be in an older encoding (Windows-1252?): save it as UTF-8"),
        ];
        foreach ((byte[] bytes, string expected) in cases)
        {
            var errors = new InputErrors();
            Assert.That(YamlFile.Read(folder.Write("a.yaml", bytes), errors), Is.Null);
            Assert.That(errors.All.Select(error => $"{error.Place.Line},{error.Place.Column}: {error.Message}"),
                Is.EqualTo((string[])[expected]));
        }
    }

    [Test]
    public void A_byte_order_mark_and_windows_line_ends_do_no_harm()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.yaml", "\uFEFFname: Orée\r\nseed: x\r\n");
        var errors = new InputErrors();
        Assert.That(Sample.Read(path, errors)!.Name, Is.EqualTo("Orée"));
        Assert.That(errors.All.Single().Place, Is.EqualTo(new Place(path, 2, 7)));
    }

    [Test]
    public void Fifty_megabytes_are_refused_unread()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.yaml", "name: ");
        using (StreamWriter writer = File.AppendText(path))
        {
            for (int i = 0; i < 500; i++)
            {
                writer.Write(new string('x', 100_000));
            }
        }

        var errors = new InputErrors();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(YamlFile.Read(path, errors), Is.Null);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000));
        Assert.That(errors.All.Single().ToString(),
            Is.EqualTo($"{path}: error: is larger than 5 MB (50.0 MB); that is no file of this kind"));
    }

    [Test]
    public void A_line_without_end_is_refused() =>
        Assert.That(Sample.Faults("seed: 1\nname: " + new string('x', YamlFile.MaxLine)),
            Is.EqualTo((string[])["2,20001: the line is longer than 20000 characters; that is no file of this kind"]));

    [TestCase("[", "]")]
    [TestCase("{a: ", "}")]
    public void Nesting_without_end_is_refused(string open, string close) =>
        Assert.That(Sample.Faults("a: " + string.Concat(Enumerable.Repeat(open, 3000)) + string.Concat(Enumerable.Repeat(close, 3000)))
            .Single(),
            Does.EndWith("nested deeper than 32 levels"));

    [Test]
    public void A_bomb_of_aliases_is_refused_before_it_grows()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++)
        {
            yaml.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Assert.That(Sample.Faults(yaml.ToString()),
            Is.EqualTo((string[])["1,5: anchors are not allowed: remove '&a0' (a file can share values by extends:)"]));
    }

    [Test]
    public void A_missing_file_is_named_with_its_neighbour()
    {
        using var folder = new TemporaryFolder();
        folder.Write("baseline.yaml", "name: x");
        var errors = new InputErrors();
        string path = Path.Combine(folder.Path, "basline.yaml");
        YamlFile.Read(path, errors);
        YamlFile.Read(folder.Path, errors);
        YamlFile.Read(Path.Combine(folder.Path, "nowhere", "a.yaml"), errors);
        Assert.That(errors.All.Select(error => error.ToString()), Is.EqualTo((string[])
        [
            $"{path}: error: file '{path}' does not exist; did you mean 'baseline.yaml'?",
            $"{folder.Path}: error: '{folder.Path}' is a folder; a file is expected",
            $"{folder.Path}/nowhere/a.yaml: error: file '{folder.Path}/nowhere/a.yaml' does not exist, nor does its folder",
        ]));
    }

    /// <summary>Changes one to three characters of a good file, 400 times a block; the block is the seed.</summary>
    [Test]
    public void No_damage_to_a_file_crashes_the_reader([Range(1, 5)] int block)
    {
        const string letters = "\t\n :-[]{}\"'&*!|>%@`?#,.0ax\\\0\u0001é";
        using var folder = new TemporaryFolder();
        uint state = (uint)block * 2654435761u;
        for (int i = 0; i < 400; i++)
        {
            char[] text = BinderTests.Good.ToCharArray();
            for (int change = 0; change <= i % 3; change++)
            {
                text[Next(text.Length)] = letters[Next(letters.Length)];
            }

            var errors = new InputErrors();
            Assert.That(() => Sample.Read(folder.Write("a.yaml", new string(text)), errors), Throws.Nothing, new string(text));
            Assert.That(errors.All.Select(error => error.Message),
                Has.None.Contains("Exception").And.None.Contains("InstallSim").And.None.Contains("System."));
        }

        int Next(int below)
        {
            state = (state * 1664525u) + 1013904223u;
            return (int)((state >> 8) % (uint)below);
        }
    }
}
