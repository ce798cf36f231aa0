using InstallSim.Choice.Data;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>The choices of a study, checked.</summary>
/// <param name="Data">The choices, with the variables of the utility.</param>
/// <param name="Alternatives">Names of the alternatives; their codes in the data are their places here.</param>
/// <param name="Dropped">Choice situations left out because a value was missing or nothing was chosen.</param>
/// <param name="FileRows">Rows of the file.</param>
/// <param name="KeptRows">Rows that the filters kept.</param>
public sealed record StudyChoices(ChoiceData Data, IReadOnlyList<string> Alternatives, int Dropped, int FileRows, int KeptRows)
{
    /// <summary>What the choices were made of.</summary>
    internal ChoiceSample Sample { get; init; } = null!; // the reader always sets it

    /// <summary>Why situations were left out, and how many for each reason.</summary>
    public IReadOnlyList<(Words Reason, int Count)> LeftOut { get; init; } = [];

    /// <summary>The same in words: <c>a value is missing (3), nothing is chosen (1)</c>.</summary>
    public Words Reasons => new(
        string.Join(", ", LeftOut.Select(l => $"{l.Reason.English} ({l.Count})")),
        string.Join(", ", LeftOut.Select(l => $"{l.Reason.French} ({l.Count})")));

    /// <summary>How the table was read where the study does not say it.</summary>
    public IReadOnlyList<InputWarning> Told { get; init; } = [];

    /// <summary>What the data hold, for a look before any model.</summary>
    public DataDescription Description => Described.Value;

    internal Lazy<DataDescription> Described { get; init; } = new(() => DataDescription.None);

    /// <summary>Reads and checks the choices of a study.</summary>
    /// <exception cref="InputException">Something is wrong; all of it is told, each at its file, line and column.</exception>
    public static StudyChoices Read(StudySource source)
    {
        var errors = new InputErrors();
        var choices = new ChoiceReader(source, errors).Read();
        errors.ThrowIfAny();
        return choices! with { Told = errors.Warnings };
    }
}

/// <summary>The table, its rows that became choices, and whose they are.</summary>
/// <param name="Columns">Columns of the table.</param>
/// <param name="Rows">Rows of alternatives.</param>
/// <param name="Used">Which of them were used.</param>
/// <param name="Persons">What the data call each person, in the order of the choices; empty when they name none.</param>
/// <param name="Table">The rows used as the choice library reads them.</param>
internal sealed record ChoiceSample(StudyColumns Columns, ChoiceRows Rows, int[] Used, IReadOnlyList<string> Persons, ChoiceTable Table)
{
    private readonly Lazy<ChoiceData> _sets = new(() => ChoiceData.Unanswered(Table));

    /// <summary>The choice sets without answers.</summary>
    public ChoiceData Sets => _sets.Value;
}
