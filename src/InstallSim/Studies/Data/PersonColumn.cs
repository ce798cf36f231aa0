using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Which column of an export names the person.</summary>
internal static class PersonColumn
{
    /// <summary>
    /// The column as said, else the export's own; −1 when it has none. A name said as near as the responses (on the command line, in the
    /// study, in a file that it extends) must be there; one said farther away is what the study calls people in its own tables.
    /// </summary>
    public static int Find(StudySource source, ExportHeader header, CsvTable export, InputErrors errors)
    {
        StudyData data = source.Study.Data;
        if (data.PersonSaid is not { } said)
        {
            return header.OwnPerson;
        }

        List<string> names = [.. header.Names];
        if (names.IndexOf(said) is var index && index >= 0)
        {
            return index;
        }

        int own = header.OwnPerson;
        Place person = source.Binder.PlaceOf(data, "person"), responses = source.Binder.PlaceOf(data, "responses");
        if (Distance(source, person) < Distance(source, responses) || person.File == responses.File
            || (IsOverride(person) && IsOverride(responses)))
        {
            string? meant = DidYouMean.Find(said, names) ?? (own < 0 ? null : names[own]);
            InputMessage hint = meant is null ? InputMessage.None : (InputMessage)$"; did you mean '{meant}'?";
            errors.Add(person,
                $"there is no column '{said}' in {export.Path}{hint}; columns: {string.Join(", ", names.Take(40))}");
            return -1;
        }

        errors.Warn(new InputWarning(responses, own >= 0
            ? $"there is no column '{said}' in {export.Path}: people are told apart by '{names[own]}'; "
                + $"'person: {names[own]}' says so for good"
            : (InputMessage)$"there is no column '{said}' in {export.Path}: each line is a person", IsNote: true));
        return own;
    }

    private static bool IsOverride(Place place) => place.Line == 0;

    private static int Distance(StudySource source, Place place) => IsOverride(place) ? 0 : place.File == source.Path ? 1 : 2;
}
