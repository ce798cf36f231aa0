// Takes figures and tables away: SVG, PNG at twice the size, the specification, CSV.
import { expressionInterpreter } from 'vega-interpreter';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { toCsv, tipTable } from './csv.js';
import { territoryValues } from './data.js';

const WIDE = 760;

/** Saves a figure as it is shown, in light colours, with its title inside. */
export async function saveFigure(format, figure, state) {
  const spec = withTitle(figure.specification(state, WIDE), figure.words(state), figure.data.config);
  const name = `${figure.figure.id}.${{ json: 'vl.json' }[format] ?? format}`;
  if (format === 'json') {
    download(name, 'application/json', JSON.stringify(spec, null, 1));
    return;
  }
  if (format === 'csv') {
    download(name, 'text/csv', toCsv(tipTable(spec, state.language), state.language));
    return;
  }
  const view = new View(parse(compile(spec).spec, null, { ast: true }), { renderer: 'none', expr: expressionInterpreter });
  await view.runAsync();
  if (format === 'svg') {
    download(name, 'image/svg+xml', await view.toSVG());
  } else {
    const canvas = await view.toCanvas(2);
    canvas.toBlob((blob) => downloadBlob(name, blob));
  }
  view.finalize();
}

/** Saves a table of the page as CSV, as spreadsheets of the reader's language open it. */
export function downloadTable(table, data, state) {
  const rows = { effects: effectRows, trajectories: yearRows, territories: territoryTable }[table];
  download(`${table}.csv`, 'text/csv', toCsv(tableOf(rows(data, state)), state.language));
}

function tableOf(rows) {
  const heads = Object.keys(rows[0] ?? {});
  return { heads, rows: rows.map((row) => heads.map((head) => row[head])) };
}

function effectRows(data) {
  return data.comparisons.map(([scenario, indicator, difference, se, lower, upper, replications]) => (
    { scenario, baseline: data.baseline, year: data.years.at(-1), indicator, difference, se, lower, upper, replications }));
}

function yearRows(data) {
  const rows = [];
  for (const { name, scale } of data.indicators) {
    for (const [scenario, series] of Object.entries(data.spreads[name])) {
      const [mean, lower, upper] = series.map((values) => values.map((v) => (v === null ? null : v / scale)));
      data.years.forEach((year, t) => rows.push({ scenario, year, indicator: name, mean: mean[t], lower: lower[t], upper: upper[t] }));
    }
  }
  return rows;
}

function territoryTable(data) {
  const { codes, names, steps } = data.territories;
  const rows = [];
  for (const indicator of Object.keys(steps)) {
    for (const { name: scenario } of data.scenarios) {
      const [mean, lower, upper] = ['mean', 'lower', 'upper'].map((s) => territoryValues(data, indicator, scenario, s));
      codes.forEach((code, i) => data.years.forEach((year, t) => (
        rows.push({
          scenario, year, territory: code, name: names[i], indicator, mean: mean[i][t], lower: lower[i][t], upper: upper[i][t],
        }))));
    }
  }
  return rows;
}

/** Breaks the title into lines that fit, and the credit of what is drawn below it, as C# does for files. */
function withTitle(spec, [title, subtitle], config) {
  const context = document.createElement('canvas').getContext('2d');
  const wrap = (text, size, weight) => {
    context.font = `${weight} ${size}px ${config.font}`;
    const lines = [''];
    for (const word of text.split(' ')) {
      const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
      if (lines.at(-1) && context.measureText(longer).width > WIDE - 8) {
        lines.push(word);
      } else {
        lines[lines.length - 1] = longer;
      }
    }
    return lines;
  };
  const { fontSize, subtitleFontSize } = config.title;
  const note = spec.usermeta?.note ? wrap(spec.usermeta.note, subtitleFontSize, 400) : [];
  return { ...spec, title: { text: wrap(title, fontSize, 600), subtitle: [...wrap(subtitle, subtitleFontSize, 400), ...note] } };
}

function download(name, type, text) {
  downloadBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

function downloadBlob(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
