// Lines of a log: JSON as a person would write it, everything else as it is.

import { h } from './dom.js';

const levels = {
  Warning: 'warn', warn: 'warn', Error: 'bad', fail: 'bad', Critical: 'bad', crit: 'bad',
};
const known = ['timestamp', 'level', 'category', 'message', 'requestId', 'RequestId'];

/** {"timestamp":"2026-11-23T03:20:46.934Z","level":"Warning","message":"...","Status":400} */
function parse(text) {
  if (!text.startsWith('{')) {
    return undefined;
  }

  try {
    const line = JSON.parse(text);
    return typeof line.message === 'string' ? line : undefined;
  } catch {
    return undefined;
  }
}

function lineOf(text) {
  const line = parse(text);
  if (line === undefined) {
    return [text, '\n'];
  }

  const rest = Object.entries(line)
    .filter(([name]) => !known.includes(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [
    h('span', { class: 'muted' }, `${String(line.timestamp ?? '').slice(11, 23)} `),
    h('span', { class: levels[line.level] ?? 'muted' }, `${line.level} `),
    line.message,
    rest.length === 0 ? '' : h('span', { class: 'muted' }, `  ${rest.join(' ')}`),
    '\n',
  ];
}

/** A block of lines that scrolls within itself, by keyboard too. */
export function logBlock(label, lines) {
  return h('pre', { tabindex: 0, role: 'region', 'aria-label': label, class: 'log', 'data-key': label },
    lines.flatMap(lineOf));
}

/** Runs what fills the log of an element anew: at its end it stays there, elsewhere where it was. */
export function keepPlace(element, refill) {
  const before = element.querySelector('pre');
  const top = before?.scrollTop ?? 0;
  const isAtEnd = before === null || before.scrollHeight - before.clientHeight - top < 10;
  refill();
  const after = element.querySelector('pre');
  if (after !== null && after !== before) {
    after.scrollTop = isAtEnd ? after.scrollHeight : top;
  }
}
