// The licences of the packages that a bundle is made of.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/**
 * The notices as text: each licence once, below the packages that it is of; inputs are paths of files, as esbuild's metafile names them.
 */
export function noticesOf(inputs, root) {
  const folders = [...new Set(inputs.map((input) => PACKAGE.exec(input)?.[0]).filter(Boolean))].sort();
  const texts = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const text = licenceOf(join(root, folder));
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const notices = [...texts].map(([text, packages]) => `${packages.join(', ')}\n\n${text}\n`);
  return `The report page holds ${folders.length} packages of others, each under the licence below it.\n\n`
    + `${notices.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function licenceOf(folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  if (files.length === 0) {
    throw new Error(`${folder} has no file with its licence`);
  }
  return files.map((file) => readFileSync(join(folder, file), 'utf8').replace(/[ \t\r]+$/gm, '').trim()).join('\n\n');
}
