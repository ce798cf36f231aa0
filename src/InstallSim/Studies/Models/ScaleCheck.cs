using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>
/// Refuses columns of a scale, and of spreads, whose slopes cannot be told: made up of one another and 1. The level of a scale is that of
/// all coefficients, and the level of a spread its <c>sd.x</c>: only where these are fixed is 1 no column beside them.
/// </summary>
internal static class ScaleCheck
{
    /// <summary>Adds what is wrong.</summary>
    public static void Check(StudySource source, ChoiceData data, EstimationOptions options, InputErrors errors)
    {
        ModelSettings model = source.Study.Model;
        int[] situations = [.. Enumerable.Range(0, data.Situations).Where(n => data.Weight(n) > 0 && data.Alternatives(n) > 1)];
        bool hasLevel = !options.Fixed.Any(held => !IsSlope(held.Key) && (held.Value != 0 || model.Random.ContainsKey(held.Key)));
        foreach (string[] together in Together(data, model.Scale, situations, hasLevel, name => IsBound(options, $"scale.{name}")))
        {
            errors.Add(source.Binder.PlaceOf(model, "scale"),
                $"{Quoted(together)} are collinear over choice situations, so that no slope of the scale can be told from the others: "
                    + $"leave one out");
        }

        int[] people = [.. Enumerable.Range(0, data.Persons).Select(data.FirstSituation).Where(n => data.Weight(n) > 0)];
        foreach ((string x, RandomSettings random) in model.Random)
        {
            Place place = source.Binder.PlaceOf(random, "sd-by");
            bool varies = !options.Fixed.Keys.Any(held => held == $"sd.{x}"
                || held.StartsWith($"chol.{x}.", StringComparison.Ordinal));
            bool IsHeld(string z) => IsBound(options, $"sd-by.{x}.{z}");
            foreach (string same in random.SpreadBy.Distinct().Where(z => data.Names.Contains(z) && varies && !IsHeld(z)
                && Array.TrueForAll(CollinearColumns.Around(Values(data, z, people)), v => v == 0)))
            {
                errors.Add(place, $"'{same}' is the same for everybody and explains no spread: its effect is that of 'sd.{x}'");
            }

            foreach (string[] together in Together(data, random.SpreadBy, people, varies, IsHeld))
            {
                errors.Add(place,
                    $"{Quoted(together)} are collinear over people, so that no slope of the spread of '{x}' can be told from the others: "
                        + $"leave one out");
            }
        }
    }

    private static bool IsBound(EstimationOptions options, string parameter) =>
        options.Fixed.ContainsKey(parameter) || options.Equal.Any(group => group.Contains(parameter));

    private static bool IsSlope(string parameter) =>
        parameter.StartsWith("scale.", StringComparison.Ordinal) || parameter.StartsWith("sd-by.", StringComparison.Ordinal)
            || parameter.StartsWith("member", StringComparison.Ordinal) || parameter is "tau" or "gamma";

    private static IEnumerable<string[]> Together(
        ChoiceData data, IReadOnlyList<string> names, int[] situations, bool hasLevel, Predicate<string> isBound) =>
        CollinearColumns.In(names.Distinct().Where(name => data.Names.Contains(name) && !isBound(name))
            .Select(name => (name, Values(data, name, situations)))
            .Select(column => (column.name, hasLevel ? CollinearColumns.Around(column.Item2) : CollinearColumns.Scaled(column.Item2)))
            .Where(column => column.Item2.Any(v => v != 0)));

    private static double[] Values(ChoiceData data, string name, int[] situations) =>
        [.. situations.Select(n => data.Column(name)[data.Start(n)])];

    private static string Quoted(string[] names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
