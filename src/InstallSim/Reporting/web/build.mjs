// Bundles what the report needs into one folder (node build.mjs OUT), from which MSBuild embeds it into the assembly:
// page.js, page.css (the report page), renderer.mjs and resvg.wasm (figures as SVG and PNG), font-widths.json (to break lines).
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { advanceWidths } from './font-widths.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) {
  console.error('usage: node build.mjs OUT');
  process.exit(2);
}
const inHere = (...parts) => join(here, ...parts);
const common = { bundle: true, minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning' };
mkdirSync(out, { recursive: true });

await Promise.all([
  build({ ...common, entryPoints: [inHere('page/main.js')], outfile: join(out, 'page.js'), format: 'iife', target: 'es2022' }),
  build({ ...common, entryPoints: [inHere('page/page.css')], outfile: join(out, 'page.css'), loader: { '.woff2': 'dataurl' }, target: 'es2022' }),
  build({
    ...common, entryPoints: [inHere('render/renderer.mjs')], outfile: join(out, 'renderer.mjs'), format: 'esm', platform: 'node', target: 'node20',
    loader: { '.ttf': 'binary', '.woff2': 'dataurl' },
  }),
]);
copyFileSync(inHere('node_modules/@resvg/resvg-wasm/index_bg.wasm'), join(out, 'resvg.wasm'));

const font = (face) => readFileSync(inHere(`node_modules/@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`));
const widths = { regular: advanceWidths(font('400Regular')), semibold: advanceWidths(font('600SemiBold')) };
writeFileSync(join(out, 'font-widths.json'), JSON.stringify(widths));
