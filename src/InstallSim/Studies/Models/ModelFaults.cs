using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>Faults of a model that show beside others: what needs a part that is faulty is left out, that part alone.</summary>
internal static class ModelFaults
{
    /// <summary>Notes faults of the model of a study whose data are refused.</summary>
    /// <param name="source">The study.</param>
    /// <param name="errors">Where to.</param>
    /// <param name="areKeysRight">Whether no key is at fault, which could have made parameters.</param>
    public static void WithoutData(StudySource source, InputErrors errors, bool areKeysRight = true)
    {
        Study study = source.Study;
        IReadOnlyList<string>? alternatives = Alternatives(source);
        bool needsAlternatives = study.ConstantsAgainst is not null || study.Utility.Any(t => t.ByAlternative);
        if (StudyFormulas.AreIn(study) || (alternatives is null && needsAlternatives))
        {
            return;
        }

        ModelSettings model = study.Model;
        if (alternatives is null || model.NestsBy is not null)
        {
            source.Binder.KeepPlaces(model = model with { Nests = [], NestsBy = null, Unscaled = false }, study.Model);
        }

        string[] variables = [.. StudyReader.Parameters(study, alternatives ?? []).Select(p => p.Name)];
        var built = new ModelBuilder(source, model, variables, alternatives ?? [], errors).Build();
        Beside(source, model, (variables, alternatives ?? []), built?.Model, errors, areKeysRight);
    }

    /// <summary>Notes names that a study says with its settings of estimation, willingness to pay, saving and analyses.</summary>
    /// <param name="source">The study.</param>
    /// <param name="model">Its model.</param>
    /// <param name="names">Variables of the utility, and alternatives.</param>
    /// <param name="built">The model; null where it is faulty.</param>
    /// <param name="errors">Where to.</param>
    /// <param name="areKeysRight">Whether no key is at fault, which could have made parameters.</param>
    public static void Beside(StudySource source, ModelSettings model, (string[] Variables, IReadOnlyList<string> Alternatives) names,
        IChoiceModel? built, InputErrors errors, bool areKeysRight = true)
    {
        string[] untold = [];
        if (built is null && !StudyFormulas.AreIn(source.Study))
        {
            (built, untold) = Rest(source, model, names);
        }

        if (model.Nests.Count < source.Study.Model.Nests.Count || source.Study.Model.NestsBy is not null)
        {
            untold = [.. untold, "nest.", .. All(source.Study.Model.Nests).Select(n => n.Parameter).OfType<string>()];
        }

        if (!areKeysRight)
        {
            untold = [.. untold, "."];
        }

        if (built is not null)
        {
            ModelFit.Options(source, built, new(), errors, name => untold.Any(part => name.Contains(part, StringComparison.Ordinal)));
        }

        NameChecks.OfModel(source, names.Variables, errors);
        NameChecks.OfAnalyses(source, names.Variables, errors);
    }

    /// <summary>The errors of names among others: they stand whatever else is wrong with the keys of a study.</summary>
    public static IEnumerable<InputError> OfNames(IEnumerable<InputError> errors) => errors.Where(error =>
        error.Said.Template.StartsWith("'{0}' is no variable", StringComparison.Ordinal)
        || error.Said.Template.StartsWith("'{0}' is no parameter", StringComparison.Ordinal)
        || error.Said.Template.StartsWith("there is no alternative", StringComparison.Ordinal));

    /// <summary>The model without what is faulty in it, and parts of the names of parameters that it may lack for that.</summary>
    private static (IChoiceModel? Model, string[] Lacking) Rest(
        StudySource source, ModelSettings model, (string[] Variables, IReadOnlyList<string> Alternatives) names)
    {
        NestSettings[] nests = [.. All(model.Nests)];
        bool areNestsRight = nests.All(n => n.Alternatives.All(names.Alternatives.Contains));
        ModelSettings rest = model with
        {
            Random = model.Random.Where(r => names.Variables.Contains(r.Key)).ToDictionary(),
            Correlated = [.. model.Correlated.Where(group => group.All(model.Random.ContainsKey) && group.All(names.Variables.Contains))],
            Numeraire = names.Variables.Contains(model.Numeraire) ? model.Numeraire : null,
            InUtils = names.Variables.Contains(model.Numeraire)
                ? [.. model.InUtils.Where(name => names.Variables.Contains(name) && name != model.Numeraire)] : [],
            Regret = [.. model.Regret.Where(names.Variables.Contains)],
            BoxCox = [.. model.BoxCox.Where(names.Variables.Contains)],
            Nests = areNestsRight ? model.Nests : [],
            Unscaled = areNestsRight && model.Unscaled,
        };
        string[] lacking = [.. model.Random.Keys.Concat(model.Regret).Concat(model.BoxCox).Concat(model.Correlated.SelectMany(g => g))
            .Where(name => !names.Variables.Contains(name)),
            .. areNestsRight ? [] : nests.SelectMany(n => new[] { n.Name, n.Parameter }).OfType<string>()];
        try
        {
            return (new ModelBuilder(source, rest, names.Variables, names.Alternatives, new InputErrors()).Build()?.Model, lacking);
        }
        catch (ArgumentException)
        {
            return (null, lacking);
        }
    }

    private static IEnumerable<NestSettings> All(IEnumerable<NestSettings> nests) => nests.SelectMany(n => All(n.Nests).Prepend(n));

    /// <summary>Names of the alternatives: those listed, else those in the table; null where it, or a row, cannot be read.</summary>
    private static IReadOnlyList<string>? Alternatives(StudySource source)
    {
        StudyData data = source.Study.Data;
        if (data.Alternatives.Count > 0)
        {
            return [.. data.Alternatives.Select(a => a.Name)];
        }

        var own = new InputErrors();
        Place place = source.Binder.PlaceOf(data, "file");
        if (data is not { Layout: DataLayout.Long, Responses: null, Alternative: { } name } || !File.Exists(data.File)
            || ChoiceReader.Open(source, data.File, place, own) is not { } columns || !columns.Table.Has(name)
            || own.All.Count > 0)
        {
            return null;
        }

        var codes = new AlternativeCodes(data, columns, []);
        foreach (int row in new RowSelection(source, columns, own).Kept() ?? [.. Enumerable.Range(0, columns.Table.Rows)])
        {
            codes.Of(columns.Text(row, name));
        }

        return codes.Names;
    }
}
