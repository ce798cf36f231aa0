// Unpacks the page's data and makes the rows that a choice brings in, in the shape that C# gives the same datasets.

/** The data that C# packed: gzip in base 64. */
export async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}

/** Rows of dataset 'trajectories' for an indicator. */
export function trajectoryRows(data, indicator) {
  const rows = [];
  for (const [scenario, [mean, lower, upper]] of Object.entries(data.spreads[indicator] ?? {})) {
    data.years.forEach((year, t) => rows.push({ scenario, year, mean: mean[t], lower: lower[t], upper: upper[t] }));
  }
  return rows;
}

const unpacked = new Map();

/** Values of a territory indicator: steps added up again, hundredths made whole; shape [territory][year]. */
export function territoryValues(data, indicator, scenario, statistic) {
  const { steps, codes } = data.territories;
  const packed = steps[indicator]?.[scenario]?.[statistic];
  if (!packed) {
    return null;
  }
    const key = JSON.stringify([indicator, scenario, statistic]);
  if (!unpacked.has(key)) {
    const years = data.years.length;
    unpacked.set(key, codes.map((_, i) => {
      let now = 0;
      return packed.slice(i * years, (i + 1) * years).map((step) => (step === null ? null : (now += step) / 100));
    }));
  }
  return unpacked.get(key);
}

/** Rows of dataset 'territories': a scenario and year beside the start and beside the baseline. */
export function territoryRows(data, scenario, year, panel = '') {
  const { codes, names, population, longitude, latitude } = data.territories;
  const t = data.years.indexOf(year);
  const levels = territoryValues(data, 'accessibility', scenario, 'mean');
  const base = territoryValues(data, 'accessibility', data.baseline, 'mean');
  return codes.map((code, i) => {
    const level = levels?.[i][t] ?? null;
    const baseline = base?.[i][t] ?? null;
    return {
      panel, code, name: names[i], longitude: longitude[i], latitude: latitude[i], population: population[i],
      level, first: base?.[i][0] ?? null, baseline, change: level === null || baseline === null ? null : Math.round(100 * (level - baseline)) / 100,
    };
  });
}

/** Rows of dataset 'panels': the baseline at the start, then every scenario at the last year. */
export function panelRows(data) {
  const last = data.years.at(-1);
  return [...territoryRows(data, data.baseline, data.years[0], 'start'), ...data.scenarios.flatMap(({ name }) => territoryRows(data, name, last, name))];
}

/** Rows of dataset 'history': a territory's own course without and with a policy. */
export function historyRows(data, territory, scenario) {
  const i = data.territories.codes.indexOf(territory);
  const rows = [];
  for (const indicator of Object.keys(data.territories.steps)) {
    for (const name of new Set([data.baseline, scenario])) {
      const [mean, lower, upper] = ['mean', 'lower', 'upper'].map((s) => territoryValues(data, indicator, name, s)?.[i]);
      data.years.forEach((year, t) => rows.push({
        indicator, scenario: name, role: name === scenario ? 'policy' : 'baseline', year, name: data.territories.names[i], mean: mean?.[t], lower: lower?.[t], upper: upper?.[t],
      }));
    }
  }
  return rows;
}
