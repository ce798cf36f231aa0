// Draws Vega-Lite specifications as SVG or PNG. Reads a job from standard input, {format, scale, figures: [{id, spec, file}], wasm},
// and writes each figure to its file. Prints one line of JSON a figure: {id, marks}, the number of marks drawn.
import { readFileSync, writeFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
import semibold from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf';
import regularWeb from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2';
import semiboldWeb from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2';
import { parse, textMetrics, View } from 'vega';
import { compile } from 'vega-lite';
import { advanceWidths } from '../font-widths.mjs';

const FAMILY = 'Source Sans 3';
const widths = { regular: advanceWidths(regular), semibold: advanceWidths(semibold) };

// Without a canvas Vega guesses widths; these are the font's own.
textMetrics.canvas(false);
textMetrics.width = (item, text) => {
  const table = String(item.fontWeight ?? '').match(/^([6-9]00|bold)$/) ? widths.semibold : widths.regular;
  const size = item.fontSize ?? 11;
  return [...String(text ?? '')].reduce((sum, c) => sum + (table[c] ?? 550), 0) * size / 1000;
};

/** The specification as SVG text, with its fonts inside, and how many marks it drew. */
async function draw(spec) {
  const view = new View(parse(compile(spec).spec), { renderer: 'none', logLevel: 0 });
  await view.runAsync();
  const svg = await view.toSVG();
  const marks = countMarks(view.scenegraph().root);
  view.finalize();
  return { svg, marks };
}

function countMarks(item) {
  const own = item.role === 'mark' && item.marktype !== 'group' ? item.items.length : 0;
  return own + (item.items ?? []).reduce((sum, child) => sum + countMarks(child), 0);
}

function withFonts(svg) {
  const face = (weight, url) => `@font-face{font-family:"${FAMILY}";font-weight:${weight};src:url(${url}) format("woff2")}`;
  const style = `<style>${face(400, regularWeb)}${face(600, semiboldWeb)}</style>`;
  return svg.replace(/<svg[^>]*>/, (open) => open + style);
}

function toPng(svg, scale) {
  const resvg = new Resvg(svg, {
    background: 'white', fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: [regular, semibold], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
  });
  return resvg.render().asPng();
}

const job = JSON.parse(readFileSync(0, 'utf8'));
if (job.format === 'png') {
  await initWasm(readFileSync(job.wasm));
}
for (const { id, spec, file } of job.figures) {
  try {
    const { svg, marks } = await draw(spec);
    writeFileSync(file, job.format === 'png' ? toPng(svg, job.scale) : withFonts(svg));
    console.log(JSON.stringify({ id, marks }));
  } catch (error) {
    console.error(`figure '${id}': ${error.message}`);
    process.exitCode = 1;
  }
}
