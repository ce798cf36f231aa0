namespace InstallSim.Studies.Data;

/// <summary>
/// A column, of the file or derived, whose values are read as texts: they name situations, persons, alternatives, answers.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Index">Position in the file, from 0; −1 for a derived one.</param>
/// <param name="Text">The text of a row, without spaces around it; empty where a derived column has no value.</param>
/// <param name="Derived">The derived column; null for one of the file.</param>
internal sealed record KeyColumn(string Name, int Index, Func<int, string> Text, StudyColumn? Derived = null);
