using System.Runtime.CompilerServices;

namespace InstallSim.Choice.Kernels;

/// <summary>Coefficients of one situation in single precision, and what their products with the variables add up to at most.</summary>
internal sealed class FloatCoefficients(NestedBlocks columns, GroupRows? rows)
{
    /// <summary>What sums stay below where single precision can hold V.</summary>
    public const double Most = 1e30;

    /// <summary>
    /// The least normal number, for what is above 0 and too small: times −∞ it is −∞, not what is no number; times what single precision
    /// can hold it is at most 10⁻⁷, which the slack covers.
    /// </summary>
    private const float Least = 1.17549435e-38f;

    /// <summary>β of the group columns.</summary>
    public float[] Groups { get; private set; } = [];

    /// <summary>β of the form columns.</summary>
    public float[] Forms { get; private set; } = [];

    /// <summary>Of the group columns, less those of another.</summary>
    public float[] GroupsApart { get; private set; } = [];

    /// <summary>Of the form columns, less those of another.</summary>
    public float[] FormsApart { get; private set; } = [];

    /// <summary>Of the anchors.</summary>
    public float[] Anchors { get; private set; } = [];

    /// <summary>The ranges of their rows.</summary>
    public AnchorRange[] Ranges { get; private set; } = [];

    /// <summary>Rounds the coefficients of the columns.</summary>
    /// <returns>Σ |β|·max|x|; +∞ where single precision cannot hold it.</returns>
    public double RoundColumns(in NestedSituation situation)
    {
        Groups = Room(Groups, situation.GroupCoefficients.Length);
        Forms = Room(Forms, situation.FormCoefficients.Length);
        double sum = 0;
        for (int k = 0; k < Groups.Length; k++)
        {
            sum += GroupProduct(k, situation.GroupCoefficients[k], out Groups[k]);
        }

        for (int k = 0; k < Forms.Length; k++)
        {
            sum += Product(situation.FormCoefficients[k], columns.LargestOfForms[k], out Forms[k]);
        }

        return sum;
    }

    /// <summary>
    /// Rounds the coefficients of the columns less those of another; where they are equal what is left is above 0, for V of the other has
    /// a column's −∞ already.
    /// </summary>
    /// <returns>Σ |β − β′|·max|x|; +∞ where single precision cannot hold it.</returns>
    public double RoundApart(in NestedSituation situation, ReadOnlySpan<double> others)
    {
        GroupsApart = Room(GroupsApart, situation.GroupCoefficients.Length);
        FormsApart = Room(FormsApart, situation.FormCoefficients.Length);
        double sum = 0;
        for (int k = 0; k < GroupsApart.Length; k++)
        {
            double apart = situation.GroupCoefficients[k] - others[k];
            sum += GroupProduct(k, apart == 0 ? Least : apart, out GroupsApart[k]);
        }

        for (int k = 0; k < FormsApart.Length; k++)
        {
            double apart = situation.FormCoefficients[k] - others[GroupsApart.Length + k];
            sum += Product(apart, columns.LargestOfForms[k], out FormsApart[k]);
        }

        return sum;
    }

    /// <summary>Rounds the coefficients of the anchors.</summary>
    /// <returns>Σ |a|·max|x|; +∞ where single precision cannot hold it.</returns>
    public double RoundAnchors(in NestedSituation situation)
    {
        Anchors = Room(Anchors, situation.Anchors.Length);
        Ranges = Ranges.Length == Anchors.Length ? Ranges : new AnchorRange[Anchors.Length];
        double sum = 0;
        for (int a = 0; a < Anchors.Length; a++)
        {
            var (coefficient, anchor) = situation.Anchors[a];
            Ranges[a] = rows!.RangeOf(anchor);
            sum += Product(coefficient, Ranges[a].Largest, out Anchors[a]);
        }

        return sum;
    }

    /// <summary>What is above 0 stays above it: it makes −∞ of a column's −∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double GroupProduct(int k, double coefficient, out float rounded)
    {
        double largest = columns.LargestOfGroups[k];
        largest = largest == double.PositiveInfinity && coefficient > 0 ? columns.LargestOfChosen[k] : largest;
        double product = Product(coefficient, largest, out rounded);
        rounded = Math.Abs(rounded) < Least && coefficient > 0 ? Least : rounded; // in this order: signs of what is apart are any
        return product;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Product(double coefficient, double largest, out float rounded)
    {
        rounded = (float)coefficient;
        return Math.Abs(coefficient) < Most && largest < Most ? Math.Abs(coefficient) * largest : double.PositiveInfinity;
    }

    private static float[] Room(float[] values, int length) => values.Length == length ? values : new float[length];
}
