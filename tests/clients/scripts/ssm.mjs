import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { faultOf, report } from "./lib/report.mjs";

const ssm = new SSMClient();

await report(async () => ({
  absent: await faultOf(ssm.send(new GetParameterCommand({ Name: "/absent", WithDecryption: true }))),
}));
