using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Reads rows of alternatives from a long or a wide table; what is wrong goes to the errors.</summary>
internal sealed class ChoiceRowReader(StudySource source, StudyColumns columns, InputErrors errors)
{
    /// <summary>
    /// Reads the rows kept; null when columns are missing. Rows that belong nowhere are left out and situations that cannot be read are
    /// among the faults, each with an error unless it is to be dropped.
    /// </summary>
    /// <param name="kept">Rows of the file.</param>
    /// <param name="answers">Whether answers are read too; a design has none.</param>
    /// <param name="known">Names of the alternatives, when other data have told them.</param>
    /// <param name="isWhole">Whether the table has all its rows; else it may lack alternatives too.</param>
    public ChoiceRows? Read(IReadOnlyList<int> kept, bool answers = true, IReadOnlyList<string>? known = null, bool isWhole = true)
    {
        var faults = new SituationFaults(source.Study.Data, errors, canDrop: answers);
        ChoiceRows? made = source.Study.Data.Layout == DataLayout.Long
            ? new LongRows(source, columns, faults, errors, isWhole).Read(kept, answers, known ?? [])
            : new WideRows(source, columns, faults).Read(kept, answers);
        faults.Summarise();
        return made;
    }
}
