using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>All that changes during one run, as arrays: I territories, J = 4·I alternatives. Owned by one <see cref="Simulator"/>.</summary>
internal sealed class RunState
{
    public RunState(Study study, int replication)
    {
        int count = study.Territories.Count, alternatives = count * AlternativeTable.Forms;
        Study = study;
        Replication = (ushort)replication;
        Stock = new int[alternatives];
        Places = new int[alternatives];
        InitialStock = new int[count];
        Departures = new int[count];
        EntryLimit = new int[count];
        HasGroup = new bool[count];
        Supply = new double[count];
        Vacancies = new double[count];
        Accessibility = new double[count];
        Income = new double[count];
        ExtraHours = new double[count];
        Consideration = new double[count];
        Zoning = new Zone[count];
        ExtraIncome = new double[alternatives];
        Scratch = new double[alternatives];
        Where = [.. study.Scenario.Policies.Select(_ => new bool[count])];
        int policies = study.Scenario.Policies.Count;
        Footprint = new PolicyFootprint(
            study.Scenario.Years.From, count, policies, new bool[study.Scenario.Years.Count * policies * count]);
        Utility = study.Utility;
        Newcomers = new AlternativeBlocks(alternatives, Utility.Columns);
        Incumbents = new AlternativeBlocks(alternatives, Utility.Columns);
        Events = new YearEvents { UnderDenseAtStart = new bool[count], UnderDenseBelow = study.Scenario.Zoning.UnderDenseBelow };
    }

    public Study Study { get; }

    public ushort Replication { get; }

    /// <summary>Systematic utility of the replication.</summary>
    public SystematicUtility Utility { get; }

    public int Year { get; set; }

    public PhysicianTable Physicians { get; } = new();

    public YearEvents Events { get; }

    public int[] Stock { get; }

    public int[] Places { get; }

    public int[] InitialStock { get; }

    /// <summary>Physicians who left each territory since the last choices.</summary>
    public int[] Departures { get; }

    public int[] EntryLimit { get; }

    public bool[] HasGroup { get; }

    public double[] Supply { get; }

    public double[] Vacancies { get; }

    public double VacancyTotal { get; set; }

    public double[] Accessibility { get; }

    public double[] Income { get; }

    public double[] ExtraHours { get; }

    public double[] Consideration { get; }

    public Zone[] Zoning { get; }

    public double[] ExtraIncome { get; }

    public double[] Scratch { get; }

    /// <summary>Territories that each policy concerns this year; all false when it does not act.</summary>
    public bool[][] Where { get; }

    public AlternativeBlocks Newcomers { get; }

    public AlternativeBlocks Incumbents { get; }

    public List<Centre> Centres { get; } = [];

    public List<(int Policy, Contract Contract)> Contracts { get; } = [];

    public List<Signature> Signatures { get; } = [];

    public List<LifeEvent> History { get; } = [];

    public PolicyFootprint Footprint { get; }

    public List<uint> TrainedByPolicy { get; } = [];

    public GraduateCount Graduates { get; set; }

    public DrawKey Key(DrawPurpose purpose, int year, uint agent) =>
        new(Study.Scenario.Seed, Replication, (ushort)purpose, (ushort)year, agent);

    public YearView View() => new()
    {
        Year = Year,
        Territories = Study.Territories,
        Physicians = Physicians,
        TravelTimes = Study.TravelTimes,
        Stock = Stock,
        Places = Places,
        Supply = Supply,
        Vacancies = Vacancies,
        Accessibility = Accessibility,
        Zoning = Zoning,
        Income = Income,
        ExtraHours = ExtraHours,
        ExtraIncome = ExtraIncome,
    };

    /// <summary>Puts a physician at a place, and says so in the history.</summary>
    public void Settle(int physician, int alternative)
    {
        PhysicianTable p = Physicians;
        p.Stage[physician] = Stage.Installed;
        p.Territory[physician] = AlternativeTable.Territory(alternative);
        p.Form[physician] = AlternativeTable.Form(alternative);
        p.Since[physician] = (short)Year;
        Stock[alternative]++;
        Note(physician, alternative);
    }

    /// <summary>Takes an installed physician away from the place.</summary>
    public void Vacate(int physician)
    {
        PhysicianTable p = Physicians;
        Stock[AlternativeTable.Of(p.Territory[physician], p.Form[physician])]--;
        Departures[p.Territory[physician]]++;
        p.Territory[physician] = -1;
    }

    /// <summary>Writes a change of place into the history.</summary>
    public void Note(int physician, int place) => History.Add(new LifeEvent(Physicians.Name[physician], (short)Year, place));
}

/// <summary>A multi-professional health centre.</summary>
internal sealed class Centre
{
    public required int Territory { get; init; }

    public required int Places { get; init; }

    /// <summary>Policy that opened it, −1 for one that was there at the start.</summary>
    public required int Policy { get; init; }

    public required int OpenedIn { get; init; }

    /// <summary>Years in a row without any physician.</summary>
    public int EmptyYears { get; set; }
}
