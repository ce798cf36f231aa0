using System.Globalization;
using BenchmarkDotNet.Running;
using InstallSim.Benchmarks;
using InstallSim.Benchmarks.Calibration;
using InstallSim.Benchmarks.Choice;
using InstallSim.Benchmarks.Influence;
using InstallSim.Benchmarks.Simulation;

switch (args)
{
    case ["estimation", var folder, .. var rest]:
        EstimationTimings.Run(folder, rest.Length > 0 ? Number(rest[0]) : 0, rest.Length > 1 ? rest[1] : null);
        break;
    case ["growth", .. var rest]:
        EstimationGrowth.Run(rest.FirstOrDefault());
        break;
    case ["pictures"]:
        GrowthPicture.DrawAll();
        break;
    case ["optimisers", var folder]:
        OptimiserTimings.Run(folder);
        break;
    case ["choice-feedback", .. var rest]:
        int threads = rest.Select(word => int.TryParse(word, out int number) ? number : 0).Append(1).Max();
        ChoiceFeedback.Run(rest.FirstOrDefault(File.Exists), threads, rest.Contains("once"));
        break;
    case ["nested-choice", .. var rest]:
        NestedChoice.Run(rest.Length > 0 ? Number(rest[0]) : 5);
        break;
    case ["choosing-growth", var file]:
        NestedChoice.Grow(file);
        break;
    case ["million"]:
        NestedChoice.Million();
        break;
    case ["sensitivity", var numbers, var resamples]:
        SensitivityTimings.Run(Number(numbers), Number(resamples));
        break;
    case ["history", var points, var seeds]:
        HistoryTimings.Run(points, Number(seeds));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(EstimationTimings).Assembly).Run(args);
        break;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
