// What a reader may choose for a figure. Each control sets the state of the whole page, so that figures stay together.

const WORDS = {
  en: {
    indicator: 'Outcome', scenario: 'Policy', year: 'Year', play: 'Play', pause: 'Pause', territory: 'Territory',
    circles: 'Circles by population', hint: 'Click a territory to see its own course.',
  },
  fr: {
    indicator: 'Indicateur', scenario: 'Mesure', year: 'Année', play: 'Lecture', pause: 'Pause', territory: 'Territoire',
    circles: 'Cercles selon la population', hint: 'Cliquer sur un territoire montre sa propre évolution.',
  },
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
    const options = data.scenarios.filter((s) => s.name !== data.baseline).map((s) => [s.name, s.title[state.language]]);
    select(box, 'scenario', words.scenario, options, state.scenario, (scenario) => update({ scenario }));
  }
  if (view.figure.circles) {
    tick(box, 'circles', words.circles, state.circles, (circles) => update({ circles }));
  }
  if (choice === 'ScenarioYearTerritory') {
    const { codes, names } = data.territories;
    const options = codes.map((code, i) => [code, names[i]]).sort((a, b) => a[1].localeCompare(b[1], state.language));
    select(box, 'territory', words.territory, options, state.territory, (territory) => update({ territory }));
    if (data.years.length > 1) {
      slider(box, words, data.years, state, update);
    }
    hint(box, words.hint);
  }
}

function tick(box, name, text, value, change) {
  let element = box.querySelector(`input[name="${name}"]`);
  if (!element) {
    const wrap = document.createElement('label');
    wrap.className = 'tick';
    element = Object.assign(document.createElement('input'), { type: 'checkbox', name });
    element.addEventListener('change', () => change(element.checked));
    wrap.append(element, document.createElement('span'));
    box.append(wrap);
  }
  element.checked = value;
  element.nextSibling.textContent = text;
}

function hint(box, text) {
  let line = box.querySelector('.hint');
  if (!line) {
    line = document.createElement('p');
    line.className = 'hint';
    box.append(line);
  }
  line.textContent = text;
}

function slider(box, words, years, state, update) {
  let wrap = box.querySelector('.year');
  if (!wrap) {
    wrap = document.createElement('div');
    wrap.className = 'year';
    const label = document.createElement('label');
    const name = document.createElement('span');
    const range = Object.assign(document.createElement('input'), {
      type: 'range', name: 'year', min: years[0], max: years.at(-1), step: 1,
    });
    range.addEventListener('input', () => update({ year: Number(range.value) }));
    label.append(name, range);
    const play = Object.assign(document.createElement('button'), { type: 'button', name: 'play' });
    play.addEventListener('click', () => toggle(play, years, range, update));
    wrap.append(play, label, document.createElement('output'));
    box.append(wrap);
  }
  wrap.querySelector('span').textContent = words.year;
  wrap.querySelector('input').value = state.year;
  wrap.querySelector('output').textContent = state.year;
  const play = wrap.querySelector('button');
  play.dataset.play = words.play;
  play.dataset.pause = words.pause;
  play.textContent = play.timer ? words.pause : words.play;
}

function toggle(play, years, range, update) {
  if (play.timer) {
    stop();
    return;
  }
  let t = Number(range.value) >= years.at(-1) ? 0 : years.indexOf(Number(range.value));
  play.textContent = play.dataset.pause;
  play.timer = setInterval(step, 600);
  step();

  function step() {
    update({ year: years[t] });
    t += 1;
    if (t === years.length) {
      stop();
    }
  }

  function stop() {
    clearInterval(play.timer);
    play.timer = null;
    play.textContent = play.dataset.play;
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
  if (element.parentElement.firstChild.textContent !== label) {
    element.parentElement.firstChild.textContent = label;
    element.replaceChildren(...options.map(([v, text]) => new Option(text, v)));
  }
  element.value = value;
}
