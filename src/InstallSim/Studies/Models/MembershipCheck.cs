using InstallSim.Choice.Data;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>Refuses columns of membership whose slopes people cannot tell: the same for everybody, or made up of the others.</summary>
internal static class MembershipCheck
{
    /// <summary>Adds what is wrong, each column once.</summary>
    public static void Check(StudySource source, ChoiceData data, InputErrors errors)
    {
        ModelSettings model = source.Study.Model;
        string[] free = [.. model.Membership.Distinct().Where(z => data.Names.Contains(z)
            && Enumerable.Range(2, Math.Max(0, model.Classes - 1)).Any(q => !source.Study.Estimation.Fixed.ContainsKey($"member{q}.{z}")))];
        int[] people = [.. Enumerable.Range(0, data.Persons).Where(p => data.Weight(data.FirstSituation(p)) > 0)];
        var varying = new List<(string Name, double[] Values)>();
        foreach (string name in free)
        {
            double[] values = CollinearColumns.Around([.. people.Select(p => data.Column(name)[data.Start(data.FirstSituation(p))])]);
            if (values.All(v => v == 0))
            {
                errors.Add(source.Binder.PlaceOf(model, "membership"),
                    $"'{name}' is the same for everybody and explains no class: its effect is that of the constant");
            }
            else
            {
                varying.Add((name, values));
            }
        }

        foreach (string[] together in CollinearColumns.In(varying))
        {
            errors.Add(source.Binder.PlaceOf(model, "membership"),
                $"{string.Join(", ", together.Select(name => $"'{name}'"))} are collinear over people, so that no slope of membership can "
                    + $"be told from the others: leave one out");
        }
    }
}
