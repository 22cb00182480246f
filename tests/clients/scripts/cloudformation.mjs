import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  ListStackResourcesCommand,
  UpdateStackCommand,
  ValidateTemplateCommand,
  waitUntilChangeSetCreateComplete,
  waitUntilStackCreateComplete,
  waitUntilStackDeleteComplete,
  waitUntilStackUpdateComplete,
} from "@aws-sdk/client-cloudformation";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { faultOf, report } from "./lib/report.mjs";
import { cloudFormation, waiting } from "./lib/stack.mjs";

const StackName = "conformance";
const send = (command) => cloudFormation.send(command);
const valueOf = async (Name) => (await new SSMClient().send(new GetParameterCommand({ Name }))).Parameter.Value;
const template = (value) =>
  JSON.stringify({
    Parameters: { Prefix: { Type: "String", Default: "/conformance" } },
    Resources: {
      First: {
        Type: "AWS::SSM::Parameter",
        Properties: { Type: "String", Name: { "Fn::Sub": "${Prefix}/first" }, Value: value },
      },
      Second: {
        Type: "AWS::SSM::Parameter",
        Properties: {
          Type: "String",
          Name: { "Fn::Join": ["/", [{ Ref: "Prefix" }, "second"]] },
          Value: { "Fn::GetAtt": ["First", "Value"] },
        },
      },
    },
    Outputs: {
      SecondName: { Value: { Ref: "Second" }, Description: "Name of the second" },
      Region: { Value: { Ref: "AWS::Region" } },
    },
  });
const failing = (resources) =>
  faultOf(
    send(new CreateStackCommand({ StackName: "failing", TemplateBody: JSON.stringify({ Resources: resources }) })),
  );

await report(async () => {
  const unknown = await faultOf(send(new DescribeStacksCommand({ StackName })));
  await send(
    new CreateChangeSetCommand({
      StackName,
      ChangeSetName: "create",
      ChangeSetType: "CREATE",
      TemplateBody: template("one"),
    }),
  );
  await waitUntilChangeSetCreateComplete(waiting, { StackName, ChangeSetName: "create" });
  const changeSet = await send(new DescribeChangeSetCommand({ StackName, ChangeSetName: "create" }));
  await send(new ExecuteChangeSetCommand({ StackName, ChangeSetName: "create" }));
  await waitUntilStackCreateComplete(waiting, { StackName });

  const [stack] = (await send(new DescribeStacksCommand({ StackName }))).Stacks;
  const events = (await send(new DescribeStackEventsCommand({ StackName }))).StackEvents;
  const resources = (await send(new DescribeStackResourcesCommand({ StackName }))).StackResources;
  const listed = (await send(new ListStackResourcesCommand({ StackName }))).StackResourceSummaries;
  const created = await valueOf("/conformance/second");
  const original = (await send(new GetTemplateCommand({ StackName }))).TemplateBody === template("one");

  await send(new UpdateStackCommand({ StackName, TemplateBody: template("two") }));
  await waitUntilStackUpdateComplete(waiting, { StackName });
  const updated = await valueOf("/conformance/second");
  const unchanged = await faultOf(send(new UpdateStackCommand({ StackName, TemplateBody: template("two") })));

  await send(new DeleteStackCommand({ StackName }));
  await waitUntilStackDeleteComplete(waiting, { StackName: stack.StackId });
  const deleted = (await send(new DescribeStacksCommand({ StackName: stack.StackId }))).Stacks[0].StackStatus;

  return {
    unknown,
    changes: changeSet.Changes.map(({ ResourceChange: c }) => [c.Action, c.LogicalResourceId, c.ResourceType]),
    status: stack.StackStatus,
    outputs: stack.Outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]).sort(),
    firstEvent: events.at(-1).ResourceStatus,
    lastEvent: [events[0].LogicalResourceId, events[0].ResourceStatus],
    resources: resources.map((r) => [r.LogicalResourceId, r.PhysicalResourceId, r.ResourceStatus]).sort(),
    listed: listed.map((r) => r.LogicalResourceId).sort(),
    created,
    original,
    updated,
    unchanged,
    deleted,
    goneParameter: (await faultOf(valueOf("/conformance/second"))).name,
    validated: (await send(new ValidateTemplateCommand({ TemplateBody: template("x") }))).Parameters.map(
      (p) => p.ParameterKey,
    ),
    circular: await failing({
      A: { Type: "AWS::SSM::Parameter", Properties: { Type: "String", Value: { Ref: "B" } } },
      B: { Type: "AWS::SSM::Parameter", Properties: { Type: "String", Value: { Ref: "A" } } },
    }),
    unknownType: await failing({ A: { Type: "AWS::No::Such", Properties: {} } }),
  };
});
