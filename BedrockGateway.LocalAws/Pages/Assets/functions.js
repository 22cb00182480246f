// Functions: their state, an event to send, what was invoked, and one invocation whole.

import * as data from './data.js';
import { cell, chip, count, duration, fill, h, section, table, time } from './dom.js';
import { editor } from './editor.js';
import { invocationPanel, resultChip } from './invocation.js';
import { keepPlace, logBlock } from './log.js';

const states = {
  ready: ['good', 'ready'],
  busy: ['info', 'busy'],
  failed: ['bad', 'cannot start'],
  gone: ['warn', 'no process'],
  absent: ['warn', 'no process yet'],
};

const address = (...parts) => `#/functions/${parts.map(encodeURIComponent).join('/')}`;

export function functionsView(main, look) {
  let name;
  let id;

  const strip = h('nav', { class: 'strip', 'aria-label': 'Functions' });
  const advice = h('div', { class: 'advice' });
  const list = h('div', {});
  const log = h('div', {});
  const sender = editor(started => { location.hash = address(name, started); });
  const panel = invocationPanel({
    onReplayed: started => { location.hash = address(name, started); },
    onEdit: (from, text) => sender.edit(name, from, text),
  });
  const body = h('div', {},
    h('div', { class: 'columns' },
      h('div', {}, section('Send an event', advice, sender.element), section('Invocations', list)),
      panel.element),
    section('Log', log));
  main.replaceChildren(h('h2', { class: 'hidden' }, 'Functions'), strip, body);

  return {
    go([of, invocation]) {
      name = of;
      id = invocation;
    },

    async load() {
      const all = await data.functions();
      name = name ?? all[0]?.name;
      if (name === undefined) {
        return { all };
      }

      const detail = await data.functionDetail(name);
      const shownId = id ?? detail.invocations[0]?.requestId;
      return { all, detail, shown: shownId === undefined ? undefined : await panel.load(shownId) };
    },

    show({ all, detail, shown }) {
      fill(strip, [all, name], () => all.map(one => card(one, one.name === name)));
      body.hidden = detail === undefined;
      if (detail === undefined) {
        fill(strip, [], () => h('p', { class: 'empty' }, 'No function is deployed yet.'));
        return;
      }

      sender.show(name);
      fill(advice, [detail.function.state, detail.function.initError], () => adviceOn(detail.function));
      fill(list, [detail.invocations, shown?.invocation.requestId], () =>
        invocationTable(name, detail.invocations, shown?.invocation.requestId));
      keepPlace(log, () => fill(log, detail.log, logOf));
      panel.show(shown);
    },
  };

  function card(one, isCurrent) {
    const [kind, text] = states[one.state];
    return h('a', { href: address(one.name), 'aria-current': isCurrent ? 'true' : null, 'data-key': one.name },
      h('span', { class: 'line' }, h('strong', {}, one.name), chip(kind, text)),
      h('span', { class: 'muted' }, [
        one.handler,
        `${one.memoryMegabytes} MB`,
        `${one.timeoutSeconds} s`,
        one.running > 0 ? `${one.running} running` : null,
        one.waiting > 0 ? `${one.waiting} waiting` : null,
        count(one.invocations, 'invocation'),
      ].filter(part => part).join(' · ')));
  }
}

function adviceOn(one) {
  if (one.state === 'failed') {
    return h('p', {}, `The last process could not start: ${one.initError}`);
  }

  return one.state === 'ready' || one.state === 'busy' ? null : h('p', {},
    'No process polls for this function, so that an event waits until the function times out. Start one with ',
    h('code', {}, `AWS_LAMBDA_RUNTIME_API=${one.runtimeApi}`), '.');
}

function invocationTable(name, invocations, shownId) {
  return table('Invocations', [['Time'], ['Event'], ['Result'], ['Duration', 'number'], ['Init', 'number wide']],
    invocations.map(one => h('tr', { class: one.requestId === shownId ? 'current' : null },
      cell('', time(one.receivedAt)),
      cell('grow', h('a', {
        href: address(name, one.requestId), 'data-key': one.requestId,
        'aria-current': one.requestId === shownId ? 'true' : null,
      }, one.title)),
      cell('', resultChip(one)),
      cell('number', duration(one.durationMs)),
      cell('number wide', duration(one.initMs)))),
    'Nothing was invoked yet.');
}

function logOf(lines) {
  return lines.length === 0
    ? h('p', { class: 'empty' }, 'Nothing yet. The lines of functions that the app host runs are shown here.')
    : logBlock('Log of the function', lines.map(line => line.text));
}
