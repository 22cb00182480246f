import { zodResponseFormat } from "openai/helpers/zod";
import { z } from "zod";
import { ask, claude, client, gptOss, nova, png, tidy, weather } from "./lib/openai.mjs";
import { report } from "./lib/report.mjs";

const openai = client();
const chat = openai.chat.completions;

const Place = z.object({ city: z.string(), people: z.number() });

async function useTools(model) {
  const asked = [];
  const runner = chat.runTools(
    ask(model, "Use get_weather for Oslo.", {
      tools: [
        {
          type: "function",
          function: {
            ...weather.function,
            parse: JSON.parse,
            function: (input) => {
              asked.push(input);
              return "3 degrees";
            },
          },
        },
      ],
    }),
  );
  const content = await runner.finalContent();
  return { asked, answered: tidy(content), roles: runner.messages.map((message) => message.role) };
}

async function parsed(model, rest = {}) {
  const reply = await chat.parse(
    ask(model, "Name a city.", { response_format: zodResponseFormat(Place, "place"), ...rest }),
  );
  const [{ message, finish_reason }] = reply.choices;
  return { parsed: message.parsed, finish_reason, tools: message.tool_calls ?? null };
}

const picture = [
  { type: "text", text: "What is this?" },
  { type: "image_url", image_url: { url: png } },
];

const long = "word ".repeat(3000);
const cached = () =>
  chat.create({
    model: claude,
    messages: [
      { role: "system", content: [{ type: "text", text: long, cache_control: { type: "ephemeral" } }] },
      { role: "user", content: "Hi" },
    ],
  });

await report(async () => ({
  whole: tidy(await chat.create(ask(claude, "Hello World!", { temperature: 1.5, seed: 1, n: 1 }))),
  limited: (await chat.create(ask(nova, "Write 50 tokens.", { max_completion_tokens: 2 }))).choices[0].finish_reason,
  stopped: tidy(await chat.create(ask(nova, "Hello World!", { stop: ["World"] }))).choices[0],
  forced: tidy(
    await chat.create(
      ask(nova, "Hi", { tools: [weather], tool_choice: { type: "function", function: { name: "get_weather" } } }),
    ),
  ).choices[0],
  tools: { claude: await useTools(claude), nova: await useTools(nova), gptOss: await useTools(gptOss) },
  parsed: {
    claude: await parsed(claude),
    gptOss: await parsed(gptOss),
    besideTools: await parsed(claude, { tools: [{ ...weather, function: { ...weather.function, strict: true } }] }),
  },
  thought: tidy(await chat.create(ask(claude, "Hi", { reasoning_effort: "low" }))).choices[0].message.reasoning_content,
  effort: tidy(await chat.create(ask(gptOss, "Hi", { reasoning_effort: "low" }))).choices[0].message.reasoning_content,
  image: tidy(await chat.create(ask(claude, picture))).choices[0].message.content,
  cache: [(await cached()).usage, (await cached()).usage],
  models: await (async () => {
    const ids = [];
    for await (const model of openai.models.list()) {
      ids.push(model.id);
    }
    return {
      some: [claude, nova, gptOss].map((id) => ids.includes(id)),
      one: await openai.models.retrieve(nova),
    };
  })(),
}));
