namespace InstallSim.Inputs;

public sealed partial class Binder
{
    private static readonly InputMessage Outside = ", and it lies outside";

    /// <summary>Whether what is bound may have more keys in a file that could not be read; items of lists have all of theirs.</summary>
    private bool MayInherit => !isWhole && _lists == 0;

    /// <summary>Refuses a key.</summary>
    /// <returns>The key that may be meant; null where none is near.</returns>
    private string? RefuseKey(YamlEntry entry, IReadOnlyList<string> known)
    {
        InputMessage hint = DidYouMean.Hint(entry.Key, known);
        errors.Add(entry.KeyPlace, $"unknown key '{entry.Key}'{hint}; allowed: {string.Join(", ", known)}");
        return DidYouMean.Find(entry.Key, known);
    }

    private void RefuseMissing(object made, YamlMapping mapping, IEnumerable<InputKey> keys)
    {
        foreach (InputKey key in keys.Where(key => key.Attribute.Required && mapping.Find(key.Name) is null && !MayInherit))
        {
            NoteFault(made, key.Name);
            errors.Add(mapping.Place,
                $"key '{key.Name}' is missing; {InputScalars.Expected(key.Type, key.Attribute, _catalogs.NamesOf(key))} is required");
        }
    }

    /// <summary>The class that <c>type:</c> names; where it names none, the one it is a guess at, so that other faults show too.</summary>
    private Type? ChosenType(Type type, YamlMapping mapping, out bool isGuess)
    {
        IReadOnlyDictionary<string, Type> types = _catalogs.TypesOf(type)!;
        string known = string.Join(", ", types.Keys.Order(StringComparer.Ordinal));
        YamlNode? said = mapping.Find(TypeKey)?.Value;
        isGuess = false;
        if (said is YamlScalar { Text: var name } && types.TryGetValue(name, out Type? chosen))
        {
            return chosen;
        }

        isGuess = true;
        if (MayInherit && said is null)
        {
            return null;
        }

        string? near = DidYouMean.Find((said as YamlScalar)?.Text ?? "", types.Keys);
        InputMessage rest = near is null && mapping.Entries.Any(entry => entry.Key != TypeKey)
            ? "; its other keys are checked once the type is known"
            : InputMessage.None;
        errors.Add(said?.Place ?? mapping.Place, said switch
        {
            null => (InputMessage)$"key '{TypeKey}' is missing; one of {known}{rest}",
            YamlScalar { Text.Length: > 0 } text =>
                $"unknown type {text.Found}{DidYouMean.Hint(text.Text, types.Keys)}; known: {known}{rest}",
            _ => $"'{TypeKey}': expected one of {known}, found {said.Found}{rest}",
        });
        return near is null ? null : types[near];
    }
}
