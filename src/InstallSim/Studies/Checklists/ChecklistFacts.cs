using InstallSim.Inputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Checklists;

/// <summary>What a checklist needs beside the results: the design as measured, and whether anybody was asked.</summary>
/// <param name="Result">What the study found.</param>
/// <param name="Design">The design that was asked; null when none is named or it cannot be measured.</param>
/// <param name="Fault">Why a design that is named cannot be measured; null when it can, or none is named.</param>
/// <param name="Origin">Where the choices come from; null when the study does not say and the program cannot tell.</param>
/// <param name="IsOwnSimulation">Whether the answers are, byte by byte, those that <c>respond</c> makes of this study.</param>
internal sealed record ChecklistFacts(
    StudyResult Result, MadeDesign? Design, InputMessage? Fault, ChoiceOrigin? Origin, bool IsOwnSimulation)
{
    /// <summary>Finds them.</summary>
    public static ChecklistFacts Of(StudyResult result)
    {
        Study study = result.Study;
        (MadeDesign? design, InputMessage? fault) = Measure(result.Source);
        bool own = SimulatedAnswers.AreOwn(result.Source);
        ChoiceOrigin? origin = own ? ChoiceOrigin.Simulated
            : study.Reporting.Choices
            ?? (study.Data.Responses is not null || study.Design is not null ? ChoiceOrigin.Stated : null);
        return new ChecklistFacts(result, design, fault, origin, own);
    }

    private static (MadeDesign? Design, InputMessage? Fault) Measure(StudySource source)
    {
        if (source.Study.Design is null || (source.Study.Data.Design ?? source.Study.Respondents?.Design) is not { } file)
        {
            return (null, null);
        }

        try
        {
            return (DesignMaker.Evaluate(source, file), null);
        }
        catch (InputException wrong)
        {
            return (null, wrong.Errors[0].Said);
        }
    }
}
