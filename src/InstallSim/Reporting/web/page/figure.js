// One figure: chooses the specification for language and width, draws it as SVG, and follows what the reader chooses.
import { expressionInterpreter } from 'vega-interpreter';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { historyRows, panelRows, territoryRows, trajectoryRows } from './data.js';
import { saveFigure } from './save.js';
import { tooltip } from './tooltip.js';

const NARROW = 340;
const WIDE = 760;
const WIDEST_NARROW = 560;

/** Datasets that a choice brings in, and which choices. */
const ROWS = {
  trajectories: { depends: ['indicator'], make: (data, { indicator }) => trajectoryRows(data, indicator) },
  territories: { depends: ['scenario', 'year'], make: (data, { scenario, year }) => territoryRows(data, scenario, year) },
  last: { depends: ['scenario'], make: (data, { scenario }) => territoryRows(data, scenario, data.years.at(-1)) },
  panels: { depends: [], make: (data) => panelRows(data) },
  history: { depends: ['territory', 'scenario'], make: (data, { territory, scenario }) => historyRows(data, territory, scenario) },
};

/** Parameters that follow the choices. */
const PARAMS = {
  scenario: (data, state) => state.scenario,
  year: (data, state) => state.year,
  territory: (data, state) => state.territory,
  territoryName: (data, state) => data.territories.names[data.territories.codes.indexOf(state.territory)] ?? '',
  suffix: (data, state) => (data.indicators.find((i) => i.name === state.indicator)?.scale === 100 ? data.config[state.language].locale.number.percent : ''),
  colour: (data, state) => {
    const light = data.scenarios.find((s) => s.name === state.scenario).colour;
    return state.dark ? data.dark[light] : light;
  },
};

export class FigureView {
  #data;
  #view = null;
  #drawn = '';
  #shown = null;
  #choose = () => {};
  #visible = false;
  #state = null;

  constructor(figure, data, element) {
    this.figure = figure;
    this.element = element;
    this.#data = data;
    this.chart = element.querySelector('.chart');
    for (const button of element.querySelectorAll('[data-save]')) {
      button.addEventListener('click', () => saveFigure(button.dataset.save, this, this.#state));
    }
  }

  get data() {
    return this.#data;
  }

  /** Draws only once the figure is near the window. */
  watch() {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((e) => e.isIntersecting)) {
        observer.disconnect();
        this.#visible = true;
        this.show(this.#state);
      }
    }, { rootMargin: '600px' });
    observer.observe(this.element);
  }

  show(state) {
    this.#state = { ...state };
    this.#setWords(state);
    if (this.#visible) {
      this.#draw(state);
    }
  }

  /** Draws in light colours at the width of paper, at once. */
  print(state) {
    this.#draw({ ...state, dark: false }, WIDE);
  }

  /** Title, subtitle and description for what is chosen. */
  words(state) {
    const words = this.figure.words[state.language];
    return words[''] ?? words[this.figure.choice === 'Indicator' ? state.indicator : state.scenario];
  }

  /** The specification with its data, for a width. */
  specification(state, width) {
    const spec = structuredClone(this.figure.specifications[`${state.language}-${width}`]);
    spec.config = this.#data.config[state.language];
    for (const name of Object.keys(spec.datasets ?? {})) {
      spec.datasets[name] = ROWS[name]?.make(this.#data, state) ?? this.#data.pool[spec.datasets[name]];
    }
    for (const param of spec.params ?? []) {
      param.value = PARAMS[param.name]?.(this.#data, state) ?? param.value;
    }
    return spec;
  }

  /** Tells what a click on a territory does. */
  onChoose(choose) {
    this.#choose = choose;
  }

  #setWords(state) {
    const [title, subtitle, description] = this.words(state);
    for (const [part, text] of Object.entries({ title, subtitle, description })) {
      const span = this.element.querySelector(`[data-part="${part}"] [lang="${state.language}"]`);
      span.textContent = text;
    }
    this.chart.setAttribute('aria-label', description);
  }

  #draw(state, width = this.element.clientWidth > WIDEST_NARROW ? WIDE : NARROW) {
    const key = JSON.stringify([state.language, state.dark, width]);
    if (key === this.#drawn) {
      this.#follow(state);
      return;
    }
    this.#drawn = key;
    this.#shown = { ...state };
    this.#view?.finalize();
    const spec = this.specification(state, width);
    this.#view = new View(parse(compile(state.dark ? recolour(spec, this.#data.dark) : spec).spec, null, { ast: true }), {
      renderer: 'svg', container: this.chart, expr: expressionInterpreter, hover: true, tooltip, logLevel: 1,
    });
    this.#view.addEventListener('click', (_, item) => item?.datum?.code && this.#choose(item.datum.code));
    this.#view.run();
    const svg = this.chart.querySelector('svg');
    svg.setAttribute('aria-hidden', 'true');
    svg.style.maxWidth = `${Math.round(width * 1.25)}px`;
  }

  /** Brings what is drawn up to date with new choices, without drawing from scratch. */
  #follow(state) {
    const spec = this.figure.specifications[`${state.language}-${NARROW}`];
    const changed = (names) => names.some((name) => state[name] !== this.#shown[name]);
    for (const { name } of spec.params ?? []) {
      if (PARAMS[name]) {
        this.#view.signal(name, PARAMS[name](this.#data, state));
      }
    }
    for (const name of Object.keys(spec.datasets ?? {})) {
      if (ROWS[name] && changed(ROWS[name].depends)) {
        this.#view.data(name, ROWS[name].make(this.#data, state));
      }
    }
    this.#shown = { ...state };
    this.#view.run();
  }
}

/** Datasets without colours, which are large. */
const COLOURLESS = new Set(['shapes', 'territories', 'last', 'panels', 'history', 'trajectories']);

/** The same specification with every colour in its dark form. */
function recolour(value, dark) {
  if (typeof value === 'string') {
    return dark[value] ?? value;
  }
  if (Array.isArray(value)) {
    return value.map((v) => recolour(v, dark));
  }
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, COLOURLESS.has(k) ? v : recolour(v, dark)])) : value;
}
