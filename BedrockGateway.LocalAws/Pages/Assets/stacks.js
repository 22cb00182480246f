// CloudFormation: stacks with their outputs, resources and history, as it happens.

import * as data from './data.js';
import { cell, chip, copyButton, count, fill, h, section, table, time } from './dom.js';

export function stacksView(main) {
  let id;
  const strip = h('nav', { class: 'strip', 'aria-label': 'Stacks' });
  const outputs = h('div', {});
  const resources = h('div', {});
  const events = h('div', {});
  const body = h('div', {},
    section('Outputs', outputs),
    h('div', { class: 'columns' }, section('Resources', resources), section('Events', events)));
  main.replaceChildren(h('h2', { class: 'hidden' }, 'Stacks'), strip, body);

  return {
    go([of]) { id = of; },

    async load() {
      const all = await data.stacks();
      const wanted = id ?? (all.find(one => one.status !== 'DELETE_COMPLETE') ?? all[0])?.id;
      return { all, wanted, seen: wanted === undefined ? undefined : await data.stack(wanted) };
    },

    show({ all, wanted, seen }) {
      fill(strip, [all, wanted], () => all.length === 0
        ? h('p', { class: 'empty' }, 'No stack was made yet.')
        : all.map(one => card(one, one.id === wanted)));
      body.hidden = seen === undefined;
      if (seen !== undefined) {
        fill(outputs, seen.outputs, outputsOf);
        fill(resources, seen.resources, resourcesOf);
        fill(events, seen.events, eventsOf);
      }
    },
  };
}

function status(text, reason) {
  const kind = [[/FAILED|ROLLBACK/, 'bad'], [/IN_PROGRESS/, 'info'], [/DELETE/, 'warn'], [/./, 'good']]
    .find(([pattern]) => pattern.test(text))[1];
  return [chip(kind, text), reason === undefined ? null : h('span', { class: 'reason' }, reason)];
}

function card(one, isCurrent) {
  return h('a', {
    href: `#/stacks/${encodeURIComponent(one.id)}`, 'aria-current': isCurrent ? 'true' : null, 'data-key': one.id,
  },
    h('span', { class: 'line' }, h('strong', {}, one.name), status(one.status, one.reason)),
    h('span', { class: 'muted' }, `${count(one.resources, 'resource')} · `, time(one.updatedAt ?? one.createdAt)));
}

function outputsOf(all) {
  return table('Outputs', [['Name'], ['Value'], ['Copy']],
    all.map(one => h('tr', {},
      cell('', one.key, one.description === undefined ? null : h('span', { class: 'reason' }, one.description)),
      cell('grow', h('code', {}, one.value)),
      cell('', copyButton(one.value, one.key)))),
    'This stack has no outputs.');
}

function resourcesOf(all) {
  return table('Resources', [['Name'], ['Status']],
    all.map(one => h('tr', {},
      cell('grow', one.logicalId,
        h('span', { class: 'reason' }, one.type), h('span', { class: 'reason id' }, one.physicalId)),
      cell('', status(one.status, one.reason)))),
    'This stack has no resources.');
}

function eventsOf(all) {
  return table('Events', [['Time'], ['What'], ['Status']],
    all.map(one => h('tr', {},
      cell('', time(one.at)),
      cell('grow', one.logicalId, h('span', { class: 'reason' }, one.type)),
      cell('', status(one.status, one.reason)))),
    'Nothing has happened yet.');
}
