// Makes the rows of maps and of a territory's course for what the reader chose, in the shape and with the words that C# gives the same
// rows.
import { territoryValues } from './data.js';

/** Makers by name: (data, state, the rows that C# made, what the maker is given) → rows. */
export const MAKERS = { map: mapRows, year: yearRows, history: historyRows };

/** Territories in the colours of a scenario and year; where these are empty, of those that the reader chose. */
function mapRows(data, state, rows, [meaning, scenario, year]) {
  const t = data.years.indexOf(Number(year || state.year));
  const levels = territoryValues(data, 'accessibility', scenario || state.scenario, 'mean');
  const base = territoryValues(data, 'accessibility', data.baseline, 'mean');
  const { codes, names, population } = data.territories;
  const words = data.maps.words[state.language];
  const at = new Map(codes.map((code, i) => [code, i]));
  return rows.map((row) => {
    const i = at.get(row.code);
    const level = levels?.[i][t] ?? NaN;
    const without = base?.[i][t] ?? NaN;
    const change = Math.round(1000 * (level - without)) / 1000;
    const said = [
      names[i], number(population[i], 0, state.language), number(level, 2, state.language), number(base?.[i][0] ?? NaN, 2, state.language),
      number(without, 2, state.language), withSign(change, 2, state.language),
    ];
    return { ...row, colour: colour(data.maps, meaning, level, without, change), tip: lines(words.map, said, words.colon) };
  });
}

function colour(maps, meaning, level, without, change) {
  const classOf = (breaks, value) => breaks.filter((border) => value >= border).length;
  if (meaning === 'Level') {
    return Number.isFinite(level) ? maps.levelColours[classOf(maps.levels, level)] : maps.faint;
  }
  if (!Number.isFinite(change)) {
    return maps.faint;
  }
  if (meaning === 'Change') {
    return maps.changeColours[classOf(maps.changes, change)];
  }
  const need = without < maps.levels[1] ? 2 : without < maps.levels[2] ? 1 : 0;
  const gain = change < maps.changes[3] ? 0 : change < maps.changes[4] ? 1 : 2;
  return maps.needColours[3 * need + gain];
}

function yearRows(data, state, rows) {
  return rows.map((row) => ({ ...row, text: String(state.year) }));
}

/** A part of a territory's own course, without and with the policy. */
function historyRows(data, state, rows, [indicator, part]) {
  const courses = [...new Set([data.baseline, state.scenario])].map((scenario, number) => course(data, state, indicator, scenario, number));
  const ends = courses.filter((c) => c.points.length > 0).map((c) => ({ ...c, last: c.points.at(-1) }));
  const middle = ends.reduce((sum, c) => sum + c.last.mean, 0) / ends.length;
  const words = data.maps.words[state.language];
  const [label, decimals] = words.indicators[indicator];
  const say = (value) => number(value, decimals, state.language);
  switch (part) {
    case 'band':
      return courses.flatMap((c) => c.points.map((p) => ({
        band: c.number, x: p.year, lower: p.lower, upper: p.upper, colour: c.colour, opacity: 0.16,
      })));
    case 'line':
      return courses.flatMap((c) => c.points.map((p, n) => (
        { line: c.number, n, x: p.year, y: p.mean, thickness: 2.2, dashed: c.isBaseline, colour: c.colour, opacity: 1 })));
    case 'touch':
      return courses.flatMap((c) => c.points.map((p) => ({
        x: p.year, y: p.mean, size: 64, hollow: false, colour: c.colour, opacity: 0,
        tip: lines([words.history[0], label, words.history[1], words.history[2]],
          [p.year, say(p.mean), say(p.lower), say(p.upper)], words.colon),
      })));
    case 'now':
      return courses.flatMap((c) => c.points.filter((p) => p.year === state.year).map((p) => (
        { x: p.year, y: p.mean, size: 38, hollow: false, colour: c.colour, opacity: 1 })));
    default:
      return ends.map((c) => ({
        x: c.last.year, y: c.last.mean, text: say(c.last.mean), align: 'left', dx: 6, dy: 6 * Math.sign(middle - c.last.mean),
        size: rows[0]?.size ?? 11.5,
        weight: 400, halo: false, colour: c.colour, opacity: 1,
      }));
  }
}

function course(data, state, indicator, scenario, number) {
  const i = data.territories.codes.indexOf(state.territory);
  const [mean, lower, upper] = ['mean', 'lower', 'upper'].map((s) => territoryValues(data, indicator, scenario, s)?.[i]);
  const isBaseline = scenario === data.baseline;
  return {
    number, isBaseline, colour: isBaseline ? data.maps.baseline : data.scenarios.find((s) => s.name === scenario).colour,
    points: data.years.map((year, t) => ({ year, mean: mean?.[t], lower: lower?.[t], upper: upper?.[t] }))
      .filter((p) => p.mean !== null && p.mean !== undefined),
  };
}

function lines(names, values, colon) {
  return names.map((name, i) => `${name}${colon}${values[i]}`).join('\n');
}

/** A number as C# writes it: groups of three digits, a true minus, a dash for what is missing. */
function number(value, decimals, language) {
  if (!Number.isFinite(value)) {
    return '–';
  }
  const [whole, rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',');
  const size = rest === undefined ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${rest}`;
  return value < 0 && /[1-9]/.test(size) ? `\u2212${size}` : size;
}

function withSign(value, decimals, language) {
  const size = number(Math.abs(value), decimals, language);
  return /[1-9]/.test(size) ? (value < 0 ? '\u2212' : '+') + size : size;
}
