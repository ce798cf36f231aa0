// Bundles what the report page needs into one folder (node build.mjs OUT), from which MSBuild embeds it into the assembly:
// page.js, page.css, and fonts.css, which pictures for paper carry too.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) {
  console.error('usage: node build.mjs OUT');
  process.exit(2);
}
const common = { bundle: true, minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning', target: 'es2022', loader: { '.woff2': 'dataurl' } };
mkdirSync(out, { recursive: true });

await build({ ...common, entryPoints: [join(here, 'page/main.js')], outfile: join(out, 'page.js'), format: 'iife' });
for (const style of ['page.css', 'fonts.css']) {
  await build({ ...common, entryPoints: [join(here, 'page', style)], outfile: join(out, style) });
}
