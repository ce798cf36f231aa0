// Approximate contours of the zones: Voronoi cells of the communes' points, joined by zone and cut at the coast and the border.
import { readFileSync, writeFileSync } from 'node:fs';
import { Delaunay } from 'd3-delaunay';
import polygonClipping from 'polygon-clipping';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { topology as topologyOf } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import { groupBy } from './communes.mjs';

const earthRadius = 6371.0088; // km
const radians = Math.PI / 180;
const kilometresPerDegree = earthRadius * radians;
const yields = 2; // km by which a commune's point gives way to the point of a zone that has none of its own, ASSUMPTION
const ashore = 1; // km of land around the point of a zone that the outline leaves at sea, ASSUMPTION
const crumb = 1; // km2; a smaller piece without a neighbour is dropped, ASSUMPTION
const detail = 1.2e-5; // square degrees, 0.1 km2: a vertex whose triangle is smaller is dropped
const grid = 0.001; // degrees, 111 m

// Zones without a commune of their own on the map, whose point in the table is that of a town of another zone (Mende,
// Saint-Affrique); here they stand where general knowledge has them, two decimals.
const byHand = {
  200069128: { latitude: 44.5, longitude: 3.77 },
  241200914: { latitude: 44.08, longitude: 2.87 },
};

/** Mercator's plane in degrees of the equator: it keeps angles, so that Voronoi cells are those of the sphere. */
const project = ({ longitude, latitude }) => [longitude, Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)) / radians];
const unproject = ([x, y]) => [x, Math.atan(Math.sinh(y * radians)) / radians];

/** How long a kilometre is on the plane. */
const kilometre = place => 1 / (kilometresPerDegree * Math.cos(place.latitude * radians));

/** Square kilometres within a ring of longitudes and latitudes; negative where it runs counterclockwise. */
function signedArea(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
    sum += (x2 - x1) * radians * (2 + Math.sin(y1 * radians) + Math.sin(y2 * radians));
  }
  return (sum / 2) * earthRadius * earthRadius;
}

const ringArea = ring => Math.abs(signedArea(ring));

/** Square kilometres of a polygon (rings of longitudes and latitudes, holes after the outer one). */
export const polygonArea = ([outer, ...holes]) => holes.reduce((sum, hole) => sum - ringArea(hole), ringArea(outer));

function ringContains(ring, [x, y]) {
  let isInside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  }
  return isInside;
}

/** Whether a polygon (rings, holes after the outer one) contains a point. */
export const polygonContains = ([outer, ...holes], point) =>
  ringContains(outer, point) && !holes.some(hole => ringContains(hole, point));

/** West, south, east and north of some points. */
function boxOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

const touch = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** France by Natural Earth 1:10m, overseas departments included, as polygons on the plane. */
function readLand() {
  const world = JSON.parse(readFileSync(new URL('node_modules/world-atlas/countries-10m.json', import.meta.url), 'utf8'));
  const france = world.objects.countries.geometries.find(g => g.properties.name === 'France');
  const onPlane = ([longitude, latitude]) => project({ longitude, latitude });
  return feature(world, france).geometry.coordinates.map(rings => rings.map(ring => ring.map(onPlane)));
}

/** The zone's own point; the points of its communes that have one; and where none has, those of their neighbours. */
function sitesOf(zone) {
  const own = byHand[zone.code] ?? zone.place;
  const points = zone.members.flatMap(c => c.points);
  const others = points.length > 0 || byHand[zone.code] ? points : zone.members.map(c => c.place);
  return [own, ...others].map((place, i) => ({ zone, place, isOwn: i === 0, isKnown: i > 0 && points.length > 0 }));
}

/**
 * The points on the plane, no two on one spot: first come the zones' own, then those of communes, then those of neighbours.
 * A commune's point on the spot of another zone's moves towards its own zone; a neighbour's is left out.
 */
