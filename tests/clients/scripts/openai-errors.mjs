import { ask, claude, client, errorOf, inject, nova } from "./lib/openai.mjs";
import { report } from "./lib/report.mjs";

const openai = client();
const chat = openai.chat.completions;

async function drain(stream) {
  for await (const _ of await stream) {
    // Until it ends, or fails.
  }
}

const midStream = { code: "ModelStreamErrorException", message: "The model failed.", status: 424, afterEvents: 3 };
const picture = [{ type: "image_url", image_url: { url: "https://example.com/a.png" } }];

await report(async () => {
  const result = {
    wrongKey: await errorOf(
      client({ defaultHeaders: { "x-api-key": "wrong" } }).chat.completions.create(ask(nova, "Hi")),
    ),
    wrongToken: await errorOf(client({ apiKey: "wrong" }).chat.completions.create(ask(nova, "Hi"))),
    unknownModel: await errorOf(chat.create(ask("amazon.absent-v1:0", "Hi"))),
    noModel: await errorOf(openai.models.retrieve("absent")),
    many: await errorOf(chat.create(ask(nova, "Hi", { n: 2 }))),
    fetched: await errorOf(chat.create(ask(claude, picture))),
    tokens: await errorOf(openai.embeddings.create({ model: "amazon.titan-embed-text-v2:0", input: [1, 2] })),
    kept: await errorOf(openai.responses.create({ model: nova, input: "Hi", previous_response_id: "resp_1" })),
  };
  await inject("Converse", { code: "ModelErrorException", message: "The model failed.", status: 424 });
  result.model = await errorOf(chat.create(ask(claude, "Hi")));
  await inject("ConverseStream", midStream);
  result.midStream = await errorOf(drain(chat.create(ask(claude, "Hello World!", { stream: true }))));
  await inject("ConverseStream", midStream);
  result.midHelper = await errorOf(chat.stream(ask(claude, "Hello World!")).finalChatCompletion());
  await inject("ConverseStream", midStream);
  result.midResponse = await errorOf(drain(openai.responses.create({ model: claude, input: "Hello", stream: true })));
  return result;
});
