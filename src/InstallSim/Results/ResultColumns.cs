using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Results;

/// <summary>The columns of a large table of results, however it is stored.</summary>
internal abstract class ResultColumns
{
    /// <summary>How many rows there are.</summary>
    public abstract int Rows { get; }

    /// <summary>Reads a table; null where that cannot be, which is noted.</summary>
    public static ResultColumns? Read(string path, InputErrors errors)
    {
        if (Path.GetExtension(path) != ParquetTable.Extension)
        {
            return CsvTable.Read(path, errors) is { } table ? new OfCsv(table) : null;
        }

        try
        {
            return new OfParquet(path, ParquetTable.Read(path), errors);
        }
        catch (InvalidDataException fault)
        {
            errors.Add(new Place(path), new Words($"cannot be read as Parquet: {fault.Message}", "ne peut être lu comme Parquet"));
            return null;
        }
    }

    public abstract string[] Texts(string column, bool allowMissing = false);

    public abstract int[] WholeNumbers(string column, int? least = null);

    /// <summary>Numbers; NaN where there is none.</summary>
    public abstract double[] Numbers(string column);

    private sealed class OfCsv(CsvTable table) : ResultColumns
    {
        public override int Rows => table.Rows;

        public override string[] Texts(string column, bool allowMissing) => table.Column(column).Texts(allowMissing);

        public override int[] WholeNumbers(string column, int? least) =>
            least is { } value ? table.Column(column).WholeNumbers(value) : table.Column(column).WholeNumbers();

        public override double[] Numbers(string column) => table.Column(column).Numbers(allowMissing: true);
    }

    /// <summary>What is missing, of another kind or out of range is noted, and read as blanks.</summary>
    private sealed class OfParquet(string path, IReadOnlyDictionary<string, Array> columns, InputErrors errors) : ResultColumns
    {
        public override int Rows => columns.Values.FirstOrDefault()?.Length ?? 0;

        public override string[] Texts(string column, bool allowMissing) =>
            Of<string>(column) is { } texts && (allowMissing || Array.TrueForAll(texts, text => text.Length > 0))
                ? texts
                : Refuse<string>(column);

        public override int[] WholeNumbers(string column, int? least) =>
            Of<long>(column) is { } wholes && Array.TrueForAll(wholes, whole => whole >= (least ?? int.MinValue) && whole <= int.MaxValue)
                ? Array.ConvertAll(wholes, whole => (int)whole)
                : Refuse<int>(column);

        public override double[] Numbers(string column) => Of<double>(column) ?? Refuse<double>(column);

        private T[]? Of<T>(string column) => Rows == 0 ? [] : columns.GetValueOrDefault(column) as T[];

        private T[] Refuse<T>(string column)
        {
            errors.Add(new Place(path), new Words($"column '{column}' is not as this program writes it",
                $"la colonne «\u00a0{column}\u00a0» n’est pas comme ce programme l’écrit"));
            return new T[Rows];
        }
    }
}
