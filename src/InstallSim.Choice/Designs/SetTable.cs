namespace InstallSim.Choice.Designs;

/// <summary>The variables of choice sets, each divided by its largest size so that none outweighs another in rounding.</summary>
internal sealed class SetTable
{
    private readonly DesignProblem _problem;
    private readonly int _k;
    private readonly (int Place, int Slot, double[] Values)[] _ofOneSlot;
    private readonly (int Place, int[] Slots, int[] Steps, double[] Values)[] _ofMore;
    private readonly double[] _fixed;
    private readonly double[] _rows;

    public SetTable(DesignProblem problem)
    {
        (_problem, _k) = (problem, problem.Coefficients);
        Scale = [.. Enumerable.Range(0, _k).Select(k => Math.Max(
            problem.Variables.Where(v => v.Coefficient == k).Select(v => v.Values.Max(Math.Abs)).DefaultIfEmpty().Max(),
            problem.Fixed.Select(row => Math.Abs(row[k])).DefaultIfEmpty().Max())).Select(most => most > 0 ? most : 1)];
        _ofOneSlot = [.. problem.Variables.Where(v => v.Slots.Count == 1).Select(v => (Place(v), v.Slots[0], Scaled(v)))];
        _ofMore = [.. problem.Variables.Where(v => v.Slots.Count != 1).Select(v => (Place(v), v.Slots.ToArray(), Steps(v), Scaled(v)))];
        _fixed = [.. problem.Fixed.SelectMany(row => row.Select((value, k) => value / Scale[k]))];
        Alternatives = problem.Alternatives + problem.Fixed.Count;
        Priors = [.. problem.Priors.Select(draw => draw.Select((b, k) => b * Scale[k]).ToArray())];
        _rows = new double[Alternatives * _k];
        _fixed.CopyTo(_rows, problem.Alternatives * _k);
    }

    /// <summary>What the values of each variable are divided by.</summary>
    public double[] Scale { get; }

    /// <summary>Alternatives with the fixed ones.</summary>
    public int Alternatives { get; }

    /// <summary>Priors of the variables divided, shape [draws][K].</summary>
    public double[][] Priors { get; }

    /// <summary>The variables of a set in a room of its own that the next call fills anew, shape [alternatives][K].</summary>
    public double[] Rows(int[] set)
    {
        Fill(set, _rows, 0);
        return _rows;
    }

    /// <summary>Writes the differences of a set's alternatives from the last, shape [alternatives − 1][K].</summary>
    public void FillDifferences(int[] set, double[] differences, int at)
    {
        Fill(set, _rows, 0);
        int last = (Alternatives - 1) * _k;
        for (int a = 0; a < last; a += _k)
        {
            for (int k = 0; k < _k; k++)
            {
                differences[at + a + k] = _rows[a + k] - _rows[last + k];
            }
        }
    }

    /// <summary>Writes the variables of a set, fixed alternatives last, shape [alternatives][K].</summary>
    private void Fill(int[] set, double[] rows, int at)
    {
        Array.Clear(rows, at, _problem.Alternatives * _k);
        foreach (ref readonly var variable in _ofOneSlot.AsSpan())
        {
            rows[at + variable.Place] = variable.Values[set[variable.Slot]];
        }

        foreach (var (place, slots, steps, values) in _ofMore)
        {
            int index = 0;
            for (int i = 0; i < slots.Length; i++)
            {
                index += set[slots[i]] * steps[i];
            }

            rows[at + place] = values[index];
        }

        _fixed.CopyTo(rows, at + (_problem.Alternatives * _k));
    }

    private int Place(DesignVariable variable) => (variable.Alternative * _k) + variable.Coefficient;

    private double[] Scaled(DesignVariable variable) => [.. variable.Values.Select(value => value / Scale[variable.Coefficient])];

    private int[] Steps(DesignVariable variable)
    {
        var steps = new int[variable.Slots.Count];
        int step = 1;
        for (int i = steps.Length - 1; i >= 0; i--)
        {
            steps[i] = step;
            step *= _problem.Slots[variable.Slots[i]].Levels;
        }

        return steps;
    }
}
