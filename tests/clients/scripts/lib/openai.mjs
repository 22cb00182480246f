// The SDK with the gateway's two credentials: a function that gives a fresh ID token, and the key as a header.
import OpenAI from "openai";
import { given } from "./report.mjs";

export const claude = "us.anthropic.claude-sonnet-4-6";
export const nova = "amazon.nova-lite-v1:0";
export const gptOss = "openai.gpt-oss-120b-1:0";

export const weather = {
  type: "function",
  function: {
    name: "get_weather",
    description: "Tells the weather of a city.",
    parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  },
};

// 1 x 1 pixel.
export const png =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export function client(options = {}) {
  return new OpenAI({
    baseURL: `${given("GATEWAY_URL")}/v1`,
    apiKey: async () => given("ID_TOKEN"),
    defaultHeaders: { "x-api-key": given("API_KEY") },
    maxRetries: 0,
    ...options,
  });
}

export const ask = (model, content, rest = {}) => ({ model, messages: [{ role: "user", content }], ...rest });

const changing = ["id", "created", "created_at", "call_id"];

/** A reply without what differs from run to run: ids, times and the digests of requests. */
export const tidy = (value) =>
  JSON.parse(
    JSON.stringify(value, (name, inner) => (changing.includes(name) ? undefined : inner)).replaceAll(
      /request [0-9a-f]{12}/g,
      "request DIGEST",
    ),
  );

/** What a caller sees of an error. */
export async function errorOf(call) {
  let reply;
  try {
    reply = await call;
  } catch (error) {
    const { constructor, status, type, code, param, message } = error;
    return { kind: constructor.name, status, type, code, param, message };
  }
  throw new Error(`An error was expected, and this came: ${JSON.stringify(reply)}`);
}

/** Makes LocalAws fail the next call of an operation. */
export async function inject(operation, rule) {
  const reply = await fetch(`${given("AWS_ENDPOINT_URL")}/_local/faults`, {
    method: "POST",
    body: JSON.stringify({ service: "bedrock-runtime", operation, times: 1, ...rule }),
  });
  if (reply.status !== 204) {
    throw new Error(await reply.text());
  }
}
