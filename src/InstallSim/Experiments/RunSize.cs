using System.Globalization;
using InstallSim.Inputs;

namespace InstallSim.Experiments;

/// <summary>What finished results have more of than the run that would replace them.</summary>
internal static class RunSize
{
    /// <summary>What a run has more of, such as <c>100 replications, more than 3</c>; null where nothing.</summary>
    /// <param name="there">The run that is there.</param>
    /// <param name="here">The run at hand.</param>
    /// <param name="replications">Replications of both, where their identities do not say them.</param>
    public static Words? More(RunIdentity there, RunIdentity here, (int There, int Here)? replications = null)
    {
        string years = RunDifference.Key("", "years");
        return More(
        [
            Count(new Words("replications", "réplications"), replications ?? Numbers(there, here, RunDifference.Replications)),
            Count(new Words("points", "points"), Numbers(there, here, RunDifference.Points)),
            Count(new Words("scenarios", "scénarios"), (Scenarios(there), Scenarios(here))),
            Count(new Words("years", "années"), (Years(there), Years(here))),
        ]);

        (Words, double, double) Count(Words of, (int There, int Here) count) => (of, count.There, count.Here);

        int Years(RunIdentity run) =>
            run.Values[years].FirstOrDefault() is { } text && YearRange.TryRead(text, out YearRange range) is null ? range.Count : 0;
    }

    /// <summary>The same of counts, there and here.</summary>
    public static Words? More((Words Of, double There, double Here)[] counts)
    {
        Words[] more = [.. counts.Where(c => c.There > c.Here).Select(c => new Words(
            $"{c.There} {c.Of.English}, more than {c.Here}", $"{c.There} {c.Of.French}, plus que {c.Here}"))];
        return more.Length == 0 ? null
            : new Words(string.Join("; ", more.Select(w => w.English)), string.Join("\u00a0; ", more.Select(w => w.French)));
    }

    private static int Scenarios(RunIdentity run) => run.Values[RunDifference.Scenarios].FirstOrDefault()?.Split('\t').Length ?? 0;

    private static (int There, int Here) Numbers(RunIdentity there, RunIdentity here, string what)
    {
        return (Of(there), Of(here));

        int Of(RunIdentity run) =>
            int.TryParse(run.Values[what].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0;
    }
}
