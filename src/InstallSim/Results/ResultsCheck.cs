using InstallSim.Inputs;

namespace InstallSim.Results;

/// <summary>Whether tables of results fit their manifest and one another: every row is there once and names what is known.</summary>
internal static class ResultsCheck
{
    /// <summary>Says, for each table, the first row that is there twice or names what is not.</summary>
    public static void Run(RunResults results, string folder, InputErrors errors)
    {
        HashSet<string> scenarios = [.. results.Manifest.Scenarios.Select(s => s.Name)], places = [.. results.Places.Select(p => p.Code)];
        if (scenarios.Count == 0 || results.Manifest.LastYear < results.Manifest.FirstYear || results.Manifest.Replications < 1)
        {
            errors.Add(new Place(Path.Combine(folder, ResultsFolder.ManifestFile)), new Words(
                "tells of no scenario, year or replication", "ne parle d’aucun scénario, année ou réplication"));
            return;
        }

        Table(ResultTables.Places.File, results.Places, p => p.Code, _ => null);
        Table(Stored(ResultTables.Observations), results.Observations, o => (o.Scenario, o.Replication, o.Year, o.Indicator),
            o => o.Replication >= results.Manifest.Replications ? $"{o.Replication}" : Unknown(o.Scenario, scenarios));
        Table(Stored(ResultTables.Territories), results.Territories, t => (t.Scenario, t.Year, t.Territory, t.Indicator),
            t => Unknown(t.Scenario, scenarios) ?? Unknown(t.Territory, places));
        Table(ResultTables.Costs.File, results.Costs, c => (c.Scenario, c.Policy, c.Act, c.Year), c => Unknown(c.Scenario, scenarios));
        Table(ResultTables.Comparisons.File, results.Comparisons, c => (c.Scenario, c.Year, c.Indicator),
            c => Unknown(c.Scenario, scenarios) ?? (c.Baseline == results.Manifest.Baseline ? null : c.Baseline));
        Table(Stored(ResultTables.Moves), results.Moves, m => (m.Scenario, m.Replication, m.Physician),
            m => Unknown(m.Scenario, scenarios));
        Table(ResultTables.Sensitivities.File, results.Sensitivities, s => (s.Scenario, s.Indicator, s.Setting),
            s => Unknown(s.Scenario, scenarios));
        Table(ResultTables.Packages.File, results.Packages, p => (p.Scenario, p.Year, p.Indicator), p => Unknown(p.Scenario, scenarios));
        Table(ResultTables.DoubtSources.File, results.DoubtSources, d => (d.Scenario, d.Indicator, d.Source),
            d => Unknown(d.Scenario, scenarios) ?? (DoubtSource.Sources.Contains(d.Source) ? null : d.Source));
        Table(ResultTables.Choices.File, results.Choices, c => (c.Scenario, c.Indicator), c => Unknown(c.Scenario, scenarios));
        Table(ResultTables.Information.File, results.Information, i => (i.Indicator, i.Number), _ => null);
        Table(ResultTables.Payers.File, results.Payers, p => (p.Scenario, p.Payer), p => Unknown(p.Scenario, scenarios));

        string Stored<T>(ResultTable<T> table) => ResultsFolder.FileOf(table, results.Manifest);
        void Table<T, TKey>(string file, IReadOnlyList<T> rows, Func<T, TKey> key, Func<T, string?> unknown)
        {
            var known = new HashSet<TKey>(rows.Count);
            for (int k = 0; k < rows.Count; k++)
            {
                Words? fault = !known.Add(key(rows[k])) ? new Words("the row is there twice", "la ligne y est deux fois")
                    : unknown(rows[k]) is { } name
                        ? new Words($"'{name}' is not in these results", $"«\u00a0{name}\u00a0» n’est pas dans ces résultats")
                    : null;
                if (fault is not null)
                {
                    errors.Add(new Place(Path.Combine(folder, file), k + 2, 1), fault);
                    return;
                }
            }
        }
    }

    private static string? Unknown(string name, HashSet<string> known) => known.Contains(name) ? null : name;
}
