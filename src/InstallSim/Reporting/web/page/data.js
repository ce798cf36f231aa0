// Unpacks the page's data.

/** The data that C# packed: gzip in base 64. */
export async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}

const unpacked = new Map();

/** Values of a territory indicator: steps added up again, divided by their scale; shape [territory][year]. */
export function territoryValues(data, indicator, scenario, statistic) {
  const { steps, codes } = data.territories;
  const packed = steps[indicator]?.[scenario]?.[statistic];
  if (!packed) {
    return null;
  }
  const key = JSON.stringify([indicator, scenario, statistic]);
  const scale = statistic === 'mean' ? 1000 : 100;
  if (!unpacked.has(key)) {
    const years = data.years.length;
    unpacked.set(key, codes.map((_, i) => {
      let now = 0;
      return packed.slice(i * years, (i + 1) * years).map((step) => (step === null ? null : (now += step) / scale));
    }));
  }
  return unpacked.get(key);
}
