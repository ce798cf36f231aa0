using InstallSim.Choice.Designs;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Studies.Settings;

/// <summary>How often the levels of an attribute are shown.</summary>
public enum LevelBalance
{
    /// <summary>Each as often as another, or once more where that cannot be.</summary>
    True,

    /// <summary>Each at least half as often as if all were shown alike.</summary>
    Near,

    /// <summary>As often as tells most.</summary>
    False,
}

/// <summary>Whether a task may have an alternative that is at least as good as another in every attribute.</summary>
public enum DominatedTasks
{
    /// <summary>It may not.</summary>
    Refuse,

    /// <summary>It may.</summary>
    Allow,
}

/// <summary>How often a task may be there, its alternatives in the same order or another.</summary>
public enum RepeatedTasks
{
    /// <summary>Once a block, so that nobody sees it twice.</summary>
    BetweenBlocks,

    /// <summary>Once in the whole design.</summary>
    Never,

    /// <summary>As often as tells most.</summary>
    Allow,
}

/// <summary>A design to be made.</summary>
public sealed record DesignSettings
{
    [Key("attributes", "What alternatives differ in: each becomes a column of the design, from which utility and derived columns are made.",
        Required = true)]
    public IReadOnlyList<AttributeSettings> Attributes { get; init; } = [];

    [Key("alternatives", "Names of the alternatives of a task.")]
    public IReadOnlyList<string> Alternatives { get; init; } = ["A", "B"];

    [Key("opt-out",
        "Name of a further alternative, the same in every task, to choose none; its attributes are 0 (numbers) or 'none' (words).")]
    public string? OptOut { get; init; }

    [Key("status-quo", "A further alternative, the same in every task, with levels of its own: how things are today.")]
    public StatusQuoSettings? StatusQuo { get; init; }

    [Key("tasks", "Choice tasks in all blocks together.", Required = true, Min = 1, Max = 10_000)]
    public int Tasks { get; init; }

    [Key("blocks", "Parts of equal size; a respondent answers one.", Min = 1, Max = 1000)]
    public int Blocks { get; init; } = 1;

    [Key("balance",
        "true: every level of an attribute is shown as often as another; near: each at least half as often as if all were shown alike; " +
        "false: as often as tells most, which for a number is the two ends. What balance costs is printed.")]
    public LevelBalance Balance { get; init; }

    [Key("priors",
        "What is thought of the coefficients before, by variable of the utility; 0 when not named. They tell which task has an " +
        "alternative that is better in everything.")]
    public IReadOnlyDictionary<string, double> Priors { get; init; } = new Dictionary<string, double>();

    [Key("prior-spreads",
        "How unsure one is of the priors: standard deviation (normal) by variable. The design is then good on average over draws of " +
        "them (Bayesian).")]
    public IReadOnlyDictionary<string, double> PriorSpreads { get; init; } = new Dictionary<string, double>();

    [Key("prior-draws", "Draws of the priors (Latin hypercube), where there are prior-spreads.", Min = 2, Max = 10_000)]
    public int PriorDraws { get; init; } = 500;

    [Key("criterion",
        "What to make small: d: det(V)^(1/K) of the covariance; a: its mean variance; s: the people needed until the last coefficient is " +
        "significant; c: the mean variance of willingness to pay (needs price).")]
    public DesignCriterion Criterion { get; init; }

    [Key("price", "Variable of the price, for c and for the error of willingness to pay; that of willingness-to-pay when not given.")]
    public string? Price { get; init; }

    [Key("never",
        "Combinations of levels that are not shown, each attribute with its level: [{ form: msp, town: city }]; between alternatives, " +
        "each named before a point: [{ A.price: 1, B.price: 9 }].")]
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Never { get; init; } = [];

    [Key("require", "Conditions: where an alternative has the levels of 'when', it has one of those of 'then'.")]
    public IReadOnlyList<RequiredLevels> Require { get; init; } = [];

    [Key("varied", "In how many attributes the alternatives of a task differ: against overlap, or for partial profiles.")]
    public VariedSettings Varied { get; init; } = new();

    [Key("dominated",
        "allow: tasks may have an alternative that is at least as good as another in every attribute, the status quo among them.")]
    public DominatedTasks Dominated { get; init; }

    [Key("repeats",
        "Whether a task may be there again, its alternatives in the same order or another: between-blocks, so that nobody sees it twice; " +
        "never; allow.")]
    public RepeatedTasks Repeats { get; init; }

    [Key("starts", "Random designs to start from; the best counts.", Min = 1, Max = 10_000)]
    public int Starts { get; init; } = 10;

    [Key("seed", "Names the random numbers; the same seed gives the same design.")]
    public uint Seed { get; init; } = 1;

