using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public class InputErrorTests
{
    [TestCase(12, 5, "a.yaml(12,5): error: oops")]
    [TestCase(12, 0, "a.yaml(12,1): error: oops")]
    [TestCase(0, 0, "a.yaml: error: oops")]
    public void An_error_reads_as_editors_want_it(int line, int column, string expected) =>
        Assert.That(new InputError(new Place("a.yaml", line, column), "oops").ToString(), Is.EqualTo(expected));

    [Test]
    public void All_errors_are_thrown_together_each_once()
    {
        var errors = new InputErrors();
        Assert.That(errors.ThrowIfAny, Throws.Nothing);
        errors.Add(new Place("a.yaml", 1), "one");
        errors.Add(new Place("b.yaml", 2), "two");
        errors.Add(new Place("a.yaml", 1), "one");
        var thrown = Assert.Throws<InputException>(errors.ThrowIfAny);
        Assert.That(thrown!.Errors.Select(error => error.Message), Is.EqualTo((string[])["one", "two"]));
        Assert.That(thrown.Message, Is.EqualTo($"a.yaml(1,1): error: one{Environment.NewLine}b.yaml(2,1): error: two"));
    }
}
