using InstallSim.Charts;
using InstallSim.Charts.Pictures;
using SkiaSharp;

namespace InstallSim.Tests.Charts;

/// <summary>Letters that the typeface of all pictures lacks.</summary>
public sealed class LetterRunsTests
{
    /// <summary>Stands for a typeface of the machine: it need only be another object.</summary>
    private static readonly SKTypeface Other = Typeface.SemiBold;

    [TestCase("Châteauroux Métropole, 12\u202f345 à 30\u00a0% → «\u00a0zone\u00a0»")]
    [TestCase("Žluťoučký kůň, Ελλάδα, Україна, −0.5 ≥ 2½")]
    [TestCase("")]
    [TestCase("a\u0001b")]
    public void Latin_words_never_ask_the_machine(string line) =>
        Assert.That(LetterRuns.Of(line, isBold: false, (_, _) => throw new AssertionException("asked")),
            Is.EqualTo(new[] { new LetterRun(line, null) }));

    [Test]
    public void A_letter_that_is_lacking_is_set_in_the_typeface_that_has_it() =>
        Assert.That(LetterRuns.Of("CC de 東京 (Loire)", isBold: false, (_, _) => Other),
            Is.EqualTo(new[] { new LetterRun("CC de ", null), new LetterRun("東京", Other), new LetterRun(" (Loire)", null) }));

    [Test]
    public void Words_of_one_script_stay_together_so_that_they_run_from_right_to_left() =>
        Assert.That(LetterRuns.Of("A بيت لحم B", isBold: false, (_, _) => Other),
            Is.EqualTo(new[] { new LetterRun("A ", null), new LetterRun("بيت لحم", Other), new LetterRun(" B", null) }));

    [Test]
    public void Marks_of_direction_are_not_drawn() =>
        Assert.That(LetterRuns.Of("\u2068بيت\u2069 B", isBold: false, (_, _) => Other),
            Is.EqualTo(new[] { new LetterRun("بيت", Other), new LetterRun(" B", null) }));

    [Test]
    public void A_sign_of_several_codes_is_not_parted() =>
        Assert.That(LetterRuns.Of("👩🏽‍⚕️", isBold: false, (_, _) => Other), Is.EqualTo(new[] { new LetterRun("👩🏽‍⚕️", Other) }));

    [Test]
    public void Where_no_typeface_has_the_letter_the_line_stays_whole() =>
        Assert.That(LetterRuns.Of("CC de 東京", isBold: true, (_, _) => null), Is.EqualTo(new[] { new LetterRun("CC de 東京", null) }));

    [Test]
    public void Typefaces_of_the_machine_have_what_they_are_asked_for()
    {
        foreach (int letter in new[] { 'ع', '東', 0x1F3E5, 'ქ', 'א' })
        {
            Assert.That(OtherTypefaces.With(letter, isBold: false)?.ContainsGlyph(letter), Is.Not.EqualTo(false), $"U+{letter:X}");
        }
    }

    [Test]
    public void A_line_is_as_wide_as_its_parts_and_is_drawn_as_one_word()
    {
        const string Name = "بيت لحم";
        double own = LetterRuns.Of(Name, isBold: false).Sum(run => run.Width(LetterRuns.Font(Typeface.Regular, 11.5f)));
        Assert.That(Lettering.Width(Name, 11.5), Is.EqualTo(own).And.GreaterThan(0));
        foreach (string format in Picture.Formats)
        {
            var panel = new Panel(Axis.Hidden(0, 1), Axis.Hidden(0, 1), 40, [Mark.One(new Label(0.5, 0.5, Name))]);
            var chart = new Chart("t", "s", "d", 340, [panel]);
            Assert.That(Picture.Draw(chart, Stream.Null, format).Words, Is.EqualTo(new[] { "t", "s", Name }));
        }
    }
}
