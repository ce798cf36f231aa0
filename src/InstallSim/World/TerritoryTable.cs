namespace InstallSim.World;

/// <summary>
/// The territories of a study, as columns; row i is territory i. A reader puts rows in ordinal order of their code and a study along a
/// curve through the map, whatever the order of the file, so that a result does not depend on it. Shared by all runs, never written.
/// </summary>
public sealed record TerritoryTable
{
    /// <summary>Number of territories, I.</summary>
    public int Count => Code.Length;

    /// <summary>Official code, unique, text (leading zeros count).</summary>
    public required string[] Code { get; init; }

    /// <summary>Name.</summary>
    public required string[] Name { get; init; }

    /// <summary>Latitude of the centroid, degrees north.</summary>
    public required double[] Latitude { get; init; }

    /// <summary>Longitude of the centroid, degrees east.</summary>
    public required double[] Longitude { get; init; }

    /// <summary>Inhabitants.</summary>
    public required double[] Population { get; init; }

    /// <summary>Share of inhabitants under 25, 0–1.</summary>
    public required double[] ShareUnder25 { get; init; }

    /// <summary>Share of inhabitants aged 65 or over, 0–1.</summary>
    public required double[] Share65Plus { get; init; }

    /// <summary>Kind of territory.</summary>
    public required AreaType[] Area { get; init; }

    /// <summary>Code of the département.</summary>
    public required string[] Departement { get; init; }

    /// <summary>Code of the region.</summary>
    public required string[] Region { get; init; }

    /// <summary>General practitioners installed at the start, headcount (not always whole where spread from a total).</summary>
    public required double[] Physicians { get; init; }

    /// <summary>Share of them aged 60 or over, 0–1.</summary>
    public required double[] SharePhysicians60Plus { get; init; }

    /// <summary>Places for general practitioners in multi-professional health centres at the start.</summary>
    public required double[] MspPlaces { get; init; }

    /// <summary>Salaried posts in health centres at the start.</summary>
    public required double[] HealthCentrePosts { get; init; }

    /// <summary>Inhabitants of the largest commune.</summary>
    public required double[] MainTownPopulation { get; init; }

    /// <summary>How poorly the locality is equipped with shops, services and culture, 0 (best) – 1 (worst).</summary>
    public required double[] PoorlyEquipped { get; init; }

    /// <summary>How good schools and child care are, 0–1.</summary>
    public required double[] Schools { get; init; }

    /// <summary>How limited the job market is for a partner with a career, 0 (a metropolis) – 1.</summary>
    public required double[] PartnerJobsLimited { get; init; }

    /// <summary>How deprived the population is, 0–1.</summary>
    public required double[] Deprivation { get; init; }

    /// <summary>A physician's income relative to the national mean at equal density, 1 = the mean.</summary>
    public required double[] IncomeIndex { get; init; }

    /// <summary>Accessibility as published, for comparison with the model's own; NaN where unknown.</summary>
    public required double[] ObservedAccessibility { get; init; }

    /// <summary>What inhabitants have to live on, k€/year, to rank territories by; null where the table does not say.</summary>
    public double[]? HouseholdIncome { get; init; }
    /// <summary>Further numbers of the table by name, for rules of zonings; NaN where unknown.</summary>
    public IReadOnlyDictionary<string, double[]> More { get; init; } = new Dictionary<string, double[]>();

    /// <summary>One row for each variable: how it is known, and from where.</summary>
    public required IReadOnlyList<Provenance> Provenance { get; init; }

    /// <summary>
    /// The same territories with other physicians: their stock, how old they are and where that comes from. Places and posts are those of
    /// general practitioners, and none of theirs.
    /// </summary>
    public TerritoryTable WithStock(double[] physicians, double[] share60Plus, Provenance provenance) => this with
    {
        Physicians = physicians,
        SharePhysicians60Plus = share60Plus,
        MspPlaces = new double[Count],
        HealthCentrePosts = new double[Count],
        Provenance = [.. Provenance.Select(row => row.Variable == provenance.Variable ? provenance : row)],
    };

