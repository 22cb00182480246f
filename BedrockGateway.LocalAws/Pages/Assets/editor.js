// An event to send: a sample, or one that was sent before, edited in place. Each function keeps its own.

import * as data from './data.js';
import { h } from './dom.js';

export function editor(onStarted) {
  const drafts = new Map();
  let name;

  const samples = h('select', { id: 'sample', onchange: choose });
  const text = h('textarea', {
    id: 'event', rows: 12, spellcheck: 'false', autocomplete: 'off', 'aria-describedby': 'note problem',
    oninput: () => { drafts.get(name).text = text.value; },
    onkeydown: key => {
      if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) {
        key.preventDefault();
        form.requestSubmit();
      }
    },
  });
  const note = h('p', { id: 'note', class: 'muted' });
  const problem = h('p', { id: 'problem', class: 'problem', role: 'alert' });
  const form = h('form', { onsubmit: send },
    h('div', { class: 'field' }, h('label', { for: 'sample' }, 'Start from'), samples),
    h('label', { for: 'event' }, 'Event'),
    text,
    note,
    problem,
    h('div', { class: 'buttons' },
      h('button', { type: 'submit', class: 'primary' }, 'Send'),
      h('span', { class: 'muted' }, 'Ctrl+Enter')));

  return {
    element: form,

    show(of) {
      if (of === name) {
        return;
      }

      name = of;
      if (drafts.has(name)) {
        write();
      } else {
        drafts.set(name, { from: undefined, text: '', note: '', samples: [] });
        load(undefined);
      }
    },

    /** Takes over the event of an invocation. */
    edit(of, from, content) {
      name = of;
      const draft = drafts.get(name);
      Object.assign(draft, { from, text: content, note: 'What is masked is put back in when it is sent.' });
      draft.sent = from;
      write();
      text.focus();
    },
  };

  // Samples are signed in as whoever registered last, so they are read anew.
  async function load(wanted) {
    const of = name;
    const draft = drafts.get(of);
    draft.samples = await data.samples(of);
    const sample = draft.samples.find(one => one.name === wanted) ?? draft.samples[0];
    Object.assign(draft, { from: sample.name, text: sample.text, note: sample.note ?? '' });
    if (of === name) {
      write();
    }
  }

  async function choose() {
    problem.textContent = '';
    if (samples.value !== drafts.get(name).sent) {
      await load(samples.value);
    }
  }

  function write() {
    const draft = drafts.get(name);
    samples.replaceChildren(
      ...draft.samples.map(one => h('option', { value: one.name }, one.name)),
      ...(draft.sent === undefined
        ? []
        : [h('option', { value: draft.sent }, `Invocation ${draft.sent.slice(0, 8)}`)]));
    samples.value = draft.from;
    text.value = draft.text;
    note.textContent = draft.note;
    problem.textContent = '';
  }

  async function send(submit) {
    submit.preventDefault();
    problem.textContent = '';
    try {
      JSON.parse(text.value);
      onStarted((await data.send(name, text.value, drafts.get(name).from)).requestId);
    } catch (failure) {
      problem.textContent = failure instanceof SyntaxError ? `This is no JSON: ${failure.message}` : failure.message;
      text.focus();
    }
  }
}
