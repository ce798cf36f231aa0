using InstallSim.Choice.Data;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;
using MathNet.Numerics.LinearAlgebra;

namespace InstallSim.Studies.Models;

/// <summary>Refuses columns of membership whose slopes people cannot tell: the same for everybody, or made up of the others.</summary>
internal static class MembershipCheck
{
    private const double Flat = 1e-9, Part = 1e-3;

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
            double[] values = Standardised(data, name, people);
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

        foreach (string[] together in Collinear(varying))
        {
            errors.Add(source.Binder.PlaceOf(model, "membership"),
                $"{string.Join(", ", together.Select(name => $"'{name}'"))} are collinear over people, so that no slope of membership can "
                    + $"be told from the others: leave one out");
        }
    }

    /// <summary>A column over people less its mean, of length 1; all 0 where it does not vary.</summary>
    private static double[] Standardised(ChoiceData data, string name, int[] people)
    {
        double[] values = [.. people.Select(p => data.Column(name)[data.Start(data.FirstSituation(p))])];
        double mean = values.Average(), size = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)));
        return [.. values.Select(v => size <= 1e-12 * Math.Sqrt(values.Length) * Math.Abs(mean) ? 0 : (v - mean) / size)];
    }

    private static IEnumerable<string[]> Collinear(List<(string Name, double[] Values)> columns)
    {
        while (columns.Count > 1)
        {
            var gram = Matrix<double>.Build.Dense(columns.Count, columns.Count,
                (i, j) => columns[i].Values.Zip(columns[j].Values, (a, b) => a * b).Sum());
            var evd = gram.Evd(Symmetricity.Symmetric);
            double[] values = [.. evd.EigenValues.Select(v => v.Real)];
            int least = Array.IndexOf(values, values.Min());
            if (values[least] > Flat * values.Max())
            {
                yield break;
            }

            int[] parts = [.. Enumerable.Range(0, columns.Count).Where(i => Math.Abs(evd.EigenVectors[i, least]) > Part)];
            yield return [.. parts.Select(i => columns[i].Name)];
            columns.RemoveAt(parts[^1]);
        }
    }
}
