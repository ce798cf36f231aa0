using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>Which parts of a model go together, and the general mixed logit that those make which do.</summary>
internal sealed class GeneralModel(
    StudySource source, ModelSettings model, IReadOnlyList<string> variables, InputErrors errors)
{
    /// <summary>Whether the settings need more than a mixed logit, a nested logit or a logit with scale.</summary>
    public static bool IsOne(ModelSettings model)
    {
        bool isMixed = model.Random.Count > 0 || model.Numeraire is not null || model.RandomScale is not null;
        return Classes(model) == 1 && (model.RandomScale is not null || HasSpreadBy(model)
            || (isMixed && model.Nests.Count + model.Scale.Count > 0) || (model.Nests.Count > 0 && model.Scale.Count > 0));
    }

    /// <summary>The model.</summary>
    public static GeneralMixedLogit Of(ModelSettings model, MixedLogit tastes, IReadOnlyList<Nest> nests) => new(
        tastes, model.Scale,
        model.RandomScale is { } scale ? new RandomScale { Unscaled = scale.Unscaled, Gamma = scale.Gamma } : null, nests);

    /// <summary>What it is called.</summary>
    public static string Name(ModelSettings model, string panel, string space)
    {
        string kind = (model.RandomScale is not null, model.Random.Count > 0) switch
        {
            (true, true) => "generalised multinomial logit (G-MNL)",
            (true, false) => "scale-heterogeneity logit (S-MNL)",
            (false, true) => "mixed logit",
            _ => "multinomial logit",
        };
        bool isPanel = model.Random.Count > 0 || model.RandomScale is not null;
        return $"{(isPanel ? panel : "")}{(model.Correlated.Count > 0 ? "correlated " : "")}{(model.Nests.Count > 0 ? "nested " : "")}"
            + $"{kind}{(model.Scale.Count > 0 ? " with scale" : "")}{space}";
    }

    /// <summary>Refuses what does not go together, and names that are not there.</summary>
    /// <param name="isCrossed">Whether an alternative is in several nests.</param>
    public void Check(bool isCrossed)
    {
        bool isMixed = model.Random.Count > 0 || model.Numeraire is not null;
        bool hasMore = model.Nests.Count > 0 || model.RandomScale is not null;
        bool[] alone =
        [
            model.Regret.Count > 0, model.BoxCox.Count > 0, Classes(model) > 1 && !hasMore,
            hasMore || (Classes(model) == 1 && (isMixed || (model.Scale.Count > 0 && model.BoxCox.Count == 0))),
        ];
        if (alone.Count(k => k) > 1 || (Classes(model) > 1 && (hasMore || HasSpreadBy(model))))
        {
            errors.Add(source.Binder.PlaceOf(source.Study, "model"),
                "regret, box-cox (but with scale) and classes (but with random coefficients and scale) are models of their own; one of "
                    + "them");
        }

        if (isCrossed && (isMixed || model.Scale.Count > 0 || model.RandomScale is not null))
        {
            errors.Add(source.Binder.PlaceOf(model, "nests"),
                "an alternative is in several nests: a cross-nested logit goes with no random coefficients and no scale");
        }

        if (model.Unscaled && !isCrossed && IsOne(model))
        {
            errors.Add(source.Binder.PlaceOf(model, "unscaled"), "'unscaled' is for nested logits without random coefficients and scale");
        }

        CheckScale();
        CheckSpreads();
    }

    private static int Classes(ModelSettings model) => Math.Max(model.Classes, model.ScaleClasses);

    private static bool HasSpreadBy(ModelSettings model) => model.Random.Values.Any(random => random.SpreadBy.Count > 0);

    private void CheckScale()
    {
        if (model.RandomScale is not { } scale)
        {
            return;
        }

        if (model.Numeraire is { } numeraire)
        {
            errors.Add(source.Binder.PlaceOf(model, "random-scale"),
                $"in willingness-to-pay space the coefficient of the numeraire is the scale: let it vary ('random: {{ {numeraire}: "
                    + $"lognormal }}') instead of 'random-scale'");
        }

        foreach ((int i, string name) in scale.Unscaled.Index().Where(unscaled => !variables.Contains(unscaled.Item)))
        {
            errors.Add(source.Binder.PlaceOf(scale, "unscaled", i),
                $"'{name}' is no variable of the utility{DidYouMean.Hint(name, variables)}; variables: {string.Join(", ", variables)}");
        }

        if (variables.All(scale.Unscaled.Contains))
        {
            errors.Add(source.Binder.PlaceOf(scale, "unscaled"), "no coefficient is left for the random scale");
        }
    }

    private void CheckSpreads()
    {
        foreach ((string name, RandomSettings random) in model.Random.Where(random => random.Value.SpreadBy.Count > 0))
        {
            Place place = source.Binder.PlaceOf(random, "sd-by");
            if (random.Distribution == Distribution.ZeroBoundedTriangular)
            {
                errors.Add(place, $"'{name}' is zero-bounded-triangular: its spread is its mean, and depends on nothing else");
            }
        }
    }
}
