import {
  BedrockClient,
  CreateInferenceProfileCommand,
  DeleteInferenceProfileCommand,
  GetFoundationModelCommand,
  GetInferenceProfileCommand,
  ListFoundationModelsCommand,
  paginateListInferenceProfiles,
} from "@aws-sdk/client-bedrock";
import { faultOf, report } from "./lib/report.mjs";

const bedrock = new BedrockClient();
const list = async (filter) => (await bedrock.send(new ListFoundationModelsCommand(filter))).modelSummaries;

await report(async () => {
  const all = await list({});
  const { modelDetails } = await bedrock.send(
    new GetFoundationModelCommand({ modelIdentifier: all.find((m) => m.modelId === "amazon.nova-lite-v1:0").modelArn }),
  );

  const pages = [];
  for await (const page of paginateListInferenceProfiles(
    { client: bedrock, pageSize: 50 },
    { typeEquals: "SYSTEM_DEFINED" },
  )) {
    pages.push(page.inferenceProfileSummaries);
  }
  const profile = pages.flat().find((p) => p.inferenceProfileId === "us.anthropic.claude-sonnet-4-6");

  const { inferenceProfileArn } = await bedrock.send(
    new CreateInferenceProfileCommand({
      inferenceProfileName: "team",
      modelSource: { copyFrom: profile.inferenceProfileArn },
    }),
  );
  const own = await bedrock.send(new GetInferenceProfileCommand({ inferenceProfileIdentifier: inferenceProfileArn }));
  await bedrock.send(new DeleteInferenceProfileCommand({ inferenceProfileIdentifier: inferenceProfileArn }));

  return {
    jurassic: all.find((m) => m.modelId === "ai21.j2-mid-v1"),
    nova: modelDetails.modelName,
    images: (await list({ byProvider: "amazon", byOutputModality: "IMAGE", byInferenceType: "ON_DEMAND" })).map(
      (m) => m.modelId,
    ),
    badFilter: await faultOf(list({ byOutputModality: "SMELL" })),
    badModel: await faultOf(bedrock.send(new GetFoundationModelCommand({ modelIdentifier: "amazon.absent-v1" }))),
    fullPages: pages.slice(0, -1).every((page) => page.length === 50) && pages.length > 1,
    profile,
    own: {
      name: own.inferenceProfileName,
      type: own.type,
      models: own.models.length,
      created: own.createdAt instanceof Date,
    },
    gone: await faultOf(
      bedrock.send(new GetInferenceProfileCommand({ inferenceProfileIdentifier: inferenceProfileArn })),
    ),
  };
});
