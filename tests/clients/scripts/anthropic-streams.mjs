import { ask, claude, client, nova, weather } from "./lib/anthropic.mjs";
import { report } from "./lib/report.mjs";

const anthropic = client();
const tidy = (text) => text.replaceAll(/request [0-9a-f]{12}/g, "request DIGEST");

/** Names of the raw events in their order, runs of the same as one. */
async function rawOf(request) {
  const names = [];
  for await (const event of await anthropic.messages.create({ ...request, stream: true })) {
    const name = event.type === "content_block_delta" ? event.delta.type : event.type;
    if (names.at(-1) !== name) {
      names.push(name);
    }
  }
  return names;
}

/** What the helper makes of a stream, and whether its pieces are the whole. */
async function finalOf(request) {
  const pieces = [];
  const stream = anthropic.messages.stream(request).on("text", (text) => pieces.push(text));
  const message = await stream.finalMessage();
  const text = message.content.filter((block) => block.type === "text").map((block) => block.text).join("");
  return {
    role: message.role,
    stop: message.stop_reason,
    blocks: message.content.map((block) => block.type),
    text: tidy(text),
    inPieces: pieces.length > 1 && pieces.join("") === text,
    tool: message.content.find((block) => block.type === "tool_use")?.input,
    usage: message.usage,
  };
}

await report(async () => {
  const result = {};
  for (const [name, model] of Object.entries({ claude, nova })) {
    const tools = { tools: [weather] };
    result[name] = {
      raw: await rawOf(ask(model, "Hello World!")),
      text: await finalOf(ask(model, "Hello World!")),
      tool: await finalOf(ask(model, "Use get_weather for Oslo.", tools)),
      rawTool: await rawOf(ask(model, "Use get_weather for Oslo.", tools)),
    };
  }
  const thinking = { thinking: { type: "enabled", budget_tokens: 1024 } };
  result.thinking = await rawOf(ask(claude, "Hi", thinking));
  result.reasoning = await rawOf(ask("openai.gpt-oss-120b-1:0", "Hi", thinking));
  return result;
});
