using System.Globalization;
using InstallSim.Experiments.Points;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Sweeps;

/// <summary>Whether a design is whole and fits its numbers.</summary>
internal static class DesignChecks
{
    /// <summary>What can be told before the scenarios are read.</summary>
    public static void Alone(SweepSettings settings, Binder binder, InputErrors errors)
    {
        DesignSettings design = settings.Design;
        if (!binder.IsRight(settings, "design"))
        {
            return;
        }

        bool isGrid = design.Type == DesignType.Grid;
        if (isGrid && design.Points is not null)
        {
            errors.Add(binder.PlaceOf(design, "points"), new Words(
                "a grid has the points that 'levels' and 'values' make; remove 'points'",
                "une grille a les points que font «\u00a0levels\u00a0» et «\u00a0values\u00a0»\u00a0; retirer «\u00a0points\u00a0»"));
        }

        if (isGrid && design.Levels is null && design.Values.Count == 0)
        {
            errors.Add(binder.PlaceOf(design), new Words(
                "a grid needs 'levels', or 'values' of its numbers",
                "une grille demande «\u00a0levels\u00a0», ou les «\u00a0values\u00a0» de ses nombres"));
        }

        if (!isGrid && design.Points is null)
        {
            errors.Add(binder.PlaceOf(design), new Words(
                "say how many 'points' the design has", "dire combien de «\u00a0points\u00a0» a le plan"));
        }

        if (!isGrid && (design.Levels is not null || design.Values.Count > 0))
        {
            errors.Add(binder.PlaceOf(design, design.Levels is null ? "values" : "levels"), new Words(
                "'levels' and 'values' are for a grid; these points lie anywhere within the ranges",
                "«\u00a0levels\u00a0» et «\u00a0values\u00a0» sont pour une grille\u00a0; ces points sont partout dans les plages"));
        }

        foreach (string name in design.Values.Where(v => v.Value.Count == 0).Select(v => v.Key))
        {
            errors.Add(binder.PlaceOf(design, "values"), new Words(
                $"'{name}' has no value; list at least one", $"«\u00a0{name}\u00a0» n’a pas de valeur\u00a0; en donner au moins une"));
        }
    }

    /// <summary>What needs the numbers of the scenarios; where some are at fault, what the others tell.</summary>
    public static void WithNumbers(DesignSettings design, IReadOnlyList<PlanNumber> numbers, Binder binder, PlanFaults faults)
    {
        InputErrors errors = faults.Errors;
        string[] names = [.. numbers.Select(n => n.Name)];
        foreach ((string name, IReadOnlyList<double> values) in design.Values)
        {
            PlanNumber? number = numbers.FirstOrDefault(n => n.Name == name);
            if (number is null && faults.AreNumbersRight)
            {
                (string known, InputMessage hint) = (string.Join(", ", names), DidYouMean.Hint(name, names));
                errors.Add(binder.PlaceOf(design, "values"), new Words(
                    $"'{name}' is none of the plan's numbers{hint.English}; numbers: {known}",
                    $"«\u00a0{name}\u00a0» n’est aucun des nombres du plan{hint.French}\u00a0; nombres\u00a0: {known}"));
            }
            else if (number is { IsWhole: true } && values.Where(v => v != Math.Floor(v)).ToArray() is { Length: > 0 } broken)
            {
                errors.Add(binder.PlaceOf(design, "values"), new Words(
                    $"'{name}' counts something, and {Text(broken[0])} is no whole number",
                    $"«\u00a0{name}\u00a0» compte quelque chose, et {Text(broken[0])} n’est pas un nombre entier"));
            }
            else if (number is not null && values.CountBy(v => v).Where(v => v.Value > 1).ToArray() is { Length: > 0 } again)
            {
                errors.Add(binder.PlaceOf(design, "values"), new Words(
                    $"{Text(again[0].Key)} of '{name}' is there {again[0].Value} times; each value once",
                    $"{Text(again[0].Key)} de «\u00a0{name}\u00a0» y est {again[0].Value} fois\u00a0; chaque valeur une fois"));
            }
            else if (number is not null && values.Where(v => v < number.Low || v > number.High).ToArray() is { Length: > 0 } outside)
            {
                errors.Add(binder.PlaceOf(design, "values"), new Words(
                    $"{Text(outside[0])} of '{name}' is outside its range, {Text(number.Low)} to {Text(number.High)}; 'numbers' widens it",
                    $"{Text(outside[0])} de «\u00a0{name}\u00a0» est hors de sa plage, de {Text(number.Low)} à {Text(number.High)}\u00a0; "
                        + "l’élargir dans «\u00a0numbers\u00a0»"));
            }
        }

        if (!faults.AreNumbersRight || !binder.IsRight(design, "type", "levels", "values"))
        {
            return;
        }

        if (design.Type == DesignType.Grid && design.Levels is null
            && names.Where(n => !design.Values.ContainsKey(n)).ToArray() is { Length: > 0 } without && design.Values.Count > 0)
        {
            string some = string.Join(", ", without);
            errors.Add(binder.PlaceOf(design, "values"), new Words(
                $"no values for {some}; say 'levels' for all others",
                $"pas de valeurs pour {some}\u00a0; dire «\u00a0levels\u00a0» pour les autres"));
        }

        if (numbers.Count > SweepDesign.MostNumbers(design.Type))
        {
            int most = SweepDesign.MostNumbers(design.Type);
            errors.Add(binder.PlaceOf(design, "type"), new Words(
                $"Sobol' points are known for {most} numbers at most, found {numbers.Count}; take latin-hypercube",
                $"les points de Sobol’ sont connus pour {most} nombres au plus, trouvé {numbers.Count}\u00a0; prendre latin-hypercube"));
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
