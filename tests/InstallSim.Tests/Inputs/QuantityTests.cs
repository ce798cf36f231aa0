using System.Text.Json.Nodes;
using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public sealed class QuantityTests
{
    /// <summary>Something with a number that may have a range.</summary>
    private sealed record Sized
    {
        [Key("size", "Size.", Unit = "km", Min = 0, Max = 100, Source = "ASSUMPTION")]
        public Quantity Size { get; init; } = new() { Value = 5, Low = 2, High = 9, Source = "default" };

        [Key("sure", "Sure.", Min = 0)]
        public Quantity Sure { get; init; } = 1;

        [Key("list", "A few.", Min = 0, Max = 10)]
        public IReadOnlyList<Quantity> List { get; init; } = [];
    }

    private static (Sized? Bound, InputErrors Errors, Binder Binder) Bind(string text)
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        string path = folder.Write("f.yaml", text);
        YamlMapping root = YamlInheritance.Read(path, errors)!.Root;
        var binder = new Binder(errors);
        return (binder.Bind<Sized>(root), errors, binder);
    }

    private static Quantity Size(string text)
    {
        (Sized? bound, InputErrors errors, _) = Bind(text);
        Assert.That(errors.All, Is.Empty);
        return bound!.Size;
    }

    [Test]
    public void A_bare_number_is_certain_whatever_the_default_says() =>
        Assert.That(Size("size: 7\n"), Is.EqualTo(new Quantity { Value = 7 }));

    [Test]
    public void A_mapping_takes_nothing_from_the_default() =>
        Assert.That(Size("size: { value: 7 }\n"), Is.EqualTo(new Quantity { Value = 7 }));

    [Test]
    public void A_range_comes_with_its_source() =>
        Assert.That(Size("size: { value: 7, low: 6, high: 7, source: me }\n"),
            Is.EqualTo(new Quantity { Value = 7, Low = 6, High = 7, Source = "me" }));

    [Test]
    public void What_is_not_written_has_the_default_with_its_range() =>
        Assert.That(Size("sure: 2\n").IsDoubtful, Is.True);

    [Test]
    public void A_range_is_inherited_by_extends_as_any_mapping_is()
    {
        using var folder = new TemporaryFolder();
        folder.Write("parent.yaml", "size: { value: 7, low: 6, high: 9 }\n");
        Sized Read(string text)
        {
            var errors = new InputErrors();
            Sized bound = new Binder(errors, inherits: true)
                .Bind<Sized>(YamlInheritance.Read(folder.Write("child.yaml", "extends: parent.yaml\n" + text), errors)!.Root)!;
            Assert.That(errors.All, Is.Empty);
            return bound;
        }

        Assert.That(Read("size: { value: 8 }\n").Size, Is.EqualTo(new Quantity { Value = 8, Low = 6, High = 9 }));
        Assert.That(Read("size: 8\n").Size, Is.EqualTo(new Quantity { Value = 8 }));
        Assert.That(Read("size!: { value: 8 }\n").Size, Is.EqualTo(new Quantity { Value = 8 }));
    }

    [Test]
    public void A_value_and_an_end_of_its_range_that_are_no_numbers_are_both_refused() =>
        Assert.That(Bind("size: { value: 1e309, low: 6, high: 4|9 }\n").Errors.All.Select(e => e.Place.Column),
            Is.EqualTo((int[])[16, 37]));

    [TestCase("size: 101", "f.yaml(1,7): error: 'size': 101 is out of range; expected a number from 0 to 100 (km)")]
    [TestCase("size: { value: 5, low: -1, high: 9 }",
        "f.yaml(1,24): error: 'low': -1 is out of range; expected a number from 0 to 100 (km)")]
    [TestCase("size: { value: 5, low: 1, high: 900 }",
        "f.yaml(1,33): error: 'high': 900 is out of range; expected a number from 0 to 100 (km)")]
    [TestCase("size: { value: 5, low: 6, high: 9 }", "f.yaml(1,16): error: 'size': 5 lies outside its own range, 6 to 9")]
    [TestCase("size: { value: 50, low: 6, high: 9 }", "f.yaml(1,16): error: 'size': 50 lies outside its own range, 6 to 9")]
    [TestCase("size: { value: 7, low: 9, high: 6 }", "f.yaml(1,24): error: 'size': 'low', 9, is above 'high', 6")]
    [TestCase("size: { value: 7, low: 5 }",
        "f.yaml(1,24): error: 'size': 'low' stands without 'high': a range has both ends, or the value is certain and has none")]
    [TestCase("size: { value: 7, high: 9 }",
        "f.yaml(1,25): error: 'size': 'high' stands without 'low': a range has both ends, or the value is certain and has none")]
    [TestCase("size: { low: 5, high: 9 }", "f.yaml(1,7): error: key 'value' is missing; a number from 0 to 100 (km) is required")]
    [TestCase("size: { value: 7, hihg: 9 }",
        "f.yaml(1,19): error: unknown key 'hihg'; did you mean 'high'?; allowed: value, low, high, source")]
    [TestCase("size: seven", "f.yaml(1,7): error: 'size': expected a number from 0 to 100 (km), found 'seven'")]
    [TestCase("size:", "f.yaml(1,6): error: 'size': the value is missing; expected a number from 0 to 100 (km), found nothing")]
    [TestCase("size: [1]", "f.yaml(1,7): error: 'size': expected a number from 0 to 100 (km), found a list")]
    [TestCase("list: [1, { value: 11 }]", "f.yaml(1,20): error: 'value': 11 is out of range; expected a number from 0 to 10")]
    public void What_cannot_be_is_refused_at_its_place(string text, string expected)
    {
        string found = Bind(text + "\n").Errors.All.Select(e => e.ToString()).Single();
        Assert.That(found[found.LastIndexOf("f.yaml", StringComparison.Ordinal)..], Is.EqualTo(expected));
    }

    [Test]
    public void A_bare_number_where_the_default_has_a_range_is_warned_about_and_no_other()
    {
        (_, _, Binder binder) = Bind("size: 7\nsure: 2\nlist: [1]\n");
        InputWarning warning = binder.TakenAsCertain.Single();
        Assert.That((warning.Place.Line, warning.Place.Column), Is.EqualTo((1, 7)));
        Assert.That(warning.ToString(), Does.Contain("warning: 'size': 7 is taken as certain, where the default has a range, 2 to 9"));
        Assert.That(Bind("size: { value: 7 }\n").Binder.TakenAsCertain, Is.Empty);
        InputWarning outside = Bind("size: 1\n").Binder.TakenAsCertain.Single();
        Assert.That(outside.Message, Does.Contain("a range, 2 to 9, and it lies outside; 'size: {"));
        Assert.That(outside.Said.French, Does.Contain("une plage, de 2 à 9, et qu’il est en dehors\u00a0; «\u00a0size: {"));
    }

    [Test]
    public void The_schema_shows_a_number_and_a_range_with_unit_and_bounds()
    {
        JsonNode size = JsonNode.Parse(JsonSchema.Write<Sized>("t"))!["properties"]!["size"]!;
        JsonArray forms = size["oneOf"]!.AsArray();
        Assert.That(forms[0]!.ToJsonString(), Is.EqualTo("""{"type":"number","minimum":0,"maximum":100}"""));
        Assert.That(forms[1]!["properties"]!["value"]!["maximum"]!.GetValue<double>(), Is.EqualTo(100));
        Assert.That(forms[1]!["properties"]!["low"]!["description"]!.GetValue<string>(), Does.Contain("Unit: km."));
        Assert.That(forms[1]!["required"]!.ToJsonString(), Is.EqualTo("""["value"]"""));
        Assert.That(size["description"]!.GetValue<string>(), Does.Contain("Unit: km. Default: 5, from 2 to 9. Source: ASSUMPTION."));
    }
}
