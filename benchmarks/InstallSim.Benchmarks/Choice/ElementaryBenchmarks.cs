using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using InstallSim.Choice.Kernels;

namespace InstallSim.Benchmarks.Choice;

/// <summary>exp and ln of 4,096 values: the platform's library, the runtime's vector form, and ours scalar and by span.</summary>
public class ElementaryBenchmarks
{
    private readonly double[] _x = [.. Enumerable.Range(0, 4096).Select(i => -20 + 25 * i / 4096.0)];
    private readonly double[] _positive = [.. Enumerable.Range(1, 4096).Select(i => i / 4096.0)];
    private readonly double[] _y = new double[4096];

    [Benchmark]
    public void ExpOfThePlatform()
    {
        for (int i = 0; i < _x.Length; i++)
        {
            _y[i] = Math.Exp(_x[i]);
        }
    }

    [Benchmark]
    public void ExpOfTheRuntimeByFour()
    {
        for (int i = 0; i < _x.Length; i += 4)
        {
            Vector256.Exp(Vector256.Create(_x, i)).CopyTo(_y, i);
        }
    }

    [Benchmark]
    public void ExpScalar()
    {
        for (int i = 0; i < _x.Length; i++)
        {
            _y[i] = Elementary.Exp(_x[i]);
        }
    }

    [Benchmark]
    public void ExpByFour()
    {
        for (int i = 0; i < _x.Length; i += 4)
        {
            Elementary.Exp(Vector256.Create(_x, i)).CopyTo(_y, i);
        }
    }

    [Benchmark]
    public void ExpSpan() => Elementary.Exp(_x, _y);

    [Benchmark]
    public void LogOfThePlatform()
    {
        for (int i = 0; i < _x.Length; i++)
        {
            _y[i] = Math.Log(_positive[i]);
        }
    }

    [Benchmark]
    public void LogScalar()
    {
        for (int i = 0; i < _x.Length; i++)
        {
            _y[i] = Elementary.Log(_positive[i]);
        }
    }

    [Benchmark]
    public void LogByFour()
    {
        for (int i = 0; i < _x.Length; i += 4)
        {
            Elementary.Log(Vector256.Create(_positive, i)).CopyTo(_y, i);
        }
    }

    [Benchmark]
    public void LogSpan() => Elementary.Log(_positive, _y);
}
