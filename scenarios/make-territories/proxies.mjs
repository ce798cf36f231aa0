// Rules that stand in for variables that no package publishes; check-proxies.mjs compares them with the real columns.
import { groupBy, kilometres, mean, people } from './communes.mjs';

const detour = 1.3; // road over great-circle distance, ASSUMPTION
const kilometresPerHour = 50; // one speed for all, ASSUMPTION

const minutes = km => (km * detour * 60) / kilometresPerHour;
const clamp = x => Math.min(1, Math.max(0, x));

/** 0 at `zero`, 1 at `one`, straight in the logarithm between them, never outside 0–1. */
const logScale = (x, zero, one) => clamp(Math.log(x / zero) / Math.log(one / zero));

/** People-weighted mean, over the communes of a zone, of the minutes to the nearest of some towns. */
function minutesTo(zone, towns) {
  const nearest = c => {
    let best = Infinity;
    for (const t of towns) {
      const isNearByLatitude = Math.abs(c.place.latitude - t.place.latitude) * 111 < best; // a degree is 111.2 km
      if (isNearByLatitude) best = Math.min(best, kilometres(c.place, t.place));
    }
    return minutes(best);
  };
  return mean(zone.members, nearest, people);
}

const reach = 45; // minutes
const bandHeight = reach / 60 * kilometresPerHour / detour / 111; // degrees; a degree is 111.2 km
const bandOf = place => Math.floor(place.latitude / bandHeight);

/** The communes by band of latitude, each as high as 45 minutes reach. */
export const byLatitude = communes => groupBy(communes, c => [bandOf(c.place)]);

function peopleInReach(zone, bands) {
  const band = bandOf(zone.place);
  let sum = 0;
  for (const c of [band - 1, band, band + 1].flatMap(b => bands.get(b) ?? [])) {
    if (minutes(kilometres(c.place, zone.place)) <= reach) sum += c.population;
  }
  return sum;
}

/** Real quantities of a zone on which the rules rest. */
export function measure(zone, bands, towns) {
  return {
    mainTownPopulation: zone.main.population,
    mainTownShare: zone.main.population / zone.population,
    population45min: peopleInReach(zone, bands),
    minutesTo20k: minutesTo(zone, towns.of20k),
    minutesTo100k: minutesTo(zone, towns.of100k),
    minutesToHospital: minutesTo(zone, towns.hospitals),
  };
}

/** Urban: a main town of 30,000, or one of 5,000 that holds half the people. Rural: 45 minutes from a town of 20,000, none of 5,000. */
export function areaType(m) {
  if (m.mainTownPopulation >= 30_000 || (m.mainTownPopulation >= 5_000 && m.mainTownShare >= 0.5)) return 'urban';
  return m.minutesTo20k >= 45 && m.mainTownPopulation < 5_000 ? 'rural' : 'periurban';
}

/** 0 best – 1 worst: few people around, and a small main town. */
export const poorlyEquipped = m =>
  (logScale(m.population45min, 300_000, 50_000) + logScale(m.mainTownPopulation, 8_000, 1_000)) / 2;

/** 0 (a metropolis) – 1: few people, so few jobs, within 45 minutes. */
export const partnerJobsLimited = m => logScale(m.population45min, 2_000_000, 60_000);

/** 1 in a town of 20,000, 0 an hour away: choice of schools. */
export const schools = m => 1 - clamp(m.minutesTo20k / 60);
