using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>Makes the choice model that a study describes; the kind follows from what is said.</summary>
internal sealed class ModelBuilder(
    StudySource source, ModelSettings model, IReadOnlyList<string> variables, IReadOnlyList<string> alternatives, InputErrors errors)
{
    private readonly ModelSettings _model = model;

    /// <summary>The model, and what it is called; null when the settings are wrong.</summary>
    public (IChoiceModel Model, string Name)? Build()
    {
        if (StudyFormulas.AreIn(source.Study))
        {
            return FormulaModels.Build(source, _model, variables, alternatives, errors) is var (formula, name)
                ? FormulaModels.Varying(source, formula, name, DrawsOf(source.Study.Draws), errors)
                : null;
        }

        Check();
        if (errors.All.Count > 0)
        {
            return null;
        }

        string panel = source.Study.Data.Person is not null && _model.Panel ? "panel " : "";
        string space = _model.Numeraire is null ? "" : $" in willingness-to-pay space (unit of {_model.Numeraire})";
        if (_model.Classes > 1 || _model.ScaleClasses > 1)
        {
            return (Classes(), $"latent-class {(_model.Random.Count > 0 ? "mixed " : "")}logit with {_model.Classes} class"
                + (_model.Classes > 1 ? "es" : "") + (_model.ScaleClasses > 1 ? $" and {_model.ScaleClasses} of scale" : "")
                + (_model.Scale.Count > 0 ? " and scale" : ""));
        }

        if (GeneralModel.IsOne(_model))
        {
            return (GeneralModel.Of(_model, Mixed(), [.. _model.Nests.Select(Nest)]), GeneralModel.Name(_model, panel, space));
        }

        if (IsCrossed)
        {
            return (new CrossNestedLogit(variables, [.. _model.Nests.Select(CrossNest)]), "cross-nested logit");
        }

        if (_model.Nests.Count > 0)
        {
            return (new NestedLogit(variables, [.. _model.Nests.Select(Nest)]) { IsUnscaled = _model.Unscaled },
                _model.Unscaled ? "unscaled nested logit" : "nested logit");
        }

        if (_model.Scale.Count + _model.BoxCox.Count > 0)
        {
            return (new ScaledLogit(variables, _model.Scale, _model.BoxCox),
                _model.BoxCox.Count == 0 ? "logit with scale" : _model.Scale.Count == 0 ? "Box–Cox logit" : "Box–Cox logit with scale");
        }

        if (_model.Regret.Count > 0)
        {
            return (new RandomRegret(variables, _model.Regret), "random-regret logit");
        }

        if (_model.Random.Count > 0 || _model.Numeraire is not null)
        {
            return (Mixed(),
                $"{panel}{(_model.Correlated.Count > 0 ? "correlated " : "")}{(_model.Random.Count > 0 ? "mixed" : "multinomial")} "
                    + $"logit{space}");
        }

        return (new MultinomialLogit(variables),
            source.Study.Data is { Rank: not null } or { Ranking.Count: > 0 } ? "rank-ordered (exploded) logit" : "multinomial logit");
    }

    /// <summary>Random coefficients in the order of the variables, which is the order of the dimensions of the draws.</summary>
    private MixedLogit Mixed() => new(
        variables,
        [.. variables.Where(_model.Random.ContainsKey).Select(name => Random(name, _model.Random[name]))],
        Draws(), _model.Correlated, _model.Numeraire, IsIncome, _model.InUtils)
    {
        Panel = _model.Panel,
    };

    /// <summary>Whether the numeraire is the income that is saved, or said to be one.</summary>
    private bool IsIncome =>
        _model.Numeraire == source.Study.Save.Income
            || (source.Study.WillingnessToPay is { Income: true } pay && pay.Denominator == _model.Numeraire);

    private LatentClass Classes() => new([.. Enumerable.Range(0, _model.Classes).Select(_ => Mixed())],
        _model.Membership, _model.Shared, _model.Scale, _model.ScaleClasses)
    {
        Starts = _model.ClassStarts,
        Seed = source.Study.Draws.Seed,
    };

    private static RandomCoefficient Random(string variable, RandomSettings settings) => new(variable, settings.Distribution)
    {
        Sign = settings.Sign == "negative" ? -1 : 1,
        Lower = settings.Lower,
        Upper = settings.Upper,
        IsErrorComponent = settings.ErrorComponent,
        MeanBy = settings.MeanBy,
        SpreadBy = settings.SpreadBy,
    };

    private DrawSequence Draws() =>
        _model.Random.Count == 0 && _model.RandomScale is null ? new HaltonDraws(1) : DrawsOf(source.Study.Draws);

    private static DrawSequence DrawsOf(DrawSettings d) => d.Type switch
    {
        DrawKind.Sobol => new SobolDraws(d.Number, d.Seed),
        DrawKind.LatinHypercube => new LatinHypercubeDraws(d.Number, d.Seed),
        DrawKind.Antithetic => new AntitheticDraws(d.Number, d.Seed),
        DrawKind.Random => new RandomDraws(d.Number, d.Seed),
        _ => new HaltonDraws(d.Number, d.Drop, d.Shuffle ? d.Seed : null),
    };

    private static IEnumerable<NestSettings> All(IEnumerable<NestSettings> nests) => nests.SelectMany(n => All(n.Nests).Prepend(n));

    private Nest Nest(NestSettings nest) => new(nest.Parameter ?? $"nest.{nest.Name}", [.. nest.Alternatives.Select(Code)])
    {
        Branches = [.. nest.Nests.Select(Nest)],
    };

    private bool IsCrossed => _model.Nests.SelectMany(n => n.Alternatives).GroupBy(a => a).Any(g => g.Count() > 1);

    /// <summary>The last nest of an alternative has what the others leave.</summary>
    private CrossNest CrossNest(NestSettings nest) => new(
        nest.Parameter ?? $"nest.{nest.Name}",
        [.. nest.Alternatives.Select(a =>
            new NestMember(Code(a), _model.Nests.Last(n => n.Alternatives.Contains(a)) == nest ? null : $"alpha.{a}.{nest.Name}"))]);

    private int Code(string alternative) => alternatives.ToList().IndexOf(alternative);

    private void Check()
    {
        Binder binder = source.Binder;
        Place at = binder.PlaceOf(source.Study, "model");
        new GeneralModel(source, _model, variables, errors).Check(IsCrossed);
        CheckRandom(binder, at);
        PaySpaceCheck.Run(source, _model, variables, errors);

        foreach (string name in _model.BoxCox)
        {
            Variable(name, binder.PlaceOf(_model, "box-cox"));
        }

        foreach ((int i, string name) in _model.Regret.Index())
        {
            Variable(name, binder.PlaceOf(_model, "regret", i));
        }

        if (_model.Classes == 1 && _model.Membership.Count + _model.Shared.Count > 0)
        {
            errors.Add(at, "membership and shared are for latent classes; say how many classes");
        }

        CheckNesting(binder);
    }

    private void CheckNesting(Binder binder)
    {
        CheckNests(_model.Nests, []);
        if (_model.Unscaled && (IsCrossed || _model.Nests.Count == 0))
        {
            errors.Add(binder.PlaceOf(_model, "unscaled"), "'unscaled' is for nested logits without alternatives in several nests");
        }

        if (IsCrossed && _model.Nests.FirstOrDefault(n => n.Nests.Count > 0) is { } upper)
        {
            errors.Add(binder.PlaceOf(upper, "nests"), "an alternative is in several nests; a cross-nested logit has one level of nests");
        }

        foreach (IGrouping<string, NestSettings> alike in IsCrossed ? [] : All(_model.Nests).GroupBy(n => n.Name)
            .Where(g => g.Count() > 1 && g.Any(n => n.Parameter is null)))
        {
            errors.Add(binder.PlaceOf(alike.Last(), "name"),
                $"the nest '{alike.Key}' is named {alike.Count()} times and would silently share one dissimilarity: give each a name of "
                    + $"its own; 'parameter: NAME' in each is the way to share");
        }

        if (IsCrossed && _model.Nests.GroupBy(n => n.Name).FirstOrDefault(g => g.Count() > 1) is { } same)
        {
            errors.Add(binder.PlaceOf(same.Last(), "name"),
                $"the nest '{same.Key}' is named {same.Count()} times; the parts of its alternatives need its name");
        }
    }

    /// <summary>Random coefficients, their correlations and draws.</summary>
    private void CheckRandom(Binder binder, Place at)
    {
        foreach ((string name, RandomSettings random) in _model.Random)
        {
            Variable(name, binder.PlaceOf(random));
            if (random.Distribution == Distribution.JohnsonSb && random.Upper <= random.Lower)
            {
                errors.Add(binder.PlaceOf(random, "upper"), "the upper end of johnson-sb must lie above the lower one");
            }

            CheckMeanBy(name, random);
        }

        for (int i = 0; i < _model.Correlated.Count; i++)
        {
            foreach (string name in _model.Correlated[i].Where(name => !_model.Random.ContainsKey(name)))
            {
                errors.Add(binder.PlaceOf(_model, "correlated", i),
                    $"'{name}' is no random coefficient{DidYouMean.Hint(name, _model.Random.Keys)}");
            }
        }

        int dimensions = _model.Random.Count + (_model.RandomScale is null ? 0 : 1);
        if (source.Study.Draws.Type == DrawKind.Sobol && dimensions > new SobolDraws(1, 1).MostDimensions)
        {
            errors.Add(at,
                $"sobol draws have {new SobolDraws(1, 1).MostDimensions} dimensions at most, for "
                    + $"{dimensions} random coefficients");
        }
    }

    private void CheckMeanBy(string name, RandomSettings random)
    {
        Place place = source.Binder.PlaceOf(random, "mean-by");
        if (random.ErrorComponent && random.MeanBy.Count > 0)
        {
            errors.Add(place, $"'{name}' is an error component: its mean is 0 and depends on nothing");
        }

        foreach (string made in random.MeanBy.Select(z => $"{name}.{z}").Where(variables.Contains))
        {
            errors.Add(place, $"the parameter '{made}' would have the name of a variable of the utility: rename one");
        }
    }

    private void Variable(string name, Place place)
    {
        if (!variables.Contains(name))
        {
            errors.Add(place,
                $"'{name}' is no variable of the utility{DidYouMean.Hint(name, variables)}; variables: {string.Join(", ", variables)}");
        }
    }

    private void CheckNests(IReadOnlyList<NestSettings> nests, HashSet<string> seen)
    {
        foreach (NestSettings nest in nests)
        {
            if (IsCrossed)
            {
                seen.Clear();
            }

            if (nest.Alternatives.Count + nest.Nests.Count == 0)
            {
                errors.Add(source.Binder.PlaceOf(nest), $"the nest '{nest.Name}' is empty");
            }

            for (int i = 0; i < nest.Alternatives.Count; i++)
            {
                string name = nest.Alternatives[i];
                if (!alternatives.Contains(name))
                {
                    errors.Add(source.Binder.PlaceOf(nest, "alternatives", i),
                        $"there is no alternative '{name}'{DidYouMean.Hint(name, alternatives)}; alternatives: "
                            + $"{string.Join(", ", alternatives)}");
                }
                else if (!seen.Add(name))
                {
                    errors.Add(source.Binder.PlaceOf(nest, "alternatives", i), $"the alternative '{name}' is in more than one nest");
                }
            }

            CheckNests(nest.Nests, seen);
        }
    }
}
