using InstallSim.Preferences.Variables;
using InstallSim.World;

namespace InstallSim.Preferences;

/// <summary>The variables that a systematic utility can use. A new variable is one file and one line here.</summary>
public static class VariableCatalog
{
    /// <summary>The variable that every preference weighs: its coefficient is 1, in units of money.</summary>
    public static ITerritoryVariable Income { get; } = new Income();

    /// <summary>The variable that is solved for at the start and not read from data.</summary>
    public static ITerritoryVariable PlaceEffect { get; } = new PlaceEffect();

    /// <summary>Variables of the territories, in the order of their columns.</summary>
    public static IReadOnlyList<ITerritoryVariable> Territory { get; } =
    [
        Income,
        new PartnerJobs(),
        new PoorlyEquipped(),
        new TownSizeVariable("small-town", 5_000, 20_000, "The main town has 5,000 to 20,000 inhabitants.",
            "La commune principale a de 5\u202f000 à 20\u202f000 habitants."),
        new TownSizeVariable("very-small-town", 0, 5_000, "The main town has fewer than 5,000 inhabitants.",
            "La commune principale a moins de 5\u202f000 habitants."),
        new CapitalRegion(),
        new Deprived(),
        new SchoolsNearby(),
        new WorkingHours(),
        new RuralOrigin(),
        new RuralTraining(),
        new WomenRural(),
        new Vacancies(),
        PlaceEffect,
    ];

    /// <summary>Variables of the forms of practice: what each is worth beside the first.</summary>
    public static IReadOnlyList<IFormVariable> Form { get; } =
        [.. PracticeForms.All.Where(f => f.Variable is not null)
            .Select(f => new PracticeFormVariable(f.Variable!, f.Form, f.Definition, f.DefinitionFrench))];

    /// <summary>What working in an MSP means beside being in one; each is off unless a scenario says otherwise.</summary>
    public static IReadOnlyList<IFormVariable> Conditions { get; } =
    [
        new PracticeIncome(),
        new MspCondition("msp-autonomy", "0 or 1", "Loses autonomy by working in an MSP; below 0 for who fears it, by class.",
            "Perd en autonomie en MSP\u00a0; négatif pour qui le craint, selon la classe.", (in YearView _) => 1),
        new MspCondition("msp-back-office", "0–1", "The MSP has a coordinator and staff; the share of MSP that have.",
            "La MSP a un coordinateur et un secrétariat\u00a0; part des MSP qui en ont.", (in YearView year) => year.BackOfficeShare),
        new MspCondition("msp-multi-site", "0–1", "The MSP works on several sites; the share of MSP that do.",
            "La MSP est répartie sur plusieurs sites\u00a0; part des MSP qui le sont.", (in YearView year) => year.MultiSiteShare),
    ];

    /// <summary>The variable of income that forms of practice add.</summary>
    public static IFormVariable PracticeIncome => Conditions[0];

    /// <summary>Variables of a distance from an anchor of the person. A new anchor is a file and a line.</summary>
    public static IReadOnlyList<IDistanceVariable> Distance { get; } = [new BirthDistance(), new TrainingDistance()];

    /// <summary>All variables.</summary>
    public static IReadOnlyList<IUtilityVariable> All { get; } = [.. Territory, .. Form, .. Distance, .. Conditions];
}