function readSites(zones) {
  const rank = site => (site.isOwn ? 0 : site.isKnown ? 1 : 2);
  const sorted = zones.flatMap(sitesOf).sort((a, b) => rank(a) - rank(b));
  const taken = new Map();
  for (const site of sorted) {
    const spot = `${site.place.latitude.toFixed(3)} ${site.place.longitude.toFixed(3)}`;
    const there = taken.get(spot);
    if (!there) {
      taken.set(spot, { zone: site.zone, xy: project(site.place), isSure: site.isOwn || site.isKnown });
    } else if (there.zone !== site.zone && site.isKnown) {
      const [x, y] = project(site.place);
      const [dx, dy] = project(site.zone.place).map((to, i) => to - [x, y][i]);
      const step = (yields * kilometre(site.place)) / Math.hypot(dx, dy);
      taken.set(`${spot} moved`, { zone: site.zone, xy: [x + dx * step, y + dy * step], isSure: true });
    }
  }
  return [...taken.values()];
}

/** Cells of a topology merged by zone. */
const mergeByZone = (topology, cells) => [...groupBy(cells, c => [c.zone])]
  .map(([zone, own]) => ({ zone, merged: feature(topology, mergeArcs(topology, own.map(c => c.cell))) }));

/** The polygons of each zone, on the plane: the Voronoi cells of its points, joined. */
function joinCells(sites) {
  const voronoi = Delaunay.from(sites, s => s.xy[0], s => s.xy[1]).voronoi([-180, -85, 180, 85]);
  const geometries = sites.map((_, i) => ({ type: 'Polygon', coordinates: [voronoi.cellPolygon(i)] }));
  const topology = topologyOf({ cells: { type: 'GeometryCollection', geometries } });
  return mergeByZone(topology, topology.objects.cells.geometries.map((cell, i) => ({ zone: sites[i].zone, cell })))
    .map(({ zone, merged }) => ({ zone, polygons: merged.geometry.coordinates }));
}

/** Eight corners around a place, on the plane. */
function octagon(place) {
  const [x, y] = project(place);
  const radius = ashore * kilometre(place);
  return [0, 1, 2, 3, 4, 5, 6, 7, 0].map(i => [x + radius * Math.cos((i * Math.PI) / 4), y + radius * Math.sin((i * Math.PI) / 4)]);
}

/** What lies on land of the polygons of a zone. */
function cutAtCoast(zone, polygons, land) {
  const box = boxOf(polygons.flatMap(p => p[0]));
  const near = land.filter(p => touch(box, boxOf(p[0])));
  const isInland = !near.some(p => p.some(ring => ring.some((to, i) => i > 0 && touch(box, boxOf([ring[i - 1], to])))));
  if (isInland && near.length > 0) return polygons;
  const isAtSea = !near.some(p => polygonContains(p, project(zone.place)));
  return polygonClipping.intersection(polygons, isAtSea ? polygonClipping.union(near, [octagon(zone.place)]) : near);
}

/** An island: what the outline draws there, taken from the land, and an octagon around its point. */
function takeIsland(zone, land) {
  const corners = octagon(zone.place);
  const [x, y] = project(zone.place);
  const at = land.findIndex(p => p[0].length < 100 && touch(boxOf(p[0]), [x, y, x, y]));
  const drawn = at < 0 ? [] : land.splice(at, 1);
  const near = land.filter(p => touch(boxOf(p[0]), boxOf(corners)));
  return polygonClipping.difference(polygonClipping.union([corners], ...drawn), ...near);
}

/** The pieces of all zones, one polygon each, in degrees. */
function makePieces(zones) {
  const land = readLand();
  const islands = zones.filter(z => z.type === 'ISLAND');
  const taken = islands.map(zone => ({ zone, polygons: takeIsland(zone, land) }));
  const sites = readSites(zones.filter(z => z.type !== 'ISLAND'));
  const others = joinCells(sites).map(({ zone, polygons }) => ({ zone, polygons: cutAtCoast(zone, polygons, land) }));
  const sitesByZone = groupBy(sites.filter(s => s.isSure), s => [s.zone]);
  return [...taken, ...others].flatMap(({ zone, polygons }) => polygons.map(polygon => ({
    zone,
    rings: polygon.map(ring => ring.map(unproject)),
    hasSite: (sitesByZone.get(zone) ?? []).some(s => polygonContains(polygon, s.xy)),
  })));
}