    /// <summary>The same territories with row k taken from row <paramref name="order"/>[k].</summary>
    public TerritoryTable Rearranged(int[] order)
    {
        T[] Taken<T>(T[] column) => [.. order.Select(i => column[i])];
        return new TerritoryTable
        {
            Code = Taken(Code),
            Name = Taken(Name),
            Latitude = Taken(Latitude),
            Longitude = Taken(Longitude),
            Population = Taken(Population),
            ShareUnder25 = Taken(ShareUnder25),
            Share65Plus = Taken(Share65Plus),
            Area = Taken(Area),
            Departement = Taken(Departement),
            Region = Taken(Region),
            Physicians = Taken(Physicians),
            SharePhysicians60Plus = Taken(SharePhysicians60Plus),
            MspPlaces = Taken(MspPlaces),
            HealthCentrePosts = Taken(HealthCentrePosts),
            MainTownPopulation = Taken(MainTownPopulation),
            PoorlyEquipped = Taken(PoorlyEquipped),
            Schools = Taken(Schools),
            PartnerJobsLimited = Taken(PartnerJobsLimited),
            Deprivation = Taken(Deprivation),
            IncomeIndex = Taken(IncomeIndex),
            ObservedAccessibility = Taken(ObservedAccessibility),
            HouseholdIncome = HouseholdIncome is null ? null : Taken(HouseholdIncome),
            More = More.ToDictionary(column => column.Key, column => Taken(column.Value)),
            Provenance = Provenance,
        };
    }

    /// <summary>The keys of the numbers that a rule of a zoning may name, beside those of <see cref="More"/>.</summary>
    public static IReadOnlyList<string> NumberKeys { get; } =
    [
        "population", "physicians", "share-under-25", "share-65-plus", "share-physicians-60-plus", "msp-places", "health-centre-posts",
        "main-town-population", "poorly-equipped", "schools", "partner-jobs-limited", "deprivation", "income-index",
        "observed-accessibility",
    ];

    /// <summary>A number of each territory at the start by its key, shape [I]; null where there is none of that name.</summary>
    public double[]? Number(string key) => key switch
    {
        "population" => Population,
        "physicians" => Physicians,
        "share-under-25" => ShareUnder25,
        "share-65-plus" => Share65Plus,
        "share-physicians-60-plus" => SharePhysicians60Plus,
        "msp-places" => MspPlaces,
        "health-centre-posts" => HealthCentrePosts,
        "main-town-population" => MainTownPopulation,
        "poorly-equipped" => PoorlyEquipped,
        "schools" => Schools,
        "partner-jobs-limited" => PartnerJobsLimited,
        "deprivation" => Deprivation,
        "income-index" => IncomeIndex,
        "observed-accessibility" => ObservedAccessibility,
        _ => More.GetValueOrDefault(key),
    };
}

/// <summary>Where a variable comes from.</summary>
/// <param name="Variable">Its key in <c>territories.yaml</c>.</param>
/// <param name="Knowledge">Real, estimated, proxy or assumption; unsaid where nobody says.</param>
/// <param name="Source">Publisher and file, or the rule that made it.</param>
/// <param name="Vintage">Year that it describes.</param>
/// <param name="Licence">Licence of the source.</param>
/// <param name="Unit">Unit.</param>
public sealed record Provenance(string Variable, Knowledge Knowledge, string Source, string Vintage, string Licence, string Unit)
{
    /// <summary>The short credit that what is made of it carries, in any language; null where none is asked for.</summary>
    public string? Attribution { get; init; }

    /// <summary>Whether nobody says how it is known who could: no key says it of a matrix of travel times.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsUnsaid => Knowledge == Knowledge.Unsaid && Variable != "travel-times";

    /// <summary>Cells that were empty and that the program filled with the mean over people.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public int Filled { get; init; }

    /// <summary>What the variable is, in English; null where its name says all, and in results of older versions.</summary>
    public string? Label { get; init; }

    /// <summary>The label in French.</summary>
    public string? LabelFrench { get; init; }
}
