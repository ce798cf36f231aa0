using System.Text.Json.Serialization;
using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Something public that changes a run, from one year until another, in the territories that its <c>where</c> names. One file a
/// policy: its properties are its YAML, and <see cref="Act"/> says as data what it does in a year. It holds no state of a run and pays
/// nothing: the simulator asks the ledger for the price of each act and then gives it its effect.
/// </summary>
public abstract record Policy
{
    [Key("type", "Which policy.", Required = true)]
    [French("Quelle mesure.")]
    public string Type { get; init; } = "";

    [Key("name", "What the report calls it; the type when not given. Names its random numbers: two policies of one name share them.")]
    [French(
        "Son nom dans le rapport\u00a0; le type si rien n’est dit. Il nomme ses nombres aléatoires\u00a0: deux " +
        "mesures de même nom les partagent.")]
    public string? Name { get; init; }

    [Key("title", "What people read in its place in reports, behind what its type is called; no number hangs on it.")]
    [French("Ce qu’on lit à sa place dans les rapports, après le nom du type\u00a0; aucun nombre n’en dépend.")]
    [JsonIgnore]
    public string? Title { get; init; }

    [Key("title-fr", "The title in French; the title when not given.")]
    [French("Le titre en français\u00a0; le titre si rien n’est dit.")]
    [JsonIgnore]
    public string? TitleFr { get; init; }

    [Key("from", "First year; required, unless it is that of its package.", Min = 1900, Max = 2200)]
    [French("Première année\u00a0; obligatoire, sauf si c’est celle de son programme.")]
    public int From { get; init; }

    [Key("until", "Last year; without end when not given.", Min = 1900, Max = 2200)]
    [French("Dernière année\u00a0; sans fin si rien n’est dit.")]
    public int? Until { get; init; }

    [Key("where", "Which territories it concerns; all when not given.")]
    [French("Territoires concernés\u00a0; tous si rien n’est dit.")]
    public TerritoryFilter Where { get; init; } = new();

    [Key("budget", "Name of the scenario's budget that pays for it; without limit when not given.")]
    [French("Nom du budget du scénario qui la paie\u00a0; sans limite si rien n’est dit.")]
    public string? Budget { get; init; }

    [Key("package", "Name of the scenario's package that it is a part of; none when not given.")]
    [French("Nom du programme du scénario dont elle fait partie\u00a0; aucun si rien n’est dit.")]
    public string? Package { get; init; }

    [Key("payers", "Who pays what share of its cost, such as { state: 0.6, region: 0.4 }; all of it is public money when not given.",
        Min = 0, Max = 1)]
    [French("Qui paie quelle part de son coût, par nom de payeur\u00a0; tout est argent public si rien n’est dit.")]
    public IReadOnlyDictionary<string, double> Payers { get; init; } = new Dictionary<string, double>();

    /// <summary>Name, or type when it has none.</summary>
    public string Label => Name ?? Type;

    /// <summary>What people read for its name: its title, else the name; null where it has neither.</summary>
    [JsonIgnore]
    public Words? Shown => (Title ?? TitleFr ?? Name) is { } own ? new Words(own, TitleFr ?? own) : null;

    /// <summary>Whether it is in force in a year.</summary>
    public bool IsActive(int year) => year >= From && year <= (Until ?? int.MaxValue);

    /// <summary>Whether <see cref="Act"/> is called in a year: while in force, unless its effects come later or go on.</summary>
    public virtual bool ActsIn(int year) => IsActive(year);

    /// <summary>Whether it changes anything after the first of some years, which is the start.</summary>
    public virtual bool ActsIn(YearRange years) => Enumerable.Range(years.From + 1, years.Count - 1).Any(ActsIn);

    /// <summary>Travel times that it needs, minutes.</summary>
    public virtual double ReachMinutes => 0;

    /// <summary>Whether it costs anything that a budget could pay.</summary>
    public virtual bool IsPaid => true;

    /// <summary>Years in which it closes what it opened, the first of them; null when it closes nothing.</summary>
    public virtual int? ClosesIn => null;

    /// <summary>Change of income of who practises in its territories at the worst end of its range, a share of it; 0 for none.</summary>
    public virtual double IncomeChange => 0;

    /// <summary>Who pays what share of one kind of its cost, by name; nobody named: public money.</summary>
    public virtual IReadOnlyDictionary<string, double> PayersOf(ActKind kind) => Payers.Count > 0 ? Payers : Payer.Public;

    /// <summary>Years for which it binds physicians to its territories; 0 when it binds nobody.</summary>
    public virtual int BindsForYears => 0;

    /// <summary>Whether it works within départements, so that each territory must say its own.</summary>
    public virtual bool NeedsDepartements => false;

    /// <summary>Whether it keeps physicians out of its territories.</summary>
    public virtual bool LimitsEntries => false;

    /// <summary>What cannot be: a key of this policy and what is wrong with its value.</summary>
    public virtual IEnumerable<(string Key, InputMessage Message)> Check()
    {
        foreach ((string key, string? text) in ((string, string?)[])[("name", Name), ("title", Title), ("title-fr", TitleFr)])
        {
            if (text is not null && string.IsNullOrWhiteSpace(text))
            {
                yield return (key, new Words($"'{key}' is an empty text; write one, or leave the key out",
                    $"«\u00a0{key}\u00a0» est un texte vide\u00a0; en écrire un, ou ôter la clé"));
            }
        }

        if (Until < From)
        {
            yield return ("until", $"the policy ends in {Until}, before it starts in {From}");
        }

        if (Budget is not null && !IsPaid)
        {
            yield return ("budget", $"{Type} costs nothing, so that no budget can pay for it or hold it back; remove 'budget'");
        }

        if (Payers.Count > 0 && Math.Abs(Payers.Values.Sum() - 1) > 1e-6)
        {
            yield return ("payers", $"the shares of the payers add up to {Payers.Values.Sum():0.######}, not to 1");
        }

        if (Payers.Count > 0 && !IsPaid)
        {
            yield return ("payers", $"{Type} costs nothing, so that nobody pays for it; remove 'payers'");
        }

        if (Where.AccessibilityBelow <= Where.AccessibilityAtLeast)
        {
            yield return ("where", "no accessibility is both below 'accessibility-below' and at least 'accessibility-at-least'");
        }
    }

    /// <summary>Says what it does this year. Called once a year, before anybody chooses.</summary>
    /// <param name="year">The year.</param>
    /// <param name="where">Territories concerned, shape [I].</param>
    /// <param name="acts">Receives the acts.</param>
    public abstract void Act(in YearView year, bool[] where, List<Act> acts);

    /// <summary>Key of its random numbers: that of the label, so that they depend on no order of policies.</summary>
    public uint Key => NameKey.Of(Label);
}
