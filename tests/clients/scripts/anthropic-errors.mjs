import { ask, claude, client, errorOf, nova } from "./lib/anthropic.mjs";
import { given, report } from "./lib/report.mjs";

const anthropic = client();

async function inject(operation, rule) {
  const reply = await fetch(`${given("AWS_ENDPOINT_URL")}/_local/faults`, {
    method: "POST",
    body: JSON.stringify({ service: "bedrock-runtime", operation, times: 1, ...rule }),
  });
  if (reply.status !== 204) {
    throw new Error(await reply.text());
  }
}

const url = { type: "image", source: { type: "url", url: "https://example.com/a.png" } };

await report(async () => {
  const result = {
    wrongKey: await errorOf(
      client({ defaultHeaders: { "x-api-key": "wrong" } }).messages.create(ask(nova, "Hi")),
    ),
    wrongToken: await errorOf(client({ authToken: "wrong" }).messages.create(ask(nova, "Hi"))),
    unknownModel: await errorOf(anthropic.messages.create(ask("amazon.absent-v1:0", "Hi"))),
    image: await errorOf(anthropic.messages.create(ask(claude, [url]))),
    uncounted: await errorOf(
      anthropic.messages.countTokens({ model: nova, messages: [{ role: "user", content: "Hi" }] }),
    ),
  };
  await inject("InvokeModel", { code: "ModelErrorException", message: "The model failed.", status: 424 });
  result.model = await errorOf(anthropic.messages.create(ask(claude, "Hi")));
  for (const [name, model, operation] of [
    ["claude", claude, "InvokeModelWithResponseStream"],
    ["nova", nova, "ConverseStream"],
  ]) {
    await inject(operation, {
      code: "ModelStreamErrorException",
      message: "The model failed.",
      status: 424,
      afterEvents: 3,
    });
    result[`midStream_${name}`] = await errorOf(anthropic.messages.stream(ask(model, "Hello World!")).finalMessage());
  }
  return result;
});
