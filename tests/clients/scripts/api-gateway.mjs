import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
  DeleteUsagePlanCommand,
  DeleteUsagePlanKeyCommand,
  GetApiKeyCommand,
  GetUsageCommand,
  GetUsagePlanCommand,
  GetUsagePlanKeyCommand,
  GetUsagePlanKeysCommand,
  GetUsagePlansCommand,
  paginateGetApiKeys,
  UpdateApiKeyCommand,
  UpdateUsagePlanCommand,
} from "@aws-sdk/client-api-gateway";
import { faultOf, report } from "./lib/report.mjs";

const gateway = new APIGatewayClient();
const send = (command) => gateway.send(command);
const today = new Date().toISOString().slice(0, 10);

await report(async () => {
  const created = [];
  for (const name of ["app-1", "app-2", "app-3", "other"]) {
    created.push(await send(new CreateApiKeyCommand({ name, enabled: true, tags: { stack: "app" } })));
  }
  const [key] = created;
  const paged = [];
  for await (const page of paginateGetApiKeys(
    { client: gateway, pageSize: 2 },
    { nameQuery: "app-", includeValues: true },
  )) {
    paged.push(page.items.length);
  }

  const plan = await send(
    new CreateUsagePlanCommand({
      name: "plan",
      throttle: { rateLimit: 1, burstLimit: 2 },
      quota: { limit: 25, period: "DAY" },
    }),
  );
  const member = await send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: key.id, keyType: "API_KEY" }));
  const memberAgain = await faultOf(
    send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: key.id, keyType: "API_KEY" })),
  );
  const members = await send(new GetUsagePlanKeysCommand({ usagePlanId: plan.id }));
  const oneMember = await send(new GetUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: key.id }));
  const plansOfKey = await send(new GetUsagePlansCommand({ keyId: key.id }));
  const updatedPlan = await send(
    new UpdateUsagePlanCommand({
      usagePlanId: plan.id,
      patchOperations: [{ op: "replace", path: "/quota/limit", value: "100" }],
    }),
  );
  const usage = await send(new GetUsageCommand({ usagePlanId: plan.id, startDate: today, endDate: today }));
  const disabled = await send(
    new UpdateApiKeyCommand({ apiKey: key.id, patchOperations: [{ op: "replace", path: "/enabled", value: "false" }] }),
  );
  const hidden = await send(new GetApiKeyCommand({ apiKey: key.id }));
  const shown = await send(new GetApiKeyCommand({ apiKey: key.id, includeValue: true }));

  const removed = [
    await send(new DeleteUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: key.id })),
    await send(new DeleteApiKeyCommand({ apiKey: key.id })),
    await send(new DeleteUsagePlanCommand({ usagePlanId: plan.id })),
  ].map((reply) => reply.$metadata.httpStatusCode);

  return {
    key: { id: /^[a-z0-9]{10}$/.test(key.id), value: key.value.length >= 20, name: key.name, enabled: key.enabled },
    created: key.createdDate instanceof Date,
    paged,
    plan: { name: plan.name, throttle: plan.throttle, quota: plan.quota },
    member: { ...member, $metadata: undefined, id: member.id === key.id, value: member.value === key.value },
    memberAgain: { name: memberAgain.name, status: memberAgain.status },
    members: members.items.map((item) => item.id === key.id && item.value === key.value),
    oneMember: oneMember.name,
    plansOfKey: plansOfKey.items.map((item) => item.id === plan.id),
    updatedQuota: updatedPlan.quota,
    usage: {
      plan: usage.usagePlanId === plan.id,
      days: [usage.startDate, usage.endDate].every((day) => day === today),
    },
    disabled: disabled.enabled,
    hidden: hidden.value ?? null,
    shown: shown.value === key.value,
    removed,
    goneKey: await faultOf(send(new GetApiKeyCommand({ apiKey: key.id }))),
    gonePlan: await faultOf(send(new GetUsagePlanCommand({ usagePlanId: plan.id }))),
  };
});
