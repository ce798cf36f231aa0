using InstallSim.Outputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Checklists;

/// <summary>Writes the items of a section, in a language.</summary>
internal sealed class ChecklistPen(ChecklistFacts facts, ReportText text)
{
    private readonly List<ChecklistRow> _rows = [];
    private string _section = "";

    /// <summary>What is known of the study.</summary>
    public ChecklistFacts Facts => facts;

    /// <summary>The study.</summary>
    public Study Study => facts.Result.Study;

    /// <summary>The language.</summary>
    public ReportText T => text;

    /// <summary>Who asks.</summary>
    public ChecklistSources By { get; } = new(text);

    /// <summary>The items written.</summary>
    public IReadOnlyList<ChecklistRow> Rows => _rows;

    /// <summary>Whether nobody was shown a task.</summary>
    public bool IsRevealed => facts.Origin == ChoiceOrigin.Revealed;

    /// <summary>Begins a section.</summary>
    public void Section(string english, string french) => _section = text.Say(english, french);

    /// <summary>An item that the program answers.</summary>
    public void Tell(string id, (string English, string French) asks, string source, string answer, string key = "") =>
        Add(id, asks, ChecklistStatus.Reported, answer, source, key);

    /// <summary>An item without an answer.</summary>
    public void Miss(string id, (string English, string French) asks, string source, string key, string how) =>
        Add(id, asks, ChecklistStatus.NotReported, how, source, key);

    /// <summary>An item that does not concern the study.</summary>
    public void Pass(string id, (string English, string French) asks, string source, string why) =>
        Add(id, asks, ChecklistStatus.NotApplicable, why, source, "");

    /// <summary>An item that only the author can answer, by a text under <c>reporting:</c>.</summary>
    public void Ask(
        string key, (string English, string French) asks, string source, Func<ReportingSettings, string> said, bool ofTasks = false,
        bool ofPeople = false)
    {
        if (Said(said) is { } answer)
        {
            Tell(key, asks, source, answer, $"reporting.{key}");
        }
        else if (ofTasks && IsRevealed)
        {
            Pass(key, asks, source, Nobody);
        }
        else if (ofPeople && facts.Origin == ChoiceOrigin.Simulated)
        {
            Pass(key, asks, source, text.Say("the answers are simulated: nobody was asked",
                "les réponses sont simulées\u00a0: personne n’a été interrogé"));
        }
        else
        {
            Miss(key, asks, source, $"reporting.{key}", How(key));
        }
    }

    /// <summary>How a text under <c>reporting:</c> is given.</summary>
    public string How(string key) => text.Say($"say it under 'reporting: {{ {key}: … }}'",
        $"le dire sous «\u00a0reporting: {{ {key}: … }}\u00a0»");

    /// <summary>Why there is nothing to say of tasks.</summary>
    public string Nobody => text.Say("choices were observed, no tasks shown", "choix observés, sans tâches montrées");

    /// <summary>What the author says, in this language where it is given; null when nothing.</summary>
    public string? Said(Func<ReportingSettings, string> said) =>
        text.IsFrench && said(Study.ReportingFr) is { Length: > 0 } french ? french
            : said(Study.Reporting) is { Length: > 0 } own ? own : null;

    /// <summary>An answer of the program, with what the author adds.</summary>
    public string With(string answer, Func<ReportingSettings, string> said) => Said(said) is { } more ? $"{answer}. {more}" : answer;

    private void Add(string id, (string English, string French) asks, ChecklistStatus status, string answer, string source, string key) =>
        _rows.Add(new ChecklistRow(id, _section, text.Say(asks.English, asks.French), status, answer, source, key));
}
