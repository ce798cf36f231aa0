using InstallSim.Inputs;

namespace InstallSim.Experiments;

/// <summary>How a run that is there differs from the one at hand, in words: what, its value there and its value here.</summary>
internal static class RunDifference
{
    /// <summary>Beginnings of what stands before the colon in lines of a <see cref="RunIdentity"/>.</summary>
    public const string Module = "module ", File = "file ";

    /// <summary>The names of the scenarios in their order, with tabs between them.</summary>
    public const string Scenarios = "scenarios";

    private const string Scenario = "scenario ";

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

    /// <summary>What is written before the colon for a key of a scenario; of all scenarios where no name is given.</summary>
    public static string Key(string scenario, string key) => $"{Scenario}{scenario}\t{key}";

    /// <summary>Says how two identities differ.</summary>
    /// <param name="there">Values by what they are of, of the run that is there.</param>
    /// <param name="here">Of the run at hand.</param>
    public static Words Of(ILookup<string, string> there, ILookup<string, string> here)
    {
        string[] what = [.. there.Select(g => g.Key).Union(here.Select(g => g.Key)).Where(key => !there[key].SequenceEqual(here[key]))];
        Words[] said = [.. Programs(what, there, here), .. OfScenarios(what, there, here), .. Files(what, there, here)];
        if (said.Length == 0)
        {
            return new Words("the order of the scenarios", "l’ordre des scénarios");
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
        foreach (string key in what.Where(w => w != Scenarios && !Is(w, Scenario) && !Is(w, File)))
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
                yield return Both(Called.GetValueOrDefault(key, new Words(key, key)), All(there[key]), All(here[key]));
            }
        }

        static string Short(IEnumerable<string> id) => All(id.Select(v => v[..Math.Min(8, v.Length)]));
    }

    /// <summary>Keys of scenarios; one that all scenarios have changed alike is said once.</summary>
    private static IEnumerable<Words> OfScenarios(string[] what, ILookup<string, string> there, ILookup<string, string> here)
    {
        string[] was = Names(there), now = Names(here), common = [.. was.Intersect(now)];
        foreach (string name in was.Union(now).Except(common))
        {
            yield return was.Contains(name)
                ? new Words($"scenario {name} (only there)", $"le scénario {name} (seulement là)")
                : new Words($"scenario {name} (only here)", $"le scénario {name} (seulement ici)");
        }

        string[] keys = [.. what.Where(w => Is(w, Scenario)).Select(w => w[(w.IndexOf('\t', StringComparison.Ordinal) + 1)..]).Distinct()];
        var changed = keys.SelectMany(key => common.Select(name => (Name: name, Key: key, Was: Value(there, name, key),
            Now: Value(here, name, key)))).Where(c => c.Was != c.Now);
        foreach (var group in changed.GroupBy(c => (c.Key, c.Was, c.Now)))
        {
            string[] names = [.. group.Select(c => c.Name)];
            string listed = string.Join(", ", names), key = group.Key.Key;
            Words called = names.Length == common.Length ? new(key, key) : new($"{key} of {listed}", $"{key} de {listed}");
            yield return Both(called, group.Key.Was, group.Key.Now);
        }

        static string[] Names(ILookup<string, string> values) => [.. values[Scenarios].SelectMany(names => names.Split('\t'))];
        static string Value(ILookup<string, string> values, string name, string key) =>
            All(values.Contains(Key(name, key)) ? values[Key(name, key)] : values[Key("", key)]);
    }

    private static IEnumerable<Words> Files(string[] what, ILookup<string, string> there, ILookup<string, string> here) =>
        what.Where(w => Is(w, File)).Select(w => (Key: w, Name: w[File.Length..])).Select(file =>
            !there.Contains(file.Key) ? new Words($"the file {file.Name} (only here)", $"le fichier {file.Name} (seulement ici)")
            : !here.Contains(file.Key) ? new Words($"the file {file.Name} (only there)", $"le fichier {file.Name} (seulement là)")
            : new Words($"the content of {file.Name}", $"le contenu de {file.Name}"));

    private static bool Is(string what, string kind) => what.StartsWith(kind, StringComparison.Ordinal);

    /// <summary>Two values that differ, each cut to where they begin to; none is <c>not said</c>.</summary>
    private static Words Both(Words what, string there, string here)
    {
        int same = there.AsSpan().CommonPrefixLength(here);
        (Words was, Words now) = (Cut(there, same), Cut(here, same));
        return new Words(
            $"{what.English} ({was.English} there, {now.English} here)", $"{what.French} ({was.French} là, {now.French} ici)");
    }

    private static string All(IEnumerable<string> values) => string.Join(", ", values);

    private static Words Cut(string value, int same)
    {
        const int longest = 60, before = 20;
        int from = Whole(Math.Max(0, same - before)), until = Whole(Math.Min(value.Length, from + longest));
        bool fits = value.Length <= longest;
        string cut = fits ? value : $"{(from > 0 ? "…" : "")}{value[from..until]}{(until < value.Length ? "…" : "")}";
        return cut.Length == 0 ? Unsaid : new Words(cut, cut);

        // One code unit before what would begin in the middle of a character of two.
        int Whole(int at) => at > 0 && at < value.Length && char.IsSurrogatePair(value[at - 1], value[at]) ? at - 1 : at;
    }
}
