import http from "node:http";
import { InvokeCommand, InvokeWithResponseStreamCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { faultOf, given, report } from "./lib/report.mjs";
import { createStack } from "./lib/stack.mjs";

const FunctionName = "storyteller";
const lambda = new LambdaClient();
const runtime = `http://${given("RUNTIME_API")}/2018-06-01/runtime`;

/** Posts a reply in pieces; the second waits until the caller has seen the first. */
async function tell(id, event, seen) {
  const request = http.request(`${runtime}/invocation/${id}/response`, {
    method: "POST",
    headers: {
      "Content-Type": "application/octet-stream",
      "Lambda-Runtime-Function-Response-Mode": "streaming",
      Trailer: "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body",
    },
  });
  const answered = new Promise((resolve, reject) => request.on("response", resolve).on("error", reject));
  request.write("once ");
  await seen;
  request.write("upon a time");
  if (event.fail) {
    const error = JSON.stringify({ errorType: "Forgotten", errorMessage: event.fail });
    request.addTrailers({
      "Lambda-Runtime-Function-Error-Type": "Forgotten",
      "Lambda-Runtime-Function-Error-Body": Buffer.from(error).toString("base64"),
    });
  }
  request.end();
  (await answered).resume();
}

/** Invokes, serves the event, and tells what came before and after the function was let go. */
async function listen(event, parameters = {}) {
  let see;
  const seen = new Promise((resolve) => (see = resolve));
  const serving = (async () => {
    const next = await fetch(`${runtime}/invocation/next`);
    await tell(next.headers.get("lambda-runtime-aws-request-id"), await next.json(), seen);
  })();
  const reply = await lambda.send(
    new InvokeWithResponseStreamCommand({ FunctionName, Payload: JSON.stringify(event), ...parameters }),
  );
  const chunks = [];
  let complete;
  for await (const { PayloadChunk, InvokeComplete } of reply.EventStream) {
    if (PayloadChunk) {
      chunks.push(Buffer.from(PayloadChunk.Payload).toString());
      see();
    }
    complete = InvokeComplete ?? complete;
  }
  await serving;
  return { reply, chunks, complete };
}

await report(async () => {
  await createStack("stories", {
    Resources: {
      Storyteller: {
        Type: "AWS::Lambda::Function",
        Properties: {
          FunctionName,
          Runtime: "provided.al2023",
          Handler: "bootstrap",
          Timeout: 5,
          Role: "arn:aws:iam::000000000000:role/storyteller",
          Code: { S3Bucket: "assets", S3Key: "storyteller.zip" },
        },
      },
    },
  });

  const told = await listen({}, { LogType: "Tail" });
  const failed = await listen({ fail: "no end" });

  const invoking = lambda.send(new InvokeCommand({ FunctionName }));
  const next = await fetch(`${runtime}/invocation/next`);
  await tell(next.headers.get("lambda-runtime-aws-request-id"), {}, Promise.resolve());
  const whole = await invoking;

  return {
    told: [told.reply.StatusCode, told.reply.ExecutedVersion, told.reply.ResponseStreamContentType, told.chunks],
    complete: [told.complete.ErrorCode ?? null, told.complete.ErrorDetails ?? null],
    report: /REPORT RequestId: /.test(Buffer.from(told.complete.LogResult, "base64").toString()),
    failed: [failed.chunks, failed.complete.ErrorCode, JSON.parse(failed.complete.ErrorDetails)],
    whole: Buffer.from(whole.Payload).toString(),
    dry: (await lambda.send(new InvokeWithResponseStreamCommand({ FunctionName, InvocationType: "DryRun" }))).StatusCode,
    absent: await faultOf(lambda.send(new InvokeWithResponseStreamCommand({ FunctionName: "absent" }))),
  };
});
