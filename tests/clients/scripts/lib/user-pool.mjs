import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";

export const cognito = new CognitoIdentityProviderClient();

/** A pool and a client like the gateway's: e-mail addresses as user names, and an attribute the user cannot write. */
export async function createPool() {
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
      ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      WriteAttributes: ["email", "name"],
      ReadAttributes: ["email", "email_verified", "name", "custom:api_key"],
    }),
  );
  return { poolId: UserPool.Id, clientId: UserPoolClient.ClientId };
}

export const email = "ada@example.com";
export const password = "Analytical1!";
export const signUpAttributes = [
  { Name: "email", Value: email },
  { Name: "name", Value: "Ada Lovelace" },
];
