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

        bool byRow = Path.GetFullPath(other.Sample.Columns.Table.Path) == Path.GetFullPath(own.Sample.Columns.Table.Path);
        var left = Choices(own, byRow).CountBy(choice => choice.Text).ToDictionary();
        foreach ((string text, InputMessage name) in Choices(other, byRow))
        {
            if (left.GetValueOrDefault(text) == 0)
            {
                return $"{name} is not in this study as it is there: another row, another answer, other alternatives or another weight";
            }

            left[text]--;
        }

        return null;
    }

    /// <summary>Each choice as a text, and what the data call it.</summary>
    private static IEnumerable<(string Text, InputMessage Name)> Choices(StudyChoices choices, bool byRow)
    {
        ChoiceSample sample = choices.Sample;
        foreach (var set in Enumerable.Range(0, sample.Used.Length).GroupBy(r => sample.Rows.Rows[sample.Used[r]].Situation))
        {
            int first = set.First();
            string person = sample.Persons.Count > 0 ? sample.Persons[sample.Table.Person![first]] : "";
            string weight = InputScalars.Plain(sample.Table.Weight?[first] ?? 1);
            IEnumerable<string> rows = set.Select(r => sample.Rows.Rows[sample.Used[r]]).Where(row => row.Available)
                .Select(row => $"{choices.Alternatives[row.Alternative]} {row.Chosen}{(byRow ? $" {row.Source}" : "")}");
            yield return ($"{person}\n{weight}\n{string.Join('\n', rows.Order(StringComparer.Ordinal))}",
                $"choice situation {sample.Rows.Situations[set.Key]}");
        }
    }
}
