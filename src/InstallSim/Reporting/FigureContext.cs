using InstallSim.Charts;
using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>What a figure is drawn from and for.</summary>
/// <param name="Results">The results.</param>
/// <param name="Text">The language.</param>
/// <param name="Width">Width of the whole figure, pixels.</param>
public sealed record FigureContext(ResultIndex Results, ReportText Text, int Width = FigureContext.Wide)
{
    /// <summary>Width for a page or a slide.</summary>
    public const int Wide = 760;

    /// <summary>Width for a phone.</summary>
    public const int Narrow = 340;

    /// <summary>The language, with the name that the physicians of the results have.</summary>
    public ReportText Text { get; init; } = Text.Calling(Results.Manifest.Specialty);

    /// <summary>
    /// Whether the page's script makes the rows that a reader's choice changes, so that the specification leaves them out.
    /// </summary>
    internal bool IsForPage { get; init; }

    /// <summary>Whether maps show circles also where territories have contours.</summary>
    public bool HasCircles { get; init; }

    /// <summary>Most small maps beside one another where there is room for more than two.</summary>
    public int MapColumns { get; init; } = 3;

    /// <summary>The scenario that a figure of one scenario shows.</summary>
    public ScenarioInfo Scenario { get; init; } = Results.Best;

    /// <summary>The indicator that a figure of one indicator shows.</summary>
    public Indicator Indicator { get; init; } = Results.Main;

    /// <summary>The territory that a figure of one territory shows: where the scenario changes accessibility most.</summary>
    public PlaceRow Territory => Results.MostChanged(Scenario.Name);

    /// <summary>What the page says where the pointer is: a name and a value a line.</summary>
    internal string Tip(params ReadOnlySpan<(string Name, string Value)> lines)
    {
        string[] said = new string[lines.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            said[i] = $"{lines[i].Name}{Say(":", "\u00a0:")} {lines[i].Value}";
        }

        return string.Join('\n', said);
    }

    /// <summary>Whether there is room for one column only.</summary>
    public bool IsNarrow => Width < 520;

    /// <summary>Last year.</summary>
    public int LastYear => Results.Manifest.LastYear;

    /// <summary>First year.</summary>
    public int FirstYear => Results.Manifest.FirstYear;

    /// <summary>The text in the figure's language.</summary>
    public string Say(string english, string french) => Text.Say(english, french);

    /// <summary>
    /// The colour of a scenario, the same in every figure. Where there are more policies than colours, those that gain most have one each
    /// and all others the same grey, so that no two look alike that a figure tells apart.
    /// </summary>
    public string Colour(string scenario)
    {
        var coloured = Results.Policies.Count <= Palette.Scenarios.Count ? Results.Policies : Leading.Of(Results);
        for (int i = 0; i < coloured.Count; i++)
        {
            if (coloured[i].Name == scenario)
            {
                return Palette.Scenarios[i];
            }
        }

        return Results.Policies.Any(p => p.Name == scenario) ? Palette.Unclear : Palette.Baseline;
    }

    /// <summary>The words for the baseline.</summary>
    public string BaselineLabel =>
        Results.Policies.Count == 0 ? Results.Reference.ShownTitle(Text) : Say("No new policy", "Sans nouvelle mesure");

    /// <summary>
    /// What ends a sentence about the baseline; empty where a scenario ran alone, which may have new policies as well as none.
    /// </summary>
    public string WithoutNewPolicy => Results.Policies.Count == 0 ? "" : Say(" without new policy", " sans nouvelle mesure");

    /// <summary>Number of replications, as a sentence says it.</summary>
    public string Replications => Results.Manifest.IsOneReplication
        ? Say("1 replication", "1 réplication")
        : Say($"{Text.Number(Results.Manifest.Replications, 0)} replications",
            $"{Text.Number(Results.Manifest.Replications, 0)} réplications");

    /// <summary>That a value is the mean over the replications, or of the one.</summary>
    public string MeanOfReplications => Results.Manifest.IsOneReplication
        ? Say("one replication", "une réplication") : Say($"mean of {Replications}", $"moyenne de {Replications}");

    /// <summary>What people call a number of a scenario, with the policy or class that it is of.</summary>
    /// <param name="setting">Its dotted key.</param>
    public string SettingName(string setting)
    {
        int key = setting.LastIndexOf('.');
        string? label = Results.Manifest.Settings.FirstOrDefault(s => s.Name == setting)?.ShownLabel(Text);
        string called = string.IsNullOrEmpty(label) ? setting[(key + 1)..] : label;
        string? owner = ((string[])["policies.", "preferences.classes."])
            .FirstOrDefault(o => setting.StartsWith(o, StringComparison.Ordinal) && key > o.Length);
        return owner is null ? called : $"{called} ({PolicyName(setting[owner.Length..key])})";
    }

    /// <summary>What people read for a policy: its title, else its label.</summary>
    /// <param name="policy">Its label.</param>
    public string PolicyName(string policy) => Results.Manifest.PolicyTitles.FirstOrDefault(t => t.Policy == policy) is { } titled
        ? Say(titled.Title, ReportText.SetFrench(titled.TitleFrench))
        : policy;
}
