import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  CountTokensCommand,
  InvokeModelWithResponseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { faultOf, given, report } from "./lib/report.mjs";

const runtime = new BedrockRuntimeClient({ maxAttempts: 1 });
const modelId = "us.anthropic.claude-sonnet-4-6";
const nova = "amazon.nova-lite-v1:0";
const say = (text) => [{ role: "user", content: [{ text }] }];
const toolConfig = {
  tools: [
    {
      toolSpec: {
        name: "get_weather",
        inputSchema: { json: { type: "object", properties: { city: { type: "string" } }, required: ["city"] } },
      },
    },
  ],
};

async function inject(rule) {
  const reply = await fetch(`${given("AWS_ENDPOINT_URL")}/_local/faults`, {
    method: "POST",
    body: JSON.stringify({ service: "bedrock-runtime", times: 1, ...rule }),
  });
  if (reply.status !== 204) {
    throw new Error(await reply.text());
  }
}

/** Names of the events in their order, runs of deltas as one, and what the deltas add up to. */
async function collect(reply) {
  const names = [];
  const inputs = [];
  let text = "";
  let end = {};
  for await (const event of reply.stream) {
    const [[name, value]] = Object.entries(event);
    if (names.at(-1) !== name) {
      names.push(name);
    }
    text += value.delta?.text ?? "";
    if (value.delta?.toolUse) {
      inputs[value.contentBlockIndex] = (inputs[value.contentBlockIndex] ?? "") + value.delta.toolUse.input;
    }
    end = { ...end, ...value };
  }
  return { names, text, inputs, stopReason: end.stopReason, usage: end.usage, start: end.start?.toolUse?.name };
}

async function chunks(reply) {
  const decoder = new TextDecoder();
  const all = [];
  for await (const event of reply.body) {
    all.push(JSON.parse(decoder.decode(event.chunk.bytes)));
  }
  return all;
}

/** What has come of a stream when it fails, and how it fails. */
async function partOf(stream) {
  let count = 0;
  try {
    for await (const _ of stream) {
      count++;
    }
  } catch (fault) {
    return { count, name: fault.name, message: fault.message };
  }
  throw new Error("The stream did not fail.");
}

const stream = (messages, more) => runtime.send(new ConverseStreamCommand({ modelId, messages, ...more }));
const invoked = {
  modelId: nova,
  contentType: "application/json",
  body: JSON.stringify({ messages: say("Hi") }),
};

await report(async () => {
  const messages = say("Ask get_weather.");
  const whole = await runtime.send(new ConverseCommand({ modelId, messages, toolConfig }));
  const { toolUse } = whole.output.message.content[0];
  const answered = [
    ...messages,
    whole.output.message,
    { role: "user", content: [{ toolResult: { toolUseId: toolUse.toolUseId, content: [{ text: "21 degrees" }] } }] },
  ];
  const answer = await runtime.send(new ConverseCommand({ modelId, messages: answered, toolConfig }));
  const native = await chunks(await runtime.send(new InvokeModelWithResponseStreamCommand(invoked)));

  await inject({ operation: "ConverseStream", afterEvents: 2, code: "ThrottlingException", message: "Slow down." });
  const throttled = await partOf((await stream(say("Hi"))).stream);
  await inject({
    operation: "InvokeModelWithResponseStream",
    afterEvents: 1,
    code: "ModelStreamErrorException",
    message: "Broken.",
  });
  const broken = await partOf((await runtime.send(new InvokeModelWithResponseStreamCommand(invoked))).body);
  await inject({ operation: "ConverseStream", code: "ModelNotReadyException", message: "Not yet.", status: 429 });
  const notReady = await faultOf(stream(say("Hi")));
  const streamed = await collect(await stream(messages, { toolConfig }));
  const text = await collect(await stream(say("Hi"), { inferenceConfig: { maxTokens: 5 } }));

  return {
    protocol: runtime.config.requestHandler.metadata.handlerProtocol,
    call: { name: toolUse.name, input: toolUse.input, stopReason: whole.stopReason },
    answer: answer.output.message.content[0].text.replace(/[0-9a-f]{12}/, "DIGEST"),
    streamed,
    text,
    nativeText: native.map((chunk) => chunk.contentBlockDelta?.delta.text ?? "").join("").slice(0, 20),
    nativeMetrics: Object.keys(native.at(-1)["amazon-bedrock-invocationMetrics"]),
    inputTokens: (
      await runtime.send(
        new CountTokensCommand({
          modelId: "anthropic.claude-sonnet-4-6",
          input: { converse: { messages: say("Hello World!"), toolConfig } },
        }),
      )
    ).inputTokens,
    throttled,
    broken,
    notReady,
    blank: await faultOf(stream(say(" "))),
  };
});
