// One figure: chooses the specification for language and width, draws it as SVG, and follows what the reader chooses.
import { expressionInterpreter } from 'vega-interpreter';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { MAKERS } from './maps.js';
import { saveFigure } from './save.js';
import { tooltip } from './tooltip.js';

const NARROW = 340;
const WIDE = 760;
const WIDEST_NARROW = 560;

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

  /** The specification with its rows, for a width. */
  specification(state, width) {
    const [number, rows] = this.#chosen(state, width);
    const spec = structuredClone(this.#data.specifications[number]);
    spec.config = this.#data.config;
    spec.datasets = Object.fromEntries(Object.keys(rows).map((name) => [name, this.#rows(spec, rows, name, state)]));
    for (const param of spec.params) {
      param.value = this.#signals(state)[param.name] ?? param.value;
    }
    return spec;
  }

  /** Number of the specification, and those of its rows by name, for what is chosen. */
  #chosen(state, width) {
    const form = this.figure.forms[`${state.language}-${width}${this.figure.circles && state.circles ? '-circles' : ''}`];
    return form[''] ?? form[this.figure.choice === 'Indicator' ? state.indicator : state.scenario];
  }

  #rows(spec, rows, name, state) {
    const follows = spec.usermeta?.follows[name];
    const made = this.#data.rows[rows[name]];
    return follows ? MAKERS[follows[0]](this.#data, state, made, follows.slice(1)) : made;
  }

  #signals(state) {
    const { codes, names } = this.#data.territories;
    return {
      territory: this.figure.choice === 'ScenarioYearTerritory' ? state.territory : '',
      territoryName: names[codes.indexOf(state.territory)] ?? '',
    };
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
    const key = JSON.stringify([state.language, state.dark, width, this.#chosen(state, width)[0]]);
    if (key === this.#drawn) {
      this.#follow(state, width);
      return;
    }
    this.#drawn = key;
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
    this.#shown = this.#given(state, width);
  }

  /** Brings what is drawn up to date with new choices, without drawing from scratch. */
  #follow(state, width) {
    const given = this.#given(state, width);
    const [number, rows] = this.#chosen(state, width);
    const spec = this.#data.specifications[number];
    for (const [name, what] of Object.entries(given)) {
      if (what !== this.#shown[name]) {
        const made = this.#rows(spec, rows, name, state);
        this.#view.data(name, state.dark ? recolour(made, this.#data.dark) : made);
      }
    }
    for (const { name } of spec.params) {
      if (name in this.#signals(state)) {
        this.#view.signal(name, this.#signals(state)[name]);
      }
    }
    this.#shown = given;
    this.#view.run();
  }

  /** What each dataset was made from: when that stays the same, so do its rows. */
  #given(state, width) {
    const [number, rows] = this.#chosen(state, width);
    const follows = this.#data.specifications[number].usermeta?.follows ?? {};
    const chosen = JSON.stringify([state.scenario, state.year]);
    const own = {
      map: ([, scenario, year]) => (scenario && year ? '' : chosen),
      year: () => state.year,
      history: () => chosen + state.territory,
    };
    return Object.fromEntries(Object.entries(rows).map(([name, n]) => {
      const [maker, ...given] = follows[name] ?? [];
      return [name, `${n} ${maker ? own[maker](given) : ''}`];
    }));
  }
}

/** The same with every colour in its dark form; coordinates have none. */
function recolour(value, dark) {
  if (typeof value === 'string') {
    return dark[value] ?? value;
  }
  if (Array.isArray(value)) {
    return value.map((v) => recolour(v, dark));
  }
  return value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, k === 'geometry' ? v : recolour(v, dark)]))
    : value;
}
