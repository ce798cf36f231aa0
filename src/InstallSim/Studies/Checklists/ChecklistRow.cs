namespace InstallSim.Studies.Checklists;

/// <summary>Whether a study tells what an item asks.</summary>
public enum ChecklistStatus
{
    /// <summary>It does.</summary>
    Reported,

    /// <summary>It does not, though it could.</summary>
    NotReported,

    /// <summary>There is nothing to tell.</summary>
    NotApplicable,
}

/// <summary>An item of the checklist, as a study answers it.</summary>
/// <param name="Id">Its name, kebab-case.</param>
/// <param name="Section">What it belongs to.</param>
/// <param name="Asks">What a reader wants to know.</param>
/// <param name="Status">Whether the study tells it.</param>
/// <param name="Answer">What the study tells; else how it could, or why there is nothing to tell.</param>
/// <param name="Source">Who asks for it: author, year, and number or heading.</param>
/// <param name="Key">Key of the study file that tells it; empty when the program tells it by itself.</param>
public sealed record ChecklistRow(
    string Id, string Section, string Asks, ChecklistStatus Status, string Answer, string Source, string Key);
