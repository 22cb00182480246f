import {
  AdminConfirmSignUpCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListUsersCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { faultOf, report } from "./lib/report.mjs";
import { cognito, createPool, email, password, signUpAttributes } from "./lib/user-pool.mjs";

await report(async () => {
  const { poolId, clientId } = await createPool();
  const user = { UserPoolId: poolId, Username: email };
  const signUp = (parameters = {}) =>
    cognito.send(
      new SignUpCommand({
        ClientId: clientId,
        Username: email,
        Password: password,
        UserAttributes: signUpAttributes,
        ...parameters,
      }),
    );
  const authenticate = (AuthFlow, AuthParameters) =>
    cognito.send(new InitiateAuthCommand({ ClientId: clientId, AuthFlow, AuthParameters }));
  const signIn = (PASSWORD = password) => authenticate("USER_PASSWORD_AUTH", { USERNAME: email, PASSWORD });

  const badEmail = await faultOf(
    signUp({ Username: "ada", UserAttributes: [{ Name: "email", Value: "ada" }, signUpAttributes[1]] }),
  );
  const weak = await faultOf(signUp({ Password: "Short1!" }));
  const unauthorized = await faultOf(
    signUp({ UserAttributes: [...signUpAttributes, { Name: "custom:api_key", Value: "mine" }] }),
  );
  const { UserSub: sub, ...signedUp } = await signUp();
  const again = await faultOf(signUp());
  const unconfirmed = await faultOf(signIn());
  await cognito.send(new AdminConfirmSignUpCommand(user));
  const confirmedTwice = await faultOf(cognito.send(new AdminConfirmSignUpCommand(user)));
  await cognito.send(
    new AdminUpdateUserAttributesCommand({ ...user, UserAttributes: [{ Name: "custom:api_key", Value: "key-1" }] }),
  );

  const { AuthenticationResult: session } = await signIn();
  const refreshed = (await authenticate("REFRESH_TOKEN_AUTH", { REFRESH_TOKEN: session.RefreshToken }))
    .AuthenticationResult;
  const admin = await cognito.send(new AdminGetUserCommand(user));
  const self = await cognito.send(new GetUserCommand({ AccessToken: session.AccessToken }));
  const listed = await cognito.send(new ListUsersCommand({ UserPoolId: poolId, Filter: `email = "${email}"` }));
  const nobody = await cognito.send(new ListUsersCommand({ UserPoolId: poolId, Filter: 'email ^= "bob"' }));
  const wrongPassword = await faultOf(signIn("Wrong-Password1!"));
  await cognito.send(new RevokeTokenCommand({ ClientId: clientId, Token: session.RefreshToken }));
  const revoked = await faultOf(authenticate("REFRESH_TOKEN_AUTH", { REFRESH_TOKEN: session.RefreshToken }));
  await cognito.send(new AdminDeleteUserCommand(user));

  const attributesOf = (attributes) =>
    Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value === sub ? "SUB" : Value]));
  return {
    badEmail,
    weak,
    unauthorized,
    signedUp: { UserConfirmed: signedUp.UserConfirmed, CodeDeliveryDetails: signedUp.CodeDeliveryDetails },
    again,
    unconfirmed,
    confirmedTwice,
    session: Object.keys(session).sort(),
    lifetime: [session.TokenType, session.ExpiresIn],
    refreshed: Object.keys(refreshed).sort(),
    admin: { status: admin.UserStatus, enabled: admin.Enabled, attributes: attributesOf(admin.UserAttributes) },
    self: attributesOf(self.UserAttributes),
    listed: listed.Users.map((u) => [u.Username, u.UserStatus, u.UserCreateDate instanceof Date]),
    nobody: nobody.Users,
    wrongPassword,
    revoked,
    deleted: await faultOf(signIn()),
    deletedForAdmin: await faultOf(cognito.send(new AdminGetUserCommand(user))),
  };
});