    [Key("questionnaire", "Words of the questionnaire that is printed from the design.")]
    public QuestionnaireSettings Questionnaire { get; init; } = new();
}

/// <summary>An attribute of a design.</summary>
public sealed record AttributeSettings
{
    [Key("name", "Its name: that of the column.", Required = true)]
    public string Name { get; init; } = "";

    [Key("levels", "Its levels, numbers or words.", Required = true)]
    public IReadOnlyList<string> Levels { get; init; } = [];

    [Key("alternatives",
        "Alternatives that have it, with these levels; all when not given. Another entry of the same name gives others their levels; an " +
        "alternative without it has 0 (numbers) or 'none' (words).")]
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    [Key("label", "What people read in the questionnaire; the name when not given.")]
    public string Label { get; init; } = "";

    [Key("label-fr", "The same in French; the label when not given.")]
    public string LabelFr { get; init; } = "";

    [Key("unit", "What stands behind a level in the questionnaire, such as € a month.")]
    public string Unit { get; init; } = "";

    [Key("unit-fr", "The same in French; the unit when not given.")]
    public string UnitFr { get; init; } = "";

    [Key("texts", "What people read in place of a level: { msp: Health centre }.")]
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    [Key("texts-fr", "The same in French; the texts when not given.")]
    public IReadOnlyDictionary<string, string> TextsFr { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether an alternative has it.</summary>
    internal bool IsOf(string alternative) => Alternatives.Count == 0 || Alternatives.Contains(alternative);

    /// <summary>What people call it: its label in the language, else in English, else its name.</summary>
    internal string Called(ReportText t) => Own(t, Label.Length > 0 ? Label : Name, LabelFr);

    /// <summary>What people read in place of a level: its text, else the level with its unit.</summary>
    internal string Shown(string level, ReportText t)
    {
        string text = Own(t, Texts.GetValueOrDefault(level, ""), TextsFr.GetValueOrDefault(level, "")), unit = Own(t, Unit, UnitFr);
        return text.Length > 0 ? text : unit.Length > 0 ? t.Digits(level) + ReportText.NoBreakSpace + unit : t.Digits(level);
    }

    private static string Own(ReportText t, string english, string french) => t.IsFrench && french.Length > 0 ? french : english;

    /// <summary>What stands in its column where an alternative does not have it.</summary>
    internal string Absent => Levels.All(l => InputScalars.TryNumber(l, out _, out _)) ? "0" : "none";
}

/// <summary>An alternative that is the same in every task.</summary>
[Shorthand("name")]
public sealed record StatusQuoSettings
{
    [Key("name", "Its name.", Required = true)]
    public string Name { get; init; } = "";

    [Key("levels", "Its level by attribute, of the design's or another; 0 (numbers) or 'none' (words) when not named.")]
    public IReadOnlyDictionary<string, string> Levels { get; init; } = new Dictionary<string, string>();
}

/// <summary>A condition on the levels of an alternative.</summary>
public sealed record RequiredLevels
{
    [Key("when", "Levels by attribute: { form: msp }.", Required = true)]
    public IReadOnlyDictionary<string, string> When { get; init; } = new Dictionary<string, string>();

    [Key("then", "Levels that may then be shown, by attribute: { income: [75, 90] }.", Required = true)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Then { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>In how many attributes alternatives differ.</summary>
public sealed record VariedSettings
{
    [Key("at-least", "Fewest attributes in which the alternatives of a task differ.", Min = 0)]
    public int AtLeast { get; init; }

    [Key("at-most", "Most of them: partial profiles, the other attributes being the same for all.", Min = 1)]
    public int? AtMost { get; init; }
}

/// <summary>Words of a questionnaire.</summary>
public sealed record QuestionnaireSettings
{
    [Key("title", "What stands over it; the study's title is for its authors and may lead those who answer.")]
    public string Title { get; init; } = "Questionnaire";

    [Key("title-fr", "The same in French; the title when not given.")]
    public string TitleFr { get; init; } = "";

    [Key("question", "What is asked in each task.")]
    public string Question { get; init; } = "Which would you choose?";

    [Key("question-fr", "The same in French.")]
    public string QuestionFr { get; init; } = "Que choisiriez-vous\u00a0?";

    [Key("introduction", "What stands before the first task.")]
    public string Introduction { get; init; } = "";

    [Key("introduction-fr", "The same in French; the introduction when not given.")]
    public string IntroductionFr { get; init; } = "";

    [Key("alternatives", "What people read in place of an alternative's name: { A: Practice A }.")]
    public IReadOnlyDictionary<string, string> Alternatives { get; init; } = new Dictionary<string, string>();

    [Key("alternatives-fr", "The same in French; the alternatives when not given.")]
    public IReadOnlyDictionary<string, string> AlternativesFr { get; init; } = new Dictionary<string, string>();
}
