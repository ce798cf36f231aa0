using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Formulas;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>Makes and checks the logit of a study whose utility has a formula.</summary>
internal static class FormulaModels
{
    /// <summary>By what parameters that bend the utility are moved from their starts to see what data tell anywhere.</summary>
    private const double Nudge = 0.137;

    /// <summary>The model and what it is called; null where the study asks for more than a formula can be.</summary>
    public static (FormulaLogit Model, string Name)? Build(
        StudySource source, ModelSettings model, IReadOnlyList<string> variables, IReadOnlyList<string> alternatives, InputErrors errors)
    {
        Study study = source.Study;
        (string Key, bool IsSaid)[] kinds =
        [
            ("random", model.Random.Count > 0), ("numeraire", model.Numeraire is not null), ("nests", model.Nests.Count > 0),
            ("nests-by", model.NestsBy is not null), ("classes", model.Classes > 1), ("scale", model.Scale.Count > 0),
            ("random-scale", model.RandomScale is not null), ("box-cox", model.BoxCox.Count > 0), ("regret", model.Regret.Count > 0),
        ];
        foreach ((string key, _) in kinds.Where(kind => kind.IsSaid))
        {
            errors.Add(source.Binder.PlaceOf(study.Model, key),
                $"'{key}' is for utilities that are sums of coefficients times variables, and this one has a formula; leave one of both "
                    + $"out (a scale or a bend can be written into the formula: exp(s * group), (x ^ k - 1) / k)");
        }

        foreach (string name in study.Parameters.Keys.Where(variables.Contains))
        {
            errors.Add(source.Binder.PlaceOf(study.Parameters, name),
                $"'{name}' is a coefficient of the utility already: call it otherwise");
        }

        if (errors.All.Count > 0)
        {
            return null;
        }

        Formula sum = variables.Aggregate(Formula.Number(0), (v, name) => v + (Formula.Parameter(name) * Formula.Column(name)));
        var formulas = StudyFormulas.Of(study);
        var start = study.Parameters.ToDictionary(p => p.Key, p => p.Value.Start);
        FormulaLogit made = study.Formula is not null
            ? new FormulaLogit(sum + formulas[0].Formula, start)
            : new FormulaLogit(alternatives.Index().ToDictionary(a => a.Index,
                a => formulas.FirstOrDefault(f => f.Alternative == a.Item).Formula is { } own ? sum + own : sum), start);
        return (made, "logit with a formula");
    }

    /// <summary>The model with the parameters that vary over people, where some do.</summary>
    public static (IChoiceModel Model, string Name)? Varying(
        StudySource source, FormulaLogit model, string name, DrawSequence draws, InputErrors errors)
    {
        Study study = source.Study;
        RandomCoefficient[] random = [.. model.Parameters.Where(p => study.Parameters.TryGetValue(p, out FormulaParameter? said)
                && said.Distribution != FormulaDistribution.Same)
            .Select(p => new RandomCoefficient(p, study.Parameters[p].Distribution == FormulaDistribution.Lognormal
                ? Distribution.Lognormal : Distribution.Normal)
            {
                Sign = study.Parameters[p].Sign == "negative" ? -1 : 1,
            })];
        if (random.Length == 0)
        {
            return (model, name);
        }

        if (study.WillingnessToPay is { } pay)
        {
            errors.Add(source.Binder.PlaceOf(pay), "willingness to pay is not worked out for a formula with parameters that vary over "
                + "people; write the formula in units of the price, or let nothing vary");
            return null;
        }

        string panel = study.Data.Person is not null && study.Model.Panel ? "panel " : "";
        return (new FormulaMixedLogit(model, random, draws) { Panel = study.Model.Panel }, $"{panel}mixed logit with a formula");
    }

    /// <summary>
    /// Refuses parameters that no choice of the data depends on, and those that enter straight, the others held near their starts, and that
    /// the data cannot tell there.
    /// </summary>
    public static void RefuseUnidentified(
        StudySource source, StudyChoices choices, FormulaLogit model, EstimationOptions options, InputErrors errors)
    {
        Likelihood likelihood = model.Bind(choices.Data);
        foreach (Undetermined found in likelihood.Undetermined
            .Where(u => !options.Fixed.ContainsKey(u.Parameter) && !options.Equal.Any(group => group.Contains(u.Parameter))))
        {
            Refuse([found.Parameter], found.Start is var (name, value)
                ? $"no choice depends on it where '{name}' starts: start '{name}' elsewhere, such as at {InputScalars.Plain(value)}"
                : InputMessage.Elsewhere(found.Reason));
        }

        double[] near = [.. model.Parameters.Select((name, k) => options.Fixed.TryGetValue(name, out double held) ? held
            : options.Start.GetValueOrDefault(name, model.Start[k]))];
        double[] away = [.. near.Select((value, k) => options.Fixed.ContainsKey(model.Parameters[k]) ? value : value + Nudge)];
        double[] at = model.Faults(choices.Data, away).Any() ? near : away;
        var held = options.Fixed.Keys.Concat(model.Bending).Concat(options.Equal.SelectMany(group => group)).Distinct()
            .ToDictionary(name => name, name => at[model.Parameters.ToList().IndexOf(name)]);
        if (errors.All.Count > 0 || held.Count == model.Parameters.Count)
        {
            return;
        }

        var fit = MaximumLikelihood.Estimate(model, choices.Data, new EstimationOptions { Fixed = held });
        foreach (Unidentified found in fit.Unidentified)
        {
            Refuse(found.Parameters, InputMessage.Elsewhere(found.Reason));
        }

        void Refuse(IReadOnlyList<string> parameters, InputMessage reason)
        {
            string name = parameters[0];
            Place place = source.Study.Parameters.ContainsKey(name) ? source.Binder.PlaceOf(source.Study.Parameters, name)
                : source.Study.Utility.FirstOrDefault(t => t.Name == name) is { } term ? source.Binder.PlaceOf(term, "name")
                : StudyFormulas.PlaceOf(source, null);
            string names = string.Join(", ", parameters.Select(p => $"'{p}'"));
            errors.Add(place, parameters.Count > 1
                ? $"the data of {source.Study.Data.File} cannot tell the coefficients of {names}: {reason}"
                : (InputMessage)$"the data of {source.Study.Data.File} cannot tell the coefficient of {names}: {reason}");
        }
    }
}
