// Checks the contours: node check-contours.mjs [CONTOURS.json KEY], the latter real contours of the same zones to compare with.
import { readFileSync } from 'node:fs';
import polygonClipping from 'polygon-clipping';
import { feature } from 'topojson-client';
import { polygonArea, polygonContains } from './contours.mjs';

const polygonsOf = geometry => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
const areaOf = polygons => polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0);

/** Polygons by code of a TopoJSON. */
function readContours(path, key = 'code') {
  const topology = JSON.parse(readFileSync(path, 'utf8'));
  const shapes = Object.values(topology.objects).flatMap(object => feature(topology, object).features);
  return new Map(shapes.map(shape => [String(shape.properties[key]), polygonsOf(shape.geometry)]));
}

/** Points by code of a table without quoted cells before them. */
function readPoints(folder) {
  const [header, ...rows] = readFileSync(new URL(`../${folder}/territories.csv`, import.meta.url), 'utf8').trim().split('\n');
  const fromEnd = name => header.split(',').length - header.split(',').indexOf(name);
  return new Map(rows.map(row => {
    const cells = row.replace(/"[^"]*"/g, '').split(',');
    return [cells[0], [Number(cells.at(-fromEnd('longitude'))), Number(cells.at(-fromEnd('latitude')))]];
  }));
}

function check(folder) {
  const contours = readContours(new URL(`../${folder}/contours.json`, import.meta.url));
  const points = readPoints(folder);
  const outside = [...points].filter(([code, point]) => !contours.get(code)?.some(p => polygonContains(p, point)));
  const sum = areaOf([...contours.values()].flat());
  const union = areaOf(polygonClipping.union(...contours.values()));
  const here = areaOf([...points.keys()].flatMap(code => contours.get(code) ?? []));
  const smallest = Math.min(...[...contours.values()].flat().map(p => polygonArea(p)));
  const codes = outside.map(o => o[0]).join(', ');
  console.log(`${folder}: ${contours.size} contours; ${points.size} territories, ${outside.length} whose point lies outside (${codes})`);
  const [all, joined] = [sum.toFixed(0), union.toFixed(0)];
  console.log(`  ${here.toFixed(0)} km2 of territories; ${all} in all, their union ${joined}; smallest piece ${smallest.toFixed(2)}`);
}

/** How far the contours agree with real ones. */
function compare(path, key) {
  const made = readContours(new URL('../france/contours.json', import.meta.url));
  const rows = [...readContours(path, key)].filter(([code]) => made.has(code)).map(([code, real]) => {
    const [area, realArea] = [areaOf(made.get(code)), areaOf(real)];
    const both = areaOf(polygonClipping.intersection(made.get(code), real));
    return { ratio: area / realArea, overlap: both / (area + realArea - both), both, realArea };
  });
  const total = name => rows.reduce((sum, row) => sum + row[name], 0);
  const sorted = rows.map(row => row.overlap).sort((a, b) => a - b);
  const share = factor => (100 * rows.filter(r => r.ratio < factor && r.ratio > 1 / factor).length) / rows.length;
  console.log(`${rows.length} compared: ${(100 * total('both') / total('realArea')).toFixed(1)} % of the land in the right zone`);
  console.log(`area within a factor of 1.3: ${share(1.3).toFixed(0)} %, of 2: ${share(2).toFixed(0)} %`);
  const at = q => sorted[Math.floor((sorted.length - 1) * q)].toFixed(2);
  console.log(`intersection over union: median ${at(0.5)}, tenth ${at(0.1)}`);
}

check('france');
check('centre-val-de-loire');
if (process.argv[3]) compare(process.argv[2], process.argv[3]);
