using InstallSim.Choice.Data;
using InstallSim.Tests.Published;

namespace InstallSim.Tests.Choice.Data;

public sealed class ChoiceDataTests
{
    [Test]
    public void Rows_in_any_order_are_grouped_by_person_and_situation()
    {
        var table = new LongTable("x");
        table.Add(7, 1, 1, true, 71);
        table.Add(3, 2, 1, false, 31);
        table.Add(9, 1, 2, true, 92);
        table.Add(7, 1, 2, false, 72);
        table.Add(3, 2, 5, true, 35);
        table.Add(9, 1, 1, false, 91);
        var data = table.Data();
        Assert.That(data.Column("x").ToArray(), Is.EqualTo(new double[] { 71, 72, 92, 91, 31, 35 }));
        Assert.That(Enumerable.Range(0, 3).Select(data.Person), Is.EqualTo(new[] { 0, 0, 1 }));
        Assert.That(Enumerable.Range(0, 3).Select(data.Chosen), Is.EqualTo(new[] { 0, 0, 1 }));
        Assert.That(Enumerable.Range(0, 6).Select(data.Alternative), Is.EqualTo(new[] { 1, 2, 2, 1, 1, 5 }));
        Assert.That(data.SourceRow(3), Is.EqualTo(5));
        Assert.That((data.FirstSituation(1), data.FirstSituation(2)), Is.EqualTo((2, 3)));
    }

    [Test]
    public void Unavailable_alternatives_leave_the_set()
    {
        var table = new LongTable("x");
        table.Add(1, 1, 1, false, true, 1, [10]);
        table.Add(1, 1, 2, false, false, 1, [double.NaN]);
        table.Add(1, 1, 3, true, true, 1, [30]);
        var data = table.Data();
        Assert.That(data.Alternatives(0), Is.EqualTo(2));
        Assert.That(data.Chosen(0), Is.EqualTo(1));
    }

    [Test]
    public void All_faults_are_told_with_row_and_column()
    {
        var table = new LongTable("price");
        table.Add(1, 1, 1, false, 1);
        table.Add(1, 1, 2, false, 2);
        table.Add(2, 1, 1, true, 1);
        table.Add(2, 1, 2, true, double.NaN);
        table.Add(3, 1, 1, true, 4);
        table.Add(4, 1, 1, true, false, 1, [1]);
        table.Add(4, 2, 2, false, true, -1, [1]);
        table.Add(4, 1, 2, false, true, 1, [1]);
        var errors = Assert.Throws<ChoiceDataException>(() => table.Data())!.Errors;
        string[] told = [.. errors.Select(e => $"{e.Row}|{e.Column}|{e.Message}")];
        string[] expected =
        [
            "0||situation 1 has no chosen", "2||situation 2 has 2 chosen", "3|price|NaN is not", "4||situation 3 has 1 available",
            "5||situation 4: alternative 1 was chosen but is not available", "6|person|situation 4 belongs to persons 1 and 2",
            "6|weight|-1 is not", "6|weight|situation 4 has weights 1 and -1", "7||situation 4 has alternative 2 2 times",
        ];
        foreach (string start in expected)
        {
            Assert.That(told.Any(t => t.StartsWith(start, StringComparison.Ordinal)), Is.True, start + " in\n" + string.Join('\n', told));
        }

        Assert.That(told, Has.Length.EqualTo(expected.Length));
    }

    [Test]
    public void An_empty_table_is_refused() =>
        Assert.That(() => new LongTable("x").Data(), Throws.TypeOf<ChoiceDataException>().With.Message.Contains("no rows"));

    [Test]
    public void A_subset_keeps_the_persons_asked_for()
    {
        var table = new LongTable("x");
        for (int n = 0; n < 6; n++)
        {
            table.Add(n, n / 2, 1, n % 2 == 0, n);
            table.Add(n, n / 2, 2, n % 2 == 1, -n);
        }

        var part = table.Data().Subset([true, false, true]);
        Assert.That(part.Column("x").ToArray(), Is.EqualTo(new double[] { 0, 0, 1, -1, 4, -4, 5, -5 }));
        Assert.That((part.Persons, part.Situations, part.Person(3), part.Chosen(3)), Is.EqualTo((2, 4, 1, 1)));
    }
}
