using InstallSim.Inputs;

namespace InstallSim.Studies.Data;

/// <summary>Whether two studies are about the same choices of the same people, which tests of one model against another need.</summary>
internal static class SameChoices
{
    private const int Named = 3;

    /// <summary>What differs between two samples; null when they are the same.</summary>
    /// <remarks>
    /// A choice is who chose what among which alternatives, with which weight; rows of one file are compared as rows too. The order of the
    /// rows and the names of columns do not matter.
    /// </remarks>
    public static InputMessage? Difference(StudyChoices other, StudyChoices own)
    {
        if (other.Data.Situations != own.Data.Situations || other.Data.Persons != own.Data.Persons)
        {
            return $"it is about {other.Data.Situations} choices of {other.Data.Persons} people, this study about {own.Data.Situations} of "
                + $"{own.Data.Persons}";
        }

        string[] strangers = [.. other.Sample.Persons.Except(own.Sample.Persons).Take(Named)];
        if (strangers.Length > 0 && own.Sample.Persons.Count > 0)
        {
            return $"it is about other people, such as {string.Join(", ", strangers)}";
        }

        bool byRow = AreOfOneFile(other, own);
        if (Missing(own, other, byRow, null) is { } name)
        {
            return $"{name} is not in this study as it is there: another row, another answer, other alternatives or another weight";
        }

        return null;
    }

    /// <summary>
    /// The first difference, also of a variable that has one name in both and other values, but for its unit; null when there is none.
    /// </summary>
    /// <param name="other">The choices of the other study.</param>
    /// <param name="own">Those of this one.</param>
    /// <param name="rescaled">Receives variables that are another multiple there: name, and by what ours is to be multiplied.</param>
    public static InputMessage? DifferenceInValues(StudyChoices other, StudyChoices own, IDictionary<string, double> rescaled)
    {
        if (Difference(other, own) is { } difference)
        {
            return difference;
        }

        bool byRow = AreOfOneFile(other, own);
        foreach (string variable in other.Sample.Table.Names.Intersect(own.Sample.Table.Names))
        {
            if (Missing(own, other, byRow, variable) is { } differs)
            {
                double factor = Size(other, variable) / Size(own, variable);
                if (double.IsFinite(factor) && factor > 0 && Missing(own, other, byRow, variable, factor) is null)
                {
                    rescaled[variable] = factor;
                    continue;
                }

                return $"'{variable}' is not the same variable there: another column, recipe or unit makes it, as in {differs}";
            }
        }

        return null;
    }

    /// <summary>Sum of the values without their signs.</summary>
    private static double Size(StudyChoices choices, string variable) =>
        choices.Sample.Table.Columns[choices.Sample.Table.Names.ToList().IndexOf(variable)]
            .Where((_, r) => choices.Sample.Table.Available?[r] ?? true).Sum(Math.Abs);

    private static bool AreOfOneFile(StudyChoices other, StudyChoices own) =>
        Path.GetFullPath(other.Sample.Columns.Table.Path) == Path.GetFullPath(own.Sample.Columns.Table.Path);

    /// <summary>A choice of another study that this one has not, going by the values of a variable too; null when it has all.</summary>
    private static InputMessage? Missing(StudyChoices own, StudyChoices other, bool byRow, string? variable, double factor = 1)
    {
        var left = Choices(own, byRow, variable, factor).CountBy(choice => choice.Text).ToDictionary();
        foreach ((string text, InputMessage name) in Choices(other, byRow, variable))
        {
            if (left.GetValueOrDefault(text) == 0)
            {
                return name;
            }

            left[text]--;
        }

        return null;
    }

    /// <summary>Each choice as a text, and what the data call it.</summary>
    private static IEnumerable<(string Text, InputMessage Name)> Choices(
        StudyChoices choices, bool byRow, string? variable, double factor = 1)
    {
        ChoiceSample sample = choices.Sample;
        double[]? values = variable is null ? null : sample.Table.Columns[sample.Table.Names.ToList().IndexOf(variable)];
        foreach (var set in Enumerable.Range(0, sample.Used.Length).GroupBy(r => sample.Rows.Rows[sample.Used[r]].Situation))
        {
            int first = set.First();
            string person = sample.Persons.Count > 0 ? sample.Persons[sample.Table.Person![first]] : "";
            string weight = InputScalars.Plain(sample.Table.Weight?[first] ?? 1);
            IEnumerable<string> rows = set.Select(r => (Row: sample.Rows.Rows[sample.Used[r]], Value: Text(values?[r] * factor)))
                .Where(r => r.Row.Available).Select(r =>
                    $"{choices.Alternatives[r.Row.Alternative]} {r.Row.Chosen}{(byRow ? $" {r.Row.Source}" : "")} {r.Value}");
            yield return ($"{person}\n{weight}\n{string.Join('\n', rows.Order(StringComparer.Ordinal))}",
                $"choice situation {sample.Rows.Situations[set.Key]}");
        }
    }
    /// <summary>A value to ten digits: what two ways of computing one agree in; −0 is 0.</summary>
    private static string Text(double? value) => value is not { } number ? ""
        : number == 0 ? "0" : number.ToString("G10", System.Globalization.CultureInfo.InvariantCulture);
}
