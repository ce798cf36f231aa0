using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>Where choices come from.</summary>
public enum ChoiceOrigin
{
    /// <summary>People were shown tasks and said what they would choose.</summary>
    Stated,

    /// <summary>What people chose in life.</summary>
    Revealed,

    /// <summary>Nobody was asked: a computer answered.</summary>
    Simulated,
}

/// <summary>What a study alone can tell of itself, for the checklist beside its estimates.</summary>
public sealed record ReportingSettings
{
    [Key("choices", "Where the choices come from: stated in an experiment, revealed in life, or simulated.")]
    public ChoiceOrigin? Choices { get; init; }

    [Key("question", "The research question, and what was expected before.")]
    public string Question { get; init; } = "";

    [Key("decision", "Whose decision the study serves, and in what setting.")]
    public string Decision { get; init; } = "";

    [Key("method", "Why choices of this kind answer the question.")]
    public string Method { get; init; } = "";

    [Key("attributes", "Where the attributes come from: papers, interviews, a pilot.")]
    public string Attributes { get; init; } = "";

    [Key("levels", "Why these levels and this range.")]
    public string Levels { get; init; } = "";

    [Key("opt-out", "Why people could, or could not, choose none or stay as they are.")]
    public string OptOut { get; init; } = "";

    [Key("design", "How the design was made, where the study has no 'design:', or what is to be said beside it.")]
    public string Design { get; init; } = "";

    [Key("instrument", "How tasks and attributes were explained to people, and what else was asked.")]
    public string Instrument { get; init; } = "";

    [Key("pilot", "Who tried the questionnaire before, and what was changed.")]
    public string Pilot { get; init; } = "";

    [Key("population", "Of whom the sample is to be like, and how it was drawn.")]
    public string Population { get; init; } = "";

    [Key("sample-size", "Why so many people.")]
    public string SampleSize { get; init; } = "";

    [Key("recruitment", "How people were found, when, and what they were given.")]
    public string Recruitment { get; init; } = "";

    [Key("administration", "How they answered: on paper, on the web, in an interview.")]
    public string Administration { get; init; } = "";

    [Key("ethics", "Ethical approval and consent.")]
    public string Ethics { get; init; } = "";

    [Key("response-rate", "How many were asked, how many answered, how many finished.")]
    public string ResponseRate { get; init; } = "";

    [Key("respondents", "What the people who answered are like, beside those of whom the study speaks.")]
    public string Respondents { get; init; } = "";

    [Key("model", "Why this model rather than another.")]
    public string Model { get; init; } = "";

    [Key("external-validity", "What the predictions were compared with outside the study.")]
    public string ExternalValidity { get; init; } = "";

    [Key("conclusions", "What follows from the results, beside what other studies found.")]
    public string Conclusions { get; init; } = "";

    [Key("limitations", "What the study cannot say, and of whom it does not speak.")]
    public string Limitations { get; init; } = "";

    [Key("data-access", "Where data and questionnaire can be had.")]
    public string DataAccess { get; init; } = "";

    [Key("funding", "Who paid, and interests to declare.")]
    public string Funding { get; init; } = "";
}
