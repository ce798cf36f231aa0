using InstallSim.Choice.Data;

namespace InstallSim.Tests.Published;

/// <summary>Collects the rows of choice sets one by one.</summary>
internal sealed class LongTable(params string[] names)
{
    private readonly List<double>[] _columns = [.. names.Select(_ => new List<double>())];
    private readonly List<int> _situation = [], _person = [], _alternative = [];
    private readonly List<bool> _chosen = [], _available = [];
    private readonly List<double> _weight = [];

    public void Add(int situation, int person, int alternative, bool chosen, params double[] values) =>
        Add(situation, person, alternative, chosen, true, 1, values);

    public void Add(int situation, int person, int alternative, bool chosen, bool available, double weight, double[] values)
    {
        _situation.Add(situation);
        _person.Add(person);
        _alternative.Add(alternative);
        _chosen.Add(chosen);
        _available.Add(available);
        _weight.Add(weight);
        for (int k = 0; k < names.Length; k++)
        {
            _columns[k].Add(values[k]);
        }
    }

    public ChoiceTable Table() => new()
    {
        Names = names,
        Columns = [.. _columns.Select(c => c.ToArray())],
        Situation = _situation,
        Person = _person,
        Alternative = _alternative,
        Chosen = _chosen,
        Available = _available,
        Weight = _weight,
    };

    public ChoiceData Data() => ChoiceData.Create(Table());
}
