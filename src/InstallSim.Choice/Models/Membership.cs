using InstallSim.Choice.Data;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Who belongs to which latent class before the choices are known: P(q) = exp(γq·z) / Σ exp(γc·z), γ of the first class 0.
/// </summary>
internal sealed class Membership
{
    private readonly LatentClass _model;

    /// <exception cref="ArgumentException">A variable is not in the data, or not the same on all rows of a person.</exception>
    public Membership(LatentClass model, ChoiceData data)
    {
        _model = model;
        Variables = [[.. Enumerable.Repeat(1.0, data.Persons)], .. model.Membership.Select(name => OfPersons(data, name))];
    }

    /// <summary>The constant and the variables z, shape [1 + M][persons].</summary>
    public double[][] Variables { get; }

    /// <summary>Place in θ of the coefficient of variable m for class q, from 1.</summary>
    public int Place(int q, int m) => _model.FirstMembership + ((q - 1) * Variables.Length) + m;

    /// <summary>Probabilities of the classes for a person, shape [Q].</summary>
    public double[] Of(IReadOnlyList<double> theta, int person)
    {
        var v = new double[_model.Classes.Count];
        for (int q = 1; q < v.Length; q++)
        {
            for (int m = 0; m < Variables.Length; m++)
            {
                v[q] += theta[Place(q, m)] * Variables[m][person];
            }
        }

        SoftmaxKernel.ProbabilitiesOrNone(v);
        return v;
    }

    private static double[] OfPersons(ChoiceData data, string name)
    {
        var column = data.Column(name);
        var values = new double[data.Persons];
        for (int person = 0; person < values.Length; person++)
        {
            int row = data.Start(data.FirstSituation(person)), end = data.Start(data.FirstSituation(person + 1));
            values[person] = column[row];
            int other = column[row..end].IndexOfAnyExcept(values[person]);
            if (other >= 0)
            {
                throw new ArgumentException($"'{name}' explains the class but is not the same on all rows of a person: row "
                    + $"{data.SourceRow(row + other) + 1}", nameof(data));
            }
        }

        return values;
    }
}
