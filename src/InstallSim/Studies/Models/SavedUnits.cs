using System.Globalization;
using System.Text.RegularExpressions;
using InstallSim.Choice.Kernels;
using InstallSim.Inputs;
using InstallSim.Preferences;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>
/// Whether a variable of a study is measured as the simulation's that it is saved as: a coefficient of kilometres is none of their
/// logarithm. What cannot be is refused; what most probably is not is warned of.
/// </summary>
internal static partial class SavedUnits
{
    /// <summary>ASSUMPTION: incomes further apart than this are no k€ a year.</summary>
    private const double MostKeur = 1000;

    /// <summary>Refuses variables whose values lie further apart than any of the simulation's can.</summary>
    public static void Check(StudySource source, StudyChoices choices, InputErrors errors)
    {
        foreach (SavedVariable v in Of(source, choices).Where(v => v.Seen.Most - v.Seen.Least > v.Of.Span + 1e-9))
        {
            (string least, string most, string unit, string span) = (Plain(v.Seen.Least), Plain(v.Seen.Most), v.Of.Unit,
                v.Of.Span.ToString("0.##", CultureInfo.InvariantCulture));
            errors.Add(v.Place, new Words(
                $"'{v.Name}' goes from {least} to {most} and cannot be saved as '{v.Of.Name}', which in the simulation is {unit} and never "
                    + $"differs by more than {span}: it has another unit or coding, and so has its coefficient. {v.Of.Definition} "
                    + Remedy(v).English,
                $"«\u00a0{v.Name}\u00a0» va de {least} à {most} et ne peut être enregistrée comme «\u00a0{v.Of.Name}\u00a0», qui dans la "
                    + $"simulation est {Units.French(unit)} et ne varie jamais de plus de {span}\u00a0: elle a une autre unité ou un autre "
                    + $"codage, et son coefficient aussi. {v.Of.French} {Remedy(v).French}"));
        }
    }

    /// <summary>What most probably has another unit than the simulation's; it goes into the file, where every run repeats it.</summary>
    public static IEnumerable<InputWarning> Warnings(StudySource source, StudyChoices choices) => Of(source, choices)
        .Select(v => (v.Place, Why: Why(v))).Where(found => found.Why is not null)
        .Select(found => new InputWarning(found.Place, found.Why!));

    private static Words? Why(SavedVariable v)
    {
        (string unit, string french) = (v.Of.Unit, Units.French(v.Of.Unit));
        Words? here = v.Of.IsLogarithm
            ? v.IsLogarithm ? OfLogarithm(v)
            : IsLinear(v.Unit) ? new($"as it stands, in {v.Unit}", $"telle quelle, en {v.Unit}")
            : v.IsWhole ? new($"as it stands, of whole numbers ({Values(v)})", $"telle quelle, de nombres entiers ({Values(v)})")
            : null
            : v.IsLogarithm ? new("its logarithm ('log' under derived)", "son logarithme («\u00a0log\u00a0» sous derived)")
            : v.Of == VariableCatalog.Income ? OfIncome(v)
            : null;
        return here is null ? null : new Words(
            $"'{v.Name}' is saved as '{v.Of.Name}', which in the simulation is {unit}, and here is {here.English}: where they are not the "
                + $"same, the coefficient means something else. {Remedy(v).English}",
            $"«\u00a0{v.Name}\u00a0» est enregistrée comme «\u00a0{v.Of.Name}\u00a0», qui dans la simulation est {french}, et ici est "
                + $"{here.French}\u00a0: si ce n’est pas la même chose, le coefficient veut dire autre chose. {Remedy(v).French}");
    }

    /// <summary>A logarithm of kilometres, which begins elsewhere than that of 1 + d / 20 km.</summary>
    private static Words? OfLogarithm(SavedVariable v) => v.Of is IDistanceVariable && (IsLinear(v.Unit) || v.IsWhole)
        ? new($"the logarithm of whole numbers, as kilometres ({Values(v)})",
            $"le logarithme de nombres entiers, comme des kilomètres ({Values(v)})")
        : null;

    /// <summary>Whether a unit is said, and of no logarithm.</summary>
    private static bool IsLinear(string unit) => unit.Length > 0 && !unit.Contains("ln", StringComparison.OrdinalIgnoreCase)
        && !unit.Contains("log", StringComparison.OrdinalIgnoreCase);

    private static Words? OfIncome(SavedVariable v) =>
        v.Unit.Length > 0 && (!Keur().IsMatch(v.Unit) || OtherPeriod().IsMatch(v.Unit)) ? new($"in {v.Unit}", $"en {v.Unit}")
        : v.Seen.Most - v.Seen.Least > MostKeur
            ? new($"from {Plain(v.Seen.Least)} to {Plain(v.Seen.Most)}, as euros", $"de {French(v.Seen.Least)} à "
                + $"{French(v.Seen.Most)}, comme des euros")
        : null;

