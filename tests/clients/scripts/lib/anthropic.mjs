// The SDK with the gateway's two credentials: the ID token as its auth token, the key as a header of its own.
import Anthropic from "@anthropic-ai/sdk";
import { given } from "./report.mjs";

export const claude = "us.anthropic.claude-sonnet-4-6";
export const nova = "amazon.nova-lite-v1:0";

export const weather = {
  name: "get_weather",
  description: "Tells the weather of a city.",
  input_schema: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
};

// 1 x 1 pixel.
export const png =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export function client(options = {}) {
  return new Anthropic({
    baseURL: given("GATEWAY_URL"),
    apiKey: null,
    authToken: given("ID_TOKEN"),
    defaultHeaders: { "x-api-key": given("API_KEY") },
    maxRetries: 0,
    ...options,
  });
}

export const ask = (model, content, rest = {}) => ({
  model,
  max_tokens: 4000,
  messages: [{ role: "user", content }],
  ...rest,
});

/** What a caller sees of an error. */
export async function errorOf(call) {
  let reply;
  try {
    reply = await call;
  } catch (error) {
    const { type, message } = error.error?.error ?? {};
    return { kind: error.constructor.name, status: error.status, type, message };
  }
  throw new Error(`An error was expected, and this came: ${JSON.stringify(reply)}`);
}
