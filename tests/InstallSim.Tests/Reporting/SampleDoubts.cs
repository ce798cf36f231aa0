using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>Made-up doubt about made-up policies.</summary>
internal static class SampleDoubts
{
    private const string Main = "stock-under-dense";

    /// <summary>Shares of the variance of a policy's main effect.</summary>
    public static IEnumerable<DoubtSource> Sources(SamplePolicy policy)
    {
        double[] shares = [0.2, 0.4, 0.1, 0.25, 0.05];
        return DoubtSource.Sources.Zip(shares, (source, share) =>
            new DoubtSource(policy.Name, Main, source, share, Math.Max(0, share - 0.15), share + 0.2));
    }

    /// <summary>The first is the best in most draws.</summary>
    public static IEnumerable<PolicyChoice> Choices(IReadOnlyList<SamplePolicy> policies) => policies.Select((p, k) =>
        new PolicyChoice(
            p.Name, Main, p.Effect, policies.Count == 1 ? 1 : k == 0 ? 0.8 : 0.2 / (policies.Count - 1), k * 5, (k * 5) + 1.5));
}
