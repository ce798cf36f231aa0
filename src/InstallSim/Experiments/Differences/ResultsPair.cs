using InstallSim.Inputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Differences;

/// <summary>Finished results of one of two folders.</summary>
/// <param name="Folder">The folder, as it was named.</param>
/// <param name="Results">What it holds.</param>
public sealed record Side(string Folder, RunResults Results)
{
    /// <summary>What was run.</summary>
    public Manifest Manifest => Results.Manifest;
}

/// <summary>Two finished results folders that can be set side by side.</summary>
/// <param name="A">The first.</param>
/// <param name="B">The second; differences are B − A.</param>
/// <param name="Scenarios">Scenarios of A and B that belong together: of one name, or the only ones.</param>
/// <param name="Unpaired">Why replications cannot be paired; null where they are.</param>
/// <param name="Warnings">What is allowed but may not be meant.</param>
public sealed record ResultsPair(
    Side A, Side B, IReadOnlyList<(string A, string B)> Scenarios, Words? Unpaired, IReadOnlyList<Words> Warnings)
{
    /// <summary>In what the scenarios differ; null where a folder does not hold its scenarios.</summary>
    public IReadOnlyList<ScenarioDifference>? Settings { get; init; }

    /// <summary>Whether replication r of one is compared with replication r of the other.</summary>
    public bool IsPaired => Unpaired is null;

    /// <summary>What is to be told: why replications are not paired, and what may not be meant.</summary>
    public IReadOnlyList<Words> Warned => Unpaired is null ? Warnings
        : [new Words(
            $"replications are not paired, and intervals are wide: {Unpaired.English}",
            $"les réplications ne sont pas appariées, et les intervalles sont larges\u00a0: {Unpaired.French}"), .. Warnings];

    /// <summary>Whether intervals hold one more replication, for replications draw what is doubted in either.</summary>
    public bool HoldsDoubt => A.Manifest.HoldsDoubt || B.Manifest.HoldsDoubt;

    /// <summary>Whether a path is a results folder, to look at alone.</summary>
    public static bool IsResults(string path) => File.Exists(Path.Combine(path, ResultsFolder.ManifestFile));

    /// <summary>Reads two results folders.</summary>
    /// <exception cref="InputException">One is no whole results folder, or they cannot be compared; all reasons are said.</exception>
    public static ResultsPair Read(string a, string b)
    {
        Side left = new(a, ResultsFolder.Read(a)), right = new(b, ResultsFolder.Read(b));
        var errors = new InputErrors();
        Comparability.Check(left, right, errors);
        (string, string)[] scenarios = [.. Together(left.Manifest, right.Manifest)];
        if (scenarios.Length == 0)
        {
            errors.Add(new Place(b), new Words(
                $"has no scenario of {a}: {Names(right)}; there {Names(left)}",
                $"n’a aucun scénario de {a}\u00a0: {Names(right)}\u00a0; là {Names(left)}"));
        }

        errors.ThrowIfAny();
        var pair = new ResultsPair(left, right, scenarios, WhyUnpaired(left.Manifest, right.Manifest), [.. Warn(left, right)]);
        return pair with { Settings = ScenarioDifferences.Of(pair) };
    }

    private static IEnumerable<(string A, string B)> Together(Manifest a, Manifest b) => a.Scenarios.Count == 1 && b.Scenarios.Count == 1
        ? [(a.Scenarios[0].Name, b.Scenarios[0].Name)]
        : a.Scenarios.Select(s => s.Name).Intersect(b.Scenarios.Select(s => s.Name)).Select(name => (name, name));

    private static string Names(Side side) => string.Join(", ", side.Manifest.Scenarios.Select(s => s.Name));

    /// <summary>
    /// Replication r of both shares its random numbers where the seed is the same, and what it draws where the same numbers are drawn.
    /// </summary>
    private static Words? WhyUnpaired(Manifest a, Manifest b) => a.Seed != b.Seed
        ? new Words($"their seeds are {a.Seed} and {b.Seed}", $"leurs graines sont {a.Seed} et {b.Seed}")
        : a.Replications != b.Replications
        ? new Words($"they have {a.Replications} and {b.Replications} replications",
            $"ils ont {a.Replications} et {b.Replications} réplications")
        : !a.Drawn.ToHashSet().SetEquals(b.Drawn)
        ? new Words($"they draw other numbers: {Odd(a, b)}", $"ils tirent d’autres nombres\u00a0: {Odd(a, b)}")
        : null;

    private static string Odd(Manifest a, Manifest b) =>
        string.Join(", ", a.Drawn.Except(b.Drawn).Concat(b.Drawn.Except(a.Drawn)).Take(3));

    private static IEnumerable<Words> Warn(Side a, Side b)
    {
        if (a.Manifest.Program.ToString() != b.Manifest.Program.ToString())
        {
            yield return new Words(
                $"made by two programs, {a.Manifest.Program} and {b.Manifest.Program}: a part of the differences may be theirs",
                $"faits par deux programmes, {a.Manifest.Program} et {b.Manifest.Program}\u00a0: une part des écarts peut venir d’eux");
        }

        if (a.Manifest.Identity == b.Manifest.Identity)
        {
            yield return new Words("both are of the same run: program, inputs and scenarios are the same",
                "les deux sont du même calcul\u00a0: programme, données et scénarios sont les mêmes");
        }

        if (!a.Results.Places.SequenceEqual(b.Results.Places))
        {
            yield return new Words("the territories are the same, but not all that is said of them (inhabitants, names or places)",
                "les territoires sont les mêmes, mais pas tout ce qui en est dit (habitants, noms ou lieux)");
        }

        if ((a.Manifest.HoldsDoubt || b.Manifest.HoldsDoubt)
            && Math.Min(a.Manifest.Replications, b.Manifest.Replications) < DoubtIntervals.Enough)
        {
            yield return new Words(
                $"with fewer than {DoubtIntervals.Enough} replications intervals are rough and may hold values that cannot be",
                $"avec moins de {DoubtIntervals.Enough} réplications, les intervalles sont grossiers et peuvent contenir des valeurs "
                    + "impossibles");
        }
    }
}
