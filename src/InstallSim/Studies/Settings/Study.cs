using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Studies.Settings;

/// <summary>A choice study: data, utilities and model. Its properties are the keys of a study file.</summary>
public sealed record Study
{
    [Key("name", "Name of the study in results, kebab-case.", Required = true)]
    public string Name { get; init; } = "";

    [Key("title", "Title, as people read it in tables and figures.", Required = true)]
    public string Title { get; init; } = "";

    [Key("description", "What the study is about, where the data come from.")]
    public string Description { get; init; } = "";

    [Key("title-fr", "The title in French, for pages and tables in French.")]
    public string TitleFr { get; init; } = "";

    [Key("description-fr", "The description in French, for pages in French.")]
    public string DescriptionFr { get; init; } = "";

    /// <summary>The title in a language, where the study has it, else in its own.</summary>
    internal string ShownTitle(ReportText language) => language.IsFrench && TitleFr.Length > 0 ? ReportText.SetFrench(TitleFr) : Title;

    /// <summary>The description in a language, where the study has it, else in its own.</summary>
    internal string ShownDescription(ReportText language) =>
        language.IsFrench && DescriptionFr.Length > 0 ? ReportText.SetFrench(DescriptionFr) : Description;

    [Key("data", "The choices made: file, columns, filters.", Required = true)]
    public StudyData Data { get; init; } = new();

    [Key("derived", "Columns made of those of the file, in order; a later one may use an earlier one.")]
    public IReadOnlyList<DerivedColumn> Derived { get; init; } = [];

    [Key("constants-against", "Gives every other alternative a constant, constant.NAME, against this one.")]
    public string? ConstantsAgainst { get; init; }

    [Key("utility", "The variables of the utility, each with a coefficient of its name; may be left out when there is constants-against.")]
    public IReadOnlyList<UtilityTerm> Utility { get; init; } = [];

    [Key("formula",
        "A formula that is added to the utility of all alternatives: columns, parameters, numbers, + - * / ^, comparisons, exp log sqrt " +
        "abs min max if.")]
    public string? Formula { get; init; }

    [Key("formulas", "Formulas by alternative; those not named have 0.")]
    public IReadOnlyDictionary<string, string> Formulas { get; init; } = new Dictionary<string, string>();

    [Key("parameters", "Parameters of the formulas, each with the value to start from; all other names in formulas are columns.")]
    public IReadOnlyDictionary<string, FormulaParameter> Parameters { get; init; } = new Dictionary<string, FormulaParameter>();

    /// <summary>The variables that were said by their levels, as they were said.</summary>
    internal IReadOnlyList<UtilityTerm> Coded { get; init; } = [];

    [Key("model", "What makes the model more than a multinomial logit: random coefficients, nests, classes, scale.")]
    public ModelSettings Model { get; init; } = new();

    [Key("draws", "Draws that integrate over random coefficients.")]
    public DrawSettings Draws { get; init; } = new();

    [Key("estimation", "Starting values, fixed parameters, standard errors.")]
    public EstimationSettings Estimation { get; init; } = new();

    [Key("willingness-to-pay", "Ratios of coefficients to that of a price or an income.")]
    public WillingnessToPaySettings? WillingnessToPay { get; init; }

    [Key("predict", "Table of choice sets whose choices are predicted, in the layout of the data, without answers.", IsPath = true)]
    public string? Predict { get; init; }

    [Key("uptake", "Packages that 'installsim uptake' compares with a base: who would take them, and what income makes up for them.")]
    public UptakeSettings? Uptake { get; init; }

    [Key("elasticities", "By how many per cent each alternative's share changes for a per cent of a variable (own and cross).")]
    public IReadOnlyList<ElasticitySettings> Elasticities { get; init; } = [];

    [Key("marginal-effects", "Variables of 0 and 1: by how much each alternative's share changes when one of them goes from 0 to 1.")]
    public IReadOnlyList<string> MarginalEffects { get; init; } = [];

    [Key("importance", "Attributes with their variables, whose part-worths are compared: { town: [small-town, very-small-town] }.")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Importance { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    [Key("individual", "true: each person's own coefficients, as the person's choices tell them (for random coefficients).")]
    public bool Individual { get; init; }

    [Key("class-profiles", "Columns of the person, of which each latent class has its mean.")]
    public IReadOnlyList<string> ClassProfiles { get; init; } = [];

    [Key("class-numbers", "Compares the model with 1, 2, … up to so many latent classes.", Min = 2, Max = 20)]
    public int? ClassNumbers { get; init; }

    [Key("cross-validation", "Fit on people left out in turn.")]
    public CrossValidationSettings? CrossValidation { get; init; }

    [Key("holdout", "Fit on a share of the people who are held out.")]
    public HoldoutSettings? Holdout { get; init; }

    [Key("holdout-last",
        "The last so many choices of each person are held out and predicted: each by itself, and given the person's earlier choices.",
        Min = 1, Max = 1000)]
    public int? HoldoutLast { get; init; }

    [Key("tests", "Tests of the model against others.")]
    public TestSettings Tests { get; init; } = new();

    [Key("save", "How --save writes the estimates as a scenario's preferences.")]
    public SaveSettings Save { get; init; } = new();

    [Key("design", "The choice design that 'installsim design' makes: attributes, levels, priors.")]
    public DesignSettings? Design { get; init; }

    [Key("respondents", "Respondents that 'installsim respond' simulates: a design and known coefficients.")]
    public RespondentSettings? Respondents { get; init; }

    [Key("reporting", "What the study tells of itself for the checklist of a report: question, recruitment, ethics and the like.")]
    public ReportingSettings Reporting { get; init; } = new();

    [Key("reporting-fr", "The same texts in French, for checklists in French; those of 'reporting' where one is not given.")]
    public ReportingSettings ReportingFr { get; init; } = new();
}
