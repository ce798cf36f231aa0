using InstallSim.Choice.Draws;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>
/// All that changes during one run, as arrays: I territories, J = F·I alternatives. Owned by one <see cref="Simulator"/>.
/// </summary>
internal sealed class RunState
{
    public RunState(PreparedScenario prepared, int replication, PhysicianTable? physicians = null)
    {
        int count = prepared.Territories.Count, alternatives = count * AlternativeTable.Forms, policies = prepared.Scenario.Policies.Count;
        Prepared = prepared;
        Replication = (ushort)replication;
        int expected = Expected(prepared.Scenario, prepared.Territories);
        Physicians = physicians?.Copy(expected) ?? new PhysicianTable(expected); // those of a start, for this run to change
        Draws = new PhysicianDraws(expected);
        Stock = new int[alternatives];
        Places = new int[alternatives];
        HasGroup = new bool[count];
        Supply = new double[count];
        CapacityFactor = [.. Enumerable.Repeat(1.0, count)];
        ExtraFte = new double[count];
        Vacancies = new double[count];
        PlaceEffects = new double[count];
        UnfilledLists = new double[count];
        Accessibility = new double[count];
        Income = new double[count];
        ExtraHours = new double[count];
        Consideration = new double[count];
        Zoning = new Zone[count];
        Where = [.. prepared.Scenario.Policies.Select(_ => new bool[count])];
        Footprint = new PolicyFootprint(
            prepared.Scenario.Years.From, count, policies, new bool[prepared.Scenario.Years.Count * policies * count]);
        Newcomers = new Prospects(prepared, Chooser.Newcomer);
        Incumbents = new Prospects(prepared, Chooser.Incumbent);
        Ledger = new Ledger(prepared.Scenario);
        Limits = new EntryLimits(count);
        Events = new YearEvents(count) { UnderDenseBelow = prepared.Scenario.Zoning.UnderDenseBelow };
    }

    /// <summary>Physicians that a run will have known without policies: the stock, the cohorts before the start, the graduates.</summary>
    private static int Expected(Scenario scenario, TerritoryTable territories)
    {
        int first = scenario.Years.From - scenario.Physicians.WarmUpYears + 1;
        return (int)Math.Ceiling(territories.Physicians.Sum())
            + Enumerable.Range(first, scenario.Years.Until - first + 1).Sum(scenario.Physicians.GraduatesOf);
    }

    public PreparedScenario Prepared { get; }

    public Scenario Scenario => Prepared.Scenario;

    public ushort Replication { get; }

    public int Year { get; set; }

    public RunThreads Threads { get; init; } = new(1);

    /// <summary>What others want in this replication; null when it has one scenario.</summary>
    public LikelyChoices? Likely { get; set; }

    public PhysicianTable Physicians { get; }

    public YearEvents Events { get; }

    public int[] Stock { get; }

    public int[] Places { get; }

    public bool[] HasGroup { get; }

    /// <summary>Working time offered, full-time equivalents.</summary>
    public double[] Supply { get; }

    /// <summary>Factor on what each physician of a territory offers.</summary>
    public double[] CapacityFactor { get; }

    /// <summary>Full-time equivalents offered without a physician.</summary>
    public double[] ExtraFte { get; }

    public double[] Vacancies { get; }

    /// <summary>ξ of each territory, utils, see <see cref="Simulation.PlaceEffects"/>; solved at the start.</summary>
    public double[] PlaceEffects { get; }

    /// <summary>Lists of physicians who left and whom nobody replaced yet, fading.</summary>
    public double[] UnfilledLists { get; }

    /// <summary>Physicians per inhabitant of the whole study at the start: what unmet need is measured against.</summary>
    public double StartDensity { get; set; }

    public double[] Accessibility { get; }

    public double[] Income { get; }

    public double[] ExtraHours { get; }

    /// <summary>Probability that a territory is considered, policies included.</summary>
    public double[] Consideration { get; }

    public Zone[] Zoning { get; }

    /// <summary>Further zonings of the scenario by name, shape [I].</summary>
    public Dictionary<string, bool[]> Zones { get; } = new(StringComparer.Ordinal);

