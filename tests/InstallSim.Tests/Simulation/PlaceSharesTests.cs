using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class PlaceSharesTests
{
    /// <summary>τ = ½: two territories, one with two forms of V = 0, one with one of V = ln 2: N = 2 and 4, N^τ = √2 and 2.</summary>
    [Test]
    public void Two_territories_by_hand()
    {
        double[] v = [0, Math.Log(2), 0, double.NegativeInfinity];
        double inclusive = new PlaceShares(2, 0.5).Fill(v);
        double all = Math.Sqrt(2) + 2;
        double[] expected = [Math.Sqrt(2) / all / 2, 2 / all, Math.Sqrt(2) / all / 2, 0];
        Assert.That(v, Is.EqualTo(expected).Within(1e-15));
        Assert.That(inclusive, Is.EqualTo(Math.Log(all)).Within(1e-15));
    }

    [Test]
    public void A_constant_on_all_utilities_moves_the_inclusive_value_alone()
    {
        double[] one = [0.3, -1, 2, 0.5, double.NegativeInfinity, 1], other = [.. one.Select(x => x + 700)];
        var shares = new PlaceShares(3, 0.2);
        double before = shares.Fill(one), after = shares.Fill(other);
        Assert.That(other, Is.EqualTo(one).Within(1e-12));
        Assert.That(after - before, Is.EqualTo(700).Within(1e-10));
        Assert.That(one.Sum(), Is.EqualTo(1).Within(1e-15));
    }

    [Test]
    public void Nothing_open_is_nothing_taken()
    {
        double[] v = [double.NegativeInfinity, double.NegativeInfinity], optOuts = new double[3];
        Assert.That(new PlaceShares(1, 0.5).Fill(v), Is.EqualTo(double.NegativeInfinity));
        Assert.That(v, Is.All.Zero);
        Assert.That(new Participation(0.25, 1, 1, 0, 0, 0).Probabilities(double.NegativeInfinity, true, optOuts), Is.Zero);
        Assert.That(optOuts.Sum(), Is.EqualTo(1).Within(1e-15));
    }

    /// <summary>η(I − Ī) = ln 2: weights 2 of a place, 4, 1 and 1 (or 3) of the opt-outs.</summary>
    [TestCase(true, 2.0 / 8, 1.0 / 8), TestCase(false, 2.0 / 10, 3.0 / 10)]
    public void Opt_outs_by_hand(bool isBornHere, double place, double elsewhere)
    {
        var p = new Participation(0.5, 1, Math.Log(4), 0, 0, Math.Log(3));
        double[] optOuts = new double[3];
        Assert.That(p.Probabilities(1 + (2 * Math.Log(2)), isBornHere, optOuts), Is.EqualTo(place).Within(1e-15));
        Assert.That(optOuts[(int)OptOut.Elsewhere], Is.EqualTo(elsewhere).Within(1e-15));
        Assert.That(optOuts.Sum() + place, Is.EqualTo(1).Within(1e-15));
    }
}
