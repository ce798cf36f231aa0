namespace InstallSim.World;

/// <summary>What happened in a year of a run. Written by the simulator, read by indicators.</summary>
/// <param name="territories">Number of territories, I.</param>
public sealed class YearEvents(int territories)
{
    /// <summary>Physicians who took a place, in rising order of their row.</summary>
    public List<Installation> Installations { get; } = [];

    /// <summary>Installed physicians who retired.</summary>
    public int Retirements { get; set; }

    /// <summary>Installed physicians who left before retirement.</summary>
    public int Leavers { get; set; }

    /// <summary>Installed physicians whose salaried post ended.</summary>
    public int PostsEnded { get; set; }

    /// <summary>Locums who took a salaried job outside ambulatory practice.</summary>
    public int Salaried { get; set; }

    /// <summary>Locums who settled in another region.</summary>
    public int Elsewhere { get; set; }

    /// <summary>Locums who settled in another region, less newcomers to the study who were born outside it, since the start.</summary>
    public int RestOfCountry { get; set; }

    /// <summary>Times that a limit on entries kept a physician out of a place wanted.</summary>
    public int Refused { get; set; }

    /// <summary>Payments that budgets refused.</summary>
    public int BudgetRefusals { get; set; }

    /// <summary>Multi-professional health centres without a physician at the end of the year.</summary>
    public int EmptyCentres { get; set; }

    /// <summary>Centres that policies announced, since the start.</summary>
    public int CentresAnnounced { get; set; }

    /// <summary>Centres that policies opened, since the start.</summary>
    public int CentresOpened { get; set; }

    /// <summary>Public cost of the year's policies, k€.</summary>
    public double PolicyCost { get; set; }

    /// <summary>Public cost since the start, k€.</summary>
    public double CumulativeCost { get; set; }

    /// <summary>Row of the first graduate of the year; graduates are the rows from it on.</summary>
    public int FirstGraduate { get; set; }

    /// <summary>Physicians who left each territory, shape [I].</summary>
    public int[] Departures { get; } = new int[territories];

    /// <summary>Of them, those who moved to another, shape [I].</summary>
    public int[] MovedAway { get; } = new int[territories];

    /// <summary>Physicians who came into each territory, shape [I].</summary>
    public int[] Entries { get; } = new int[territories];

    /// <summary>Slots that limits on entries leave open at the end of the year, by territory; NaN where none binds, shape [I].</summary>
    public double[] OpenSlots { get; } = new double[territories];

    /// <summary>Installed physicians by age in whole years, at the end of the year; ages beyond the last count in it.</summary>
    public int[] InstalledByAge { get; } = new int[121];

    /// <summary>Installed physicians under 40 by territory, at the end of the year, shape [I].</summary>
    public int[] Under40 { get; } = new int[territories];

    /// <summary>Installed physicians of 60 or over by territory, at the end of the year, shape [I].</summary>
    public int[] From60 { get; } = new int[territories];

    /// <summary>Women among the installed, at the end of the year.</summary>
    public int InstalledWomen { get; set; }

    /// <summary>Installed physicians born in the study's territories, at the end of the year.</summary>
    public int InstalledBornHere { get; set; }

    /// <summary>Locums, at the end of the year.</summary>
    public int Locums { get; set; }

    /// <summary>Inhabited territories under-dense at the start, before any policy, shape [I].</summary>
    public bool[] UnderDenseAtStart { get; } = new bool[territories];

    /// <summary>Accessibility under which a territory counts as under-dense.</summary>
    public required double UnderDenseBelow { get; init; }

    /// <summary>Counts who there is at the end of the year.</summary>
    public void Count(PhysicianTable physicians, int year)
    {
        Array.Clear(InstalledByAge);
        Array.Clear(Under40);
        Array.Clear(From60);
        CountInstalled(physicians, year);

        // Who loses a post and takes another place came before, and who comes from another country is no loss to the rest of this one.
        int fromOutside = Installations.Count(i => i.IsFirst && physicians.BirthTerritory[i.Physician] < 0
            && physicians.FirstInstalled[i.Physician] == year && !physicians.IsFromAbroad[i.Physician]);
        RestOfCountry += Elsewhere - fromOutside;
    }

    private void CountInstalled(PhysicianTable physicians, int year)
    {
        ReadOnlySpan<Stage> stages = physicians.Stage.AsSpan(0, physicians.Count);
        (short[] birthYears, int[] territories, bool[] women) = (physicians.BirthYear, physicians.Territory, physicians.IsWoman);
        (int[] births, int[] byAge, int[] under40, int[] from60) = (physicians.BirthTerritory, InstalledByAge, Under40, From60);
        (int installedWomen, int bornHere, int locums) = (0, 0, 0);
        for (int n = 0; n < stages.Length; n++)
        {
            if (stages[n] == Stage.Installed)
            {
                int age = Math.Clamp(year - birthYears[n], 0, byAge.Length - 1);
                byAge[age]++;
                under40[territories[n]] += age < 40 ? 1 : 0;
                from60[territories[n]] += age >= 60 ? 1 : 0;
                installedWomen += women[n] ? 1 : 0;
                bornHere += births[n] >= 0 ? 1 : 0;
            }
            else if (stages[n] == Stage.Locum)
            {
                locums++;
            }
        }

        (InstalledWomen, InstalledBornHere, Locums) = (installedWomen, bornHere, locums);
    }

    /// <summary>Forgets the year; what is cumulative stays.</summary>
    public void Clear()
    {
        Installations.Clear();
        (Retirements, Leavers, PostsEnded, Salaried, Elsewhere) = (0, 0, 0, 0, 0);
        (Refused, EmptyCentres, PolicyCost) = (0, 0, 0);
        Array.Clear(Departures);
        Array.Clear(MovedAway);
        Array.Clear(Entries);
    }
}
