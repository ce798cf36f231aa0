// Writes the territory tables and contours of the shipped scenarios: npm ci --ignore-scripts && node make-territories.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { kilometres, readCommunes, readZones } from './communes.mjs';
import { makeContours, writeContours } from './contours.mjs';
import { areaType, byLatitude, measure, partnerJobsLimited, poorlyEquipped, schools } from './proxies.mjs';

const root = new URL('.', import.meta.url);
const physiciansPerMsp = 4.6; // 600 more patients a year for an MSP, 130 for a doctor (minister, Assemblée nationale 2023)
const urbanMspWeight = 0.5; // MSP per inhabitant, urban against other zones, ASSUMPTION

/** A plain CSV (no quotes) as objects. */
function readCsv(name) {
  const [header, ...rows] = readFileSync(new URL(name, root), 'utf8').trim().split('\n').map(line => line.split(','));
  return rows.map(row => Object.fromEntries(header.map((column, i) => [column, row[i]])));
}

/** People of a zone by value of a commune's field, e.g. by département. */
function peopleBy(zone, field) {
  const people = new Map();
  for (const c of zone.members) people.set(c[field], (people.get(c[field]) ?? 0) + c.population);
  return people;
}

const largest = people => [...people].reduce((a, b) => (b[1] > a[1] ? b : a))[0];

/** Whole numbers in proportion to the weights that add up to the total (largest remainder, then order). */
function largestRemainder(total, weights) {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map(w => (total * w) / sum);
  const whole = exact.map(Math.floor);
  const order = exact.map((x, i) => i).sort((i, j) => exact[j] - whole[j] - (exact[i] - whole[i]) || i - j);
  const left = total - whole.reduce((a, b) => a + b, 0);
  for (const i of order.slice(0, left)) whole[i]++;
  return whole;
}

/** General practitioners: the published total of each département, spread by population over its communes. */
function spreadPhysicians(zones, totals) {
  const inhabitants = new Map();
  for (const zone of zones) {
    for (const [d, n] of peopleBy(zone, 'departement')) inhabitants.set(d, (inhabitants.get(d) ?? 0) + n);
  }
  for (const zone of zones) {
    zone.physicians = 0;
    for (const [d, n] of peopleBy(zone, 'departement')) zone.physicians += totals.get(d).gps * n / inhabitants.get(d);
  }
}

/** MSP: the published count of each département over its zones by population, urban zones at half weight; places at 4.6 each. */
function spreadMsp(zones, totals) {
  for (const [departement, { msp }] of totals) {
    const here = zones.filter(z => z.departement === departement);
    const counts = largestRemainder(msp, here.map(z => z.population * (z.areaType === 'urban' ? urbanMspWeight : 1)));
    let before = 0;
    here.forEach((zone, i) => {
      zone.msp = counts[i];
      zone.mspPlaces = Math.round(physiciansPerMsp * (before + counts[i])) - Math.round(physiciansPerMsp * before);
      before += counts[i];
    });
  }
}

const columns = {
  code: z => z.code,
  name: z => z.name,
  type: z => z.type,
  departement: z => z.departement,
  region: z => z.region,
  latitude: z => z.place.latitude.toFixed(5),
  longitude: z => z.place.longitude.toFixed(5),
  centroid: z => z.centroid,
  population: z => z.population,
  main_town: z => z.main.nom,
  main_town_population: z => z.main.population,
  population_45min: z => z.measures.population45min,
  minutes_to_town_20k: z => z.measures.minutesTo20k.toFixed(1),
  minutes_to_town_100k: z => z.measures.minutesTo100k.toFixed(1),
  minutes_to_university_hospital: z => z.measures.minutesToHospital.toFixed(1),
  area_type: z => z.areaType,
  poorly_equipped: z => poorlyEquipped(z.measures).toFixed(3),
  schools: z => schools(z.measures).toFixed(3),
  partner_jobs_limited: z => partnerJobsLimited(z.measures).toFixed(3),
  physicians: z => z.physicians.toFixed(2),
  msp: z => z.msp,
  msp_places: z => z.mspPlaces,
};

const cell = value => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

function writeCsv(path, header, rows) {
  const lines = [header, ...rows].map(row => row.map(cell).join(','));
  writeFileSync(new URL(path, root), lines.join('\n') + '\n');
}

/** Where physicians train, each place weighted by the people of the zones nearest to it. */
function writeTrainingPlaces(path, zones, hospitals) {
  const places = hospitals.map(h => ({ ...h, zone: zones.find(z => z.members.some(c => c.code === h.code)), weight: 0 }));
  for (const zone of zones) {
    const near = places.reduce((a, b) => (kilometres(zone.place, b.place) < kilometres(zone.place, a.place) ? b : a));
    near.weight += zone.population;
  }
  places.sort((a, b) => (a.zone.code < b.zone.code ? -1 : 1));
  writeCsv(path, ['territory', 'name', 'weight'], places.map(p => [p.zone.code, p.nom, p.weight]));
}

/** The zones with everything that the tables hold, and the communes with a university hospital. */
function makeZones() {
  const communes = readCommunes();
  const zones = readZones(communes);
  const hospitalCodes = new Set(readCsv('university-hospitals.csv').map(h => h.commune_code));
  const towns = {
    of20k: communes.filter(c => c.population >= 20_000),
    of100k: communes.filter(c => c.population >= 100_000),
    hospitals: communes.filter(c => hospitalCodes.has(c.code)),
  };
  const bands = byLatitude(communes);
  for (const zone of zones) {
    zone.departement = largest(peopleBy(zone, 'departement'));
    zone.region = largest(peopleBy(zone, 'region'));
    zone.measures = measure(zone, bands, towns);
    zone.areaType = areaType(zone.measures);
  }
  const totals = new Map(readCsv('departements.csv').map(d => [d.code, { gps: Number(d.liberal_gps), msp: Number(d.msp) }]));
  spreadPhysicians(zones, totals);
  spreadMsp(zones, totals);
  return { zones, hospitals: towns.hospitals };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { zones, hospitals } = makeZones();
  const scenarios = [
    { folder: 'france', zones },
    { folder: 'centre-val-de-loire', zones: zones.filter(z => z.region === '24') },
  ];
  const contours = makeContours([...zones, ...readZones(readCommunes('drom'))]);
  for (const { folder, zones: chosen } of scenarios) {
    mkdirSync(new URL(`../${folder}`, root), { recursive: true });
    writeCsv(`../${folder}/territories.csv`, Object.keys(columns), chosen.map(z => Object.values(columns).map(f => f(z))));
    const inside = new Set(chosen.flatMap(z => z.members.map(c => c.code)));
    writeTrainingPlaces(`../${folder}/training-places.csv`, chosen, hospitals.filter(h => inside.has(h.code)));
    const codes = new Set(chosen.map(z => z.code));
    const shapes = folder === 'france' ? contours : contours.filter(shape => codes.has(shape.properties.code));
    writeContours(new URL(`../${folder}/contours.json`, root), shapes);
    const by = how => chosen.filter(z => z.centroid === how).length;
    console.log(`${folder}: ${chosen.length} territories, ${by('from-neighbours')} placed from neighbours, ${by('by-hand')} by hand`);
  }
}