    /// <summary>Scratch of draws.</summary>
    public PhysicianDraws Draws { get; }

    /// <summary>Territories that each policy concerns this year; all false when it does not act.</summary>
    public bool[][] Where { get; }

    /// <summary>What first installations see.</summary>
    public Prospects Newcomers { get; }

    /// <summary>What installed physicians see who look elsewhere.</summary>
    public Prospects Incumbents { get; }

    /// <summary>Whether locums take a place at all; set at the start.</summary>
    public Participation Participation { get; set; } = null!;

    /// <summary>Prices acts, keeps budgets, is the only source of cost.</summary>
    public Ledger Ledger { get; }

    public EntryLimits Limits { get; }

    /// <summary>Money promised this year.</summary>
    public List<StandingOffer> Offers { get; } = [];

    /// <summary>Scratch of who would be paid for staying.</summary>
    public List<(double Need, double Rank, int Physician)> Staying { get; } = [];

    /// <summary>Promised this year to installed physicians for staying, k€, by row.</summary>
    public Dictionary<int, Stake> PaidToStay { get; } = [];

    /// <summary>The same by policy, with the territory where they must be at the end of the year.</summary>
    public List<StayPromise> StayPromises { get; } = [];

    /// <summary>Acts of this year that make territories known.</summary>
    public List<(int Policy, Consider Act)> Known { get; } = [];

    /// <summary>What acts of this year add to variables of the territories, by key, shape [I].</summary>
    public Dictionary<string, double[]> Improvements { get; } = new(StringComparer.Ordinal);

    /// <summary>Acts of this year that concern all who practise in some territories.</summary>
    public List<Cover> Covers { get; } = [];

    /// <summary>What each physician of a territory gains by changed fees this year, k€, by policy.</summary>
    public List<(int Policy, double[] Keur)> FeeChanges { get; } = [];

    /// <summary>Support paid this year, which acts when the next begins.</summary>
    public List<(int Policy, Retain Act)> Retained { get; } = [];

    /// <summary>Factor on the odds that a physician knows of an aid.</summary>
    public double AwarenessTimes { get; set; } = 1;

    /// <summary>Ranks of the physicians who entered this year beside the graduates.</summary>
    public HashSet<int> FurtherRanks { get; } = [];

