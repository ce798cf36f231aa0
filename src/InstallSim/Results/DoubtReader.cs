using InstallSim.Inputs;

namespace InstallSim.Results;

/// <summary>Reads the tables of doubt.</summary>
internal static class DoubtReader
{
    public static IReadOnlyList<DoubtSource> DoubtSources(string path, InputErrors errors) =>
        ResultsReader.Rows<DoubtSource>(path, errors, t =>
        {
            string[] scenario = t.Column("scenario").Texts(), indicator = t.Column("indicator").Texts(),
                source = t.Column("source").Texts();
            double[] share = ResultsReader.Numbers(t, "share"), low = ResultsReader.Numbers(t, "low"),
                high = ResultsReader.Numbers(t, "high");
            return k => new DoubtSource(scenario[k], indicator[k], source[k], share[k], low[k], high[k]);
        });

    public static IReadOnlyList<PolicyChoice> Choices(string path, InputErrors errors) =>
        ResultsReader.Rows<PolicyChoice>(path, errors, t =>
    {
        string[] scenario = t.Column("scenario").Texts(), indicator = t.Column("indicator").Texts();
        double[] effect = ResultsReader.Numbers(t, "effect"), best = ResultsReader.Numbers(t, "best_share"),
            low = ResultsReader.Numbers(t, "loss_low"), high = ResultsReader.Numbers(t, "loss_high");
        return k => new PolicyChoice(scenario[k], indicator[k], effect[k], best[k], low[k], high[k]);
    });

    public static IReadOnlyList<InformationValue> Information(string path, InputErrors errors) =>
        ResultsReader.Rows<InformationValue>(path, errors, t =>
        {
            string[] indicator = t.Column("indicator").Texts(), number = t.Column("number").Texts();
            double[] value = ResultsReader.Numbers(t, "value"), chance = ResultsReader.Numbers(t, "by_chance");
            return k => new InformationValue(indicator[k], number[k], value[k], chance[k]);
        });
}
