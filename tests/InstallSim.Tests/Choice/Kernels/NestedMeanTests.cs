using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

/// <summary>Bounds about the mean person where tastes, columns and ties are out of the ordinary.</summary>
public sealed class NestedMeanTests
{
    private const int Groups = 320;

    /// <summary>Above 0, but 0 in single precision, where 0·−∞ is no number and hides what it is compared with.</summary>
    [Test]
    public void A_coefficient_too_small_for_single_precision_hides_no_winner([Values] bool areAlike)
    {
        NestedBlocks blocks = Blocks(g => g % 3 == 1 ? double.NegativeInfinity : 1, g => 10 * Number(0, g));
        foreach (VectorForm form in VectorForms.All)
        {
            var maximiser = new NestedMaximiser(blocks) { Form = form };
            for (int n = 0; n < 1000; n++)
            {
                AssertBest(blocks, maximiser, Person(n, 1e-60, areAlike ? 1 : 0.5 + Number(1, n)), $"{form}, {n}");
            }
        }

        Assert.That(blocks.Alike.Means is null, Is.EqualTo(areAlike));
    }

    [Test]
    public void Of_equals_the_first_is_chosen_whatever_is_known_of_others()
    {
        const double large = 1L << 53; // ε is rounded to whole numbers: several are equal
        NestedBlocks blocks = Blocks(g => g % 5 == 0 ? 1 : Number(4, g), g => Number(0, g));
        foreach (VectorForm form in VectorForms.All)
        {
            var maximiser = new NestedMaximiser(blocks) { Form = form };
            for (int n = 0; n < 1000; n++)
            {
                AssertBest(blocks, maximiser, Person(n, large * (0.5 + Number(5, n)), 0.5 + Number(1, n)), $"{form}, {n}");
            }
        }
    }

    [Test]
    public void Who_is_far_from_the_mean_is_bounded_as_if_there_were_none()
    {
        NestedBlocks blocks = Blocks(g => Number(2, g), g => 10 * Number(0, g));
        NestedScreen screen = NestedScreen.In(VectorForms.Widest, blocks, null);
        int[] before = [.. Enumerable.Range(0, 20).Select(n => Live(blocks, screen, Person(n, 0.3, 0.5 + Number(1, n))))];
        for (int n = 20; n < 1000; n++)
        {
            blocks.Alike.Find(Person(n, new[] { 1e20, 1e10, 0.3 }[n % 3], 0.5 + Number(1, n))); // nobody is near to a mean of several
        }

        Assert.That(blocks.Alike.Means, Is.Not.Null);
        Assert.That(before, Has.Some.LessThan(blocks.Blocks / 2));
        Assert.That(Enumerable.Range(0, 20).Select(n => Live(blocks, screen, Person(n, 0.3, 0.5 + Number(1, n)))), Is.EqualTo(before));
    }

    [Test]
    public void Where_nobody_goes_is_excluded_about_the_mean_too()
    {
        NestedBlocks blocks = Blocks(g => g < 160 ? double.NegativeInfinity : 1, g => 10 * Number(0, g));
        for (int n = 0; n < SharedUtilities.Most; n++)
        {
            blocks.Alike.Find(Person(n, 0.5, 0.5 + Number(1, n)));
        }

        Assert.That(blocks.Alike.Means, Is.Not.Null);
        foreach (VectorForm form in VectorForms.All)
        {
            Assert.That(Live(blocks, NestedScreen.In(form, blocks, null), Person(1000, 0.5, 0.7), -1e6f), Is.EqualTo(10), $"{form}");
        }
    }

    [Test]
    public void The_mean_of_some_is_of_those_on_the_same_sides_once_eight_ask_for_it()
    {
        NestedBlocks blocks = Blocks(_ => 1, g => Number(0, g));
        ulong[][] persons = [.. Enumerable.Range(0, 90)
            .Select(n => (ulong[])[BitConverter.DoubleToUInt64Bits(n % 3), BitConverter.DoubleToUInt64Bits(0.3)])];
        var means = new MeanPersons(blocks, persons);
        Assert.That(Coefficients(means.Overall), Is.EqualTo(new[] { 1, 0.3 }));
        for (int asked = 1; asked < 8; asked++)
        {
            Assert.That(means.Near(Person(0, 0.2, 0.7), blocks.Version), Is.SameAs(means.Overall));
        }

        Assert.That(Coefficients(means.Near(Person(0, 0.2, 0.7), blocks.Version)), Is.EqualTo(new[] { 0.5, 0.3 }), "of 0 and 1");
        SharedUtility[] above = [.. Enumerable.Range(0, 8).Select(_ => means.Near(Person(0, 5, -1), blocks.Version))];
        Assert.That(Coefficients(above[7]), Is.EqualTo(new[] { 2, 0.3 }));
        Assert.That(means.Near(Person(0, 0.2, 0.7), blocks.Version + 1), Is.SameAs(means.Overall), "other columns");

        static double[] Coefficients(SharedUtility of) => [.. of.Coefficients.Select(BitConverter.UInt64BitsToDouble)];
    }

    [Test]
    public void Coefficients_that_are_no_numbers_or_times_columns_without_end_tell_nobody_apart()
    {
        NestedBlocks blocks = Blocks(g => g == 7 ? double.NegativeInfinity : 1, g => Number(0, g));
        double[][] odd = [[1, double.NaN], [2, 1], [1, double.PositiveInfinity], [3, 2]];
        var means = new MeanPersons(blocks, [.. odd.Select(p => (ulong[])[.. p.Select(BitConverter.DoubleToUInt64Bits)])]);
        for (int asked = 0; asked < 10; asked++)
        {
            Assert.That(means.Near(Person(0, 0, 0), blocks.Version).Coefficients, Is.EqualTo(means.Overall.Coefficients));
        }
    }

    private static NestedBlocks Blocks(Func<int, double> one, Func<int, double> other)
    {
        var blocks = new NestedBlocks(Groups, 1, 2, 0);
        blocks.SetGroupColumn(0, [.. Enumerable.Range(0, Groups).Select(one)]);
        blocks.SetGroupColumn(1, [.. Enumerable.Range(0, Groups).Select(other)]);
        return blocks;
    }

    private static NestedSituation Person(int n, double first, double second) => new()
    {
        Errors = new DrawKey(1, 0, 6, 0, (uint)n),
        GroupCoefficients = (double[])[first, second],
        NestScale = 1,
    };

    private static int Live(NestedBlocks blocks, NestedScreen screen, in NestedSituation person, float threshold = 12)
    {
        screen.Begin(person);
        return screen.FindLive(person, threshold, new int[blocks.Stride]);
    }

    private static void AssertBest(NestedBlocks blocks, NestedMaximiser maximiser, in NestedSituation person, string who)
    {
        (int best, double most) = (-1, double.NegativeInfinity);
        for (int g = 0; g < blocks.Groups; g++)
        {
            double utility = maximiser.SystematicUtility(person, g) + NestedErrors.Term(person.Errors, g, 0, blocks.Groups, 1, 1);
            (best, most) = utility > most ? (g, utility) : (best, most);
        }

        Assert.That((maximiser.Choose(person), maximiser.Best), Is.EqualTo((best, most)), who);
    }

    private static double Number(int row, int i) => new DrawKey(3, 0, (ushort)row, 0, 0).Uniform(i);
}
