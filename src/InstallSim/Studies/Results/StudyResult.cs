using System.Text.Json.Nodes;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Data;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>What a study found.</summary>
/// <param name="Source">The study.</param>
/// <param name="Choices">Its choices.</param>
/// <param name="Model">What the model is called.</param>
/// <param name="Estimates">The estimates.</param>
/// <param name="Stability">Estimates with fewer draws; null when the model has none or the study does not ask.</param>
public sealed record StudyResult(
    StudySource Source, StudyChoices Choices, string Model, EstimationResult Estimates, DrawStability? Stability)
{
    private readonly Lazy<bool> _isSimulated = new(() => SimulatedAnswers.Are(Source));
    private InputMessage[]? _warnings;

    /// <summary>The study.</summary>
    public Study Study => Source.Study;

    /// <summary>Description of the draws; empty when the model has none.</summary>
    public string Draws => Estimates.Model switch
    {
        MixedLogit or GeneralMixedLogit => MixedTastes.Drawn(Estimates.Model)?.Draws.Description ?? "",
        FormulaMixedLogit formula => formula.Draws.Description,
        LatentClass { Classes: [{ Random.Count: > 0 } first, ..] } => first.Draws.Description,
        _ => "",
    };

    /// <summary>Willingness to pay; empty when the study does not ask for it.</summary>
    public IReadOnlyList<WillingnessToPayRow> WillingnessToPay { get; } =
        WillingnessToPayRows.Of(Source, Estimates, Choices);

    /// <summary>What it was made from, as <see cref="EstimatedFrom"/> has it; taken before the fit.</summary>
    public required JsonObject MadeFrom { get; init; }

    /// <summary>Log-likelihood of the logit with constants alone; null where it says nothing.</summary>
    public ConstantsOnly? ConstantsOnly { get; init; }

    /// <summary>What the study asks for beyond its estimates.</summary>
    public StudyAnalyses Analyses { get; init; } = StudyAnalyses.None;

    /// <summary>What a reader must know before believing the numbers; empty when all is well.</summary>
    public IReadOnlyList<InputMessage> Warnings => _warnings ??= [.. StudyWarnings.Of(this)];

    /// <summary>Whether the answers are a computer's, as the study says or the program can tell.</summary>
    public bool IsSimulated => _isSimulated.Value;

    /// <summary>By which column choices count how often, and N, the sum of the weights; null without weights.</summary>
    public InputMessage? Weighted => Study.Data.Weight is { } column
        ? (InputMessage)$"weighted by {column}, sum {Estimates.SumOfWeights:0.###} over {Estimates.Situations} choice situations"
        : null;

    /// <summary>
    /// What goes with every row of a table that programs read: that answers are simulated, by what choices are weighted, and the warnings,
    /// one after the other.
    /// </summary>
    public string Remarks => InOneLine(Warnings);

    /// <summary>The same without warnings of willingness to pay: for tables of what does not depend on it.</summary>
    public string RemarksBesidePay => InOneLine(StudyWarnings.BesidePay(this));

    private string InOneLine(IEnumerable<InputMessage> warnings) => string.Join("; ",
        (IsSimulated ? [SimulatedAnswers.Remark] : Array.Empty<string>())
            .Concat(Weighted is null ? [] : (string[])[Weighted.English]).Concat(warnings.Select(w => "Warning: " + w.English)));
}
