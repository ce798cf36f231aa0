using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public sealed class RepeatedErrorsTests
{
    private static InputError[] Of(IEnumerable<Place> places)
    {
        var errors = new InputErrors();
        var repeats = new RepeatedErrors(errors);
        foreach (Place place in places)
        {
            repeats.Add("one", place, "wrong", "x");
        }

        repeats.Summarise();
        return [.. errors.All];
    }

    [Test]
    public void A_value_that_stands_for_many_rows_is_at_fault_once()
    {
        InputError[] errors = Of(Enumerable.Repeat(new Place("e.csv", 6, 5), 24));
        Assert.That(errors.Select(e => (e.ToString(), e.Count)), Is.EqualTo(new[] { ("e.csv(6,5): error: wrong", 1) }));
    }

    [Test]
    public void Each_line_is_named_once_and_each_value_counted_once()
    {
        InputError[] errors = Of(Enumerable.Range(0, 24).Select(n => new Place("e.csv", 6 + (n / 8), 5 + (n % 2))));
        Assert.That(errors.Select(e => (e.Message, e.Count)), Is.EqualTo(new[]
        {
            ("wrong; and so 5 more times in 3 rows, in other columns too (row:column): 7:5 ('x'), 8:5 ('x')", 6),
        }));
    }

    [Test]
    public void Errors_of_a_whole_file_are_all_counted() =>
        Assert.That(Of(Enumerable.Repeat(new Place("e.csv"), 5)).Single() is { Count: 5, Message: "wrong; and so 4 more times" });
}
