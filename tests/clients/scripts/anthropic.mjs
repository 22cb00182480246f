import { ask, claude, client, nova, png, weather } from "./lib/anthropic.mjs";
import { report } from "./lib/report.mjs";

const anthropic = client();

// Digests and random ids are of no interest; everything else is.
const tidy = (message) => {
  const { id, ...rest } = message;
  if (!id.startsWith("msg_")) {
    throw new Error(`A message's id was expected, not ${id}.`);
  }
  return JSON.parse(JSON.stringify(rest).replaceAll(/request [0-9a-f]{12}/g, "request DIGEST"));
};

async function useTool(model) {
  const question = { role: "user", content: "Use get_weather for Oslo." };
  const first = await anthropic.messages.create({ model, max_tokens: 400, messages: [question], tools: [weather] });
  const use = first.content.find((block) => block.type === "tool_use");
  const last = await anthropic.messages.create({
    model,
    max_tokens: 400,
    tools: [weather],
    messages: [
      question,
      { role: "assistant", content: first.content },
      { role: "user", content: [{ type: "tool_result", tool_use_id: use.id, content: "3 degrees" }] },
    ],
  });
  return {
    asked: { stop: first.stop_reason, name: use.name, input: use.input },
    answered: { stop: last.stop_reason, text: tidy(last).content.map((block) => block.text).join("") },
  };
}

const count = async (model) => {
  const messages = [{ role: "user", content: "Hello World!" }];
  return (await anthropic.messages.countTokens({ model, messages })).input_tokens;
};

const picture = [
  { type: "text", text: "What is this?" },
  { type: "image", source: { type: "base64", media_type: "image/png", data: png } },
];

const briefly = { system: [{ type: "text", text: "Be brief." }] };
const betas = { betas: ["context-1m-2025-08-07"] };

await report(async () => ({
  claude: tidy(await anthropic.messages.create(ask(claude, "Hello World!", { system: "Be brief." }))),
  nova: tidy(await anthropic.messages.create(ask(nova, "Hello World!", briefly))),
  named: (await anthropic.messages.create(ask("claude-sonnet-4-6", "Hi"))).model,
  betas: tidy(await anthropic.beta.messages.create(ask(claude, "Hi", betas))).stop_reason,
  limited: tidy(await anthropic.messages.create(ask(nova, "Write 50 tokens.", { max_tokens: 2 }))).stop_reason,
  tools: { claude: await useTool(claude), nova: await useTool(nova) },
  forced: (
    await anthropic.messages.create(
      ask(nova, "Hi", { tools: [weather], tool_choice: { type: "tool", name: "get_weather" } }),
    )
  ).content.map((block) => [block.type, block.name]),
  thinking: (
    await anthropic.messages.create(ask(claude, "Hi", { thinking: { type: "enabled", budget_tokens: 1024 } }))
  ).content.map((block) => [block.type, Boolean(block.signature)]),
  images: {
    claude: tidy(await anthropic.messages.create(ask(claude, picture))).content[0].text,
    nova: tidy(await anthropic.messages.create(ask(nova, picture))).content[0].text,
  },
  counts: { claude: await count(claude) },
}));
