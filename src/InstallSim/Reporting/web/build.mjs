// Bundles what the report page needs into one folder (node build.mjs OUT), from which MSBuild embeds it into the assembly:
// page.js; fonts.css, which pictures for paper carry too; third-party-notices.txt.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { noticesOf } from './notices.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) {
  console.error('usage: node build.mjs OUT');
  process.exit(2);
}
const common = {
  bundle: true, minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning', target: 'es2022',
  metafile: true, absWorkingDir: here,
  loader: { '.woff2': 'dataurl' },
};
mkdirSync(out, { recursive: true });

const bundles = [
  await build({ ...common, entryPoints: [join(here, 'page/main.js')], outfile: join(out, 'page.js'), format: 'iife' }),
  await build({ ...common, entryPoints: [join(here, 'page/fonts.css')], outfile: join(out, 'fonts.css') }),
];
const inputs = bundles.flatMap((bundle) => Object.keys(bundle.metafile.inputs));
writeFileSync(join(out, 'third-party-notices.txt'), noticesOf(inputs, here));
// What a test checks the notices against.
writeFileSync(join(out, 'inputs.json'), JSON.stringify(inputs, null, 1));
