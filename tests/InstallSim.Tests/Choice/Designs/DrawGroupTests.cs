using System.Runtime.Intrinsics;
using InstallSim.Choice.Designs;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Designs;

/// <summary>Errors of designs at a group of draws of the priors, beside the formula written down.</summary>
public sealed class DrawGroupTests
{
    private const int K = 4, Draws = 11, Alternatives = 3, Sets = 9;
    private static readonly Random Numbers = new(5);
    private static readonly double[][] Priors = [.. Enumerable.Range(0, Draws).Select(_ => Row(1))];
    private static readonly double[][][] Design = [.. Enumerable.Range(0, Sets).Select(_ => Set())];
    private static readonly double[][][] Changed = [Set(), [.. Design[5].Take(2), Row(2)]];

    private static double[] Row(double size) => [.. Enumerable.Range(0, K).Select(_ => size * ((2 * Numbers.NextDouble()) - 1))];

    private static double[][] Set() => [.. Enumerable.Range(0, Alternatives).Select(_ => Row(2))];

    private static double[] Differences(double[][] set) =>
        [.. set.SkipLast(1).SelectMany(x => x.Zip(set[^1], (a, last) => a - last))];

    /// <summary>The covariance by (Σ P(j)·(x(j) − x̄)·(x(j) − x̄)′ + ridge)⁻¹.</summary>
    private static double[,] Covariance(IEnumerable<double[][]> sets, double[] prior)
    {
        var information = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseIdentity(K) * DesignState.Ridge;
        foreach (double[][] set in sets)
        {
            double[] odds = [.. set.Select(x => Math.Exp(x.Zip(prior, (a, b) => a * b).Sum()))];
            double[] p = [.. odds.Select(o => o / odds.Sum())];
            double[] mean = [.. Enumerable.Range(0, K).Select(k => Enumerable.Range(0, set.Length).Sum(j => p[j] * set[j][k]))];
            foreach ((int j, double[] x) in set.Index())
            {
                var d = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.DenseOfEnumerable(x.Zip(mean, (a, m) => a - m));
                information += p[j] * d.OuterProduct(d);
            }
        }

        return information.Inverse().ToArray();
    }

    private static double Expected(DesignCriterion criterion, double[,] v, double[] prior)
    {
        double[] own = [.. Enumerable.Range(0, K).Select(k => v[k, k])];
        double Ratio(int k) => (own[k] - (2 * prior[k] / prior[0] * v[k, 0]) + (Math.Pow(prior[k] / prior[0], 2) * own[0]))
            / (prior[0] * prior[0]);
        return criterion switch
        {
            DesignCriterion.D => Math.Pow(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(v).Determinant(), 1.0 / K),
            DesignCriterion.A => own.Average(),
            DesignCriterion.S => Math.Log(1.96 * 1.96 * own.Select((x, k) => x / (prior[k] * prior[k])).Max()),
            _ => Math.Log(Enumerable.Range(1, K - 1).Average(Ratio)),
        };
    }

    private static DesignProblem Problem(DesignCriterion criterion) => new()
    {
        Sets = Sets,
        Alternatives = Alternatives,
        Slots = [],
        Variables = [],
        Priors = Priors,
        Criterion = criterion,
        Price = 0,
    };

    private static IEnumerable<DrawGroup[]> Forms(DesignError error)
    {
        yield return Groups<double, Lanes1>(error);
        if (VectorForms.Has256)
        {
            yield return Groups<Vector256<double>, Lanes4>(error);
        }

        if (VectorForms.Has512)
        {
            yield return Groups<Vector512<double>, Lanes8>(error);
        }
    }

    private static DrawGroup[] Groups<T, TL>(DesignError error)
        where T : struct
        where TL : struct, ILanes<T>
    {
        var room = new DrawRoom<T>(K, 2 * (Alternatives - 1));
        return [.. Enumerable.Range(0, (Draws + TL.Count - 1) / TL.Count).Select(g => new LaneGroup<T, TL>(
            error, Priors, g * TL.Count, Math.Min(TL.Count, Draws - (g * TL.Count)), Alternatives - 1, room))];
    }

    /// <summary>Errors of the design, with two sets changed, and of the design that has taken them.</summary>
    private static double[][] Errors(DrawGroup[] groups)
    {
        double[] before = [.. Differences(Design[2]), .. Differences(Design[5])];
        double[] after = [.. Changed.SelectMany(Differences)];
        var changes = new SparseRows(2 * (Alternatives - 1), K);
        changes.Fill(before, after, 2 * (Alternatives - 1));
        double[] whole = new double[Draws], tried = new double[Draws], taken = new double[Draws];
        foreach (DrawGroup group in groups)
        {
            foreach (double[][] set in Design)
            {
                group.Add(Differences(set), 0, 1);
            }

            group.FillErrors(whole);
            group.Turn();
            group.Try(before, 2, changes, tried);
            group.Accept(before, after, 2);
            group.FillErrors(taken);
        }

        return [whole, tried, taken];
    }

    [TestCase(DesignCriterion.D)]
    [TestCase(DesignCriterion.A)]
    [TestCase(DesignCriterion.S)]
    [TestCase(DesignCriterion.C)]
    public void The_error_and_that_with_two_sets_changed_are_those_of_the_formula_in_vectors_of_any_width(DesignCriterion criterion)
    {
        double[][][] other = [.. Design.Select((set, s) => s == 2 ? Changed[0] : s == 5 ? Changed[1] : set)];
        double[] before = [.. Priors.Select(prior => Expected(criterion, Covariance(Design, prior), prior))];
        double[] after = [.. Priors.Select(prior => Expected(criterion, Covariance(other, prior), prior))];
        var error = new DesignError(Problem(criterion), [.. Enumerable.Repeat(1.0, K)]);
        double[][][] forms = [.. Forms(error).Select(groups => Errors(groups))];
        Assert.Multiple(() =>
        {
            Assert.That(forms[0][0], Is.EqualTo(before).Within(1e-9));
            Assert.That(forms[0][1], Is.EqualTo(after).Within(1e-9));
            Assert.That(forms[0][2], Is.EqualTo(after).Within(1e-9));
            Assert.That(before.Zip(after, (a, b) => Math.Abs(a - b)).Min(), Is.GreaterThan(1e-4), "or nothing was changed");
            Assert.That(forms, Is.All.EqualTo(forms[0]), "bit for bit");
        });
    }

    [Test]
    public void A_design_that_tells_nothing_of_a_coefficient_has_the_ridge_alone_and_a_set_more_mends_it()
    {
        double[] silent = [1, 0, 0, 0, 2, 0, 0, 0];
        DrawGroup[] groups = Groups<double, Lanes1>(new DesignError(Problem(DesignCriterion.D), [.. Enumerable.Repeat(1.0, K)]));
        var errors = new double[Draws];
        groups[0].Add(silent, 0, 1);
        groups[0].FillErrors(errors);
        double poor = errors[0];
        foreach (double[][] set in Design)
        {
            groups[0].Add(Differences(set), 0, 1);
        }

        groups[0].FillErrors(errors);
        Assert.That(poor, Is.GreaterThan(1000 * errors[0]).And.LessThan(double.PositiveInfinity));
    }
}
