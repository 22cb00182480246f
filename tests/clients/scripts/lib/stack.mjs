import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from "@aws-sdk/client-cloudformation";

export const cloudFormation = new CloudFormationClient();

/** Waits as the client's own waiters do, but asks more often than the 30 s that suit AWS. */
export const waiting = { client: cloudFormation, minDelay: 1, maxDelay: 1, maxWaitTime: 30 };

export async function createStack(StackName, template) {
  await cloudFormation.send(new CreateStackCommand({ StackName, TemplateBody: JSON.stringify(template) }));
  await waitUntilStackCreateComplete(waiting, { StackName });
}
