// The report page: unpacks its data, draws the figures, and answers to language, theme, choices, saving and printing.
import { readAddress, writeAddress } from './address.js';
import { unpack } from './data.js';
import { fillControls } from './controls.js';
import { FigureView } from './figure.js';
import { downloadTable } from './save.js';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

async function start() {
  const data = await unpack(document.getElementById('data').textContent);
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 13px Inter`)));
  const first = {
    language: document.documentElement.lang, scenario: data.scenario, indicator: data.indicator, year: data.years.at(-1),
    territory: data.territory, circles: false,
  };
  const state = { ...first, dark: dark.matches };
  let section = '';
  const views = data.figures.map((figure) => new FigureView(figure, data, document.querySelector(`[data-figure="${figure.id}"]`)));

  const update = (change) => {
    Object.assign(state, change);
    document.documentElement.lang = state.language;
    for (const button of document.querySelectorAll('.languages button')) {
      button.setAttribute('aria-pressed', String(button.dataset.lang === state.language));
    }
    paintCards(data, state);
    for (const view of views) {
      fillControls(view, state, update);
      view.show(state);
    }
    writeAddress(section, state, first);
  };
  const follow = () => {
    const address = readAddress(window.location.hash, data);
    section = document.getElementById(address.section) ? address.section : '';
    // A link to a section of this page leaves what was chosen; one with choices brings its own.
    update(Object.keys(address.choices).length > 0 ? { ...first, ...address.choices } : {});
    if (section) {
      document.getElementById(section).scrollIntoView();
    }
  };

  views.forEach((view) => view.onChoose((territory) => update({ territory })));
  for (const button of document.querySelectorAll('.languages button')) {
    button.addEventListener('click', () => update({ language: button.dataset.lang }));
  }
  for (const button of document.querySelectorAll('[data-csv]')) {
    button.addEventListener('click', () => downloadTable(button.dataset.csv, data, state));
  }
  dark.addEventListener('change', () => update({ dark: dark.matches }));
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('#findings details:not([open], .save)')];
    opened.forEach((details) => { details.open = true; });
    paintCards(data, { ...state, dark: false });
    views.forEach((view) => view.print(state));
  });
  window.addEventListener('afterprint', () => {
    opened.forEach((details) => { details.open = false; });
    update({});
  });
  let width = window.innerWidth;
  window.addEventListener('resize', () => {
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      views.forEach((view) => view.show(state));
    }
  });
  follow();
  window.addEventListener('hashchange', follow);
  views.forEach((view) => view.watch());
  markSections();
  document.documentElement.dataset.ready = 'true';
}

/** Marks the section that is being read in the list of contents. */
function markSections() {
  const links = new Map([...document.querySelectorAll('.contents a')].map((link) => [link.hash.slice(1), link]));
  const inside = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      inside[isIntersecting ? 'add' : 'delete'](target.id);
    }
    const now = [...links.keys()].findLast((id) => inside.has(id));
    for (const [id, link] of links) {
      link.toggleAttribute('aria-current', id === now);
    }
  }, { rootMargin: '-15% 0px -75% 0px' });
  for (const id of links.keys()) {
    observer.observe(document.getElementById(id));
  }
}

function paintCards(data, state) {
  for (const card of document.querySelectorAll('[data-colour]')) {
    const colour = card.dataset.colour;
    card.style.setProperty('--colour', state.dark ? data.dark[colour] : colour);
  }
}

start();
