namespace InstallSim.Inputs;

/// <summary>Checks the range that is written around a value.</summary>
internal static class QuantityRange
{
    /// <summary>A range has both ends, in order, and the value between them.</summary>
    /// <param name="number">The number.</param>
    /// <param name="mapping">What is written of it.</param>
    /// <param name="subject">Names its key.</param>
    /// <param name="errors">Told what is wrong.</param>
    public static void Check(IDoubtful number, YamlMapping mapping, InputMessage subject, InputErrors errors)
    {
        YamlNode? Written(string key) => mapping.Find(key)?.Value is { } value and not YamlScalar { IsNull: true } ? value : null;
        (YamlNode? low, YamlNode? high) = (Written("low"), Written("high"));
        if ((low is null) != (high is null))
        {
            errors.Add((low ?? high)!.Place,
                $"{subject}'{(low is null ? "high" : "low")}' stands without '{(low is null ? "low" : "high")}': a range has both ends, "
                    + $"or the value is certain and has none");
        }
        else if (number.Low > number.High)
        {
            errors.Add(low!.Place,
                $"{subject}'low', {InputScalars.Plain(number.Low.Value)}, is above 'high', {InputScalars.Plain(number.High.Value)}");
        }
        else if (Written("value") is { } value && number is { Low: { } least, High: { } most }
            && (number.Value < least || number.Value > most)
            && errors.All.All(error => error.Place != value.Place))
        {
            errors.Add(value.Place,
                $"{subject}{InputScalars.Plain(number.Value)} lies outside its own range, {InputScalars.Plain(least)} to "
                    + $"{InputScalars.Plain(most)}{InputScalars.HintOfCertain(value.Place.File, number)}");
        }
    }
}
