// Compares the proxies with real columns of a table of the same zones: node check-proxies.mjs REAL.csv
import { readFileSync } from 'node:fs';
import { kilometres } from './communes.mjs';

function readCsv(path) {
  const split = line => [...line.matchAll(/("((?:[^"]|"")*)"|[^,]*)(?:,|$)/g)].map(m => m[2]?.replaceAll('""', '"') ?? m[1]);
  const [header, ...rows] = readFileSync(path, 'utf8').trim().split('\n').map(split);
  return rows.map(row => Object.fromEntries(header.map((column, i) => [column, row[i]])));
}

/** Ranks, ties at their mean. */
function ranks(values) {
  const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
  const result = [];
  for (let start = 0, end; start < order.length; start = end) {
    for (end = start + 1; end < order.length && values[order[end]] === values[order[start]]; end++);
    for (const i of order.slice(start, end)) result[i] = (start + end - 1) / 2;
  }
  return result;
}

function correlation(x, y) {
  const average = v => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [average(x), average(y)];
  const cov = (a, ma, b, mb) => a.reduce((sum, v, i) => sum + (v - ma) * (b[i] - mb), 0);
  return cov(x, mx, y, my) / Math.sqrt(cov(x, mx, x, mx) * cov(y, my, y, my));
}

const real = new Map(readCsv(process.argv[2]).map(r => [r.epci_code, r]));
const made = readCsv(new URL('../france/territories.csv', import.meta.url));
const pairs = made.filter(m => real.has(m.code)).map(m => ({ made: m, real: real.get(m.code) }));
console.log(`${made.length} zones made, ${pairs.length} of them among ${real.size} real ones`);

console.log('\n| proxy | real column | n | rank correlation |\n| --- | --- | --- | --- |');
for (const [proxy, column] of [
  ['poorly_equipped', 'share_far_basic_services_2021'], ['poorly_equipped', 'share_far_mid_services_2021'],
  ['poorly_equipped', 'share_far_higher_services_2021'], ['partner_jobs_limited', 'ze_jobs_2018'],
  ['schools', 'primary_ips_public_2024'], ['schools', 'childcare_coverage_2021'], ['physicians', 'gp_2024']]) {
  const both = pairs.filter(p => p.real[column] !== '');
  const rho = correlation(ranks(both.map(p => Number(p.made[proxy]))), ranks(both.map(p => Number(p.real[column]))));
  console.log(`| ${proxy} | ${column} | ${both.length} | ${rho.toFixed(2)} |`);
}

const density = pairs.map(p => [p.made.physicians / p.made.population, p.real.gp_2024 / p.real.population_2023]);
console.log(`\nphysicians per inhabitant, made against real: rank correlation ${
  correlation(ranks(density.map(d => d[0])), ranks(density.map(d => d[1]))).toFixed(2)}`);

const areas = ['urban', 'periurban', 'rural'];
console.log(`\n| real area type | ${areas.map(a => `made ${a}`).join(' | ')} | % of population agreeing |\n`
  + `| --- | --- | --- | --- | --- |`);
for (const a of areas) {
  const row = pairs.filter(p => p.real.area_type === a);
  const people = list => list.reduce((sum, p) => sum + Number(p.made.population), 0);
  const agree = 100 * people(row.filter(p => p.made.area_type === a)) / people(row);
  console.log(`| ${a} | ${areas.map(b => row.filter(p => p.made.area_type === b).length).join(' | ')} | ${agree.toFixed(0)} |`);
}

console.log('\n| centroid | zones | median error, km | 90 % | largest |\n| --- | --- | --- | --- | --- |');
for (const how of ['known', 'from-neighbours', 'by-hand']) {
  const place = r => ({ latitude: Number(r.latitude ?? r.lat), longitude: Number(r.longitude ?? r.lon) });
  const errors = pairs.filter(p => p.made.centroid === how).map(p => kilometres(place(p.made), place(p.real))).sort((a, b) => a - b);
  const at = q => errors[Math.floor((errors.length - 1) * q)].toFixed(1);
  console.log(`| ${how} | ${errors.length} | ${at(0.5)} | ${at(0.9)} | ${at(1)} |`);
}
