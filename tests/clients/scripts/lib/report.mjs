// What every script shares: it prints one line of JSON, and an expected fault becomes data.

/** Runs a script and prints what it returns. A thrown error ends the process with its stack and a code that is not 0. */
export async function report(main) {
  process.stdout.write(`${JSON.stringify(await main())}\n`);
}

/** The fault that a call ends in; a call that succeeds is the failure. */
export async function faultOf(call) {
  let reply;
  try {
    reply = await call;
  } catch (fault) {
    return { name: fault.name, message: fault.message, status: fault.$metadata?.httpStatusCode };
  }
  throw new Error(`A fault was expected, and this came: ${JSON.stringify(reply)}`);
}

/** A value that the test handed over in the environment. */
export function given(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set.`);
  }
  return value;
}
