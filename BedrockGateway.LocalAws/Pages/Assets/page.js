// Picks the view that the address names, and looks once a second whether there is something new.

import * as data from './data.js';
import { apiView } from './api.js';
import { functionsView } from './functions.js';
import { stacksView } from './stacks.js';
import { usersView } from './users.js';

const lookEveryMs = 1000;
const views = { functions: functionsView, api: apiView, users: usersView, stacks: stacksView };

const main = document.getElementById('main');
const lost = document.getElementById('lost');
let current;
let looking = 0;
let pending = 0;

function parts() {
  return location.hash.replace(/^#\//, '').split('/').filter(part => part !== '').map(decodeURIComponent);
}

function go() {
  const [name = 'functions', ...rest] = parts();
  const create = views[name] ?? views.functions;
  if (current?.create !== create) {
    current = { create, view: create(main, look) };
    main.scrollTo(0, 0);
  }

  for (const link of document.querySelectorAll('nav a')) {
    const isCurrent = views[link.hash.slice(2)] === create;
    link.toggleAttribute('aria-current', isCurrent);
    if (isCurrent) {
      link.setAttribute('aria-current', 'page');
      document.title = `${link.textContent} · LocalAws`;
    }
  }

  current.view.go(rest);
  look();
}

/** Loads and shows what the view is about now; an older answer never replaces a newer one. */
async function look() {
  const turn = ++looking;
  const { view } = current;
  pending++;
  try {
    const seen = await view.load();
    if (turn === looking) {
      view.show(seen);
      lost.hidden = true;
    }
  } catch (problem) {
    if (turn === looking) {
      lost.textContent = problem instanceof data.Refusal
        ? problem.message
        : 'LocalAws does not answer. This page goes on as soon as it does.';
      lost.hidden = false;
    }
  } finally {
    pending--;
  }
}

async function showPlace() {
  const place = await data.emulator();
  document.getElementById('where').textContent = `${place.endpoint} · ${place.region} · ${place.accountId}`;
}

document.getElementById('skip').addEventListener('click', click => {
  click.preventDefault();
  main.focus();
});
window.addEventListener('hashchange', go);
document.addEventListener('visibilitychange', () => document.hidden || look());
// An answer that takes long is waited for, but by a change of the view.
setInterval(() => document.hidden || pending > 0 || look(), lookEveryMs);
showPlace().catch(() => { /* What cannot be loaded is said below. */ });
go();
