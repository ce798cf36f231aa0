using InstallSim.Charts;

namespace InstallSim.Tests.Charts;

/// <summary>Widths and lines of words.</summary>
public sealed class LetteringTests
{
    [Test]
    public void Width_is_that_of_the_typeface()
    {
        const double Step = 1 / 64.0; // what fonts are measured in
        Assert.Multiple(() =>
        {
            Assert.That(Lettering.Width("", 12), Is.Zero);
            Assert.That(Lettering.Width("iiii", 12), Is.LessThan(Lettering.Width("mmmm", 12) / 2));
            Assert.That(Lettering.Width("Accès", 24), Is.EqualTo(2 * Lettering.Width("Accès", 12)).Within("Accès".Length * Step));
            Assert.That(Lettering.Width("sous-dense", 12, isBold: true), Is.GreaterThan(Lettering.Width("sous-dense", 12)));
            Assert.That(Lettering.WidthOfLines("i\nmm", 12), Is.EqualTo(Lettering.Width("mm", 12)));
        });
    }

    [Test]
    public void Width_is_the_same_on_every_thread()
    {
        double alone = Lettering.Width("Zones sous-denses", 11.5);
        var together = Enumerable.Range(0, 200).AsParallel().Select(_ => Lettering.Width("Zones sous-denses", 11.5));
        Assert.That(together.Distinct(), Is.EqualTo(new[] { alone }));
    }

    [Test]
    public void Lines_are_no_wider_than_the_limit_and_lose_no_word()
    {
        const string Text = "D’ici 2045, quatre mesures sur cinq conduisent à nettement plus de médecins en zones sous-denses";
        var lines = Lettering.Wrap(Text, 150, 13);
        Assert.That(lines.Select(l => Lettering.Width(l, 13)), Is.All.LessThanOrEqualTo(150));
        Assert.That(string.Join(' ', lines), Is.EqualTo(Text));
    }

    [TestCase("Blois", "Blois")]
    [TestCase("Montargoise et Rives du Loing", "Montargoise et\nRives du Loing")]
    [TestCase("Eurométropole-de-Strasbourg-et-environs", null)]
    [TestCase("A very long name that would need more than two lines to be read", null)]
    public void A_name_stands_whole_on_two_lines_at_most(string name, string? lines) =>
        Assert.That(Lettering.OnTwoLines(name, 120, 11.5), Is.EqualTo(lines));

    [Test]
    public void A_long_word_breaks_behind_its_hyphens() => Assert.Multiple(() =>
    {
        Assert.That(Lettering.Wrap("Tarbes-Lourdes-Pyrénées 2.46", 100, 11.5), Is.EqualTo(new[] { "Tarbes-Lourdes-", "Pyrénées 2.46" }));
        Assert.That(Lettering.Wrap("en zone sous-dense", 100, 11.5), Is.EqualTo(new[] { "en zone", "sous-dense" }), "not a short one");
    });

    [Test]
    public void Text_that_needs_more_lines_than_allowed_is_cut_with_an_ellipsis()
    {
        var lines = Lettering.Wrap(string.Concat(Enumerable.Repeat("mot ", 100)), 80, 12, lines: 2);
        Assert.That(lines, Has.Count.EqualTo(2));
        Assert.That(lines[1], Does.EndWith("…"));
        Assert.That(Lettering.Wrap(new string('x', 300), 80, 12).Single(), Does.EndWith("…"));
    }
}
