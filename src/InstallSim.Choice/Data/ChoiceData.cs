namespace InstallSim.Choice.Data;

/// <summary>
/// Choices made: N situations, each a set of available alternatives of its own size, a chosen one, a person and a weight, and
/// K columns of variables over the rows of all sets. Situations of a person stand together, in the order given. Immutable.
/// </summary>
public sealed class ChoiceData
{
    private readonly double[][] _columns;
    private readonly int[] _offsets, _chosen, _person, _personOffsets, _alternative, _sourceRow;
    private readonly int[]? _drawnAs;
    private readonly double[] _weight;

    internal ChoiceData(IReadOnlyList<string> names, double[][] columns, ChoiceLayout layout)
    {
        Names = names;
        _columns = columns;
        (_offsets, _chosen, _person, _weight) = (layout.Offsets, layout.Chosen, layout.Person, layout.Weight);
        (_alternative, _sourceRow, _drawnAs) = (layout.Alternative, layout.SourceRow, layout.DrawnAs);
        Persons = _person.Length == 0 ? 0 : _person[^1] + 1;
        _personOffsets = new int[Persons + 1];
        for (int n = 0; n < Situations; n++)
        {
            _personOffsets[_person[n] + 1] = n + 1;
        }
    }

    /// <summary>Names of the variables.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>N, the number of choice situations.</summary>
    public int Situations => _chosen.Length;

    /// <summary>Number of decision makers.</summary>
    public int Persons { get; }

    /// <summary>Σ J(n), the number of rows.</summary>
    public int Rows => _alternative.Length;

    /// <summary>Values of variable <paramref name="k"/>, shape [Rows].</summary>
    public ReadOnlySpan<double> Column(int k) => _columns[k];

    /// <summary>Values of the variable named <paramref name="name"/>, shape [Rows].</summary>
    /// <exception cref="ArgumentException">There is no such variable; the message lists those there are.</exception>
    public ReadOnlySpan<double> Column(string name) => _columns[IndexOf(name)];

    /// <summary>Place of the variable named <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is no such variable; the message lists those there are.</exception>
    public int IndexOf(string name)
    {
        for (int k = 0; k < Names.Count; k++)
        {
            if (Names[k] == name)
            {
                return k;
            }
        }

        throw new ArgumentException($"no variable '{name}' among: {string.Join(", ", Names)}", nameof(name));
    }

    /// <summary>First row of situation <paramref name="n"/>; its rows end before <c>Start(n + 1)</c>.</summary>
    public int Start(int n) => _offsets[n];

    /// <summary>J(n), the number of available alternatives.</summary>
    public int Alternatives(int n) => _offsets[n + 1] - _offsets[n];

    /// <summary>The chosen alternative's place in the set of situation <paramref name="n"/>, from 0.</summary>
    public int Chosen(int n) => _chosen[n];

    /// <summary>Person of situation <paramref name="n"/>, from 0, never decreasing with n.</summary>
    public int Person(int n) => _person[n];

    /// <summary>First situation of a person; its situations end before <c>FirstSituation(person + 1)</c>.</summary>
    public int FirstSituation(int person) => _personOffsets[person];

    /// <summary>Weight of situation <paramref name="n"/>, ≥ 0.</summary>
    public double Weight(int n) => _weight[n];

    /// <summary>Alternative code of a row.</summary>
    public int Alternative(int row) => _alternative[row];

    /// <summary>One more than the largest code of an alternative.</summary>
    internal int Codes
    {
        get
        {
            int most = 0;
            foreach (int code in _alternative)
            {
                most = Math.Max(most, code);
            }

            return most + 1;
        }
    }

    /// <summary>The row of the table given that became this row.</summary>
    public int SourceRow(int row) => _sourceRow[row];

    /// <summary>Checks a long table and makes choices of it; rows of unavailable alternatives are dropped.</summary>
    /// <exception cref="ChoiceDataException">The table has faults; all are told.</exception>
    public static ChoiceData Create(ChoiceTable table) => new ChoiceTableCheck(table).Build();

    /// <summary>The same choices with the weights of each person multiplied, as resampling people needs.</summary>
    /// <param name="factor">One factor a person, ≥ 0.</param>
    public ChoiceData Reweighted(ReadOnlySpan<double> factor)
    {
        if (factor.Length != Persons)
        {
            throw new ArgumentException($"{factor.Length} factors for {Persons} persons", nameof(factor));
        }

        var weight = (double[])_weight.Clone();
        for (int n = 0; n < weight.Length; n++)
        {
            weight[n] *= factor[_person[n]];
        }

        return new ChoiceData(Names, _columns, new ChoiceLayout(_offsets, _chosen, _person, weight, _alternative, _sourceRow, _drawnAs));
    }

    /// <summary>The choices of some persons only, renumbered in their old order.</summary>
    /// <param name="keep">Whether to keep each person.</param>
    /// <exception cref="ArgumentException">Nobody is kept, or the length is not the number of persons.</exception>
    public ChoiceData Subset(ReadOnlySpan<bool> keep)
    {
        if (keep.Length != Persons || !keep.Contains(true))
        {
            throw new ArgumentException($"{keep.Length} marks for {Persons} persons; at least one must be kept", nameof(keep));
        }

        var situations = new List<int>();
        for (int n = 0; n < Situations; n++)
        {
            if (keep[_person[n]])
            {
                situations.Add(n);
            }
        }

        var rows = situations.SelectMany(n => Enumerable.Range(Start(n), Alternatives(n))).ToArray();
        return Take(situations, rows);
    }

