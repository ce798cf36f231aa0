namespace InstallSim.World;

/// <summary>What happened in a year of a run. Written by the simulator, read by indicators.</summary>
public sealed class YearEvents
{
    /// <summary>Physicians who took a place, in rising order of their row.</summary>
    public List<Installation> Installations { get; } = [];

    /// <summary>Installed physicians who retired.</summary>
    public int Retirements { get; set; }

    /// <summary>Installed physicians who left before retirement.</summary>
    public int Leavers { get; set; }

    /// <summary>Locums who took a salaried job outside ambulatory practice.</summary>
    public int Salaried { get; set; }

    /// <summary>Locums who settled in another region.</summary>
    public int Elsewhere { get; set; }

    /// <summary>Multi-professional health centres without a physician at the end of the year.</summary>
    public int EmptyCentres { get; set; }

    /// <summary>Public cost of the year's policies, k€.</summary>
    public double PolicyCost { get; set; }

    /// <summary>Public cost since the start, k€.</summary>
    public double CumulativeCost { get; set; }

    /// <summary>Installed physicians by age in whole years, at the end of the year; ages beyond the last count in it.</summary>
    public int[] InstalledByAge { get; } = new int[121];

    /// <summary>Women among the installed, at the end of the year.</summary>
    public int InstalledWomen { get; set; }

    /// <summary>Locums, at the end of the year.</summary>
    public int Locums { get; set; }

    /// <summary>Territories under-dense at the start, before any policy, shape [I].</summary>
    public required bool[] UnderDenseAtStart { get; init; }

    /// <summary>Accessibility under which a territory counts as under-dense.</summary>
    public required double UnderDenseBelow { get; init; }

    /// <summary>Counts who there is at the end of the year.</summary>
    public void Count(PhysicianTable physicians, int year)
    {
        Array.Clear(InstalledByAge);
        (InstalledWomen, Locums) = (0, 0);
        for (int n = 0; n < physicians.Count; n++)
        {
            if (physicians.Stage[n] == Stage.Installed)
            {
                InstalledByAge[Math.Clamp(year - physicians.BirthYear[n], 0, InstalledByAge.Length - 1)]++;
                InstalledWomen += physicians.IsWoman[n] ? 1 : 0;
            }
            else if (physicians.Stage[n] == Stage.Locum)
            {
                Locums++;
            }
        }
    }

    /// <summary>Forgets the year; what is cumulative stays.</summary>
    public void Clear()
    {
        Installations.Clear();
        (Retirements, Leavers, Salaried, Elsewhere, EmptyCentres, PolicyCost) = (0, 0, 0, 0, 0, 0);
    }
}
