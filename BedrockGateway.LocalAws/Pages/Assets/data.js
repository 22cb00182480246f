// The emulator's data, and what can be asked of it.

export class Refusal extends Error {}

async function ask(path, options) {
  const response = await fetch(`data/${path}`, options);
  const reply = await response.json();
  if (!response.ok) {
    throw new Refusal(reply.message);
  }

  return reply;
}

const name = encodeURIComponent;

export const emulator = () => ask('emulator');
export const functions = () => ask('functions');
export const functionDetail = of => ask(`functions/${name(of)}`);
export const samples = of => ask(`functions/${name(of)}/samples`);
export const invocation = id => ask(`invocations/${name(id)}`);
export const api = () => ask('api');
export const users = () => ask('users');
export const stacks = () => ask('stacks');
export const stack = id => ask(`stacks?name=${name(id)}`);

export const send = (to, text, from) => ask(
  `functions/${name(to)}/invocations${from === undefined ? '' : `?from=${name(from)}`}`,
  { method: 'POST', body: text });

export const replay = id => ask(`invocations/${name(id)}/replay`, { method: 'POST' });
