using System.Reflection;

namespace InstallSim.Inputs;

public sealed partial class Binder
{
    /// <summary>
    /// Of a default in thousands of euros so many times more or less is plausible: what is written in euros or millions, for up to ten
    /// times more or less than the default, lies outside.
    /// </summary>
    private const double OfDefault = 100;

    /// <summary>Warns of a number that may be a slip in the unit: percents for a share, euros or millions for thousands of euros.</summary>
    private void WarnOfSlip(InputKey key, YamlNode node, object? initial, object value)
    {
        string unit = key.Attribute.Unit;
        bool isMoney = unit.StartsWith("k€", StringComparison.Ordinal);
        (double Least, double Most, InputMessage Why)? plausible =
            key.Property.GetCustomAttribute<PlausibleAttribute>() is { } said ? (said.Least, said.Most, said.Why)
            : isMoney && Number(initial) is { } standard and > 0
            ? (standard / OfDefault, standard * OfDefault, (InputMessage)$"the default is {standard:0.###############}")
            : null;
        if (plausible is not var (least, most, why) || Number(value) is not { } number || number == 0
            || (Math.Abs(number) >= least && Math.Abs(number) <= most))
        {
            return;
        }

        Place place = ((node as YamlMapping)?.Find("value")?.Value ?? node).Place;
        string written = InputScalars.Plain(number);
        Words euros = InputScalars.Said(Math.Round(1000 * number, 6));
        Words found = isMoney
            ? new Words($"{written} {unit}, that is {euros.English} €,", $"{written} {Units.French(unit)}, soit {euros.French} €,")
            : new Words($"{written} {unit}".TrimEnd(), $"{written} {Units.French(unit)}".TrimEnd());
        errors.Warn(new InputWarning(place, $"'{key.Name}': {found} is hardly meant: {least:0.###############} to "
            + $"{most:0.###############} is plausible ({why})"));
    }

    /// <summary>
    /// Says of a list in brackets that decimal commas may be meant: instead of what was wrong with its items, or as a warning where they
    /// are right but in no order, and numbers with decimal points would be.
    /// </summary>
    private void TellDecimals(YamlSequence list, int errorsBefore, InputMessage subject)
    {
        if (list.Decimals is not { } decimals)
        {
            return;
        }

        InputMessage said = $"{subject}in brackets a comma ends a value: these are {list.Items.Count} values; write "
            + $"[{string.Join(", ", decimals)}] if decimal commas are meant, a space behind each comma if not";
        if (errors.All.Count > errorsBefore)
        {
            errors.Replace([.. errors.All.Skip(errorsBefore)], new InputError(list.Place, said));
        }
        else if (YamlCommas.AreLikelier(decimals, [.. list.Items.OfType<YamlScalar>().Select(item => item.Text)]))
        {
            errors.Warn(new InputWarning(list.Place, said));
        }
    }

    private static double? Number(object? value) => value switch
    {
        double number => number,
        int number => number,
        Quantity number => number.Value,
        _ => null,
    };
}
