using System.Globalization;
using BenchmarkDotNet.Running;
using InstallSim.Benchmarks.Choice;

if (args is ["estimation", var folder, .. var rest])
    EstimationTimings.Run(folder, rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 0);
else
    BenchmarkSwitcher.FromAssembly(typeof(EstimationTimings).Assembly).Run(args);
