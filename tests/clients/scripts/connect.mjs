// What people set when Connect serves the gateway: a base URL, and keys that nobody looks at.
import Anthropic from "@anthropic-ai/sdk";
import { BedrockRuntimeClient, ConverseStreamCommand } from "@aws-sdk/client-bedrock-runtime";
import OpenAI from "openai";
import { report } from "./lib/report.mjs";

const model = "us.anthropic.claude-sonnet-4-6";
const content = "Write 50 tokens.";
const messages = [{ role: "user", content }];

// Each of them takes its address and its key from the environment.
const openai = new OpenAI();
const anthropic = new Anthropic();
const bedrock = new BedrockRuntimeClient();

async function viaOpenAi() {
  const pieces = [];
  for await (const chunk of await openai.chat.completions.create({ model, messages, stream: true })) {
    pieces.push(chunk.choices[0]?.delta.content ?? "");
  }
  return pieces;
}

async function viaAnthropic() {
  const pieces = [];
  const stream = anthropic.messages.stream({ model, messages, max_tokens: 100 });
  await stream.on("text", (text) => pieces.push(text)).finalMessage();
  return pieces;
}

async function viaBedrock() {
  const pieces = [];
  const reply = await bedrock.send(
    new ConverseStreamCommand({ modelId: model, messages: [{ role: "user", content: [{ text: content }] }] }),
  );
  for await (const event of reply.stream) {
    pieces.push(event.contentBlockDelta?.delta.text ?? "");
  }
  return pieces;
}

await report(async () => {
  const [first, second, third] = [await viaOpenAi(), await viaAnthropic(), await viaBedrock()];
  return {
    answer: first.join(""),
    same: first.join("") === second.join("") && second.join("") === third.join(""),
    streamed: [first, second, third].every((pieces) => pieces.filter(Boolean).length > 5),
    models: (await openai.models.list()).data.length > 5,
  };
});
