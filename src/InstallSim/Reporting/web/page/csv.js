// Tables as spreadsheets open them by a double click: with a byte order mark; in French with semicolons and a decimal comma.

const MARK = '\ufeff';
const SPACES = /[\u00a0\u202f\u2009]/g;

/** A table (heads, and rows of cells) as CSV (RFC 4180). */
export function toCsv({ heads, rows }, language) {
  const separator = language === 'fr' ? ';' : ',';
  const cell = (value) => {
    const text = typeof value === 'number' ? written(value, language) : plain(String(value ?? ''));
    return text.includes(separator) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${MARK}${[heads, ...rows].map((cells) => cells.map(cell).join(separator)).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula, with the apostrophe that makes it a text; signed numbers stay numbers. */
function plain(text) {
  return /^[=+\-@\t]/.test(text) && !/^[+-][\d.,\u00a0\u202f]+[\u00a0\u202f ]?[%k€]*$/.test(text) ? `'${text}` : text;
}

/** What a figure says of each of its marks, a row a mark: its panel, where there are several, and the lines `name: value`. */
export function tipTable(spec, language) {
  const panels = panelsOf(spec, spec).filter((panel) => panel.tips.length > 0);
  const several = new Set(panels.map((panel) => panel.heading)).size > 1;
  const said = panels.flatMap(({ heading, tips }) => [...new Set(tips)].map(linesOf).filter((lines) => lines.some(([, text]) => text))
    .map((lines) => new Map([...(several ? [['', heading]] : []), ...lines])));
  const columns = [...new Set(said.flatMap((row) => [...row.keys()]))]
    .flatMap((name) => column(name, said.map((row) => row.get(name) ?? ''), language));
  const rows = said.map((_, i) => columns.map((c) => c.cells[i]));
  return { heads: columns.map((c) => c.head), rows: [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()] };
}

/** Panels with their heading and what their rows say. */
function panelsOf(part, spec) {
  const inside = part.vconcat ?? part.hconcat ?? part.concat;
  if (inside) {
    return inside.flatMap((panel) => panelsOf(panel, spec));
  }
  const names = new Set((part.layer ?? []).map((layer) => layer.data.name));
  const words = part.title?.text ?? '';
  const heading = words.expr ? spec.params.find((p) => p.name === words.expr)?.value ?? '' : [words].flat().join(' ').trim();
  return [{ heading, tips: [...names].flatMap((name) => spec.datasets[name] ?? []).map((row) => row.tip).filter(Boolean) }];
}

function linesOf(tip) {
  return tip.split('\n').map((line) => {
    const [name, text = ''] = line.split(/\u00a0?: (.*)/s);
    return [name.replace(SPACES, ' '), text];
  });
}

/** A column of texts as one of numbers, or as two where all are intervals, if that is what they are; a unit that varies has its own. */
function column(name, texts, language) {
  const [panel, unit, from, to] = language === 'fr' ? ['Volet', 'unité', 'de', 'à'] : ['Panel', 'unit', 'from', 'to'];
  const said = texts.filter((text) => text && text !== '–');
  const ends = (text) => text.split(language === 'fr' ? /[\s\u00a0]à[\s\u00a0]/ : /[\s\u00a0]to[\s\u00a0]/)
    .map((end) => measure(end, language));
  if (name && said.length > 0 && said.every((text) => measure(text, language))) {
    return measured(name, texts.map((text) => measure(text, language)), unit);
  }
  if (name && said.length > 0 && said.every((text) => ends(text).length === 2 && ends(text).every(Boolean))) {
    const both = texts.map((text) => (ends(text).length === 2 ? ends(text) : [null, null]));
    const units = both.map(([low, high]) => high?.unit || low?.unit);
    const [only, other] = new Set(units.filter((u) => u !== undefined));
    const head = (end) => (only && other === undefined ? `${name}, ${end} (${only})` : `${name}, ${end}`);
    return [
      { head: head(from), cells: both.map(([low]) => low?.value) }, { head: head(to), cells: both.map(([, high]) => high?.value) },
      ...(other === undefined ? [] : [{ head: `${name}, ${unit}`, cells: units }]),
    ];
  }
  return [{ head: name || panel, cells: texts.map((text) => text.replace(SPACES, ' ').trim()) }];
}

function measured(name, measures, word) {
  const cells = measures.map((m) => m?.value);
  const units = new Set(measures.filter(Boolean).map((m) => m.unit));
  const [only] = units;
  return units.size === 1
    ? [{ head: only ? `${name} (${only})` : name, cells }]
    : [{ head: name, cells }, { head: `${name}, ${word}`, cells: measures.map((m) => m?.unit) }];
}

const MONEY = { bn: 1e9, m: 1e6, k: 1e3, Md: 1e9, M: 1e6 };

/** A number with its unit, as people write it in the language, amounts in euros; null when the text is something else. */
export function measure(text, language) {
  const plain = text.trim().replaceAll('\u2212', '-');
  const digits = language === 'fr'
    ? '\\d{1,3}(?:[\\u202f\\u00a0]\\d{3})*(?:,\\d+)?|\\d+(?:,\\d+)?'
    : '\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
  const money = plain.match(new RegExp(language === 'fr'
    ? `^([+-]?)(${digits})[\\s\\u00a0\\u202f]*(Md|M|k)?€$`
    : `^([+-]?)€(${digits})(bn|m|k)?$`));
  const [, sign, size, rest] = money
    ?? plain.match(new RegExp(`^([+-]?)(${digits})(%|[\\s\\u00a0\\u202f]+%|[\\s\\u00a0]+[^\\d(]+)?$`)) ?? [];
  if (size === undefined) {
    return null;
  }
  const value = Number(sign + (language === 'fr' ? size.replace(SPACES, '').replace(',', '.') : size.replaceAll(',', '')));
  return money ? { value: Math.round(value * (MONEY[rest] ?? 1)), unit: '€' } : { value, unit: (rest ?? '').replace(SPACES, ' ').trim() };
}

function written(value, language) {
  return language === 'fr' ? String(value).replace('.', ',') : String(value);
}
