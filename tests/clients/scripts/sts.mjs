import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { report } from "./lib/report.mjs";

await report(async () => {
  const { Account, Arn, UserId } = await new STSClient().send(new GetCallerIdentityCommand());
  return { Account, Arn, UserId };
});
