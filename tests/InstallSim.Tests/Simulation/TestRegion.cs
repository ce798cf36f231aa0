using InstallSim.Accessibility;
using InstallSim.Choice.Draws;
using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>A small made-up region on a grid, and a scenario for it: fast, and without any file.</summary>
internal static class TestRegion
{
    public static Scenario Scenario(params Policy[] policies) => new()
    {
        Name = policies.Length == 0 ? "baseline" : "policy",
        Title = "Made up",
        Years = new YearRange(2025, 2032),
        Replications = 2,
        Seed = 7,
        Uncertainty = Uncertainty.None,
        Preferences = new PreferenceSettings
        {
            UtilsPerKeur = Of(0.015),
            Coefficients = new Dictionary<string, Coefficient>
            {
                ["group-practice"] = Of(20),
                ["msp-practice"] = Of(28),
                ["partner-jobs-limited"] = Of(-0.5),
                ["poorly-equipped"] = Of(-28),
                ["working-hours"] = Of(-5.4),
                ["rural-origin"] = Of(1),
                ["rural-training"] = Of(1),
                ["schools"] = Of(20),
                ["vacancies"] = Of(1),
                ["birth-distance"] = Of(-1.4),
                ["training-distance"] = Of(-1.15),
            },
            Classes =
            [
                new PreferenceClass { Name = "one", Share = 0.6 },
                new PreferenceClass { Name = "other", Share = 0.4, Times = new Dictionary<string, double> { ["utils-per-keur"] = 1.8 } },
            ],
            Consideration = 0.6,
            FormScale = 0.2,
        },
        Physicians = new PhysicianSettings
        {
            Graduates = [new YearCount { From = 2000, Count = 40 }],
            Retirement = [new AgeHazard { FromAge = 62, Probability = 0.15 }, new AgeHazard { FromAge = 70, Probability = 0.4 }],
            SpellHazard = 0.07,
            SalariedShare = 0.33,
            LeavingLocumShare = 0.33,
        },
        Practices = new PracticeSettings { JoiningProbability = 0.08 },
        Accessibility = new LocalPotentialAccessibility { Type = "apl" },
        Policies = policies,
    };

    /// <summary>Nobody in a group at the start.</summary>
    public static FormsAtAge AllAlone { get; } = new() { FromAge = 18, Solo = 1 };

    public static PreparedScenario Prepare(Scenario scenario, TerritoryTable? territories = null)
    {
        TerritoryTable table = territories ?? Territories();
        return new PreparedScenario(
            scenario,
            table,
            TravelTimesBuilder.Build(table, new TravelTimeSettings(), scenario.ReachMinutes),
            SystematicUtility.DistanceRows(table, scenario.Preferences.OutsideDistanceKm),
            new TrainingPlaces([0, 20], [7, 3]));
    }

    public static RunRecord Run(Scenario scenario, int replication = 0, int threads = 1) =>
        new Simulator(Prepare(scenario), replication, threads).Run();

    /// <summary>36 territories on a grid of 25 km, from towns to countryside; physicians are scarcer away from the first.</summary>
    public static TerritoryTable Territories()
    {
        const int count = 36;
        DrawKey draw = new(99, 0, 0, 0, 0);
        double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];
        return new TerritoryTable
        {
            Code = [.. Enumerable.Range(0, count).Select(i => $"T{i:D3}")],
            Name = [.. Enumerable.Range(0, count).Select(i => $"Territory {i}")],
            Latitude = Column(i => 46 + (0.22 * (i / 6))),
            Longitude = Column(i => 2 + (0.32 * (i % 6))),
            Population = Column(i => i % 7 == 0 ? 60_000 : 8_000 + (12_000 * draw.Uniform(i))),
            ShareUnder25 = Column(_ => 0.28),
            Share65Plus = Column(_ => 0.22),
            Area = [.. Enumerable.Range(0, count)
                .Select(i => i % 7 == 0 ? AreaType.Urban : i % 3 == 0 ? AreaType.Rural : AreaType.Periurban)],
            Departement = [.. Enumerable.Range(0, count).Select(i => i < 18 ? "A" : "B")],
            Region = [.. Enumerable.Repeat("R", count)],
            Physicians = Column(i => i % 7 == 0 ? 55 : 4 + (6 * draw.Uniform(100 + i))),
            SharePhysicians60Plus = Column(i => 0.2 + (0.3 * draw.Uniform(200 + i))),
            MspPlaces = Column(i => i % 5 == 1 ? 5 : 0),
            HealthCentrePosts = Column(i => i == 7 ? 3 : 0),
            MainTownPopulation = Column(i => i % 7 == 0 ? 40_000 : 3_000 + (5_000 * draw.Uniform(300 + i))),
            PoorlyEquipped = Column(i => i % 7 == 0 ? 0 : draw.Uniform(400 + i)),
            Schools = Column(i => draw.Uniform(500 + i)),
            PartnerJobsLimited = Column(i => i % 7 == 0 ? 0 : 0.8),
            Deprivation = Column(i => draw.Uniform(600 + i)),
            IncomeIndex = Column(_ => 1),
            ObservedAccessibility = Column(_ => double.NaN),
            Provenance = [],
        };
    }

    /// <summary>Value of an indicator in a year (0 is the start).</summary>
    public static double Value(RunRecord run, int year, string indicator)
    {
        int count = InstallSim.Indicators.IndicatorCatalog.Recorded.Count;
        for (int k = 0; k < count; k++)
        {
            if (InstallSim.Indicators.IndicatorCatalog.Recorded[k].Name == indicator)
            {
                return run.Values[(year * count) + k];
            }
        }

        throw new ArgumentException($"no indicator {indicator}");
    }

    private static Coefficient Of(double value) => new() { Value = value, Source = "ASSUMPTION" };
}