/** Length of the borders that each piece shares with each other piece: a map by piece, of maps by neighbour. */
function sharedBorders(topology) {
  const owners = topology.arcs.map(() => new Set());
  topology.objects.pieces.geometries.forEach((g, i) => g.arcs.flat().forEach(a => owners[a < 0 ? ~a : a].add(i)));
  const lengths = topology.objects.pieces.geometries.map(() => new Map());
  owners.forEach((pair, a) => {
    const [i, j] = [...pair];
    if (j === undefined) return;
    const length = topology.arcs[a].slice(1).reduce((sum, [dx, dy]) => sum + Math.hypot(dx, dy), 0); // steps of the grid
    lengths[i].set(j, (lengths[i].get(j) ?? 0) + length);
    lengths[j].set(i, (lengths[j].get(i) ?? 0) + length);
  });
  return lengths;
}

/**
 * One feature a zone. A piece that holds no point of its zone, such as the far shore of a bay, goes to the piece with which it
 * shares the longest border; a crumb without a neighbour is dropped. The largest piece of a zone always stays.
 */
function joinPieces(pieces) {
  const geometries = pieces.map(p => ({ type: 'Polygon', coordinates: p.rings }));
  const topology = topologyOf({ pieces: { type: 'GeometryCollection', geometries } }, 1e6);
  const borders = sharedBorders(topology);
  for (const piece of pieces) piece.area = polygonArea(piece.rings);
  const largest = [...groupBy(pieces, p => [p.zone]).values()].map(own => own.reduce((a, b) => (b.area > a.area ? b : a)));
  const stays = piece => piece.hasSite || largest.includes(piece);
  const ownerOf = (piece, i) => {
    if (stays(piece)) return piece.zone;
    const beside = [...borders[i]].filter(([j]) => stays(pieces[j])).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (beside.length > 0) return pieces[beside[0][0]].zone;
    return piece.area < crumb ? null : piece.zone;
  };
  const owned = topology.objects.pieces.geometries.map((cell, i) => ({ zone: ownerOf(pieces[i], i), cell })).filter(c => c.zone);
  const byCode = (a, b) => (a.zone.code < b.zone.code ? -1 : 1);
  return mergeByZone(topology, owned).sort(byCode).map(({ zone, merged }) => ({ ...merged, properties: { code: zone.code } }));
}

const collection = features => ({ territories: { type: 'FeatureCollection', features } });

/** A multipolygon, or a polygon where it is only one; outer rings clockwise and holes the other way, as d3 wants them. */
function tidy({ coordinates }) {
  const wind = (ring, i) => (signedArea(ring) > 0 === (i === 0) ? ring : ring.toReversed());
  const polygons = coordinates.map(polygon => polygon.map(wind));
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons };
}

/** Contours of the zones, GeoJSON features with the property `code`, in order of code; neighbours share the points of their border. */
export function makeContours(zones) {
  const topology = simplify(presimplify(topologyOf(collection(joinPieces(makePieces(zones))))), detail);
  return feature(topology, topology.objects.territories).features.map(shape => ({ ...shape, geometry: tidy(shape.geometry) }));
}

/** Writes features as TopoJSON on a grid of 0.001 degrees. */
export function writeContours(path, features) {
  const topology = topologyOf(collection(features));
  const translate = topology.bbox.slice(0, 2).map(least => Number((Math.floor(least / grid) * grid).toFixed(3)));
  delete topology.bbox;
  writeFileSync(path, JSON.stringify(quantize(topology, { scale: [grid, grid], translate })) + '\n');
}
