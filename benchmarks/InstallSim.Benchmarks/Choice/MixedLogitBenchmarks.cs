using BenchmarkDotNet.Attributes;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using MathNet.Numerics.Distributions;

namespace InstallSim.Benchmarks.Choice;

/// <summary>
/// The simulated log-likelihood of a panel mixed logit and its gradient, one thread, beside a plain twin that writes the formula down:
/// 200 people × 10 situations × 4 alternatives, 4 normal coefficients, 500 Halton draws. Both are checked to agree.
/// </summary>
public class MixedLogitBenchmarks
{
    private const int Draws = 500;
    private ChoiceData _data = null!;
    private Likelihood _likelihood = null!;
    private double[] _theta = [];
    private double[][] _draws = [];

    [GlobalSetup]
    public void Setup()
    {
        _data = EstimationGrowth.Answers(200, 4, 4);
        string[] names = [.. _data.Names];
        _likelihood = new MixedLogit(names, [.. names.Select(n => new RandomCoefficient(n))], new HaltonDraws(Draws)).Bind(_data);
        _theta = [0.8, -0.9, 1.1, -1.2, 0.9, 1.2, 0.7, 1.1];
        _draws = new double[_data.Persons * names.Length][];
        for (int i = 0; i < _draws.Length; i++)
        {
            new HaltonDraws(Draws).Fill(i / names.Length, i % names.Length, _draws[i] = new double[Draws]);
            for (int r = 0; r < Draws; r++)
            {
                _draws[i][r] = Normal.InvCDF(0, 1, _draws[i][r]);
            }
        }

        var (value, gradient) = Plain();
        var found = _likelihood.Evaluate(_theta, Derivatives.Gradient, 1);
        if (Math.Abs(value - found.LogLikelihood) > 1e-7 || gradient.Zip(found.Gradient, (a, b) => Math.Abs(a - b)).Max() > 1e-6)
        {
            throw new InvalidOperationException($"the twins differ: {value} and {found.LogLikelihood}");
        }
    }

    [Benchmark]
    public double Value() => _likelihood.Evaluate(_theta, Derivatives.None, 1).LogLikelihood;

    [Benchmark]
    public double Gradient() => _likelihood.Evaluate(_theta, Derivatives.Gradient, 1).LogLikelihood;

    [Benchmark]
    public double Hessian() => _likelihood.Evaluate(_theta, Derivatives.OuterProduct | Derivatives.Hessian, 1).LogLikelihood;

    [Benchmark(Baseline = true)]
    public double PlainGradient() => Plain().Value;

    /// <summary>LL = Σₙ ln (1/R)·Σᵣ Πₜ P(chosen), with ∂P/∂β = P·(x(chosen) − x̄) and β = μ + σ·z.</summary>
    private (double Value, double[] Gradient) Plain()
    {
        int k = _data.Names.Count;
        double value = 0;
        double[] gradient = new double[2 * k], beta = new double[k], slope = new double[k];
        for (int person = 0; person < _data.Persons; person++)
        {
            double total = 0;
            var score = new double[2 * k];
            for (int r = 0; r < Draws; r++)
            {
                for (int i = 0; i < k; i++)
                {
                    beta[i] = _theta[i] + _theta[k + i] * _draws[person * k + i][r];
                }

                Array.Clear(slope);
                double likelihood = 1;
                for (int n = _data.FirstSituation(person); n < _data.FirstSituation(person + 1); n++)
                {
                    likelihood *= Probability(n, beta, slope);
                }

                total += likelihood;
                for (int i = 0; i < k; i++)
                {
                    score[i] += likelihood * slope[i];
                    score[k + i] += likelihood * slope[i] * _draws[person * k + i][r];
                }
            }

            value += Math.Log(total / Draws);
            for (int i = 0; i < 2 * k; i++)
            {
                gradient[i] += score[i] / total;
            }
        }

        return (value, gradient);
    }

    private double Probability(int n, double[] beta, double[] slope)
    {
        int start = _data.Start(n), size = _data.Alternatives(n);
        var p = new double[size];
        for (int j = 0; j < size; j++)
        {
            for (int i = 0; i < beta.Length; i++)
            {
                p[j] += beta[i] * _data.Column(i)[start + j];
            }

            p[j] = Math.Exp(p[j]);
        }

        double sum = p.Sum();
        for (int i = 0; i < beta.Length; i++)
        {
            double mean = 0;
            for (int j = 0; j < size; j++)
            {
                mean += p[j] / sum * _data.Column(i)[start + j];
            }

            slope[i] += _data.Column(i)[start + _data.Chosen(n)] - mean;
        }

        return p[_data.Chosen(n)] / sum;
    }
}
