using System.Globalization;
using InstallSim.Accessibility;
using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Readouts;

/// <summary>Accessibility of each territory, and how unequal it is.</summary>
/// <param name="Source">What was measured.</param>
/// <param name="Accessibility">Unit of the metric, shape [I].</param>
/// <param name="Summary">Indicators of inequality, those without a value too.</param>
public sealed record AccessResult(AccessSource Source, double[] Accessibility, IReadOnlyList<AccessIndicator> Summary)
{
    private static readonly Words NoIncome = new("the table has no household-income", "le tableau n’a pas de household-income"),
        NoDepartements = new("the table does not tell départements apart", "le tableau ne distingue pas de départements"),
        NoLine = new("no under-dense line: --below says one", "pas de seuil de sous-densité\u00a0: --below en dit un"),
        Nothing = new("the worst served have nothing", "les moins bien dotés n’ont rien");

    /// <summary>The indicators, with what is missing where they have no value.</summary>
    private static readonly (string Name, bool NeedsLine, Words Missing)[] Shown =
    [
        ("accessibility-mean", false, Nothing), ("share-under-threshold", true, NoLine), ("accessibility-gap", true, NoLine),
        ("accessibility-gap-severity", true, NoLine), ("inhabitants-served", true, NoLine), ("accessibility-gini", false, Nothing),
        ("accessibility-drees-ratio", false, Nothing), ("accessibility-palma", false, Nothing), ("accessibility-theil", false, Nothing),
        ("theil-between-area-types", false, Nothing), ("theil-within-area-types", false, Nothing),
        ("theil-between-departements", false, NoDepartements), ("theil-within-departements", false, NoDepartements),
        ("accessibility-concentration", false, NoIncome),
    ];

    /// <summary>The territories.</summary>
    public TerritoryTable Table => Source.Territories.Table;

    /// <summary>What is allowed but may not be meant, of the source and of what was measured.</summary>
    public IReadOnlyList<InputWarning> Warnings => [.. Source.Warnings, .. Stayers()];

    /// <summary>Measures.</summary>
    public static AccessResult Of(AccessSource source)
    {
        TerritoryTable table = source.Territories.Table;
        double[] offer = [.. table.Physicians.Select(n => source.Metric.Offer(n, n * source.FtePerPhysician))];
        var accessibility = new double[table.Count];
        source.Metric.Prepare(table, source.Times).Compute(offer, accessibility);
        return new AccessResult(source, accessibility, [.. Shown.Select(shown => Measure(source, accessibility, shown))]);
    }

    /// <summary>Where people of most territories stay, though they reach others, and none come, RAAM is density.</summary>
    private IEnumerable<InputWarning> Stayers()
    {
        if (Source.Metric is not RationalAgentAccess metric)
        {
            yield break;
        }

        int[] start = Source.Times.RowStart;
        int alone = Enumerable.Range(0, Table.Count).Count(i =>
            start[i + 1] - start[i] > 1 && IsDensity(Accessibility[i], Table, i, Source.FtePerPhysician));
        if (2 * alone > Table.Count)
        {
            string minutes = metric.TravelMinutes.ToString(CultureInfo.InvariantCulture);
            yield return new InputWarning(new Place(Source.Territories.Files[0].Path), new Words(
                $"in {alone} of {Table.Count} territories all people stay and none come, for with travel-minutes {minutes} no other is "
                    + "worth the way: there it is plain density",
                $"dans {alone} territoires sur {Table.Count} tous les habitants restent et nul n’y vient, car avec travel-minutes "
                    + $"{minutes} aucun autre ne vaut le trajet\u00a0: il y vaut la simple densité"));
        }
    }

    /// <summary>Whether a value is the full-time equivalents of the territory itself for 100,000 inhabitants, to six digits.</summary>
    private static bool IsDensity(double value, TerritoryTable table, int i, double fte)
    {
        double density = 100_000 * table.Physicians[i] * fte / table.Population[i];
        return Math.Abs(value - density) <= 1e-6 * density;
    }

    private static AccessIndicator Measure(AccessSource source, double[] accessibility, (string Name, bool NeedsLine, Words Missing) shown)
    {
        Indicator indicator = IndicatorCatalog.Find(shown.Name)!;
        var events = new YearEvents(accessibility.Length) { UnderDenseBelow = source.Line ?? double.NaN };
        double value = shown.NeedsLine && source.Line is null ? double.NaN : indicator.Measure!(View(source, accessibility), events);
        return new AccessIndicator(indicator, value, double.IsNaN(value) ? shown.Missing : new Words("", ""));
    }

    /// <summary>A year of which indicators of accessibility see all that they look at.</summary>
    private static YearView View(AccessSource source, double[] accessibility) => new()
    {
        Year = 0,
        Territories = source.Territories.Table,
        Physicians = new PhysicianTable(),
        TravelTimes = source.Times,
        Stock = [],
        Places = [],
        Supply = [],
        Vacancies = [],
        Accessibility = accessibility,
        Zoning = [],
        Income = [],
        ExtraHours = [],
        ExtraIncome = [],
    };
}

/// <summary>An indicator and its value.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Value">Its value; NaN where it has none.</param>
/// <param name="Missing">Why it has none; empty where it has.</param>
public sealed record AccessIndicator(Indicator Indicator, double Value, Words Missing);
