namespace InstallSim.Indicators;

/// <summary>
/// What is counted, by name of the indicator, for whoever reads the tables of results without the program. Stocks are those of the end of
/// the year, flows those of the year.
/// </summary>
public static class IndicatorDefinitions
{
    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["stock"] = "physicians installed at their first place",
        ["fte"] = "sum of the working time of the installed, 1 for a full week, at their first place",
        ["capacity"] = "working time with what adds to it: assistants, delegation, telehealth, mobile units, second places",
        ["stock-under-dense"] = "stock in the inhabited territories whose accessibility was under the zoning's threshold in the first year",
        ["fte-under-dense"] = "fte in the inhabited territories whose accessibility was under the zoning's threshold in the first year",
        ["capacity-under-dense"] =
            "capacity in the inhabited territories whose accessibility was under the zoning's threshold in the first year",
        ["accessibility-mean"] = "sum over territories of population × accessibility, divided by the population",
        ["share-under-threshold"] = "population of the territories whose accessibility is under the zoning's threshold, over all",
        ["share-under-1-5"] = "population of the territories whose accessibility is under 1.5, over all",
        ["accessibility-gini"] = "Gini index of accessibility over inhabitants: 0 all alike, 1 one has all",
        ["accessibility-drees-ratio"] = "mean accessibility of the best-served tenth of inhabitants over that of the worst-served tenth; "
            + "empty where that is 0",
        ["accessibility-palma"] = "what the best-served tenth of inhabitants hold of accessibility over what the worst-served four tenths "
            + "hold, along the Lorenz curve; 0.25 all alike; empty where the latter is 0",
        ["accessibility-theil"] = "Theil's T of accessibility over inhabitants: sum of population × (A / mean) × ln(A / mean), divided by "
            + "the population; 0 all alike",
        ["theil-between-area-types"] = "part of accessibility-theil between urban, periurban and rural territories",
        ["theil-within-area-types"] = "part of accessibility-theil within them; between + within = accessibility-theil",
        ["theil-between-departements"] = "part of accessibility-theil between départements; empty where the territories are of one alone",
        ["theil-within-departements"] = "part of accessibility-theil within départements; between + within = accessibility-theil",
        ["accessibility-concentration"] = "2 × covariance over inhabitants of accessibility and of the fractional rank of their "
            + "territory's household-income, over mean accessibility: below 0 the poorer have more; empty where the table lacks it",
        ["accessibility-gap"] = "Foster, Greer and Thorbecke of order 1: mean over inhabitants of the gap (z - A) / z below the zoning's "
            + "threshold z, 0 above it; order 0 is share-under-threshold",
        ["accessibility-gap-severity"] = "Foster, Greer and Thorbecke of order 2: mean over inhabitants of the squared gap below the "
            + "zoning's threshold",
        ["inhabitants-served"] = "sum over territories of population × the least of 1 and accessibility over the zoning's threshold: whom "
            + "capacity, not heads, serves at that level",
        ["inhabitants-served-under-dense"] = "inhabitants-served in the territories whose accessibility was under the zoning's threshold "
            + "in the first year",
        ["installations"] = "physicians without a place who took one in the year: first installations, and who comes back to practice or "
            + "whose salaried post ended",
        ["installations-rural"] = "installations in rural territories",
        ["installations-periurban"] = "installations in periurban territories",
        ["installations-urban"] = "installations in urban territories",
        ["moves"] = "installed physicians who moved to another territory in the year",
        ["refused-entries"] = "choices of a place that a policy's limit refused in the year",
        ["refused-share"] = "refused-entries over refused-entries and entries of the year, installations and moves; empty where "
            + "nobody tried; who is refused twice counts twice",
        ["retirements"] = "installed physicians who retired in the year",
        ["departures"] = "installed physicians who retired or left practice in the year, or whose salaried post ended",
        ["locums"] = "trained physicians who are not installed and stand in for others",
        ["newcomers-salaried"] = "physicians who took a salaried job instead of installing in the year",
        ["newcomers-elsewhere"] = "physicians who settled outside the study's territories in the year",
        ["rest-of-country"] = "physicians gained by all places outside the study's territories since the first year",
        ["stock-rural"] = "stock in rural territories",
        ["stock-periurban"] = "stock in periurban territories",
        ["stock-urban"] = "stock in urban territories",
        ["under-40-share"] = "installed physicians under 40 over all installed",
        ["women-share"] = "women among the installed",
        ["birth-region-share"] = "installed physicians born in one of the study's territories over all installed",
        ["age-under-35"] = "installed physicians under 35",
        ["age-35-44"] = "installed physicians from 35 to 44 years of age",
        ["age-45-54"] = "installed physicians from 45 to 54 years of age",
        ["age-55-64"] = "installed physicians from 55 to 64 years of age",
        ["age-65-plus"] = "installed physicians of 65 years or more",
        ["distance-birth-median"] = "median over installations of the year of the great-circle distance from the place of birth; "
            + "of those born in the study's territories",
        ["distance-training-median"] =
            "median over installations of the year of the great-circle distance from the place of training",
        ["msp-places"] = "places for GPs in multi-professional health centres",
        ["msp-fill-rate"] = "GPs in multi-professional health centres over places there",
        ["msp-empty"] = "multi-professional health centres without a GP",
        ["msp-announced"] = "multi-professional health centres that policies announced since the first year",
        ["msp-opened"] = "of those announced, those that opened",
        ["msp-waiting"] = "of those announced, those that have not opened; announced = opened + waiting",
        ["budget-refusals"] = "payments of the year that a policy would have made and its budget refused",
        ["policy-cost"] = "what policies cost in the year, less what was paid back",
        ["policy-cost-cumulative"] = "what policies cost since the first year, less what was paid back, not discounted",
        ["deadweight-share"] = "aided physicians who choose the same territory in the baseline over all aided",
        ["displacement-share"] = "of physicians gained by territories under-dense at the start, those lost by another such territory",
        ["gps-in-covered"] = "stock at the last year in the territories that the scenario's policies ever covered, less the baseline's",
        ["gps-elsewhere"] = "stock at the last year in all other territories, less the baseline's",
        ["gp-years-under-dense"] = "sum over simulated years t of (stock-under-dense less the baseline's) / 1.04^(t − 1)",
        ["cost-per-additional-gp"] = "policy-cost-cumulative over the gain of stock-under-dense at the last year; empty without a gain",
        ["cost-per-gp-year"] = "sum over years of policy-cost / 1.04^(t − 1) over gp-years-under-dense; empty without a gain",
        ["cost-per-resident-lifted"] =
            "policy-cost-cumulative over the inhabitants by whom share-under-threshold fell; empty without a gain",
    };

    /// <summary>The definition of an indicator.</summary>
    /// <exception cref="KeyNotFoundException">It has none: add it here.</exception>
    public static string Of(Indicator indicator) => All.GetValueOrDefault(indicator.Name) ?? OfForm(indicator.Name);

    /// <summary>Those that there are for each form of practice.</summary>
    private static string OfForm(string name) => name.Split('-', 2) switch
    {
        ["installations", var form] => $"installations in the form of practice {form}",
        ["stock", var form] => $"stock in the form of practice {form}",
        ["share", var form] => $"stock in the form of practice {form} over all stock",
        _ => throw new KeyNotFoundException($"the indicator {name} has no definition"),
    };
}
