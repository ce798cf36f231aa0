using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>Refuses standard errors over people where people are not more than parameters: their covariance is singular.</summary>
internal static class ClusterCheck
{
    /// <summary>Notes too few people.</summary>
    public static void Check(StudySource source, StudyChoices choices, IChoiceModel model, InputErrors errors)
    {
        EstimationSettings settings = source.Study.Estimation;
        bool overPeople = settings.StandardErrors switch
        {
            StandardErrorKind.Hessian => false,
            StandardErrorKind.Clustered or StandardErrorKind.Bootstrap => true,
            _ => model is LatentClass || model is FormulaMixedLogit { Panel: true } || MixedTastes.Drawn(model) is { Panel: true },
        };
        int parameters = model.Parameters.Count(p => !settings.Fixed.ContainsKey(p)) - settings.Equal.Sum(group => group.Count - 1),
            people = choices.Data.Persons;
        if (!overPeople || people > parameters)
        {
            return;
        }

        StudyData data = source.Study.Data;
        Place place = source.Binder.IsWritten(settings, "standard-errors") ? source.Binder.PlaceOf(settings, "standard-errors")
            : source.Binder.PlaceOf(data, data.Person is null ? "file" : "person");
        errors.Add(place, data.Person is { } column
            ? $"{people} people (column '{column}') for {parameters} parameters: standard errors over people need more people than "
                + $"parameters, and some 30 to be trusted; 'estimation: {{ standard-errors: hessian }}' takes choices for independent"
            : (InputMessage)($"{people} choices for {parameters} parameters: standard errors over choices need more choices than "
                + $"parameters; 'estimation: {{ standard-errors: hessian }}' holds if the model does"));
    }
}
