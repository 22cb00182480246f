import { BedrockRuntimeClient, CountTokensCommand, InvokeModelCommand } from "@aws-sdk/client-bedrock-runtime";
import { createHash } from "node:crypto";
import { faultOf, report } from "./lib/report.mjs";

const runtime = new BedrockRuntimeClient();
const invoke = (modelId, body) =>
  runtime.send(new InvokeModelCommand({ modelId, contentType: "application/json", body: JSON.stringify(body) }));

const turns = [{ role: "user", content: "Hello World!" }];
const blocks = [{ role: "user", content: [{ text: "Hello World!" }] }];
const claude = { anthropic_version: "bedrock-2023-05-31", max_tokens: 200, messages: turns };
const models = {
  "ai21.j2-mid-v1": [
    { prompt: "Hello World!", maxTokens: 200, temperature: 0.7, topP: 1 },
    (r) => r.completions[0].data.text,
  ],
  "anthropic.claude-instant-v1": [
    { prompt: "\n\nHuman:Hello World!\n\nAssistant:", max_tokens_to_sample: 200, stop_sequences: ["\n\nHuman:"] },
    (r) => r.completion,
  ],
  "amazon.titan-text-express-v1": [{ inputText: "Hello World!" }, (r) => r.results[0].outputText],
  "meta.llama2-13b-chat-v1": [
    { prompt: "Hello World!", max_gen_len: 128, temperature: 0.1, top_p: 0.9 },
    (r) => r.generation,
  ],
  "us.anthropic.claude-sonnet-4-6": [claude, (r) => r.content[0].text],
  "amazon.nova-lite-v1:0": [{ messages: blocks }, (r) => r.output.message.content[0].text],
  "us.meta.llama4-scout-17b-instruct-v1:0": [{ prompt: "Hello World!" }, (r) => r.generation],
  "mistral.mistral-large-2407-v1:0": [{ messages: turns }, (r) => r.choices[0].message.content],
};

await report(async () => {
  const texts = {};
  for (const [modelId, [body, text]] of Object.entries(models)) {
    const reply = await invoke(modelId, body);
    const digest = createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 12);
    texts[modelId] = [reply.contentType, text(JSON.parse(reply.body.transformToString())).replace(digest, "DIGEST")];
  }

  const arn = "arn:aws:bedrock:us-east-1:000000000000:inference-profile/global.anthropic.claude-sonnet-4-6";
  return {
    protocol: runtime.config.requestHandler.metadata.handlerProtocol,
    texts,
    viaArn: JSON.parse((await invoke(arn, claude)).body.transformToString()).model,
    inputTokens: (
      await runtime.send(
        new CountTokensCommand({
          modelId: "anthropic.claude-sonnet-4-6",
          input: { invokeModel: { body: new TextEncoder().encode(JSON.stringify(claude)) } },
        }),
      )
    ).inputTokens,
    malformed: await faultOf(invoke("amazon.titan-text-express-v1", {})),
    unknown: await faultOf(invoke("amazon.absent-v1", {})),
    needsProfile: await faultOf(invoke("anthropic.claude-sonnet-4-6", claude)),
  };
});
