using InstallSim.Choice.Data;

namespace InstallSim.Choice.Models;

/// <summary>
/// Consecutive units of a logit with all their situations, turned so that situations lie side by side: for each variable M rows of B
/// values, x(alternative) − x(chosen) of the m-th alternative not chosen in each of B situations. Sets smaller than the largest of
/// the block are filled up with alternatives that nobody can choose.
/// </summary>
internal sealed class MultinomialBlock
{
    /// <param name="data">Choices.</param>
    /// <param name="columns">Places of the variables; −1: made anew at each θ.</param>
    /// <param name="starts">First situation of each unit and, last, the end.</param>
    public MultinomialBlock(ChoiceData data, int[] columns, ReadOnlySpan<int> starts)
    {
        Starts = [.. starts];
        First = starts[0];
        Situations = starts[^1] - First;
        int most = 0, rows = 0;
        for (int n = First; n < starts[^1]; n++)
        {
            most = Math.Max(most, data.Alternatives(n) - 1);
            rows += data.Alternatives(n) - 1;
        }

        Others = most;
        Padding = rows == most * Situations ? [] : Filled(most * Situations, double.NegativeInfinity);
        X = new double[columns.Length][];
        for (int k = 0; k < columns.Length; k++)
        {
            X[k] = columns[k] < 0 ? [] : Differences(data, data.Column(columns[k]));
        }
    }

    /// <summary>First situation of each unit and, last, the end.</summary>
    public int[] Starts { get; }

    /// <summary>First situation.</summary>
    public int First { get; }

    /// <summary>B, the number of situations.</summary>
    public int Situations { get; }

    /// <summary>M, the largest number of alternatives that were not chosen.</summary>
    public int Others { get; }

    /// <summary>−∞ where there is no alternative, otherwise 0, shape [M, B]; empty where all sets are of one size.</summary>
    public double[] Padding { get; }

    /// <summary>Differences by variable, shape [K][M, B]; empty where they are made anew at each θ.</summary>
    public double[][] X { get; }

    private double[] Differences(ChoiceData data, ReadOnlySpan<double> x)
    {
        var values = new double[Others * Situations];
        for (int b = 0; b < Situations; b++)
        {
            int row = data.Start(First + b), chosen = row + data.Chosen(First + b), end = data.Start(First + b + 1);
            for (int m = b; row < end; row++)
            {
                if (row == chosen)
                {
                    continue;
                }

                values[m] = x[row] - x[chosen];
                if (Padding.Length > 0)
                {
                    Padding[m] = 0;
                }

                m += Situations;
            }
        }

        return values;
    }

    private static double[] Filled(int length, double value)
    {
        var values = new double[length];
        Array.Fill(values, value);
        return values;
    }
}
