using System.Text;
using InstallSim.Outputs;

namespace InstallSim.Influence;

/// <summary>A sensitivity analysis as a terminal shows it: the indices of each number, the strongest first, outcome by outcome.</summary>
public static class SensitivityTable
{
    private const int MostRows = 30;

    /// <summary>The whole text, lines ended by a line feed.</summary>
    public static string Write(SensitivityResult result, ReportText language)
    {
        var context = new SensitivityFigureContext(result, language);
        var text = new StringBuilder();
        for (int y = 0; y < result.Plan.Outcomes.Count; y++)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(context.Called(result.Plan.Outcomes[y])).Append('\n');
            text.Append(context.Sample(y)).Append('\n');
            Columns(text, Lines(context, y, number => number));
            foreach (string note in Notes(context, y))
            {
                text.Append(note).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>What is to be known of the table of an outcome.</summary>
    internal static IEnumerable<string> Notes(SensitivityFigureContext context, int outcome)
    {
        SensitivityResult result = context.Result;
        IReadOnlyList<IndexRow> ranked = result.Ranked(outcome);
        if (!context.Differs(outcome))
        {
            yield return context.Say("It is the same at every point: nothing hangs on the numbers.",
                "Il est le même en chaque point\u00a0: rien ne dépend des nombres.");
        }
        else if (result.Of(outcome, "noise").FirstOrDefault() is { } noise)
        {
            string value = context.Brief(noise.Value);
            yield return context.Say($"A number without any effect stays under {value} in 95 of 100 cases.",
                $"Un nombre sans aucun effet reste sous {value} dans 95 cas sur 100.");
        }

        if (result.Of(outcome, "total").Any(r => r.Value > 1) || result.Of(outcome, "first").Any(r => r.Value < 0))
        {
            yield return context.Say(
                "Warning: a share of the variance lies between 0 and 1; those beyond are errors of estimation, and the others are no "
                    + "surer. More 'samples' mend that.",
                "Avertissement\u00a0: une part de la variance est comprise entre 0 et 1\u00a0; celles qui en sortent sont des erreurs "
                    + "d’estimation, et les autres ne sont pas plus sûres. Augmenter «\u00a0samples\u00a0» y remédie.");
        }

        if (context.IsMostlyChance(outcome))
        {
            yield return context.Say(
                "Warning: more than half of what differs between points is chance, and these indices tell of it as of the numbers. "
                    + "More 'replications' mend that.",
                "Avertissement\u00a0: plus de la moitié de ce qui diffère entre les points tient au hasard, et ces indices en parlent "
                    + "autant que des nombres. Augmenter «\u00a0replications\u00a0» y remédie.");
        }

        if (ranked.Count > MostRows)
        {
            int more = ranked.Count - MostRows;
            yield return context.Say($"… and {more} weaker ones in indices.csv", $"… et {more} plus faibles dans indices.csv");
        }
    }

    /// <summary>Names of the columns of indices, by method.</summary>
    private static string[] Shown(SensitivityMethod method) => method switch
    {
        SensitivityMethod.Morris => ["mu-star", "mu", "sigma"],
        SensitivityMethod.Sobol => ["total", "first"],
        _ => ["mean", "median", "maximum"],
    };

    /// <summary>The head and a line a number, the strongest first, then pairs that matter together.</summary>
    internal static IEnumerable<string[]> Lines(SensitivityFigureContext context, int outcome, Func<string, string> called)
    {
        SensitivityResult result = context.Result;
        string[] shown = Shown(result.Plan.Settings.Method);
        yield return [context.Say("number", "nombre"), .. shown.Select(index => Heading(context, index))];
        IndexRow[] ranked = [.. result.Ranked(outcome).Take(MostRows)],
            pairs = [.. result.Of(outcome, "second").Where(r => r.Low > 0).OrderByDescending(r => r.Value).Take(3)];
        IReadOnlyList<string>[] columns = [.. shown.Select((index, c) => context.Column([
            .. ranked.Select(row => result.Of(outcome, index).First(r => r.Number == row.Number)), .. c == 0 ? pairs : []]))];
        foreach ((int k, IndexRow row) in ranked.Index())
        {
            yield return [called(row.Number), .. columns.Select(column => column[k])];
        }

        foreach ((int k, IndexRow pair) in pairs.Index())
        {
            yield return [context.Say($"{called(pair.Number)} with {called(pair.With)}", $"{called(pair.Number)} avec {called(pair.With)}"),
                columns[0][ranked.Length + k], "",];
        }
    }

    /// <summary>The head of the column of an index.</summary>
    internal static string Heading(SensitivityFigureContext context, string index) => index switch
    {
        "mu-star" => "μ*",
        "mu" => "μ",
        "sigma" => "σ",
        "total" => context.Say("total", "total"),
        "first" => context.Say("alone", "seul"),
        "mean" => context.Say("mean distance", "distance moyenne"),
        "median" => context.Say("median", "médiane"),
        _ => context.Say("greatest", "plus grande"),
    };

    private static void Columns(StringBuilder text, IEnumerable<string[]> lines)
    {
        string[][] all = [.. lines];
        int[] width = [.. Enumerable.Range(0, all[0].Length).Select(c => all.Max(line => line[c].Length))];
        foreach (string[] line in all)
        {
            string said = string.Join("  ", line.Select((cell, c) => c == 0 ? cell.PadRight(width[c]) : cell.PadLeft(width[c])));
            text.Append(said.TrimEnd()).Append('\n');
        }
    }
}
