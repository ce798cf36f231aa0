using System.Text.RegularExpressions;
using InstallSim.Choice.Formulas;
using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>The formulas of a study.</summary>
internal static class StudyFormulas
{
    /// <summary>Whether a study has any.</summary>
    public static bool AreIn(Study study) => study.Formula is not null || study.Formulas.Count > 0;

    /// <summary>All of them, each with the alternative that it is of; null: all alternatives.</summary>
    public static IReadOnlyList<(string? Alternative, Formula Formula)> Of(Study study)
    {
        IEnumerable<(string?, string)> texts =
            study.Formula is { } one ? [(null, one)] : study.Formulas.Select(f => ((string?)f.Key, f.Value));
        return [.. texts.Select(f => (f.Item1, Formula.Parse(f.Item2, [.. study.Parameters.Keys])))];
    }

    /// <summary>Where a formula stands.</summary>
    public static Place PlaceOf(StudySource source, string? alternative) => alternative is null
        ? source.Binder.PlaceOf(source.Study, source.Study.Formula is null ? "formulas" : "formula")
        : source.Binder.PlaceOf(source.Study.Formulas, alternative);

    /// <summary>The columns of formulas, as variables without a coefficient of their own.</summary>
    public static IReadOnlyList<UtilityTerm> Terms(Study study)
    {
        var formulas = Of(study);
        return [.. formulas.SelectMany(f => f.Formula.Columns).Distinct().Select(column => new UtilityTerm
        {
            Name = column,
            Column = column,
            Alternatives = [.. formulas.Where(f => f.Formula.Columns.Contains(column)).Select(f => f.Alternative).OfType<string>()],
            IsOfFormula = true,
        })];
    }

    /// <summary>The variables of the utility and the columns of formulas.</summary>
    public static IEnumerable<UtilityTerm> AllTerms(Study study) => study.Utility.Concat(Terms(study));

    /// <summary>Notes texts that are no formulas, and parameters that none has.</summary>
    public static void Check(StudySource source, InputErrors errors)
    {
        Study study = source.Study;
        if (study.Formula is not null && study.Formulas.Count > 0)
        {
            errors.Add(source.Binder.PlaceOf(study, "formulas"),
                "'formula' is for all alternatives, 'formulas' has one for each; one of both");
        }

        int before = errors.All.Count;
        IEnumerable<(string? Of, string Text)> texts =
            (study.Formula is { } one ? [((string?)null, one)] : Array.Empty<(string?, string)>())
            .Concat(study.Formulas.Select(f => ((string?)f.Key, f.Value)));
        foreach ((string? of, string text) in texts)
        {
            try
            {
                Formula.Parse(text, [.. study.Parameters.Keys]);
            }
            catch (FormulaException fault)
            {
                errors.Add(of is null ? source.Binder.PlaceOf(study, "formula") : PlaceOf(source, of), Message(fault));
            }
        }

        if (errors.All.Count > before)
        {
            return;
        }

        string[] used = [.. Of(study).SelectMany(f => f.Formula.Parameters).Distinct()];
        string[] columns = [.. Terms(study).Select(term => term.Name)];
        foreach (string name in study.Parameters.Keys)
        {
            if (!used.Contains(name))
            {
                errors.Add(source.Binder.PlaceOf(study.Parameters, name), texts.Any(text => Words(text.Text).Contains(name))
                    ? $"the parameter '{name}' cancels out of the formula, which is the same whatever its value"
                    : (InputMessage)$"the parameter '{name}' is in no formula{DidYouMean.Hint(name, columns)}");
            }
        }

        RefuseMovingKinks(source, errors);
        foreach (UtilityTerm term in study.Utility.Where(t => used.Contains(t.Name) || columns.Contains(t.Name)))
        {
            errors.Add(source.Binder.PlaceOf(term, "name"),
                $"'{term.Name}' is in a formula too: say it there alone, as in 'b_{term.Name} * {term.Name}'");
        }

        if (AreIn(study) && used.Length == 0)
        {
            errors.Add(PlaceOf(source, null), "the formula has no parameter; 'parameters: { NAME: START }' says which names are estimated");
        }
    }

    /// <summary>
    /// Refuses parameters that vary over people where they move a kink or a jump: each draw passes it at another value, and the derivatives
    /// of the average over draws leave out the density there, so that standard errors would be too small.
    /// </summary>
    private static void RefuseMovingKinks(StudySource source, InputErrors errors)
    {
        Study study = source.Study;
        var kinks = Of(study).SelectMany(f => f.Formula.MovingKinks).ToList();
        foreach ((string name, _) in study.Parameters.Where(p => p.Value.Distribution != FormulaDistribution.Same))
        {
            if (kinks.FirstOrDefault(kink => kink.Parameters.Contains(name)).Part is { } part)
            {
                errors.Add(source.Binder.PlaceOf(study.Parameters, name),
                    $"'{name}' varies over people and moves the kink or jump of '{part}' in the formula; the curvature of the simulated "
                        + $"likelihood leaves out the people whom it passes, and standard errors would be too small: let '{name}' be the "
                        + $"same for all ('distribution: same'), or, for a coefficient with a part of the people at 0, write 'utility' "
                        + $"with 'model: {{ random: {{ COLUMN: {{ distribution: censored-normal, sign: negative }} }} }}'");
            }
        }
    }

    /// <summary>The names that a text has.</summary>
    private static IEnumerable<string> Words(string text) =>
        Regex.Matches(text, @"\[[^\]]*\]|[\p{L}_][\p{L}\p{N}_.]*").Select(word => word.Value.Trim('[', ']').Trim());

    private static InputMessage Message(FormulaException fault)
    {
        InputMessage found = fault.Found.Length == 0 ? "the end" : (InputMessage)$"'{fault.Found}'";
        int at = fault.Position + 1;
        return fault.Fault switch
        {
            FormulaFault.NoValue => (InputMessage)$"character {at} of the formula: expected a number, a name or a bracket, found {found}",
            FormulaFault.NoOperator => $"character {at} of the formula: expected an operator (+ - * / ^ or a comparison), found {found}",
            FormulaFault.NotClosed => $"character {at} of the formula: expected a closing bracket, found {found}",
            FormulaFault.NoFunction => $"character {at} of the formula: there is no function '{fault.Found}'"
                + $"{DidYouMean.Hint(fault.Found, Formula.Functions)}; functions: {string.Join(", ", Formula.Functions)}",
            _ => $"character {at} of the formula: '{fault.Found}' has another number of arguments: min and max two or more, if three, "
                + $"the others one",
        };
    }
}