    /// <summary>The same choices with further variables, or with others in place of those of the same name.</summary>
    /// <exception cref="ArgumentException">A column has not one value a row.</exception>
    public ChoiceData With(params (string Name, double[] Values)[] columns)
    {
        var names = Names.ToList();
        var values = _columns.ToList();
        foreach (var (name, column) in columns)
        {
            if (column.Length != Rows)
            {
                throw new ArgumentException($"column '{name}' has {column.Length} values for {Rows} rows", nameof(columns));
            }

            int at = names.IndexOf(name);
            if (at < 0)
            {
                (names, values) = ([.. names, name], [.. values, column]);
            }
            else
            {
                values[at] = column;
            }
        }

        return new ChoiceData(names, [.. values],
            new ChoiceLayout(_offsets, _chosen, _person, _weight, _alternative, _sourceRow, _drawnAs));
    }

    /// <summary>Choice sets that nobody has answered, for predictions: the first available alternative stands as chosen.</summary>
    /// <param name="table">Choice sets; what it says of chosen rows is not read.</param>
    /// <exception cref="ChoiceDataException">The table has faults; all are told.</exception>
    public static ChoiceData Unanswered(ChoiceTable table)
    {
        var seen = new HashSet<int>();
        bool[] first = [.. Enumerable.Range(0, table.Situation.Count)
            .Select(r => (table.Available?[r] ?? true) && seen.Add(table.Situation[r]))];
        return Create(table with { Chosen = first });
    }

    /// <summary>
    /// The same choices without some alternatives; situations in which one of them was chosen or fewer than two are left go too.
    /// </summary>
    /// <param name="alternatives">Codes of the alternatives taken away.</param>
    /// <exception cref="ArgumentException">No situation is left.</exception>
    public ChoiceData Without(IReadOnlyCollection<int> alternatives)
    {
        List<int> situations = [], rows = [], chosen = [], sizes = [];
        for (int n = 0; n < Situations; n++)
        {
            int[] kept = [.. Enumerable.Range(Start(n), Alternatives(n)).Where(r => !alternatives.Contains(_alternative[r]))];
            int place = Array.IndexOf(kept, Start(n) + _chosen[n]);
            if (place < 0 || kept.Length < 2)
            {
                continue;
            }

            situations.Add(n);
            rows.AddRange(kept);
            sizes.Add(kept.Length);
            chosen.Add(place);
        }

        if (situations.Count == 0)
        {
            throw new ArgumentException($"no choice is left without alternatives {string.Join(", ", alternatives)}", nameof(alternatives));
        }

        return Take(situations, [.. rows], [.. chosen], [.. sizes]);
    }

    /// <summary>
    /// The same choices, each situation with the draws that a unit of some number has: those of the estimation, where it is the same
    /// person.
    /// </summary>
    /// <param name="units">The number of a unit by situation, from 0.</param>
    public ChoiceData DrawnAs(IReadOnlyList<int> units)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(units.Count, Situations);
        return new(Names, _columns, new ChoiceLayout(_offsets, _chosen, _person, _weight, _alternative, _sourceRow, [.. units]));
    }

    /// <summary>The number of the unit whose draws are those of a situation; its own unit where nothing else is said.</summary>
    internal int DrawsOf(int situation, int unit) => _drawnAs?[situation] ?? unit;

    /// <summary>
    /// The same sets with other choices, every situation a person of its own and of weight 1, with the draws of its person where people are
    /// units.
    /// </summary>
    internal ChoiceData AsIfChosen(int[] chosen, bool byPerson)
    {
        double[] weight = new double[Situations];
        Array.Fill(weight, 1);
        var layout = new ChoiceLayout(_offsets, chosen, [.. Enumerable.Range(0, Situations)], weight, _alternative, _sourceRow,
            _drawnAs ?? (byPerson ? _person : null));
        return new ChoiceData(Names, _columns, layout);
    }

    /// <summary>A unit of a panel is a person, and has one weight.</summary>
    /// <exception cref="ArgumentException">Situations of one person have different weights.</exception>
    internal void RequireOneWeightPerPerson()
    {
        for (int n = 1; n < Situations; n++)
        {
            if (_person[n] == _person[n - 1] && _weight[n] != _weight[n - 1])
            {
                throw new ArgumentException($"person {_person[n] + 1} has situations of different weights; in a panel a person has one");
            }
        }
    }

    internal ChoiceData Take(IReadOnlyList<int> situations, int[] rows, int[]? chosen = null, int[]? sizes = null)
    {
        var offsets = new int[situations.Count + 1];
        var person = new int[situations.Count];
        for (int i = 0; i < situations.Count; i++)
        {
            offsets[i + 1] = offsets[i] + (sizes?[i] ?? Alternatives(situations[i]));
            person[i] = i == 0 ? 0 : person[i - 1] + (_person[situations[i]] == _person[situations[i - 1]] ? 0 : 1);
        }

        var layout = new ChoiceLayout(
            offsets, chosen ?? Pick(_chosen, situations), person, Pick(_weight, situations),
            Pick(_alternative, rows), Pick(_sourceRow, rows));
        return new ChoiceData(Names, [.. _columns.Select(c => Pick(c, rows))], layout);
    }

    private static T[] Pick<T>(T[] from, IReadOnlyList<int> which) => [.. which.Select(i => from[i])];
}

/// <summary>Where the sets lie, and what was chosen by whom: the part of choices that is not variables.</summary>
internal sealed record ChoiceLayout(
    int[] Offsets, int[] Chosen, int[] Person, double[] Weight, int[] Alternative, int[] SourceRow, int[]? DrawnAs = null);
