using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Why a choice situation cannot be used.</summary>
internal enum FaultKind
{
    /// <summary>A variable has no value.</summary>
    MissingValue,

    /// <summary>The answer has no value.</summary>
    MissingAnswer,

    /// <summary>Nothing is chosen or ranked.</summary>
    NoChoice,

    /// <summary>More than one alternative is chosen, best or worst.</summary>
    SeveralChosen,

    /// <summary>The best is the worst too.</summary>
    BestIsWorst,

    /// <summary>Two alternatives have one rank.</summary>
    Ties,

    /// <summary>A rank is missing between others.</summary>
    RankGap,

    /// <summary>Fewer than two alternatives could be chosen.</summary>
    OneAlternative,

    /// <summary>What was chosen could not be.</summary>
    ChosenUnavailable,

    /// <summary>An alternative stands there more than once.</summary>
    AlternativeTwice,

    /// <summary>It cannot be read at all; never dropped.</summary>
    Unreadable,
}

/// <summary>Choice situations that cannot be used: dropped and counted where the study says so, else errors, one line a kind.</summary>
/// <param name="data">Says what is dropped.</param>
/// <param name="errors">Receives what is refused.</param>
/// <param name="canDrop">Whether anything may be dropped; of a design and of sets to predict nothing is.</param>
internal sealed class SituationFaults(StudyData data, InputErrors errors, bool canDrop = true)
{
    private static readonly Dictionary<FaultKind, Words> Reasons = new()
    {
        [FaultKind.MissingValue] = new("a value is missing", "une valeur manque"),
        [FaultKind.MissingAnswer] = new("the answer is missing", "la réponse manque"),
        [FaultKind.NoChoice] = new("nothing is chosen", "rien n’est choisi"),
        [FaultKind.SeveralChosen] = new("several are chosen", "plusieurs options sont choisies"),
        [FaultKind.BestIsWorst] = new("the best is the worst too", "la meilleure est aussi la pire"),
        [FaultKind.Ties] = new("ties in the ranking", "des ex æquo dans le classement"),
        [FaultKind.RankGap] = new("a rank is left out", "un rang est sauté"),
        [FaultKind.OneAlternative] = new("fewer than two alternatives", "moins de deux options"),
        [FaultKind.ChosenUnavailable] = new("the chosen one is not available", "l’option choisie n’est pas disponible"),
        [FaultKind.AlternativeTwice] = new("an alternative stands there twice", "une option y figure deux fois"),
    };

    private readonly RepeatedErrors _repeats = new(errors);
    private readonly SortedDictionary<int, FaultKind> _bad = [];

    /// <summary>Situations left out or refused so far.</summary>
    public IReadOnlySet<int> Situations => _bad.Keys.ToHashSet();

    /// <summary>How many situations each reason took, in the order of the reasons.</summary>
    public IReadOnlyList<(FaultKind Kind, Words Reason, int Count)> Counts =>
        [.. _bad.Values.CountBy(kind => kind).OrderBy(c => c.Key).Select(c => (c.Key, Reasons[c.Key], c.Value))];

    public bool Contains(int situation) => _bad.ContainsKey(situation);

    /// <summary>Whether situations of a fault are left out rather than refused.</summary>
    public bool IsDropped(FaultKind kind) => canDrop && kind switch
    {
        FaultKind.MissingValue => data.Missing == MissingValues.Drop,
        FaultKind.MissingAnswer => data.Missing == MissingValues.Drop || data.Faulty == FaultySituations.Drop,
        FaultKind.NoChoice => data.NoChoice == NoChoice.Drop || data.Faulty == FaultySituations.Drop,
        FaultKind.Unreadable => false,
        _ => data.Faulty == FaultySituations.Drop,
    };

    /// <summary>Leaves a situation out, or refuses it.</summary>
    /// <param name="situation">The situation; −1 when it is not known.</param>
    /// <param name="kind">Why.</param>
    /// <param name="subject">What the fault is of, such as a column: faults of other subjects have lines of their own.</param>
    /// <param name="place">Where.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="found">The value at fault; null when there is none to show.</param>
    public void Add(int situation, FaultKind kind, string subject, Place place, InputMessage message, string? found = null)
    {
        if (situation >= 0)
        {
            _bad.TryAdd(situation, kind);
        }

        if (!IsDropped(kind))
        {
            bool canBe = canDrop && kind is not (FaultKind.Unreadable or FaultKind.MissingValue or FaultKind.MissingAnswer);
            _repeats.Add($"{kind} {subject}", place,
                canBe ? $"{message}; 'faulty: drop' under data leaves such choice situations out" : message, found);
        }
    }

    /// <summary>Leaves out a situation of which nothing more is to be said.</summary>
    public void LeaveOut(int situation, FaultKind kind) => _bad.TryAdd(situation, kind);

    /// <summary>Makes one line of each kind of error that is there often.</summary>
    public void Summarise() => _repeats.Summarise();
}
