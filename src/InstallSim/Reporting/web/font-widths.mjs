// Reads advance widths out of a TrueType font (tables head, hhea, hmtx, cmap format 4), so that C# can break titles into lines and
// Node can lay out labels as a browser would.

const FIRST = 0x20;
const RANGES = [[FIRST, 0x7e], [0xa0, 0x17f], [0x2010, 0x203a], [0x20ac, 0x20ac], [0x2190, 0x2193], [0x2212, 0x2212], [0x2264, 0x2265]];

/** Advance widths by character, in thousandths of the font size. */
export function advanceWidths(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = tableOffsets(view);
  const unitsPerEm = view.getUint16(tables.head + 18);
  const metrics = view.getUint16(tables.hhea + 34);
  const glyphOf = characterMap(view, tables.cmap);
  const widths = {};
  for (const [from, to] of RANGES) {
    for (let code = from; code <= to; code++) {
      const glyph = glyphOf(code);
      if (glyph !== 0) {
        widths[String.fromCharCode(code)] = Math.round((1000 * view.getUint16(tables.hmtx + 4 * Math.min(glyph, metrics - 1))) / unitsPerEm);
      }
    }
  }
  return widths;
}

function tableOffsets(view) {
  const offsets = {};
  for (let i = 0, count = view.getUint16(4); i < count; i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    offsets[tag] = view.getUint32(at + 8);
  }
  return offsets;
}

function characterMap(view, cmap) {
  for (let i = 0, count = view.getUint16(cmap + 2); i < count; i++) {
    const at = cmap + view.getUint32(cmap + 8 + 8 * i);
    if (view.getUint16(at) === 4) {
      return (code) => glyphInFormat4(view, at, code);
    }
  }
  throw new Error('the font has no character map of format 4');
}

function glyphInFormat4(view, at, code) {
  const doubled = view.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + doubled + 2;
  for (let i = 0; i < doubled; i += 2) {
    if (code > view.getUint16(ends + i)) {
      continue;
    }
    const start = view.getUint16(starts + i);
    if (code < start) {
      return 0;
    }
    const delta = view.getUint16(starts + doubled + i);
    const rangeAt = starts + 2 * doubled + i;
    const range = view.getUint16(rangeAt);
    if (range === 0) {
      return (code + delta) & 0xffff;
    }
    const glyph = view.getUint16(rangeAt + range + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
