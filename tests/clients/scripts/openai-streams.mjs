import { zodResponseFormat } from "openai/helpers/zod";
import { z } from "zod";
import { ask, claude, client, gptOss, nova, tidy, weather } from "./lib/openai.mjs";
import { report } from "./lib/report.mjs";

const chat = client().chat.completions;

const Place = z.object({ city: z.string(), people: z.number() });

/** What the helper makes of a stream, and whether its pieces are the whole. */
async function finalOf(request) {
  const pieces = [];
  const stream = chat.stream({ ...request, stream_options: { include_usage: true } });
  stream.on("content", (piece) => pieces.push(piece));
  const reply = await stream.finalChatCompletion();
  const [{ message, finish_reason }] = reply.choices;
  return {
    ...tidy({ message, finish_reason, usage: reply.usage }),
    inPieces: pieces.length > 1 && pieces.join("") === message.content,
  };
}

/** The chunks as they are on the wire: what is in their deltas, runs of the same as one. */
async function rawOf(request) {
  const kinds = [];
  const ids = new Set();
  for await (const chunk of await chat.create({ ...request, stream: true })) {
    ids.add(chunk.id);
    const kind = Object.keys(chunk.choices[0].delta).join("+") || chunk.choices[0].finish_reason;
    if (kinds.at(-1) !== kind) {
      kinds.push(kind);
    }
  }
  return { kinds, ids: ids.size };
}

const tools = { tools: [weather, { ...weather, function: { ...weather.function, name: "get_time" } }] };

await report(async () => ({
  claude: await finalOf(ask(claude, "Hello World!")),
  nova: await finalOf(ask(nova, "Hello World!")),
  raw: await rawOf(ask(claude, "Hello World!")),
  thinking: await rawOf(ask(claude, "Hi", { reasoning_effort: "low" })),
  reasoning: await rawOf(ask(gptOss, "Hi", { reasoning_effort: "low" })),
  tools: await finalOf(ask(claude, "Use get_weather and get_time.", tools)),
  one: (await finalOf(ask(claude, "Use get_weather and get_time.", { ...tools, parallel_tool_calls: false }))).message
    .tool_calls.length,
  parsed: (await finalOf(ask(claude, "Name a city.", { response_format: zodResponseFormat(Place, "place") }))).message,
}));
