// Elements, and the formats of what stands in them. Text is only ever set as text.

/** h('a', { href: '#/', class: 'x', onclick: f }, 'text', child, null) */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }

  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

const shown = new WeakMap();

/** Fills an element anew where its data has changed, and keeps the focus on what has the same data-key. */
export function fill(element, data, render) {
  const key = JSON.stringify(data) ?? '';
  if (shown.get(element) === key) {
    return;
  }

  shown.set(element, key);
  const focused = element.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  element.replaceChildren(...[render(data)].flat().filter(child => child !== null));
  if (focused !== undefined) {
    element.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const digits = new Intl.NumberFormat('en-US');

export const number = value => digits.format(value);

/** 14:03:59, with the day before it where that is not today. */
export function time(text) {
  const at = new Date(text);
  const label = at.toDateString() === new Date().toDateString()
    ? clock.format(at)
    : `${day.format(at)} ${clock.format(at)}`;
  return h('time', { datetime: text, title: at.toISOString() }, label);
}

export function duration(ms) {
  if (ms === undefined) {
    return '';
  }

  return ms < 10_000 ? `${ms < 100 ? ms.toFixed(1) : number(Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export function count(value, one, many) {
  return `${number(value)} ${value === 1 ? one : many ?? `${one}s`}`;
}

export function bytes(value) {
  return value < 1024 ? count(value, 'byte') : `${number(Math.round(value / 1024))} KiB`;
}

export function chip(kind, text) {
  return h('span', { class: `chip ${kind}` }, text);
}

/** A table whose wide content scrolls within it, by keyboard too. */
export function table(label, columns, rows, empty) {
  if (rows.length === 0) {
    return h('p', { class: 'empty' }, empty);
  }

  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label },
    h('table', {},
      h('thead', {}, h('tr', {}, columns.map(([name, kind]) => h('th', { scope: 'col', class: kind }, name)))),
      h('tbody', {}, rows)));
}

export function cell(kind, ...children) {
  return h('td', { class: kind }, ...children);
}

export function section(title, ...children) {
  return h('section', { class: 'panel' }, h('h2', {}, title), ...children);
}

/** A button that copies, and says so for a moment. */
export function copyButton(text, label) {
  const button = h('button', {
    type: 'button', class: 'small', 'aria-label': `Copy ${label}`, 'data-key': `copy ${label}`,
    onclick: async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1200);
    },
  }, 'Copy');
  return button;
}
