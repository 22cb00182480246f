import {
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
} from "@aws-sdk/client-lambda";
import { faultOf, given, report } from "./lib/report.mjs";
import { createStack } from "./lib/stack.mjs";

const FunctionName = "greeter";
const lambda = new LambdaClient();
const runtime = `http://${given("RUNTIME_API")}/2018-06-01/runtime`;

/** The function: polls the Runtime API, greets, and fails where the event asks for it. */
async function poll(signal) {
  while (!signal.aborted) {
    const next = await fetch(`${runtime}/invocation/next`, { signal });
    const id = next.headers.get("lambda-runtime-aws-request-id");
    const event = await next.json();
    const [path, body] = event.fail
      ? ["error", { errorType: "Refused", errorMessage: event.fail, stackTrace: [] }]
      : ["response", { greeting: `Hello ${event.name}` }];
    await fetch(`${runtime}/invocation/${id}/${path}`, { method: "POST", body: JSON.stringify(body), signal });
  }
}

const invoke = (payload, parameters = {}) =>
  lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(payload), ...parameters }));
const json = (reply) => JSON.parse(Buffer.from(reply.Payload).toString() || "null");

await report(async () => {
  await createStack("greeting", {
    Resources: {
      Greeter: {
        Type: "AWS::Lambda::Function",
        Properties: {
          FunctionName,
          Runtime: "provided.al2023",
          Handler: "bootstrap",
          Timeout: 5,
          MemorySize: 128,
          Role: "arn:aws:iam::000000000000:role/greeter",
          Code: { S3Bucket: "assets", S3Key: "greeter.zip" },
        },
      },
    },
  });

  const stop = new AbortController();
  const polling = poll(stop.signal).catch((fault) => stop.signal.aborted || Promise.reject(fault));
  const greeted = await invoke({ name: "Ada" }, { LogType: "Tail" });
  const failed = await invoke({ fail: "no greeting" });
  const asynchronous = await invoke({ name: "Bob" }, { InvocationType: "Event" });
  const dry = await invoke({}, { InvocationType: "DryRun" });
  stop.abort();
  await polling;

  const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName }));
  const direct = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const listed = await lambda.send(new ListFunctionsCommand({}));
  return {
    greeted: [greeted.StatusCode, greeted.ExecutedVersion, greeted.FunctionError ?? null, json(greeted)],
    report: /REPORT RequestId: [0-9a-f-]{36}\tDuration: /.test(Buffer.from(greeted.LogResult, "base64").toString()),
    failed: [failed.StatusCode, failed.FunctionError, json(failed)],
    asynchronous: asynchronous.StatusCode,
    dry: dry.StatusCode,
    configuration: [Configuration.FunctionName, Configuration.FunctionArn, Configuration.Timeout, direct.MemorySize],
    listed: listed.Functions.map((f) => f.FunctionName).filter((name) => name === FunctionName),
    absent: await faultOf(lambda.send(new InvokeCommand({ FunctionName: "absent" }))),
  };
});
