import { zodTextFormat } from "openai/helpers/zod";
import { z } from "zod";
import { claude, client, gptOss, nova, png, tidy } from "./lib/openai.mjs";
import { report } from "./lib/report.mjs";

const responses = client().responses;

const Place = z.object({ city: z.string(), people: z.number() });

const weather = {
  type: "function",
  name: "get_weather",
  description: "Tells the weather of a city.",
  parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  strict: false,
};

async function useTool(model) {
  const input = [{ role: "user", content: "Use get_weather for Oslo." }];
  const first = await responses.create({ model, input, tools: [weather] });
  const use = first.output.find((item) => item.type === "function_call");
  const last = await responses.create({
    model,
    tools: [weather],
    input: [...input, ...first.output, { type: "function_call_output", call_id: use.call_id, output: "3 degrees" }],
  });
  return { asked: tidy(use), answered: tidy(last).output_text };
}

/** Names of the events in their order, runs of the same as one. */
async function rawOf(request) {
  const names = [];
  const numbers = [];
  for await (const event of await responses.create({ ...request, stream: true })) {
    numbers.push(event.sequence_number);
    if (names.at(-1) !== event.type) {
      names.push(event.type);
    }
  }
  return { names, inOrder: numbers.every((number, index) => number === index) };
}

async function finalOf(request) {
  const pieces = [];
  const stream = responses.stream(request).on("response.output_text.delta", (event) => pieces.push(event.delta));
  const reply = await stream.finalResponse();
  return {
    status: reply.status,
    output: tidy(reply.output),
    inPieces: pieces.length > 1 && pieces.join("") === reply.output_text,
    usage: reply.usage,
  };
}

const picture = [
  {
    role: "user",
    content: [
      { type: "input_text", text: "What is this?" },
      { type: "input_image", image_url: png, detail: "auto" },
    ],
  },
];

const Format = { format: zodTextFormat(Place, "place") };

await report(async () => ({
  whole: tidy(await responses.create({ model: claude, instructions: "Be brief.", input: "Hello World!", store: true })),
  limited: tidy(await responses.create({ model: nova, input: "Write 50 tokens.", max_output_tokens: 16 }))
    .incomplete_details,
  image: tidy(await responses.create({ model: claude, input: picture })).output_text,
  tools: { claude: await useTool(claude), nova: await useTool(nova) },
  parsed: (await responses.parse({ model: claude, input: "Name a city.", text: Format })).output_parsed,
  thinking: (await responses.create({ model: claude, input: "Hi", reasoning: { effort: "low" } })).output.map(
    (item) => [item.type, item.content.length],
  ),
  raw: await rawOf({ model: claude, input: "Hello World!" }),
  rawTool: await rawOf({ model: claude, input: "Use get_weather for Oslo.", tools: [weather] }),
  rawThinking: await rawOf({ model: gptOss, input: "Hi", reasoning: { effort: "low" } }),
  streamed: await finalOf({ model: claude, input: "Hello World!" }),
  streamedTool: await finalOf({ model: nova, input: "Use get_weather for Oslo.", tools: [weather] }),
  streamedThinking: await finalOf({ model: gptOss, input: "Hi", reasoning: { effort: "low" } }),
}));
