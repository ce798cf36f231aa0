using System.Globalization;
using InstallSim.Indicators;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Precision;

/// <summary>
/// How well an effect shall be known: the half-width of the 95 % interval of its mean is at most so much. Written
/// <c>half-width=X[,indicator=NAME][,year=Y]</c>, X in the unit of the indicator or in per cent of the mean (<c>5%</c>).
/// </summary>
/// <param name="Text">As it was written.</param>
/// <param name="HalfWidth">X; a share of the mean's size where <paramref name="IsRelative"/>.</param>
/// <param name="IsRelative">Whether X is relative to the mean.</param>
/// <param name="Indicator">Name of the indicator; null for the one that the page leads with.</param>
/// <param name="Year">Calendar year; null for the last.</param>
public sealed record PrecisionGoal(string Text, double HalfWidth, bool IsRelative, string? Indicator, int? Year)
{
    private const string HalfWidthKey = "half-width", IndicatorKey = "indicator", YearKey = "year";

    private static readonly string[] Keys = [HalfWidthKey, IndicatorKey, YearKey];

    /// <summary>Reads goals.</summary>
    /// <param name="texts">As they were written.</param>
    /// <param name="years">Years of the run.</param>
    /// <param name="isComparison">Whether there is a baseline, so that what only a comparison tells can be wanted.</param>
    /// <exception cref="InputException">Something is wrong; all of it is said.</exception>
    public static IReadOnlyList<PrecisionGoal> Read(IReadOnlyList<string> texts, YearRange years, bool isComparison)
    {
        var errors = new InputErrors();
        PrecisionGoal[] goals = [.. texts.Select(text => Read(text, years, isComparison, errors))];
        errors.ThrowIfAny();
        return goals;
    }

    private static PrecisionGoal Read(string text, YearRange years, bool isComparison, InputErrors errors)
    {
        var place = new Place("--until");
        Dictionary<string, string> said = Pairs(text, place, errors);
        bool isRelative = false;
        double width = double.NaN;
        if (!said.TryGetValue(HalfWidthKey, out string? number))
        {
            errors.Add(place, new Words(
                $"'{text}' does not say half-width=X: how well effects shall be known, such as half-width=2 or half-width=5%",
                $"«\u00a0{text}\u00a0» ne dit pas half-width=X\u00a0: à quel point les effets doivent être connus, comme half-width=2 ou "
                    + "half-width=5%"));
        }
        else
        {
            isRelative = number.EndsWith('%');
            width = Number(number.TrimEnd('%'), place, errors) / (isRelative ? 100 : 1);
        }

        string? indicator = said.GetValueOrDefault(IndicatorKey);
        int? year = null;
        if (indicator is not null)
        {
            CheckIndicator(indicator, isComparison, place, errors);
        }

        if (said.TryGetValue(YearKey, out string? when))
        {
            year = YearOf(when, indicator, years, place, errors);
        }

        return new PrecisionGoal(text, width, isRelative, indicator, year);
    }

    private static Dictionary<string, string> Pairs(string text, Place place, InputErrors errors)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair.Length < 2 || pair[1].Length == 0)
            {
                errors.Add(place, new Words(
                    $"'{part}' is not key=value; half-width=X[,indicator=NAME][,year=Y] is expected, numbers with a decimal point",
                    $"«\u00a0{part}\u00a0» n’est pas clé=valeur\u00a0; half-width=X[,indicator=NOM][,year=A] est attendu, les nombres avec "
                        + "un point décimal"));
            }
            else if (!Keys.Contains(pair[0]))
            {
                errors.Add(place, $"unknown key '{pair[0]}'{DidYouMean.Hint(pair[0], Keys)}; allowed: {string.Join(", ", Keys)}");
            }
            else if (!said.TryAdd(pair[0], pair[1]))
            {
                errors.Add(place, new Words(
                    $"'{pair[0]}' is said twice in '{text}'; repeat --until for several effects",
                    $"«\u00a0{pair[0]}\u00a0» est dit deux fois dans «\u00a0{text}\u00a0»\u00a0; répéter --until pour plusieurs effets"));
            }
        }

        return said;
    }

    private static double Number(string text, Place place, InputErrors errors)
    {
        bool isNumber = double.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value);
        if (!isNumber || !(value > 0) || !double.IsFinite(value))
        {
            errors.Add(place, new Words(
                $"half-width is '{text}'; a number above 0 in the unit of the indicator is expected, or a percentage of the effect, such "
                    + "as 5%",
                $"half-width vaut «\u00a0{text}\u00a0»\u00a0; attendu\u00a0: un nombre supérieur à 0 dans l’unité de l’indicateur, ou un "
                    + "pourcentage de l’effet, comme 5%"));
        }

        return value;
    }

    private static void CheckIndicator(string name, bool isComparison, Place place, InputErrors errors)
    {
        string[] known =
        [
            .. IndicatorCatalog.Recorded.Select(i => i.Name), .. isComparison ? IndicatorCatalog.Compared.Select(i => i.Name) : [],
        ];
        if (!known.Contains(name))
        {
            errors.Add(place, new Words(
                $"there is no indicator '{name}'{DidYouMean.Hint(name, known).English}; known: {string.Join(", ", known)}",
                $"il n’y a pas d’indicateur «\u00a0{name}\u00a0»{DidYouMean.Hint(name, known).French}\u00a0; connus\u00a0: "
                    + string.Join(", ", known)));
        }
    }

    private static int? YearOf(string text, string? indicator, YearRange years, Place place, InputErrors errors)
    {
        bool isLastOnly = IndicatorCatalog.Compared.Any(i => i.Name == indicator);
        int from = isLastOnly ? years.Until : years.From;
        bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year);
        if (!isNumber || year < from || year > years.Until)
        {
            errors.Add(place, new Words(
                $"year is '{text}'; a year from {from} to {years.Until} is expected",
                $"year vaut «\u00a0{text}\u00a0»\u00a0; une année de {from} à {years.Until} est attendue"));
        }

        return year;
    }
}
