using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace InstallSim.Inputs;

/// <summary>Decimal commas in brackets and braces, where YAML takes a comma for the end of a value.</summary>
/// <param name="text">The whole text that is parsed.</param>
internal sealed class YamlCommas(string text)
{
    /// <summary>
    /// Whether a key without a value and without a colon is the decimals of the number before it, as 4 in <c>{ share: 0,4 }</c>; not
    /// 2030 in <c>{ amount: 20, 2030: }</c>, which is a key.
    /// </summary>
    /// <param name="before">The value before it.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="start">Where the key begins.</param>
    /// <param name="next">Where what follows the key begins.</param>
    public bool AreDecimals(YamlNode? before, YamlScalar key, YamlNode value, Mark start, Mark next) =>
        value is YamlScalar { IsEmpty: true } && key.Text.All(char.IsAsciiDigit)
        && before is YamlScalar { IsQuoted: false } whole && whole.Place.Line == key.Place.Line && IsWhole(whole.Text)
        && Between(start.Index - 1, start.Index) is "," && !Between(start.Index, next.Index).Contains(':');

    /// <summary>
    /// What may be meant by a list in brackets with decimal commas, <c>[0,4, 0,5]</c>: its numbers with decimal points. A comma with a
    /// space behind ends a number, one without stands before a fraction. Null where the commas tell of no fraction.
    /// </summary>
    /// <param name="items">The items as they were parsed.</param>
    public IReadOnlyList<string>? Decimals(IReadOnlyList<Scalar?> items)
    {
        var numbers = new List<string>();
        bool isFraction = false, hasFraction = false;
        for (int k = 0; k < items.Count; k++)
        {
            if (items[k] is not { Style: ScalarStyle.Plain } item || !IsWhole(item.Value))
            {
                return null;
            }

            bool isClose = k > 0 && Between(items[k - 1]!.End.Index, item.Start.Index) is ",";
            if (!isClose)
            {
                isFraction = false;
                numbers.Add(item.Value);
                continue;
            }

            if (isFraction || !item.Value.All(char.IsAsciiDigit))
            {
                return null;
            }

            isFraction = hasFraction = true;
            numbers[^1] = $"{numbers[^1]}.{item.Value}";
        }

        return hasFraction ? numbers : null;
    }

    /// <summary>Whether numbers with decimal points go up or down all the way, and those that stand there do not.</summary>
    public static bool AreLikelier(IReadOnlyList<string> decimals, IReadOnlyList<string> items) =>
        decimals.Count > 1 && IsOrdered(decimals) && !IsOrdered(items);

    private static bool IsOrdered(IReadOnlyList<string> numbers)
    {
        double[] values = [.. numbers.Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        int[] steps = [.. values.Skip(1).Zip(values, (next, value) => next.CompareTo(value))];
        return steps.All(step => step > 0) || steps.All(step => step < 0);
    }

    private static bool IsWhole(string number) => long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private ReadOnlySpan<char> Between(long from, long until) =>
        from >= 0 && until >= from && until <= text.Length ? text.AsSpan((int)from, (int)(until - from)) : default;
}
