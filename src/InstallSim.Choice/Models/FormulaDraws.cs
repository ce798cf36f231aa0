using InstallSim.Choice.Data;
using InstallSim.Choice.Formulas;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// V and its slopes of some rows over all draws. Parameters that vary stand in the formulas as columns, whose values are those of the
/// draws: row after row, each with all draws.
/// </summary>
internal sealed class FormulaDraws
{
    private readonly FormulaMixedLogit _model;
    private readonly ChoiceData _data;
    private readonly FormulaProgram[] _programs;
    private readonly int[] _formulaOf, _places;

    public FormulaDraws(FormulaMixedLogit model, ChoiceData data)
    {
        (_model, _data) = (model, data);
        IReadOnlyList<string> names = model.Formulas.Parameters;
        _places = [.. model.Random.Select(r => names.ToList().IndexOf(r.Variable))];
        Formula Leaf(int k) => _places.Contains(k) ? Formula.Column(Drawn(names[k])) : Formula.Parameter(names[k]);
        _programs = [.. model.Formulas.Formulas.Select(formula =>
        {
            Formula drawn = formula.With(leaf => leaf.Kind == FormulaKind.Parameter && model.Random.Any(r => r.Variable == leaf.Name)
                ? Formula.Column(Drawn(leaf.Name))
                : null);
            return new FormulaProgram([drawn, .. names.Select((_, k) => drawn.Derivative(Leaf(k)))], names);
        })];
        var placeOf = model.Formulas.Formulas.Index().DistinctBy(f => f.Item, ReferenceEqualityComparer.Instance)
            .ToDictionary(f => (object)f.Item, f => f.Index, ReferenceEqualityComparer.Instance);
        _formulaOf = [.. Enumerable.Range(0, data.Rows).Select(row => placeOf[model.Formulas.UtilityOf(data.Alternative(row))])];
    }

    /// <summary>Works out V and ∂V/∂θ of rows.</summary>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="z">Draws, shape [dimension, stride].</param>
    /// <param name="stride">From one dimension to the next.</param>
    /// <param name="rows">First row, and one past the last.</param>
    /// <param name="room">Receives them.</param>
    public void Fill(double[] theta, double[] z, int stride, (int First, int End) rows, FormulaDrawsRoom room)
    {
        int draws = _model.Draws.Count, fixedCount = _model.Formulas.Parameters.Count;
        double[][] beta = [.. _model.Random.Select((random, d) => Enumerable.Range(0, draws).Select(r =>
        {
            double c = theta[_places[d]] + (theta[fixedCount + d] * z[(d * stride) + r]);
            return random.Distribution == Distribution.Lognormal ? random.Sign * Elementary.Exp(c) : c;
        }).ToArray())];
        room.Begin(theta.Length, rows.End - rows.First, draws);
        foreach (var same in Enumerable.Range(rows.First, rows.End - rows.First).GroupBy(row => _formulaOf[row]))
        {
            int[] own = [.. same];
            int count = own.Length * draws;
            FormulaProgram program = _programs[same.Key];
            program.Run(theta, program.Known(name => Column(name, own, beta, draws), count), count, room.Formula);
            for (int i = 0; i < own.Length; i++)
            {
                for (int output = 0; output <= fixedCount; output++)
                {
                    program.Output(output, room.Formula, count).Slice(i * draws, draws)
                        .CopyTo(room.Of(output, own[i] - rows.First));
                }
            }
        }

        for (int d = 0; d < beta.Length; d++)
        {
            bool isLognormal = _model.Random[d].Distribution == Distribution.Lognormal;
            for (int row = 0; row < rows.End - rows.First; row++)
            {
                Span<double> mean = room.Of(1 + _places[d], row), spread = room.Of(1 + fixedCount + d, row);
                for (int r = 0; r < draws; r++)
                {
                    mean[r] *= isLognormal ? beta[d][r] : 1;
                    spread[r] = mean[r] * z[(d * stride) + r];
                }
            }
        }
    }

    /// <summary>What stands for a parameter that varies; no column of data is called so.</summary>
    private static string Drawn(string name) => "\u0001" + name;

    private double[] Column(string name, int[] rows, double[][] beta, int draws)
    {
        var values = new double[rows.Length * draws];
        int d = name[0] == '\u0001' ? _model.Random.ToList().FindIndex(r => r.Variable == name[1..]) : -1;
        ReadOnlySpan<double> column = d < 0 ? _data.Column(name) : [];
        for (int i = 0; i < rows.Length; i++)
        {
            Span<double> own = values.AsSpan(i * draws, draws);
            if (d < 0)
            {
                own.Fill(column[rows[i]]);
            }
            else
            {
                beta[d].CopyTo(own);
            }
        }

        return values;
    }
}

/// <summary>Working arrays of one thread: V and its slopes by row and draw, and the scores by draw.</summary>
internal sealed class FormulaDrawsRoom
{
    private double[] _values = [], _slopes = [], _odds = [];
    private int _rows, _draws, _outputs;

    /// <summary>Room for formulas.</summary>
    public FormulaRoom Formula { get; } = new();

    /// <summary>Makes room, and takes all scores for 0.</summary>
    public void Begin(int parameters, int rows, int draws)
    {
        (_rows, _draws, _outputs) = (rows, draws, parameters + 1);
        if (_values.Length < _outputs * rows * draws)
        {
            _values = new double[_outputs * rows * draws];
        }

        _slopes = _slopes.Length == parameters * draws ? _slopes : new double[parameters * draws];
        Array.Clear(_slopes);
    }

    /// <summary>V (0) or ∂V/∂θ (1 + k) of a row, shape [draws].</summary>
    public Span<double> Of(int output, int row) => _values.AsSpan(((output * _rows) + row) * _draws, _draws);

    /// <summary>Σₜ ∂ln P/∂θ of a parameter, shape [draws].</summary>
    public ReadOnlySpan<double> Slopes(int k) => _slopes.AsSpan(k * _draws, _draws);

    /// <summary>Adds ln P of a situation by draw, and its slopes: ∂V(chosen) − Σ P(j)·∂V(j).</summary>
    /// <param name="first">Its first row here.</param>
    /// <param name="count">How many alternatives it has.</param>
    /// <param name="chosen">The place of the one chosen.</param>
    /// <param name="logP">Where to add, shape [draws].</param>
    public void AddSituation(int first, int count, int chosen, double[] logP)
    {
        _odds = _odds.Length >= count ? _odds : new double[count];
        for (int r = 0; r < _draws; r++)
        {
            double most = double.NegativeInfinity, sum = 0;
            for (int j = 0; j < count; j++)
            {
                most = Math.Max(most, Of(0, first + j)[r]);
            }

            for (int j = 0; j < count; j++)
            {
                sum += _odds[j] = Elementary.Exp(Of(0, first + j)[r] - most);
            }

            logP[r] += Of(0, first + chosen)[r] - most - Elementary.Log(sum);
            for (int k = 0; k < _outputs - 1; k++)
            {
                double slope = Of(1 + k, first + chosen)[r];
                for (int j = 0; j < count; j++)
                {
                    slope -= _odds[j] / sum * Of(1 + k, first + j)[r];
                }

                _slopes[(k * _draws) + r] += slope;
            }
        }
    }
}
