// Vercel's AI SDK, which reads the same API with a client of its own.
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateObject, generateText, stepCountIs, streamText, tool } from "ai";
import { z } from "zod";
import { claude, gptOss, inject, nova, png, tidy } from "./lib/openai.mjs";
import { given, report } from "./lib/report.mjs";

const gateway = createOpenAICompatible({
  name: "gateway",
  baseURL: `${given("GATEWAY_URL")}/v1`,
  apiKey: given("ID_TOKEN"),
  headers: { "x-api-key": given("API_KEY") },
  includeUsage: true,
  supportsStructuredOutputs: true,
});

const Place = z.object({ city: z.string(), people: z.number() });

const tools = {
  get_weather: tool({
    description: "Tells the weather of a city.",
    inputSchema: z.object({ city: z.string() }),
    execute: async ({ city }) => `3 degrees in ${city}`,
  }),
};

const usageOf = ({ inputTokens, outputTokens, totalTokens }) => ({ inputTokens, outputTokens, totalTokens });

async function streamed(model, prompt, rest = {}) {
  const result = streamText({ model: gateway(model), prompt, maxRetries: 0, onError: () => {}, ...rest });
  const kinds = [];
  let text = "";
  for await (const part of result.fullStream) {
    text += part.type === "text-delta" ? part.text : "";
    if (kinds.at(-1) !== part.type) {
      kinds.push(part.type);
    }
  }
  return { kinds, text: tidy(text) };
}

const text = await generateText({ model: gateway(claude), prompt: "Hello World!", maxRetries: 0 });
const picture = [
  { type: "text", text: "What is this?" },
  { type: "image", image: png },
];

await report(async () => {
  const stepped = await generateText({
    model: gateway(nova),
    prompt: "Use get_weather for Oslo.",
    tools,
    stopWhen: stepCountIs(3),
    maxRetries: 0,
  });
  const result = {
    text: { text: tidy(text.text), finish: text.finishReason, usage: usageOf(text.usage) },
    thought: (
      await generateText({
        model: gateway(gptOss),
        prompt: "Hi",
        providerOptions: { gateway: { reasoningEffort: "low" } },
      })
    ).reasoningText,
    image: tidy(
      (await generateText({ model: gateway(claude), messages: [{ role: "user", content: picture }] })).text,
    ),
    streamed: await streamed(claude, "Hello World!"),
    tools: {
      steps: stepped.steps.map((step) => step.finishReason),
      results: stepped.steps[0].toolResults.map(({ input, output }) => ({ input, output })),
      text: tidy(stepped.text),
    },
    streamedTools: await streamed(claude, "Use get_weather for Oslo.", { tools, stopWhen: stepCountIs(3) }),
    object: {
      claude: (await generateObject({ model: gateway(claude), schema: Place, prompt: "Name a city." })).object,
      gptOss: (await generateObject({ model: gateway(gptOss), schema: Place, prompt: "Name a city." })).object,
    },
  };
  await inject("ConverseStream", {
    code: "ModelStreamErrorException",
    message: "The model failed.",
    status: 424,
    afterEvents: 3,
  });
  result.failed = (await streamed(claude, "Hello World!")).kinds;
  return result;
});
