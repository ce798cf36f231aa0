using InstallSim.Choice.Data;

namespace InstallSim.Choice.Models;

/// <summary>
/// Choices as differences from the chosen alternative, by independent unit: a person with all situations, or one situation.
/// </summary>
internal sealed class PanelDifferences
{
    private readonly int[] _firstSituation, _firstRow, _ends;
    private readonly double[] _covariates;
    private readonly int _covariateCount;

    /// <param name="data">Choices.</param>
    /// <param name="variables">Variables, those that vary by draw first.</param>
    /// <param name="varies">How many vary by draw.</param>
    /// <param name="panel">Whether a unit is a person, otherwise a situation.</param>
    /// <param name="covariates">Variables that coefficients depend on.</param>
    /// <exception cref="ArgumentException">Situations of one person have different weights in a panel, or a covariate is not the same on
    /// all rows of a unit.</exception>
    public PanelDifferences(ChoiceData data, IReadOnlyList<string> variables, int varies, bool panel, IReadOnlyList<string> covariates)
    {
        if (panel)
        {
            data.RequireOneWeightPerPerson();
        }

        Data = data;
        Units = panel ? data.Persons : data.Situations;
        _firstSituation = [.. Enumerable.Range(0, Units + 1).Select(u => panel ? data.FirstSituation(u) : u)];
        _firstRow = new int[Units + 1];
        _ends = new int[data.Situations];
        Drawn = new int[Units];
        Weight = new double[Units];
        Person = new int[Units];
        int rows = data.Rows - data.Situations;
        (Varying, Still) = (new double[rows * varies], new double[rows * (variables.Count - varies)]);
        int row = 0;
        for (int unit = 0; unit < Units; unit++)
        {
            _firstRow[unit] = row;
            (Weight[unit], Person[unit]) = (data.Weight(_firstSituation[unit]), data.Person(_firstSituation[unit]));
            Drawn[unit] = data.DrawsOf(_firstSituation[unit], unit);
            for (int n = _firstSituation[unit]; n < _firstSituation[unit + 1]; n++)
            {
                row += data.Alternatives(n) - 1;
                _ends[n] = row - _firstRow[unit];
            }
        }

        _firstRow[Units] = row;
        for (int k = 0; k < variables.Count; k++)
        {
            var x = data.Column(variables[k]);
            if (k < varies)
            {
                Subtract(data, x, Varying, varies, k);
            }
            else
            {
                Subtract(data, x, Still, variables.Count - varies, k - varies);
            }
        }

        MostRows = Enumerable.Range(0, Units).Max(Rows);
        HasOneSituation = data.Situations == Units;
        _covariates = new double[Units * covariates.Count];
        _covariateCount = covariates.Count;
        for (int m = 0; m < covariates.Count; m++)
        {
            OfUnits(data, covariates[m], m);
        }
    }

    /// <summary>The choices.</summary>
    public ChoiceData Data { get; }

    public int Units { get; }

    /// <summary>x(row) − x(chosen) of the variables that vary, row by row.</summary>
    public double[] Varying { get; }

    /// <summary>x(row) − x(chosen) of the fixed coefficients' variables, row by row.</summary>
    public double[] Still { get; }

    public double[] Weight { get; }

    public int[] Person { get; }

    /// <summary>The number under which each unit has its draws.</summary>
    public int[] Drawn { get; }

    /// <summary>How many units have draws of their own, one more than the largest of these numbers.</summary>
    public int DrawnUnits => Drawn.Max() + 1;

    public int MostRows { get; }

    /// <summary>Whether every unit is one situation.</summary>
    public bool HasOneSituation { get; }

    public int FirstRow(int unit) => _firstRow[unit];

    public int Rows(int unit) => _firstRow[unit + 1] - _firstRow[unit];

    /// <summary>One past the last row of each situation of a unit, counted from the unit's first row.</summary>
    public ReadOnlySpan<int> Ends(int unit) => _ends.AsSpan(_firstSituation[unit].._firstSituation[unit + 1]);

    /// <summary>The covariates of a unit.</summary>
    public ReadOnlyMemory<double> Covariates(int unit) => _covariates.AsMemory(unit * _covariateCount, _covariateCount);

    private void OfUnits(ChoiceData data, string name, int place)
    {
        var column = data.Column(name);
        for (int unit = 0; unit < Units; unit++)
        {
            int row = data.Start(_firstSituation[unit]), end = data.Start(_firstSituation[unit + 1]);
            _covariates[(unit * _covariateCount) + place] = column[row];
            int other = column[row..end].IndexOfAnyExcept(column[row]);
            if (other >= 0)
            {
                throw new ArgumentException($"'{name}' explains the mean of a coefficient but is not the same on all rows of a person: row "
                    + $"{data.SourceRow(row + other) + 1}", nameof(data));
            }
        }
    }

    private static void Subtract(ChoiceData data, ReadOnlySpan<double> x, double[] target, int stride, int column)
    {
        int row = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            int chosen = data.Start(n) + data.Chosen(n);
            for (int r = data.Start(n); r < data.Start(n + 1); r++)
            {
                if (r != chosen)
                {
                    target[row++ * stride + column] = x[r] - x[chosen];
                }
            }
        }
    }
}
