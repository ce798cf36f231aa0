namespace InstallSim.Inputs;

/// <summary>Checks the range that is written around a value.</summary>
internal static class QuantityRange
{
    /// <summary>A range has both ends, in order, and the value between them.</summary>
    public static void Check(IDoubtful number, YamlMapping mapping, InputErrors errors)
    {
        YamlNode? Written(string key) => mapping.Find(key)?.Value is { } value and not YamlScalar { IsNull: true } ? value : null;
        (YamlNode? low, YamlNode? high) = (Written("low"), Written("high"));
        if ((low is null) != (high is null))
        {
            errors.Add((low ?? high)!.Place,
                $"'{(low is null ? "high" : "low")}' stands without '{(low is null ? "low" : "high")}': a range has both ends, or the "
                    + $"value is certain and has none");
        }
        else if (number.Low > number.High)
        {
            errors.Add(low!.Place,
                $"'low': {InputScalars.Plain(number.Low.Value)} is above 'high', {InputScalars.Plain(number.High.Value)}");
        }
        else if (Written("value") is { } value && number is { Low: { } least, High: { } most }
            && (number.Value < least || number.Value > most)
            && errors.All.All(error => error.Place != value.Place))
        {
            errors.Add(value.Place,
                $"'value': {InputScalars.Plain(number.Value)} lies outside its own range, {InputScalars.Plain(least)} to "
                    + $"{InputScalars.Plain(most)}");
        }
    }
}
