// What a reader may choose for a figure. Each control sets the state of the whole page, so that figures stay together.

const WORDS = {
  en: { indicator: 'Outcome', scenario: 'Policy', year: 'Year', play: 'Play', pause: 'Pause', territory: 'Territory' },
  fr: { indicator: 'Indicateur', scenario: 'Mesure', year: 'Année', play: 'Lecture', pause: 'Pause', territory: 'Territoire' },
};

/** Makes the controls of a figure, or brings them up to date. */
export function fillControls(view, state, update) {
  const box = view.element.querySelector('.controls');
  const words = WORDS[state.language];
  const { choice } = view.figure;
  const data = view.data;
  if (choice === 'Indicator') {
    const options = data.indicators.map((i) => [i.name, i[state.language]]);
    select(box, 'indicator', words.indicator, options, state.indicator, (indicator) => update({ indicator }));
  } else if (choice !== 'None' && data.scenarios.length > 1) {
    const options = data.scenarios.filter((s) => s.name !== data.baseline).map((s) => [s.name, s.title]);
    select(box, 'scenario', words.scenario, options, state.scenario, (scenario) => update({ scenario }));
  }
}

function select(box, name, label, options, value, change) {
  let element = box.querySelector(`select[name="${name}"]`);
  if (!element) {
    const wrap = document.createElement('label');
    wrap.append(document.createElement('span'));
    element = document.createElement('select');
    element.name = name;
    element.addEventListener('change', () => change(element.value));
    wrap.append(element);
    box.append(wrap);
  }
  element.parentElement.firstChild.textContent = label;
  element.replaceChildren(...options.map(([v, text]) => new Option(text, v, false, v === value)));
}
