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

    private double[] _apart = [];

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
        return Round(situation.GroupCoefficients, situation.FormCoefficients, Groups, Forms);
    }

    /// <summary>
    /// Rounds the coefficients of the columns less those of another; where they are equal what is left is above 0, for V of the other has
    /// a column's −∞ already.
    /// </summary>
    /// <returns>Σ |β − β′|·max|x|; +∞ where single precision cannot hold it.</returns>
    public double RoundApart(in NestedSituation situation, ReadOnlySpan<double> others)
    {
        int columns = situation.GroupCoefficients.Length;
        GroupsApart = Room(GroupsApart, columns);
        FormsApart = Room(FormsApart, situation.FormCoefficients.Length);
        Span<double> apart = _apart = Room(_apart, others.Length);
        for (int k = 0; k < columns; k++)
        {
            double own = situation.GroupCoefficients[k] - others[k];
            apart[k] = own == 0 ? Least : own;
        }

        for (int k = 0; k < situation.FormCoefficients.Length; k++)
        {
            apart[columns + k] = situation.FormCoefficients[k] - others[columns + k];
        }

        return Round(apart[..columns], apart[columns..], GroupsApart, FormsApart);
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

    /// <summary>Of group columns what is above 0 stays above it: it makes −∞ of a column's −∞.</summary>
    private double Round(ReadOnlySpan<double> group, ReadOnlySpan<double> form, Span<float> groups, Span<float> forms)
    {
        ReadOnlySpan<double> ofGroups = columns.LargestOfGroups, ofChosen = columns.LargestOfChosen, ofForms = columns.LargestOfForms;
        double sum = 0;
        for (int k = 0; k < group.Length; k++)
        {
            double coefficient = group[k], largest = ofGroups[k];
            largest = largest == double.PositiveInfinity && coefficient > 0 ? ofChosen[k] : largest;
            sum += Product(coefficient, largest, out float rounded);
            groups[k] = Math.Abs(rounded) < Least && coefficient > 0 ? Least : rounded; // the rare first: signs of what is apart vary
        }

        for (int k = 0; k < form.Length; k++)
        {
            sum += Product(form[k], ofForms[k], out forms[k]);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Product(double coefficient, double largest, out float rounded)
    {
        rounded = (float)coefficient;
        return Math.Abs(coefficient) < Most && largest < Most ? Math.Abs(coefficient) * largest : double.PositiveInfinity;
    }

    private static TValue[] Room<TValue>(TValue[] values, int length) => values.Length == length ? values : new TValue[length];
}
