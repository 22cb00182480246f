import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  SetUserPoolMfaConfigCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { given } from "./report.mjs";

export const cognito = new CognitoIdentityProviderClient();

/** A pool and a client like the gateway's: e-mail addresses as user names, and an attribute the user cannot write. */
export async function createPool(flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]) {
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: "users",
      AutoVerifiedAttributes: ["email"],
      UsernameConfiguration: { CaseSensitive: false },
      Schema: [
        { Name: "email", AttributeDataType: "String", Required: true, Mutable: true },
        { Name: "name", AttributeDataType: "String", Required: true, Mutable: true },
        { Name: "api_key", AttributeDataType: "String", Mutable: true },
      ],
    }),
  );
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: UserPool.Id,
      ClientName: "app",
      ExplicitAuthFlows: flows,
      WriteAttributes: ["email", "name"],
      ReadAttributes: ["email", "email_verified", "name", "custom:api_key"],
    }),
  );
  return { poolId: UserPool.Id, clientId: UserPoolClient.ClientId };
}

/** Lets the users of a pool have authenticator apps. */
export const allowApps = (UserPoolId) =>
  cognito.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId,
      MfaConfiguration: "OPTIONAL",
      SoftwareTokenMfaConfiguration: { Enabled: true },
    }),
  );

/** The code that a mail would bring. */
export async function codeFor(poolId, address, purpose) {
  const reply = await fetch(`${given("AWS_ENDPOINT_URL")}/_local/cognito/codes?email=${encodeURIComponent(address)}`);
  return (await reply.json()).find((code) => code.userPoolId === poolId && code.purpose === purpose).code;
}

export const email = "ada@example.com";
export const password = "Analytical1!";
export const signUpAttributes = [
  { Name: "email", Value: email },
  { Name: "name", Value: "Ada Lovelace" },
];
