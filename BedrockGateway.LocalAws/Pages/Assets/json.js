// JSON in colours: names, texts, and the rest. What is no JSON stays as it is.

import { h } from './dom.js';

const part = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b/g;

export function json(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(part)) {
    const kind = match[2] !== undefined ? 'name' : match[1] !== undefined ? 'text' : 'word';
    const what = match[1] ?? match[0];
    parts.push(text.slice(end, match.index), h('span', { class: kind }, what));
    end = match.index + what.length;
  }

  return [...parts, text.slice(end)];
}

/** A block of text that scrolls within itself, by keyboard too. */
export function block(label, content) {
  return h('pre', { tabindex: 0, role: 'region', 'aria-label': label }, content);
}
