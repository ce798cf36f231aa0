namespace InstallSim.Choice.Kernels;

/// <summary>
/// Explanatory variables of J = G·F alternatives, G groups (places) that each come in the same F forms, laid out for choosing.
/// Columns that differ between groups only are kept once a group, the others once an alternative, form by form. Each block of
/// <see cref="BlockSize"/> groups has the range of every column, of form columns for each form alone, from which a bound on the
/// systematic utility of the whole block follows without looking inside; so has each stretch of <see cref="StretchSize"/> blocks.
/// Alternative j = g·F + f.
/// </summary>
public sealed class NestedBlocks
{
    /// <summary>Groups in a block: a whole number of vectors.</summary>
    public const int BlockSize = 16;

    /// <summary>Blocks in a stretch: a whole number of vectors.</summary>
    public const int StretchSize = 16;

    /// <summary>Most groups that error terms have names for.</summary>
    public const int MostGroups = 1 << 17;

    /// <summary>Most forms that error terms have names for.</summary>
    public const int MostForms = 1 << 11;

    private readonly bool[] _open;
    private double[] _groupValues = [], _formValues = [];

    /// <summary>Makes room for all columns, zero, with every alternative open.</summary>
    /// <param name="groups">G, 1 to <see cref="MostGroups"/>.</param>
    /// <param name="forms">F, 1 to <see cref="MostForms"/>, closed ones included.</param>
    /// <param name="groupColumns">KG, at least 0.</param>
    /// <param name="formColumns">KF, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public NestedBlocks(int groups, int forms, int groupColumns, int formColumns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, MostGroups);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(forms);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(forms, MostForms);
        Groups = groups;
        Forms = forms;
        LogForms = Elementary.Log(forms);
        Blocks = (groups + BlockSize - 1) / BlockSize;
        Alike = new SharedUtilities(this);
        _open = new bool[groups * forms];
        Array.Fill(_open, true);
        Reshape(groupColumns, formColumns);
    }

    /// <summary>Number of groups, G.</summary>
    public int Groups { get; }

    /// <summary>Number of forms, F.</summary>
    public int Forms { get; }

    /// <summary>Number of alternatives, J = G·F.</summary>
    public int Alternatives => _open.Length;

    /// <summary>Number of group columns, KG.</summary>
    public int GroupColumns { get; private set; }

    /// <summary>Number of form columns, KF.</summary>
    public int FormColumns { get; private set; }

    /// <summary>Number of blocks.</summary>
    public int Blocks { get; }

    /// <summary>ln F.</summary>
    internal double LogForms { get; }

    /// <summary>Changes of the columns and of what is open so far, without closing.</summary>
    internal int Version { get; private set; }

    /// <summary>What persons of the same coefficients share.</summary>
    internal SharedUtilities Alike { get; private set; }

    /// <summary>Rows of a block that differ between forms: for each form what is open (0 or −∞) and its KF columns.</summary>
    internal int FormRows => Forms * (FormColumns + 1);

    /// <summary>Blocks, rounded up to whole stretches, which are whole vectors of any form.</summary>
    internal int Stride => StrideOf(Blocks);

    /// <summary>Number of stretches.</summary>
    internal int Stretches => Stride / StretchSize;

    /// <summary>The group columns in single precision, shape [blocks, KG, <see cref="BlockSize"/>], padded with zeros.</summary>
    internal AlignedFloats GroupFloats { get; private set; } = new(0);

    /// <summary>The form rows in single precision, shape [blocks, form rows, <see cref="BlockSize"/>], padded with closed groups.</summary>
    internal AlignedFloats FormFloats { get; private set; } = new(0);

    /// <summary>
    /// Largest, then smallest value of each row in each block, shape [KG + form rows, 2, stride]; of form columns, among the open
    /// only, 0 if none; of what is open, −∞ where no group is, or beyond the last block.
    /// </summary>
    internal float[] Extremes { get; private set; } = [];

    /// <summary>The same of stretches, shape [KG + form rows, 2, <see cref="StrideOf"/> stretches], of their blocks.</summary>
    internal float[] ExtremesOfStretches { get; private set; } = [];

    /// <summary>Largest |x| of each group column.</summary>
    internal double[] LargestOfGroups { get; private set; } = [];

    /// <summary>The same but for −∞, which a coefficient above 0 makes a V that is never chosen, however it is rounded.</summary>
    internal double[] LargestOfChosen { get; private set; } = [];

    /// <summary>Largest |x| of each form column, of what is closed too.</summary>
    internal double[] LargestOfForms { get; private set; } = [];

    /// <summary>Changes the numbers of columns; all become zero. What is open stays, and maximisers of these blocks stay valid.</summary>
    /// <param name="groupColumns">KG, at least 0.</param>
    /// <param name="formColumns">KF, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public void Reshape(int groupColumns, int formColumns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(groupColumns);
        ArgumentOutOfRangeException.ThrowIfNegative(formColumns);
        (GroupColumns, FormColumns) = (groupColumns, formColumns);
        Alike = new SharedUtilities(this);
        _groupValues = new double[Blocks * GroupColumns * BlockSize];
        _formValues = new double[Blocks * FormRows * BlockSize];
        GroupFloats = new AlignedFloats(_groupValues.Length);
        FormFloats = new AlignedFloats(_formValues.Length);
        Extremes = new float[(GroupColumns + FormRows) * 2 * Stride];
        ExtremesOfStretches = new float[(GroupColumns + FormRows) * 2 * StrideOf(Stretches)];
        LargestOfGroups = new double[GroupColumns];
        LargestOfChosen = new double[GroupColumns];
        LargestOfForms = new double[FormColumns];
        RefreshOpen();
    }

    /// <summary>Fills group column k, shape [G]; −∞ where nobody goes whose coefficient is above 0, else finite.</summary>
    public void SetGroupColumn(int column, ReadOnlySpan<double> x)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length, Groups, nameof(x));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)GroupColumns, nameof(column));
        for (int b = 0; b < Blocks; b++)
        {
            ReadOnlySpan<double> source = x.Slice(b * BlockSize, SizeOf(b));
            source.CopyTo(GroupRow(b, column));
            GroupRows.Round(source, GroupFloats.Span[(((b * GroupColumns) + column) * BlockSize)..]);
            SetExtremes(column, b, GroupRows.Range(source));
        }

        RefreshStretches(column);
        LargestOfGroups[column] = GroupRows.Largest(x);
        LargestOfChosen[column] = GroupRows.Largest(x, but: double.NegativeInfinity);
        Version++;
    }

    /// <summary>Fills form column k, shape [J], finite values.</summary>
    public void SetFormColumn(int column, ReadOnlySpan<double> x)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length, Alternatives, nameof(x));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)FormColumns, nameof(column));
        for (int f = 0; f < Forms; f++)
        {
            for (int b = 0; b < Blocks; b++)
            {
                Span<double> row = FormRow(b, f, 1 + column);
                for (int i = 0, j = (b * BlockSize * Forms) + f; i < SizeOf(b); i++, j += Forms)
                {
                    row[i] = x[j];
                }

                GroupRows.Round(row, FormFloats.Span[FormAt(b, f, 1 + column)..]);
                RefreshRange(b, f, 1 + column);
            }

            RefreshStretches(Index(f, 1 + column));
        }

        LargestOfForms[column] = GroupRows.Largest(x);
        Version++;
    }

    /// <summary>Says which alternatives can be chosen, shape [J].</summary>
    public void SetOpen(ReadOnlySpan<bool> open)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(open.Length, Alternatives, nameof(open));
        open.CopyTo(_open);
        RefreshOpen();
    }

    /// <summary>Closes alternative j. The ranges are left as they are: still bounds, only looser ones.</summary>
    public void Close(int alternative)
    {
        _open[alternative] = false;
        var (group, form) = Math.DivRem(alternative, Forms);
        FormRow(group / BlockSize, form, 0)[group % BlockSize] = double.NegativeInfinity;
        FormFloats.Span[FormAt(group / BlockSize, form, 0) + (group % BlockSize)] = float.NegativeInfinity;
    }

    /// <summary>Whether alternative j can be chosen.</summary>
    public bool IsOpen(int alternative) => _open[alternative];

    /// <summary>Groups in block b: <see cref="BlockSize"/>, fewer in the last.</summary>
    public int SizeOf(int block) => Math.Min(BlockSize, Groups - (block * BlockSize));

    /// <summary>Value of group column k at group g.</summary>
    public double GroupValue(int column, int group) => GroupRow(group / BlockSize, column)[group % BlockSize];

    /// <summary>Value of form column k at alternative j.</summary>
    public double FormValue(int column, int alternative)
    {
        var (group, form) = Math.DivRem(alternative, Forms);
        return FormRow(group / BlockSize, form, 1 + column)[group % BlockSize];
    }

    /// <summary>The block's group columns, shape [KG, <see cref="BlockSize"/>], padded with zeros.</summary>
    internal ReadOnlySpan<double> GroupPart(int block) =>
        _groupValues.AsSpan(block * GroupColumns * BlockSize, GroupColumns * BlockSize);

    /// <summary>The block's form rows, shape [form rows, <see cref="BlockSize"/>], padded with closed groups of zeros.</summary>
    internal ReadOnlySpan<double> FormPart(int block) => _formValues.AsSpan(block * FormRows * BlockSize, FormRows * BlockSize);

    /// <summary>A number of blocks, or of stretches, rounded up to whole vectors.</summary>
    internal static int StrideOf(int blocks) => (blocks + StretchSize - 1) / StretchSize * StretchSize;

    private Span<double> GroupRow(int block, int column) => _groupValues.AsSpan(((block * GroupColumns) + column) * BlockSize, BlockSize);

    private Span<double> FormRow(int block, int form, int row) => _formValues.AsSpan(FormAt(block, form, row), BlockSize);

    private int FormAt(int block, int form, int row) => ((block * FormRows) + (form * (FormColumns + 1)) + row) * BlockSize;

    /// <summary>Place of row 0 (what is open) or row k + 1 (form column k) of form f among all rows.</summary>
    private int Index(int form, int row) => GroupColumns + (form * (FormColumns + 1)) + row;

    private void SetExtremes(int row, int block, (double Lowest, double Highest) range)
    {
        int at = (row * 2 * Stride) + block;
        (Extremes[at], Extremes[at + Stride]) = ((float)range.Highest, (float)range.Lowest);
    }

    /// <summary>Takes the range of a row in each stretch from those in its blocks.</summary>
    private void RefreshStretches(int row)
    {
        int stride = Stride, to = StrideOf(Stretches);
        Span<float> highest = Extremes.AsSpan(row * 2 * stride, Blocks), lowest = Extremes.AsSpan(((row * 2) + 1) * stride, Blocks);
        for (int s = 0; s < Stretches; s++)
        {
            (float high, float low) = (float.NegativeInfinity, float.PositiveInfinity);
            for (int b = s * StretchSize; b < Math.Min((s + 1) * StretchSize, Blocks); b++)
            {
                (high, low) = (MathF.Max(high, highest[b]), MathF.Min(low, lowest[b]));
            }

            int at = (row * 2 * to) + s;
            (ExtremesOfStretches[at], ExtremesOfStretches[at + to]) = (high, low);
        }
    }

    private void RefreshOpen()
    {
        Version++;
        for (int f = 0; f < Forms; f++)
        {
            Extremes.AsSpan(Index(f, 0) * 2 * Stride, Stride).Fill(float.NegativeInfinity);
            for (int b = 0; b < Blocks; b++)
            {
                Span<double> row = FormRow(b, f, 0);
                row.Fill(double.NegativeInfinity);
                for (int i = 0, j = (b * BlockSize * Forms) + f; i < SizeOf(b); i++, j += Forms)
                {
                    row[i] = _open[j] ? 0 : double.NegativeInfinity;
                }

                GroupRows.Round(row, FormFloats.Span[FormAt(b, f, 0)..]);
                SetExtremes(Index(f, 0), b, GroupRows.Range(row));
                for (int k = 1; k <= FormColumns; k++)
                {
                    RefreshRange(b, f, k);
                }
            }

            ExtremesOfStretches.AsSpan(Index(f, 0) * 2 * StrideOf(Stretches), StrideOf(Stretches)).Fill(float.NegativeInfinity);
            for (int k = 0; k <= FormColumns; k++)
            {
                RefreshStretches(Index(f, k));
            }
        }
    }

    private void RefreshRange(int block, int form, int row)
    {
        ReadOnlySpan<double> values = FormRow(block, form, row), open = FormRow(block, form, 0);
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int i = 0; i < BlockSize; i++)
        {
            low = open[i] == 0 ? Math.Min(low, values[i]) : low;
            high = open[i] == 0 ? Math.Max(high, values[i]) : high;
        }

        SetExtremes(Index(form, row), block, high >= low ? (low, high) : (0, 0));
    }
}