    private static Words Remedy(SavedVariable v) => v.Of == VariableCatalog.Income
        ? new($"Bring it to {v.Of.Unit} ('divide-by')", $"La ramener à {Units.French(v.Of.Unit)} («\u00a0divide-by\u00a0»)")
        : new($"Bring it to {v.Of.Unit} by a column of the table, 'derived' or 'divide-by', or leave it out, 'save: {{ as: {{ {v.Name}: "
                + $"{SavedNames.LeaveOut} }} }}'",
            $"La ramener à {Units.French(v.Of.Unit)} par une colonne du tableau, «\u00a0derived\u00a0» ou «\u00a0divide-by\u00a0», ou "
                + $"l’omettre, «\u00a0save: {{ as: {{ {v.Name}: {SavedNames.LeaveOut} }} }}\u00a0»");

    private static string Values(SavedVariable v) =>
        string.Join(", ", v.Values.Take(4).Select(Plain)) + (v.Values.Length > 4 ? ", …" : "");

    private static string Plain(double value) => InputScalars.Plain(Math.Round(value, 6));

    private static string French(double value) => InputScalars.FrenchPlain(Math.Round(value, 6));

    /// <summary>The variables that are saved, with what they are saved as.</summary>
    private static IEnumerable<SavedVariable> Of(StudySource source, StudyChoices choices)
    {
        if (StudyFormulas.AreIn(source.Study))
        {
            yield break;
        }

        foreach ((string name, UtilityTerm term, _) in StudyReader.Parameters(source.Study, choices.Alternatives))
        {
            string saved = name == source.Study.Save.Income ? VariableCatalog.Income.Name : SavedNames.Of(source.Study, name);
            if (!term.Constant && VariableCatalog.All.FirstOrDefault(v => v.Name == saved) is { } variable
                && choices.Description.Variables.FirstOrDefault(v => v.Name == name) is { } seen)
            {
                yield return Traced(source, term, new SavedVariable(name, variable, SavedNames.PlaceOf(source, name, term), seen));
            }
        }
    }

    /// <summary>Follows a variable back to the column of the table that it is made of, as far as it is one.</summary>
    private static SavedVariable Traced(StudySource source, UtilityTerm term, SavedVariable variable)
    {
        Study study = source.Study;
        string column = term.Column ?? term.Name;
        double[] values = [.. variable.Seen.Levels.Select(level => level.Value * term.DivideBy)];
        bool isLogarithm = false;
        while (study.Derived.FirstOrDefault(d => d.Name == column && d.Recipe is Recipe.Log or Recipe.Scale) is { } made)
        {
            isLogarithm |= made.Recipe == Recipe.Log;
            values = [.. values.Select(v => made.Recipe == Recipe.Log ? Elementary.Exp(v) : v * made.DivideBy)];
            column = made.Of[0];
        }

        string unit = study.Design?.Attributes.FirstOrDefault(a => a.Name == column && a.Unit.Length > 0)?.Unit
            ?? (study.WillingnessToPay is { } pay && pay.Denominator == variable.Name ? pay.Unit : "");
        return variable with { IsLogarithm = isLogarithm, Values = values, Unit = unit };
    }

    [GeneratedRegex("k\\s?(€|eur)", RegexOptions.IgnoreCase)]
    private static partial Regex Keur();

    [GeneratedRegex("month|mois|mensuel|week|semaine|day|jour|hour|heure", RegexOptions.IgnoreCase)]
    private static partial Regex OtherPeriod();

    /// <summary>A variable of the study.</summary>
    /// <param name="Name">Its name there.</param>
    /// <param name="Of">The simulation's that it is saved as.</param>
    /// <param name="Place">Where the study says so.</param>
    /// <param name="Seen">Its values in the data.</param>
    private sealed record SavedVariable(string Name, IUtilityVariable Of, Place Place, VariableSeen Seen)
    {
        /// <summary>Whether it is made by a logarithm.</summary>
        public bool IsLogarithm { get; init; }

        /// <summary>The values of the column that it is made of; empty where they are many.</summary>
        public double[] Values { get; init; } = [];

        /// <summary>The unit that the study says of it, or of its column; empty when none.</summary>
        public string Unit { get; init; } = "";

        /// <summary>Whether the column holds several numbers, all of them whole.</summary>
        public bool IsWhole => Values.Length > 1
            && Array.TrueForAll(Values, v => Math.Abs(v - Math.Round(v)) < 1e-6 * Math.Max(1, Math.Abs(v)));
    }
}
