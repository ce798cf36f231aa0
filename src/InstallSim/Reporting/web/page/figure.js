// One figure: chooses the specification for language and width, draws it as SVG, and follows what the reader chooses.
import { expressionInterpreter } from 'vega-interpreter';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { trajectoryRows } from './data.js';
import { saveFigure } from './save.js';
import { tooltip } from './tooltip.js';

const NARROW = 340;
const WIDE = 760;
const WIDEST_NARROW = 560;

export class FigureView {
  #data;
  #view = null;
  #drawn = '';
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
      spec.datasets[name] = this.#rows(name, state) ?? this.#data.pool[spec.datasets[name]];
    }
    for (const param of spec.params ?? []) {
      if (param.name === 'scenario') {
        param.value = state.scenario;
      } else if (param.name === 'year') {
        param.value = state.year;
      } else if (param.name === 'suffix') {
        const scale = this.#data.indicators.find((i) => i.name === state.indicator)?.scale;
        param.value = scale === 100 ? this.#data.config[state.language].locale.number.percent : '';
      }
    }
    return spec;
  }

  #rows(name, state) {
    return name === 'trajectories' ? trajectoryRows(this.#data, state.indicator) : null;
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
    const key = JSON.stringify([state, width]);
    if (key === this.#drawn) {
      return;
    }
    this.#drawn = key;
    this.#view?.finalize();
    const spec = state.dark ? recolour(this.specification(state, width), this.#data.dark) : this.specification(state, width);
    this.#view = new View(parse(compile(spec).spec, null, { ast: true }), {
      renderer: 'svg', container: this.chart, expr: expressionInterpreter, hover: true, tooltip, logLevel: 1,
    });
    this.#view.run();
    const svg = this.chart.querySelector('svg');
    svg.setAttribute('aria-hidden', 'true');
    svg.style.maxWidth = `${Math.round(width * 1.25)}px`;
  }
}

/** The same specification with every colour in its dark form. */
function recolour(value, dark) {
  if (typeof value === 'string') {
    return dark[value] ?? value;
  }
  if (Array.isArray(value)) {
    return value.map((v) => recolour(v, dark));
  }
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, recolour(v, dark)])) : value;
}
