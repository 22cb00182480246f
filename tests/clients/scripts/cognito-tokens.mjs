import {
  AdminConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";
import { given, report } from "./lib/report.mjs";
import { cognito, createPool, email, password, signUpAttributes } from "./lib/user-pool.mjs";

// The issuer is AWS's own address, which no local client can reach: the keys come from the emulator, by hand.
await report(async () => {
  const { poolId, clientId } = await createPool();
  await cognito.send(
    new SignUpCommand({ ClientId: clientId, Username: email, Password: password, UserAttributes: signUpAttributes }),
  );
  await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId: poolId, Username: email }));
  const { AuthenticationResult: session } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  );

  const pool = new URL(`${poolId}/.well-known/`, given("AWS_ENDPOINT_URL"));
  const jwks = await (await fetch(new URL("jwks.json", pool))).json();
  const discovery = await (await fetch(new URL("openid-configuration", pool))).json();

  const unreachable = { fetch: () => Promise.reject(new Error("No keys may be fetched.")) };
  const verifier = CognitoJwtVerifier.create(
    { userPoolId: poolId, clientId, tokenUse: null },
    { jwksCache: new SimpleJwksCache({ fetcher: unreachable }) },
  );
  verifier.cacheJwks(jwks);
  const id = await verifier.verify(session.IdToken, { tokenUse: "id" });
  const access = await verifier.verify(session.AccessToken, { tokenUse: "access" });

  const rejection = (token, options) =>
    verifier.verify(token, options).then(
      () => "accepted",
      (fault) => fault.constructor.name,
    );
  const [header, payload, signature] = session.IdToken.split(".");
  const forged = Buffer.from(JSON.stringify({ ...id, email: "eve@example.com" })).toString("base64url");
  return {
    keys: jwks.keys.map(({ kty, alg, use, e }) => ({ kty, alg, use, e })),
    distinctKeys: new Set(jwks.keys.map((key) => key.kid)).size,
    issuer: discovery.issuer.replace(poolId, "POOL"),
    id: {
      iss: id.iss.replace(poolId, "POOL"),
      isForClient: id.aud === clientId,
      token_use: id.token_use,
      email: id.email,
      name: id.name,
      "cognito:username": id["cognito:username"],
    },
    access: {
      iss: access.iss.replace(poolId, "POOL"),
      isForClient: access.client_id === clientId,
      token_use: access.token_use,
      scope: access.scope,
      username: access.username,
    },
    sameUser: id.sub === access.sub && id.origin_jti === access.origin_jti,
    lifetimeSeconds: [id.exp - id.iat, access.exp - access.iat],
    forged: await rejection([header, forged, signature].join("."), { tokenUse: "id" }),
    wrongUse: await rejection(session.AccessToken, { tokenUse: "id" }),
    otherClient: await rejection(session.IdToken, { tokenUse: "id", clientId: "other" }),
  };
});
