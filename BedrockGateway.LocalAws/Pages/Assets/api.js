// API Gateway: routes, usage plans with what is left of them, keys.

import * as data from './data.js';
import { cell, chip, count, fill, h, number, section, table, time } from './dom.js';

const periods = { DAY: 'day', WEEK: 'week', MONTH: 'month' };

export function apiView(main) {
  const body = h('div', {});
  main.replaceChildren(body);

  return {
    go() { /* There is nothing below it. */ },
    load: data.api,
    show: seen => fill(body, seen, () => [
      ...seen.apis.map(routesOf),
      seen.apis.length === 0 ? section('Routes', h('p', { class: 'empty' }, 'No API is deployed yet.')) : null,
      h('div', { class: 'columns' }, plans(seen.plans), keys(seen)),
    ].filter(part => part !== null)),
  };
}

function throttle(one) {
  if (one === undefined) {
    return null;
  }

  return [
    one.rateLimit === undefined ? null : `${one.rateLimit}/s`,
    one.burstLimit === undefined ? null : `burst ${one.burstLimit}`,
  ].filter(part => part !== null).join(', ');
}

function routesOf(api) {
  return section(`Routes of ${api.name}`,
    h('p', { class: 'line' },
      h('code', {}, api.url),
      h('span', { class: 'muted' },
        `API ${api.id} · deployment ${api.deploymentId}`, api.deployedAt === undefined ? '' : ' of ',
        api.deployedAt === undefined ? '' : time(api.deployedAt))),
    table(`Routes of ${api.name}`, [['Verb'], ['Path'], ['Token'], ['Key'], ['Answered by'], ['Throttle']],
      api.routes.map(route => h('tr', {},
        cell('', h('code', {}, route.verb)),
        cell('grow', h('code', {}, route.path)),
        cell('', route.authorizer === undefined ? '–' : 'Cognito'),
        cell('', route.needsKey ? 'needed' : '–'),
        cell('', route.function === undefined
          ? 'the gateway'
          : h('a', {
            href: `#/functions/${encodeURIComponent(route.function)}`, 'data-key': `${route.verb} ${route.path}`,
          }, route.function)),
        cell('', throttle(route.throttle) ?? '–'))),
      'This deployment has no route.'));
}

function plans(all) {
  return section('Usage plans', ...(all.length === 0
    ? [h('p', { class: 'empty' }, 'No plan is deployed yet.')]
    : all.flatMap(plan => [
      h('p', { class: 'line title' },
        h('strong', {}, plan.name ?? plan.id),
        h('span', { class: 'muted' }, [
          plan.quotaLimit === undefined
            ? 'no quota'
            : `${count(plan.quotaLimit, 'request')} a ${periods[plan.quotaPeriod]}`,
          throttle(plan.throttle),
          plan.stages.join(', '),
        ].filter(part => part).join(' · '))),
      plan.usage.length === 0
        ? h('p', { class: 'empty' }, 'No key is in this plan.')
        : h('ul', { class: 'usage' }, plan.usage.map(one => usage(plan, one))),
    ])));
}

function usage(plan, one) {
  const label = one.keyName ?? one.keyId;
  if (one.remaining === undefined) {
    return h('li', {}, h('span', { class: 'who' }, label),
      h('span', { class: 'muted' }, `${count(one.usedToday, 'request')} today`));
  }

  const used = Math.max(0, plan.quotaLimit - one.remaining);
  const share = Math.min(1, used / plan.quotaLimit);
  const bar = h('span', { class: share >= 1 ? 'bar bad' : share >= 0.8 ? 'bar warn' : 'bar' });
  bar.style.width = `${share * 100}%`;
  return h('li', {},
    h('span', { class: 'who' }, label),
    h('span', {
      class: 'meter', role: 'meter', 'aria-label': `Quota used by ${label}`,
      'aria-valuemin': 0, 'aria-valuemax': plan.quotaLimit, 'aria-valuenow': used,
      'aria-valuetext': `${number(used)} of ${number(plan.quotaLimit)}`,
    }, bar),
    h('span', { class: 'muted' }, `${number(used)} of ${number(plan.quotaLimit)}, ${number(one.remaining)} left`));
}

function keys(seen) {
  return section('API keys', table('API keys', [['Name'], ['Value'], ['Id', 'wide'], ['State'], ['Made', 'wide']],
    seen.keys.map(key => h('tr', {},
      cell('grow', key.name ?? '–'),
      cell('', h('code', {}, key.value)),
      cell('wide', h('code', {}, key.id)),
      cell('', key.enabled ? chip('good', 'enabled') : chip('warn', 'disabled')),
      cell('wide', time(key.createdAt)))),
    'There is no key yet. Somebody who registers gets one.'));
}
