// One invocation: what went in, what came out, what was logged.

import * as data from './data.js';
import { bytes, chip, copyButton, duration, fill, h, time } from './dom.js';
import { block, json } from './json.js';
import { logBlock } from './log.js';

export function resultChip(one) {
  switch (one.status) {
    case 'waiting': return chip('warn', 'waiting');
    case 'running': return chip('info', 'running');
    case 'error': return chip('bad', 'error');
    case 'timeout': return chip('bad', 'timed out');
    default: return one.httpStatus === undefined
      ? chip('good', 'ok')
      : chip(one.httpStatus < 400 ? 'good' : one.httpStatus < 500 ? 'warn' : 'bad', `${one.httpStatus}`);
  }
}

export function invocationPanel({ onReplayed, onEdit }) {
  const ended = new Map();
  const status = h('div', { role: 'status' });
  const event = h('div', {});
  const reply = h('div', {});
  const log = h('div', {});
  const problem = h('p', { class: 'problem', role: 'alert' });
  const content = h('div', {}, status, problem, event, reply, log);
  const none = h('p', { class: 'empty' }, 'Send an event, or choose an invocation.');
  const element = h('section', { class: 'panel detail' }, h('h2', {}, 'Invocation'), none, content);

  return {
    element,

    /** What has ended does not change any more, but for lines that come late. */
    async load(id) {
      const known = ended.get(id);
      if (known !== undefined && Date.now() - known.endedAt > 3000) {
        return known.seen;
      }

      const seen = await data.invocation(id);
      if (!['waiting', 'running'].includes(seen.invocation.status)) {
        ended.set(id, { seen, endedAt: known?.endedAt ?? Date.now() });
      }

      return seen;
    },

    show(seen) {
      none.hidden = seen !== undefined;
      content.hidden = seen === undefined;
      if (seen === undefined) {
        return;
      }

      fill(status, seen.invocation, () => head(seen));
      fill(event, [seen.invocation.requestId, seen.event], () => payload('Event', seen.event));
      fill(reply, [seen.invocation.requestId, seen.reply], () => payload('Reply', seen.reply));
      fill(log, [seen.invocation.requestId, seen.log, seen.report], () => logOf(seen));
    },
  };

  function head(seen) {
    const one = seen.invocation;
    problem.textContent = '';
    return [
      h('p', { class: 'line title' }, h('strong', {}, one.title), resultChip(one)),
      h('dl', { class: 'facts' },
        fact('Received', time(one.receivedAt)),
        one.durationMs === undefined ? null : fact('Duration', duration(one.durationMs)),
        one.initMs === undefined ? null : fact('Init', duration(one.initMs)),
        fact('Request id', h('code', {}, one.requestId))),
      h('div', { class: 'buttons' },
        h('button', { type: 'button', 'data-key': 'replay', onclick: () => again(one.requestId) }, 'Replay'),
        h('button', {
          type: 'button', 'data-key': 'edit', disabled: seen.event.isCut,
          onclick: () => onEdit(one.requestId, seen.event.text),
        }, 'Edit and send')),
    ];
  }

  async function again(id) {
    try {
      onReplayed((await data.replay(id)).requestId);
    } catch (failure) {
      problem.textContent = failure.message;
    }
  }
}

function fact(name, value) {
  return h('div', {}, h('dt', {}, name), h('dd', {}, value));
}

function payload(title, one) {
  const head = h('div', { class: 'line' },
    h('h3', {}, title),
    one === undefined ? null : h('span', { class: 'muted' }, one.isCut ? `${bytes(one.bytes)}, cut` : bytes(one.bytes)),
    one === undefined ? null : copyButton(one.text, title.toLowerCase()));
  if (one === undefined) {
    return [head, h('p', { class: 'empty' }, 'None yet.')];
  }

  const whole = block(title, json(one.text));
  return one.body === undefined
    ? [head, whole]
    : [
      head,
      block(`Body of the ${title.toLowerCase()}`, json(one.body)),
      h('details', {}, h('summary', {}, `Whole ${title.toLowerCase()}`), whole),
    ];
}

// Lambda's own lines stand around the function's, as in its log.
function logOf(seen) {
  const [start, ...end] = (seen.report ?? '').trimEnd().split('\n');
  const lines = [start, ...seen.log.map(line => line.text), ...end].filter(line => line !== '');
  return [
    h('div', { class: 'line' }, h('h3', {}, 'Log')),
    lines.length === 0 ? h('p', { class: 'empty' }, 'None yet.') : logBlock('Log of the invocation', lines),
  ];
}
