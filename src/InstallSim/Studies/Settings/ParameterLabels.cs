using InstallSim.Outputs;

namespace InstallSim.Studies.Settings;

/// <summary>What people call the parameters of a study, its columns and their levels.</summary>
internal static class ParameterLabels
{
    private const int LongestInColumn = 40;

    /// <summary>
    /// The label of a parameter's variable where the study names one, with the alternative in brackets where there is one, and with
    /// "std. dev." behind it for a standard deviation; else the parameter's name.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="t">The language.</param>
    public static string Named(Study study, string parameter, ReportText t)
    {
        if (parameter.StartsWith("sd.", StringComparison.Ordinal) && Named(study, parameter[3..], t) is var of && of != parameter[3..])
        {
            return t.Say($"{of}, std. dev.", $"{of}, écart type");
        }

        if (study.Parameters.TryGetValue(parameter, out FormulaParameter? own) && own.Label.Length > 0)
        {
            return t.IsFrench && own.LabelFr.Length > 0 ? own.LabelFr : own.Label;
        }

        foreach (UtilityTerm term in study.Utility)
        {
            string label = t.IsFrench && term.LabelFr.Length > 0 ? term.LabelFr : term.Label;
            if (label.Length > 0 && (parameter == term.Name || parameter.StartsWith(term.Name + ".", StringComparison.Ordinal)))
            {
                return parameter == term.Name ? label : $"{label} ({parameter[(term.Name.Length + 1)..]})";
            }
        }

        return parameter;
    }

    /// <summary>
    /// What parameters are called in a column of a terminal: by their labels; by their names where a label is long or another's too.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="parameters">The parameters' names.</param>
    /// <param name="t">The language.</param>
    public static Func<string, string> Short(Study study, IEnumerable<string> parameters, ReportText t)
    {
        var labels = parameters.Distinct().ToDictionary(name => name, name => Named(study, name, t));
        HashSet<string> shared = [.. labels.Values.GroupBy(label => label).Where(same => same.Count() > 1).Select(same => same.Key)];
        return name => labels.TryGetValue(name, out string? label) && label.Length <= LongestInColumn && !shared.Contains(label)
            ? label : name;
    }

    /// <summary>The label of a column: that of the design's attribute, else that of the variable; else the column's name.</summary>
    public static string OfColumn(Study study, string column, ReportText t) =>
        (study.Design?.Attributes.FirstOrDefault(a => a.Name == column)?.Called(t) ?? column) is var called && called != column
            ? called : Named(study, column, t);

    /// <summary>What people read in place of a level of a column, where the design says it; else the level.</summary>
    public static string OfLevel(Study study, string column, string level, ReportText t)
    {
        AttributeSettings[] of = [.. study.Design?.Attributes.Where(a => a.Name == column) ?? []];
        return (of.FirstOrDefault(a => a.Levels.Contains(level)) ?? of.FirstOrDefault())?.Shown(level, t) ?? t.Digits(level);
    }
}
