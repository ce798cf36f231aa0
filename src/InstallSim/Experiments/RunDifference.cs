using InstallSim.Inputs;

namespace InstallSim.Experiments;

/// <summary>How a run that is there differs from the one at hand, in words: what, its value there and its value here.</summary>
internal static class RunDifference
{
    /// <summary>Beginnings of what stands before the colon in lines of a <see cref="RunIdentity"/>.</summary>
    public const string Module = "module ", Scenario = "scenario ", File = "file ";

    /// <summary>What identities of shards and sweeps have beside; the values of points by their hash.</summary>
    public const string Replications = "replications", Sensitivity = "sensitivity", Points = "points", PointValues = "point values",
        Numbers = "numbers", Outcomes = "outcomes";

    /// <summary>Differences that are named; of more it is said how many.</summary>
    private const int Most = 4;

    private static readonly Words Unsaid = new("not said", "non dit");

    private static readonly Dictionary<string, Words> Called = new()
    {
        ["program"] = new("the program", "le programme"),
        [Replications] = new("replications", "réplications"),
        [Sensitivity] = new("--sensitivity", "--sensitivity"),
        [PointValues] = new("the values of the points", "les valeurs des points"),
        [Numbers] = new("numbers", "nombres"),
        [Outcomes] = new("outcomes", "résultats"),
    };

    /// <summary>Says how two identities differ.</summary>
    /// <param name="there">Values by what they are of, of the run that is there.</param>
    /// <param name="here">Of the run at hand.</param>
    public static Words Of(ILookup<string, string> there, ILookup<string, string> here)
    {
        string[] what = [.. there.Select(g => g.Key).Union(here.Select(g => g.Key)).Where(key => !there[key].SequenceEqual(here[key]))];
        Words[] said = [.. Programs(what, there, here), .. Scenarios(what, there, here), .. Files(what, there, here)];
        if (said.Length == 0)
        {
            return new Words("the order of scenarios or of the items of a list", "l’ordre des scénarios ou des éléments d’une liste");
        }

        int more = said.Length - Most;
        Words rest = more > 0 ? new Words($"; and {more} more", $"\u00a0; et {more} de plus") : new Words("", "");
        return new Words(
            string.Join("; ", said.Take(Most).Select(w => w.English)) + rest.English,
            string.Join("\u00a0; ", said.Take(Most).Select(w => w.French)) + rest.French);
    }

    /// <summary>The program, and what is asked of it; another build is told where the version does not.</summary>
    private static IEnumerable<Words> Programs(string[] what, ILookup<string, string> there, ILookup<string, string> here)
    {
        bool isOther = what.Contains("program");
        foreach (string key in what.Where(w => !Is(w, Scenario) && !Is(w, File)))
        {
            if (Is(key, Module))
            {
                string name = key[Module.Length..];
                if (!isOther)
                {
                    yield return Both(new Words($"the build of {name}", $"la compilation de {name}"), Short(there[key]), Short(here[key]));
                }
            }
            else if (key == PointValues)
            {
                yield return Called[key];
            }
            else
            {
                yield return Both(Called.GetValueOrDefault(key, new Words(key, key)), Said(there[key]), Said(here[key]));
            }
        }

        static Words? Short(IEnumerable<string> id) => Said(id.Select(v => v[..Math.Min(8, v.Length)]));
    }

    /// <summary>Keys of scenarios; one that all scenarios have changed alike is said once.</summary>
    private static IEnumerable<Words> Scenarios(string[] what, ILookup<string, string> there, ILookup<string, string> here)
    {
        string[] was = Names(there), now = Names(here);
        foreach (string name in was.Union(now).Where(name => !was.Contains(name) || !now.Contains(name)))
        {
            yield return was.Contains(name)
                ? new Words($"scenario {name} (only there)", $"le scénario {name} (seulement là)")
                : new Words($"scenario {name} (only here)", $"le scénario {name} (seulement ici)");
        }

        string[] common = [.. was.Intersect(now)];
        var changed = what.Where(w => Is(w, Scenario)).Select(w => w[Scenario.Length..].Split('\t', 2))
            .Where(pair => common.Contains(pair[0]))
            .Select(pair => (Name: pair[0], Key: pair[1], Was: ValueOf(there, pair), Now: ValueOf(here, pair)));
        foreach (var group in changed.GroupBy(c => (c.Key, c.Was, c.Now)))
        {
            string[] names = [.. group.Select(c => c.Name)];
            string listed = string.Join(", ", names), key = group.Key.Key;
            Words called = names.Length == common.Length ? new(key, key) : new($"{key} of {listed}", $"{key} de {listed}");
            yield return Both(called, group.Key.Was, group.Key.Now);
        }

        static string[] Names(ILookup<string, string> values) => [.. values.Select(g => g.Key).Where(w => Is(w, Scenario))
            .Select(w => w[Scenario.Length..].Split('\t')[0]).Distinct()];
        static Words? ValueOf(ILookup<string, string> values, string[] pair) => Said(values[$"{Scenario}{pair[0]}\t{pair[1]}"]);
    }

    private static IEnumerable<Words> Files(string[] what, ILookup<string, string> there, ILookup<string, string> here) =>
        what.Where(w => Is(w, File)).Select(w => (Key: w, Name: w[File.Length..])).Select(file =>
            !there.Contains(file.Key) ? new Words($"the file {file.Name} (only here)", $"le fichier {file.Name} (seulement ici)")
            : !here.Contains(file.Key) ? new Words($"the file {file.Name} (only there)", $"le fichier {file.Name} (seulement là)")
            : new Words($"the content of {file.Name}", $"le contenu de {file.Name}"));

    private static bool Is(string what, string kind) => what.StartsWith(kind, StringComparison.Ordinal);

    private static Words Both(Words what, Words? there, Words? here) => new(
        $"{what.English} ({(there ?? Unsaid).English} there, {(here ?? Unsaid).English} here)",
        $"{what.French} ({(there ?? Unsaid).French} là, {(here ?? Unsaid).French} ici)");

    /// <summary>Values, cut where they are long; null where there are none.</summary>
    private static Words? Said(IEnumerable<string> values)
    {
        const int longest = 60;
        string all = string.Join(", ", values);
        string cut = all.Length > longest ? all[..longest] + "…" : all;
        return cut.Length == 0 ? null : new Words(cut, cut);
    }
}
