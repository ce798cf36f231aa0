using System.Globalization;

namespace InstallSim.Inputs;

/// <summary>Checks each <see cref="Quantity"/> of an object: its numbers against the bounds of its key, its value against its range.</summary>
internal static class QuantityChecks
{
    private static readonly InputType Number = InputType.Of(typeof(double), canBeNull: false);

    /// <summary>Notes what is wrong with the quantities of <paramref name="owner"/>.</summary>
    public static void Check(object owner, Binder binder, InputErrors errors)
    {
        foreach (InputKey key in InputKey.Of(owner.GetType()))
        {
            if (key.Property.GetValue(owner) is Quantity quantity)
            {
                Check(key, owner, quantity, binder, errors);
            }
        }
    }

    private static void Check(InputKey key, object owner, Quantity quantity, Binder binder, InputErrors errors)
    {
        bool isInside = true;
        foreach ((string part, double? number) in new[] { ("value", quantity.Value), ("low", quantity.Low), ("high", quantity.High) })
        {
            if (number is { } n && !(n >= key.Attribute.Min && n <= key.Attribute.Max))
            {
                string expected = InputScalars.Expected(Number, key.Attribute, []);
                errors.Add(PlaceOf(part), $"'{key.Name}': {Text(n)} is out of range; expected {expected}");
                isInside = false;
            }
        }

        double low = quantity.Low ?? quantity.Value, high = quantity.High ?? quantity.Value;
        if (isInside && !(low <= quantity.Value && quantity.Value <= high))
        {
            string range = $"{Text(low)}–{Text(high)}";
            errors.Add(PlaceOf("value"), $"'{key.Name}': the value {Text(quantity.Value)} lies outside its own range {range}");
        }

        Place PlaceOf(string part) => binder.IsWritten(owner, key.Name) ? binder.PlaceOf(quantity, part) : binder.PlaceOf(owner);
    }

    private static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
