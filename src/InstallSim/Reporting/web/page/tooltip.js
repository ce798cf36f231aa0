// The tooltip: names and values as text, never as markup.

/** Vega's tooltip handler: shows the lines `name: value` of a row. */
export function tooltip(handler, event, item, value) {
  const box = document.getElementById('tooltip');
  if (value == null || value === '') {
    box.hidden = true;
    return;
  }
  const list = document.createElement('dl');
  for (const line of String(value).split('\n')) {
    const [name, text] = line.split(/\u00a0?: (.*)/s);
    const dt = document.createElement('dt');
    const dd = document.createElement('dd');
    dt.textContent = name;
    dd.textContent = text ?? '';
    list.append(dt, dd);
  }
  box.replaceChildren(list);
  box.hidden = false;
  const { width, height } = box.getBoundingClientRect();
  box.style.left = `${Math.max(4, Math.min(event.clientX + 14, window.innerWidth - width - 4))}px`;
  box.style.top = `${event.clientY + 18 + height > window.innerHeight ? event.clientY - height - 12 : event.clientY + 18}px`;
}
