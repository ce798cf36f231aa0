namespace InstallSim.World;

/// <summary>
/// The physicians of one run, as columns; row n is physician n and is never reused. Only the simulator writes it.
/// A column may be longer than <see cref="Count"/>.
/// </summary>
public sealed class PhysicianTable
{
    /// <summary>Most physicians of a cohort: the ranks that a lasting name has room for.</summary>
    public const int MostOfACohort = (1 << 20) - 1;

    /// <summary>A table without physicians.</summary>
    /// <param name="room">Physicians that it will hold, as far as that is known.</param>
    public PhysicianTable(int room = 0) => Resize(room);

    /// <summary>Number of physicians so far.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Lasting name, equal in all scenarios: (cohort &lt;&lt; 20) | rank; cohort 0 is the initial stock, k the k-th simulated year.
    /// </summary>
    public uint[] Name { get; private set; } = [];

    /// <summary>Year of birth.</summary>
    public short[] BirthYear { get; private set; } = [];

    /// <summary>Whether a woman.</summary>
    public bool[] IsWoman { get; private set; } = [];

    /// <summary>Territory of birth, −1 when outside the study.</summary>
    public int[] BirthTerritory { get; private set; } = [];

    /// <summary>Territory of the university hospital of training (<c>internat</c>), −1 when outside the study or unknown.</summary>
    public int[] TrainingTerritory { get; private set; } = [];

    /// <summary>Whether part of the training took place in rural practices.</summary>
    public bool[] RuralTraining { get; private set; } = [];

    /// <summary>Partner.</summary>
    public Partner[] Partner { get; private set; } = [];

    /// <summary>Whether there are children at home.</summary>
    public bool[] Children { get; private set; } = [];

    /// <summary>Preference class, an index into the classes of the preferences.</summary>
    public byte[] PreferenceClass { get; private set; } = [];

    /// <summary>Stage of life.</summary>
    public Stage[] Stage { get; private set; } = [];

    /// <summary>Territory of practice, −1 when not installed.</summary>
    public int[] Territory { get; private set; } = [];

    /// <summary>Form of practice; meaningless when not installed.</summary>
    public PracticeForm[] Form { get; private set; } = [];

    /// <summary>
    /// Year of coming to the present territory, whatever the form of practice since; 0 for the initial stock, whose date is not known.
    /// </summary>
    public short[] Since { get; private set; } = [];

    /// <summary>Year in which the present spell of tastes for places began; 0 for the initial stock, which has not looked yet.</summary>
    public short[] Spell { get; private set; } = [];

    /// <summary>Territory of the second place; meaningless when <see cref="SecondShare"/> is 0.</summary>
    public int[] SecondTerritory { get; private set; } = [];

    /// <summary>Share of the working time spent at the second place, 0 for none.</summary>
    public double[] SecondShare { get; private set; } = [];

    /// <summary>Whether recruited in another country.</summary>
    public bool[] IsFromAbroad { get; private set; } = [];

    /// <summary>Year of the first installation; 0 for none yet, and for the initial stock.</summary>
    public short[] FirstInstalled { get; private set; } = [];

    /// <summary>Bond of a scholarship, from 1; 0 for none, −1 for one bought out.</summary>
    public int[] Bond { get; private set; } = [];

    /// <summary>Row of the physician with whom this one decides, from 1; 0 for none.</summary>
    public int[] Couple { get; private set; } = [];

    /// <summary>Year of leaving practice before retirement; 0 for who has not left, or came back.</summary>
    public short[] LeftIn { get; private set; } = [];

    /// <summary>Working time, full-time equivalents.</summary>
    public double[] Fte { get; private set; } = [];

    /// <summary>Makes a new row, all zero, and returns it.</summary>
    public int Add()
    {
        if (Count == Name.Length)
        {
            Resize(Math.Max(1024, Count * 3 / 2));
        }

        return Count++;
    }

    /// <summary>The same physicians in the same rows, in columns of their own.</summary>
    /// <param name="room">Physicians that it will hold, as far as that is known.</param>
    public PhysicianTable Copy(int room = 0)
    {
        var copy = (PhysicianTable)MemberwiseClone();
        copy.Resize(Math.Max(room, Count));
        return copy;
    }

    private void Resize(int size)
    {
        Name = Resized(Name, size);
        BirthYear = Resized(BirthYear, size);
        IsWoman = Resized(IsWoman, size);
        BirthTerritory = Resized(BirthTerritory, size);
        TrainingTerritory = Resized(TrainingTerritory, size);
        RuralTraining = Resized(RuralTraining, size);
        Partner = Resized(Partner, size);
        Children = Resized(Children, size);
        PreferenceClass = Resized(PreferenceClass, size);
        Stage = Resized(Stage, size);
        Territory = Resized(Territory, size);
        Form = Resized(Form, size);
        Since = Resized(Since, size);
        Spell = Resized(Spell, size);
        SecondTerritory = Resized(SecondTerritory, size);
        SecondShare = Resized(SecondShare, size);
        IsFromAbroad = Resized(IsFromAbroad, size);
        FirstInstalled = Resized(FirstInstalled, size);
        Bond = Resized(Bond, size);
        Couple = Resized(Couple, size);
        LeftIn = Resized(LeftIn, size);
        Fte = Resized(Fte, size);
    }

    private T[] Resized<T>(T[] column, int size)
    {
        var resized = new T[size];
        Array.Copy(column, resized, Count);
        return resized;
    }
}
