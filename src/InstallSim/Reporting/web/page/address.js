// What a reader chose, in the address: #SECTION&scenario=…&year=2035&lang=fr, so that a link opens the page as it was left.

/** Section and known choices of a hash; choices that this page does not offer are left out. */
export function readAddress(hash, data) {
  const [first, ...others] = hash.replace(/^#/, '').split('&').map(plain);
  const isSection = !first.includes('=');
  const given = Object.fromEntries((isSection ? others : [first, ...others]).map((pair) => pair.split(/=(.*)/s)));
  const offered = {
    lang: ['en', 'fr'], scenario: data.scenarios.map((s) => s.name), indicator: data.indicators.map((i) => i.name),
    year: data.years.map(String), territory: data.territories.codes, circles: ['1'],
  };
  const known = Object.fromEntries(Object.entries(given).filter(([name, value]) => offered[name]?.includes(value)));
  const { lang, year, circles, ...choices } = known;
  return {
    section: isSection ? first : '',
    choices: { ...choices, ...(lang && { language: lang }), ...(year && { year: Number(year) }), ...(circles && { circles: true }) },
  };
}

/** Puts the choices that differ from the first ones into the address, behind the section that it names. */
export function writeAddress(section, state, first) {
  const names = {
    language: 'lang', scenario: 'scenario', indicator: 'indicator', year: 'year', territory: 'territory', circles: 'circles',
  };
  const pairs = Object.entries(names).filter(([key]) => state[key] !== first[key])
    .map(([key, name]) => `${name}=${encodeURIComponent(key === 'circles' ? 1 : state[key])}`);
  const hash = [section, ...pairs].filter(Boolean).join('&');
  if (hash !== window.location.hash.slice(1)) {
    window.history.replaceState(null, '', `#${hash}`);
  }
}

function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
