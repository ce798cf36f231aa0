// Checks Vega-Lite files against the schema that the vega-lite package brings, and compiles them (node validate.mjs FOLDER).
// Prints what is wrong, or how many files are valid. For tests and for whoever writes a figure.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import { compile } from 'vega-lite';

const schema = createRequire(import.meta.url)('vega-lite/vega-lite-schema.json');
const validate = new Ajv({ strict: false, validateFormats: false, logger: false }).compile(schema);
const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.vl.json'));
let valid = 0;
for (const file of files) {
  const spec = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const warnings = [];
  const note = (...text) => (warnings.push(text.join(' ')), logger);
  const logger = { level: () => logger, warn: note, info: () => logger, debug: () => logger, error: note };
  compile(spec, { logger });
  if (!validate(spec)) {
    // The deepest errors are the telling ones: anyOf repeats the others.
    const deepest = validate.errors.sort((a, b) => b.instancePath.length - a.instancePath.length).slice(0, 4);
    console.log(`${file}: ${deepest.map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`).join('; ')}`);
  } else if (warnings.length > 0) {
    console.log(`${file}: ${[...new Set(warnings)].join('; ')}`);
  } else {
    valid += 1;
  }
}
console.log(`${valid} valid`);