    /// <summary>Territories where each act of this year was paid that pays for others of its policy too, shape [I].</summary>
    public Dictionary<Act, bool[]> PaidWhere { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Working time lent this year.</summary>
    public List<TimeLoan> Loans { get; } = [];

    /// <summary>Where second places may be opened from, as each policy last offered them.</summary>
    public Dictionary<int, SecondPlaceReach> Reaches { get; } = [];

    /// <summary>Posts that policies keep open.</summary>
    public List<OpenedPosts> Posts { get; } = [];

    /// <summary>Scholarships that bind; a physician's <see cref="PhysicianTable.Bond"/> counts from 1.</summary>
    public List<Bond> Bonds { get; } = [];

    public List<Centre> Centres { get; } = [];

    /// <summary>Those of <see cref="Centres"/> that policies opened, by territory, in the same order.</summary>
    public Dictionary<int, List<Centre>> OpenedCentres { get; } = [];

    /// <summary>What working in the centres is worth.</summary>
    public MspTerms Msp { get; } = new();

    public List<Contract> Contracts { get; } = [];

    /// <summary>Centres that each policy announced and that wait.</summary>
    public Dictionary<int, int> Waiting { get; } = [];

    public List<LifeEvent> History { get; } = [];

    /// <summary>Acts that reached a physician.</summary>
    public List<ActRecord> Reached { get; } = [];

    public PolicyFootprint Footprint { get; }

    public DrawKey Key(DrawPurpose purpose, int year, uint agent) =>
        new(Scenario.Seed, Replication, (ushort)purpose, (ushort)year, agent);

    /// <summary>As whom a physician chooses: who has practised before seeks no first place.</summary>
    public Chooser ChooserOf(int physician) =>
        Physicians.Stage[physician] != Stage.Installed && Physicians.FirstInstalled[physician] == 0 ? Chooser.Newcomer : Chooser.Incumbent;

    /// <summary>Rank of a physician in the year's lottery.</summary>
    public double Lottery(int physician) => Key(DrawPurpose.Lottery, Year, Physicians.Name[physician]).Uniform(0);

    /// <summary>The year as all may see it; the extra income is that of those who choose, none by default.</summary>
    public YearView View(ReadOnlySpan<double> extraIncome = default) => new()
    {
        Year = Year,
        Territories = Prepared.Territories,
        Physicians = Physicians,
        TravelTimes = Prepared.TravelTimes,
        Stock = Stock,
        Places = Places,
        Supply = Supply,
        Vacancies = Vacancies,
        PlaceEffects = PlaceEffects,
        Accessibility = Accessibility,
        Zoning = Zoning,
        Zones = Zones,
        Income = Income,
        ExtraHours = ExtraHours,
        ExtraIncome = extraIncome,
        CapacityFactor = CapacityFactor,
        ExtraFte = ExtraFte,
        Improvements = Improvements,
        Loans = Loans,
        CentreStrength = Msp.Strength,
        FormIncome = Msp.Income,
        FormCapacity = Msp.Capacity,
        BackOfficeShare = Scenario.Practices.Msp.BackOfficeShare,
        MultiSiteShare = Scenario.Practices.Msp.MultiSiteShare,
    };

    /// <summary>The alternative where an installed physician is.</summary>
    public int PlaceOf(int physician) => AlternativeTable.Of(Physicians.Territory[physician], Physicians.Form[physician]);

    /// <summary>Whether alternative j exists and has a free place.</summary>
    public bool HasPlace(int alternative)
    {
        bool exists = PracticeForms.All[(int)AlternativeTable.Form(alternative)].Room != Room.WhereFormed
            || HasGroup[AlternativeTable.Territory(alternative)];
        return exists && Stock[alternative] < Places[alternative];
    }

    /// <summary>Puts a physician at a place, and says so in the history.</summary>
    public void Settle(int physician, int alternative, EventKind kind)
    {
        PhysicianTable p = Physicians;
        p.Stage[physician] = Stage.Installed;
        p.Territory[physician] = AlternativeTable.Territory(alternative);
        p.Form[physician] = AlternativeTable.Form(alternative);
        p.Since[physician] = kind == EventKind.ChangedForm ? p.Since[physician] : (short)Year;
        bool isFirst = kind == EventKind.Installed && p.FirstInstalled[physician] == 0;
        p.FirstInstalled[physician] = isFirst ? (short)Year : p.FirstInstalled[physician];
        Stock[alternative]++;
        Note(physician, alternative, kind);
    }

    /// <summary>Takes an installed physician away from the place; a second place ends with practice in the territory.</summary>
    public void Vacate(int physician, bool endsSecondPlace = true)
    {
        PhysicianTable p = Physicians;
        Stock[PlaceOf(physician)]--;
        p.Territory[physician] = -1;
        p.SecondShare[physician] = endsSecondPlace ? 0 : p.SecondShare[physician];
    }

    /// <summary>A list that its physician leaves in a territory.</summary>
    public void Depart(int territory)
    {
        UnfilledLists[territory]++;
        Events.Departures[territory]++;
    }

    /// <summary>A list taken over by a physician who comes into a territory.</summary>
    public void Arrive(int territory)
    {
        UnfilledLists[territory] = Math.Max(0, UnfilledLists[territory] - 1);
        Events.Entries[territory]++;
    }

    /// <summary>Writes a change of place into the history.</summary>
    public void Note(int physician, int place, EventKind kind) =>
        History.Add(new LifeEvent(Physicians.Name[physician], (short)Year, place, kind));

    /// <summary>Policies of which is written down whom they reach; null for all.</summary>
    public IReadOnlyList<int>? Followed { get; set; }

    /// <summary>Writes down that an act of a policy that is followed reached a physician.</summary>
    public void Reach(int policy, ActKind kind, int physician, int place, bool isGranted = true)
    {
        if (Followed?.Contains(policy) ?? true)
        {
            Reached.Add(new ActRecord(policy, kind, Physicians.Name[physician], (short)Year, place, isGranted));
        }
    }
}
