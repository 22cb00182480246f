// Cognito: who registered, and the codes that no mail brings here.

import * as data from './data.js';
import { cell, chip, copyButton, fill, h, section, table, time } from './dom.js';

export function usersView(main) {
  const body = h('div', {});
  main.replaceChildren(body);

  return {
    go() { /* There is nothing below it. */ },
    load: data.users,
    show: pools => fill(body, pools, () => pools.length === 0
      ? section('Users', h('p', { class: 'empty' }, 'No user pool is deployed yet.'))
      : pools.map(poolOf)),
  };
}

function poolOf(pool) {
  return section(`Users of ${pool.name}`,
    h('p', { class: 'muted' }, [
      `pool ${pool.id}`,
      ...pool.clients.map(client => `client ${client.id}`),
      pool.preSignUp === undefined ? null : `asks ${pool.preSignUp.split(':').at(-1)} who may sign up`,
    ].filter(part => part !== null).join(' · ')),
    table(`Users of ${pool.name}`, [['User'], ['Name', 'wide'], ['State'], ['Code'], ['Groups', 'wide'], ['Since', 'wide']],
      pool.users.map(user => h('tr', {},
        cell('grow', user.username),
        cell('wide', user.name ?? '–'),
        cell('', user.status === 'CONFIRMED' ? chip('good', 'confirmed') : chip('warn', 'unconfirmed')),
        cell('', user.code === undefined
          ? '–'
          : h('span', { class: 'line' },
            h('code', {}, user.code), copyButton(user.code, `code of ${user.username}`))),
        cell('wide', user.groups.join(', ') || '–'),
        cell('wide', time(user.createdAt)))),
      'Nobody has registered yet.'));
}
