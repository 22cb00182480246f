// Bedrock Runtime's SDK with the gateway for its endpoint: the ID token as its bearer token, the key as a header.
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  CountTokensCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { faultOf, given, report } from "./lib/report.mjs";

const claude = "us.anthropic.claude-sonnet-4-6";
const profile = `arn:aws:bedrock:us-east-1:000000000000:inference-profile/${claude}`;
const messages = [{ role: "user", content: [{ text: "Hello" }] }];

const runtime = new BedrockRuntimeClient({
  endpoint: given("GATEWAY_URL"),
  region: "us-east-1",
  token: async () => ({ token: given("ID_TOKEN") }),
  authSchemePreference: ["httpBearerAuth"],
  requestHandler: new NodeHttpHandler(),
  maxAttempts: 1,
});
runtime.middlewareStack.add(
  (next) => (args) => {
    args.request.headers["x-api-key"] = given("API_KEY");
    return next(args);
  },
  { step: "build", name: "gatewayKey" },
);

const body = JSON.stringify({
  anthropic_version: "bedrock-2023-05-31",
  max_tokens: 50,
  messages: [{ role: "user", content: "Hello" }],
});

async function chunks(reply) {
  let text = "";
  for await (const { chunk } of reply.body) {
    text += JSON.parse(new TextDecoder().decode(chunk.bytes)).delta?.text ?? "";
  }
  return text;
}

async function deltas(reply) {
  let text = "";
  let usage = {};
  for await (const event of reply.stream) {
    text += event.contentBlockDelta?.delta.text ?? "";
    usage = event.metadata?.usage ?? usage;
  }
  return { text, usage };
}

const tidy = (value) => JSON.parse(JSON.stringify(value).replaceAll(/request [0-9a-f]{12}/g, "request DIGEST"));

await report(async () => {
  const invoked = await runtime.send(new InvokeModelCommand({ modelId: profile, body }));
  const streamed = await runtime.send(new InvokeModelWithResponseStreamCommand({ modelId: claude, body }));
  const conversed = await runtime.send(new ConverseCommand({ modelId: profile, messages }));
  const stream = await runtime.send(new ConverseStreamCommand({ modelId: claude, messages }));
  const counted = await runtime.send(
    new CountTokensCommand({ modelId: claude.replace("us.", ""), input: { converse: { messages } } }),
  );
  return tidy({
    invoked: JSON.parse(new TextDecoder().decode(invoked.body)).content[0].text,
    streamed: await chunks(streamed),
    conversed: { text: conversed.output.message.content[0].text, usage: conversed.usage },
    stream: await deltas(stream),
    counted: counted.inputTokens,
    unknown: await faultOf(runtime.send(new ConverseCommand({ modelId: "no.such-model", messages }))),
  });
});
