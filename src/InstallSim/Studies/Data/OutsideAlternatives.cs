using InstallSim.Choice.Data;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Alternatives outside what a study describes, without a constant.</summary>
internal static class OutsideAlternatives
{
    /// <summary>
    /// An alternative outside what is described, without a constant: its utility is then 0 whatever people think of it, and other
    /// coefficients take the blame. The opt-out of a design, and any whose variables are 0 in all its rows where those of the others vary.
    /// A variable whose coefficient is held counts, unless at 0; where all are held there is nothing to take the blame.
    /// </summary>
    /// <param name="source">The study.</param>
    /// <param name="data">Its choice sets: of its data or of its design, whose answers nobody has given yet.</param>
    /// <param name="alternatives">Names of the alternatives; their codes are their places here.</param>
    public static IEnumerable<InputWarning> Of(StudySource source, ChoiceData data, IReadOnlyList<string> alternatives)
    {
        Study study = source.Study;
        string[] told = [.. Told(study, alternatives)];
        if (StudyFormulas.AreIn(study) || told.All(study.Estimation.Fixed.ContainsKey))
        {
            yield break;
        }

        string? optOut = study.Design is { OptOut: { } none } ? AlternativeSeen.NameOf(study, none) : null;
        double[][] columns = [.. told.Where(n => study.Estimation.Fixed.GetValueOrDefault(n, 1) != 0)
            .Select(n => data.Column(n).ToArray())];
        HashSet<int> empty = Empty(data, columns);
        foreach ((int code, string name) in alternatives.Index().Where(a => a.Item == optOut || empty.Contains(a.Index)))
        {
            if (IsSpanned(data, columns, code))
            {
                continue;
            }

            yield return name == optOut
                ? new InputWarning(source.Binder.PlaceOf(study.Design!, "opt-out"),
                    $"the opt-out '{name}' has no constant of its own: its utility is what its variables make it, mostly 0, and the other "
                        + $"coefficients are bent to fit how often it is chosen; '- {{ name: {name}, constant: true, alternatives: "
                        + $"[{name}] }}' under utility gives it one")
                : new InputWarning(source.Binder.PlaceOf(study, "utility"), new Words(
                    $"the alternative '{name}' has no variable that is ever anything but 0, and no constant of its own: its utility is 0 "
                        + "whatever people think of it, and the other coefficients are bent to fit how often it is chosen; "
                        + $"'- {{ name: {name}, constant: true, alternatives: [{name}] }}' under utility gives it one",
                    $"l’alternative «\u00a0{name}\u00a0» n’a aucune variable qui vaille jamais autre chose que 0, ni constante "
                        + "propre\u00a0: son utilité est 0 quoi qu’on en pense, et les autres coefficients se plient à la fréquence de "
                        + "son choix\u00a0; "
                        + $"«\u00a0- {{ name: {name}, constant: true, alternatives: [{name}] }}\u00a0» sous utility lui en donne une"));
        }
    }

    /// <summary>Alternatives whose variables are 0 in all rows; none where another alternative has the same values in all of its rows.
    /// </summary>
    private static HashSet<int> Empty(ChoiceData data, double[][] columns)
    {
        var empty = new HashSet<int>();
        foreach (var rows in Enumerable.Range(0, data.Rows).GroupBy(data.Alternative))
        {
            int first = rows.First();
            if (columns.Any(x => rows.Any(row => x[row] != x[first])))
            {
                continue;
            }

            if (columns.Any(x => x[first] != 0))
            {
                return [];
            }

            empty.Add(rows.Key);
        }

        return empty;
    }

    /// <summary>The variables whose coefficients have a mean, sought or held.</summary>
    private static IEnumerable<string> Told(Study study, IReadOnlyList<string> alternatives) =>
        StudyReader.Parameters(study, alternatives).Select(p => p.Name)
            .Where(n => !(study.Model.Random.GetValueOrDefault(n)?.ErrorComponent ?? false));

    /// <summary>
    /// Whether the variables, beside error components, make the mark of an alternative up within choice sets: the residual of its
    /// regression on them is nothing. Its constant is −1 where the worst is chosen.
    /// </summary>
    private static bool IsSpanned(ChoiceData data, double[][] variables, int code)
    {
        double[] mark = [.. Enumerable.Range(0, data.Rows).Select(r => data.Alternative(r) == code ? 1.0 : 0)];
        return variables.Any(x => x.Zip(mark).All(row => Math.Abs(row.First) == row.Second))
            || WithinSets.Residual(data, [.. variables, mark]) < 1e-9;
    }
}
