using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>Latent classes that cannot be told apart: made one by constraints, found to be one, or of nobody.</summary>
/// <param name="model">The classes.</param>
/// <param name="people">How many people there are.</param>
internal sealed class ClassIdentification(LatentClass model, int people)
{
    private const double Nobody = -30; // a share of 1e-13 of that of the first class
    private readonly int _step = model.Membership.Count + 1;

    /// <summary>
    /// The membership of classes that constraints make alike: only together do they have a share. One that is the first class has its
    /// share, one that is a later class has none beside it.
    /// </summary>
    public IEnumerable<Undetermined> Held(EstimationOptions options)
    {
        for (int q = 1; q < model.Classes.Count; q++)
        {
            int like = Enumerable.Range(0, q).FirstOrDefault(r => AreHeldAlike(q, r, options), -1);
            for (int m = 0; m < _step && like >= 0; m++)
            {
                yield return new Undetermined(Membership(q)[m], like > 0 && m == 0 ? Nobody : 0,
                    "its class is held equal to another: only together do they have a share");
            }
        }
    }

    /// <summary>Classes that nobody belongs to, and classes that are one, at θ.</summary>
    public IReadOnlyList<Unidentified> Doubts(double[] theta, double[] shares)
    {
        var doubts = new List<Unidentified>();
        for (int q = 0; q < shares.Length; q++)
        {
            string[] own = [.. Own(q), .. q == 0 ? [] : Membership(q)];
            if (shares[q] * people < 0.5)
            {
                // Membership is against the first class: without it, all of it runs off.
                string[] against = q > 0 ? [] : [.. Enumerable.Range(1, shares.Length - 1).SelectMany(Membership)];
                doubts.Add(new Unidentified([.. own, .. against], "nobody belongs to the class: take fewer classes"));
            }
            else if (Enumerable.Range(0, q).FirstOrDefault(r => AreOne(theta, q, r), -1) is var like and >= 0)
            {
                doubts.Add(new Unidentified([.. Own(like), .. own], "the classes have the same coefficients: take fewer classes"));
            }
        }

        return doubts;
    }

    private string[] Own(int q) => [.. model.Places[q].Select(k => model.Parameters[k]).Where(model.IsOfClass)];

    private string[] Membership(int q) => [.. model.Parameters.Skip(model.FirstMembership + ((q - 1) * _step)).Take(_step)];

    /// <summary>Whether each parameter of a class is that of another: shared, equal, or fixed at the same value.</summary>
    private bool AreHeldAlike(int q, int r, EstimationOptions options)
    {
        bool IsOne(string one, string other) => one == other
            || (options.EqualTo(one) is { } leader && leader == options.EqualTo(other))
            || (options.Fixed.TryGetValue(one, out double value) && options.Fixed.TryGetValue(other, out double same) && value == same);
        return model.AreAlike(q, r)
            && model.Places[q].Zip(model.Places[r]).All(pair => IsOne(model.Parameters[pair.First], model.Parameters[pair.Second]));
    }

    private bool AreOne(double[] theta, int q, int r)
    {
        int[] one = model.Places[q], other = model.Places[r];
        return model.AreAlike(q, r) && Enumerable.Range(0, one.Length)
            .All(i => Math.Abs(theta[one[i]] - theta[other[i]]) <= 1e-4 * (1e-3 + Math.Abs(theta[one[i]])));
    }
}
