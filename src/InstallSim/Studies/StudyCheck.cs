using InstallSim.Inputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies;

/// <summary>Checks a study for all verbs that take it: <c>estimate</c>, <c>design</c> and <c>respond</c>.</summary>
public static class StudyCheck
{
    /// <summary>Checks all that can be checked without fitting the model, seeking a design or simulating answers.</summary>
    /// <param name="source">The study.</param>
    /// <exception cref="InputException">Anything is wrong; all of it is told.</exception>
    /// <returns>What is allowed but may not be meant, and how the table was read where the study does not say it.</returns>
    public static IReadOnlyList<InputWarning> Run(StudySource source)
    {
        var errors = new InputErrors();
        Study study = source.Study;
        Gather(errors, () => StudyEstimation.Check(source).ToList().ForEach(errors.Warn));

        // Priors alone say what is better, and make no design.
        if (study.Design is { Attributes.Count: > 0 })
        {
            Gather(errors, () => DesignTask.Of(source));
        }

        if (study.Respondents is { Design: var design } && File.Exists(design))
        {
            var found = new InputErrors();
            Gather(errors, () =>
            {
                Respondents.Read(source, found);
                found.ThrowIfAny();
            });
        }

        if (study.Save.Extends is { } extends && !File.Exists(extends))
        {
            errors.Warn(new InputWarning(source.Binder.PlaceOf(study.Save, "extends"),
                $"the scenario '{extends}' that the preferences would extend does not exist"));
        }

        errors.ThrowIfAny();
        return errors.Warnings;
    }

    /// <summary>Notes what is refused, but what was told already of the same place.</summary>
    private static void Gather(InputErrors errors, Action check)
    {
        try
        {
            check();
        }
        catch (InputException refused)
        {
            refused.Warnings.ToList().ForEach(errors.Warn);
            Place[] told = [.. errors.All.Select(error => error.Place)];
            errors.Add(refused.Errors.Where(error => !told.Contains(error.Place)));
        }
    }
}
