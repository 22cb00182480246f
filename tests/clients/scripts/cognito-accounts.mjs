// The life of accounts that cognito.mjs leaves out: codes, resets, groups, invitations, authenticator apps, sign-out.
import * as idp from "@aws-sdk/client-cognito-identity-provider";
import { faultOf, report } from "./lib/report.mjs";
import { totp } from "./lib/totp.mjs";
import { allowApps, codeFor, cognito, createPool, email, password, signUpAttributes } from "./lib/user-pool.mjs";

const second = "Difference-2!";
const third = "Engine-Number-3!";

await report(async () => {
  const { poolId, clientId } = await createPool();
  await allowApps(poolId);
  const call = (operation, parameters) => cognito.send(new idp[`${operation}Command`](parameters));
  const client = (operation, parameters) => call(operation, { ClientId: clientId, ...parameters });
  const admin = (operation, parameters) => call(operation, { UserPoolId: poolId, ...parameters });
  const own = (operation, tokens, parameters) => call(operation, { AccessToken: tokens.AccessToken, ...parameters });
  const signIn = (USERNAME, PASSWORD) =>
    client("InitiateAuth", { AuthFlow: "USER_PASSWORD_AUTH", AuthParameters: { USERNAME, PASSWORD } });
  const respond = (challenge, responses) =>
    client("RespondToAuthChallenge", {
      ChallengeName: challenge.ChallengeName,
      Session: challenge.Session,
      ChallengeResponses: responses,
    });

  await client("SignUp", { Username: email, Password: password, UserAttributes: signUpAttributes });
  const badCode = await faultOf(client("ConfirmSignUp", { Username: email, ConfirmationCode: "wrong" }));
  await client("ConfirmSignUp", { Username: email, ConfirmationCode: await codeFor(poolId, email, "signUp") });
  const { AuthenticationResult: first } = await signIn(email, password);

  const unauthorized = await faultOf(
    own("UpdateUserAttributes", first, { UserAttributes: [{ Name: "custom:api_key", Value: "mine" }] }),
  );
  const renamed = await own("UpdateUserAttributes", first, {
    UserAttributes: [{ Name: "name", Value: "Countess of Lovelace" }],
  });
  const verification = await own("GetUserAttributeVerificationCode", first, { AttributeName: "email" });
  await own("VerifyUserAttribute", first, {
    AttributeName: "email",
    Code: await codeFor(poolId, email, "attribute"),
  });
  await own("ChangePassword", first, { PreviousPassword: password, ProposedPassword: second });

  const forgotten = await client("ForgotPassword", { Username: email });
  await client("ConfirmForgotPassword", {
    Username: email,
    ConfirmationCode: await codeFor(poolId, email, "passwordReset"),
    Password: third,
  });
  const oldPassword = await faultOf(signIn(email, second));

  const { Group: group } = await admin("CreateGroup", { GroupName: "admins", Description: "They may", Precedence: 1 });
  await admin("AdminAddUserToGroup", { GroupName: "admins", Username: email });
  const members = await admin("ListUsersInGroup", { GroupName: "admins" });
  const memberships = await admin("AdminListGroupsForUser", { Username: email });
  const groupTwice = await faultOf(admin("CreateGroup", { GroupName: "admins" }));

  const { User: invited } = await admin("AdminCreateUser", {
    Username: "bob@example.com",
    UserAttributes: [{ Name: "email", Value: "bob@example.com" }],
    DesiredDeliveryMediums: ["EMAIL"],
  });
  const asked = await signIn("bob@example.com", await codeFor(poolId, "bob@example.com", "temporaryPassword"));
  const answered = await respond(asked, {
    USERNAME: "bob@example.com",
    NEW_PASSWORD: second,
    "userAttributes.name": "Bob",
  });
  const sessionTwice = await faultOf(
    respond(asked, { USERNAME: "bob@example.com", NEW_PASSWORD: third, "userAttributes.name": "Bob" }),
  );

  const { AuthenticationResult: tokens } = await signIn(email, third);
  const { SecretCode: secret } = await own("AssociateSoftwareToken", tokens);
  const badApp = await faultOf(own("VerifySoftwareToken", tokens, { UserCode: totp(secret, 1000) }));
  const { Status: app } = await own("VerifySoftwareToken", tokens, { UserCode: totp(secret) });
  await own("SetUserMFAPreference", tokens, { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
  const factor = await signIn(email, third);
  const spent = await faultOf(respond(factor, { USERNAME: email, SOFTWARE_TOKEN_MFA_CODE: totp(secret, -1) }));
  const { AuthenticationResult: last } = await respond(factor, {
    USERNAME: email,
    SOFTWARE_TOKEN_MFA_CODE: totp(secret, 1),
  });
  const self = await own("GetUser", last);
  const config = await admin("GetUserPoolMfaConfig", {});

  await own("GlobalSignOut", last);
  const signedOut = await faultOf(own("GetUser", tokens));
  await admin("AdminDisableUser", { Username: email });
  const disabled = await faultOf(signIn(email, third));
  await admin("AdminEnableUser", { Username: email });
  await admin("AdminResetUserPassword", { Username: email });
  const reset = await faultOf(signIn(email, third));
  await admin("AdminSetUserPassword", { Username: email, Password: password, Permanent: true });
  await admin("AdminSetUserMFAPreference", { Username: email, SoftwareTokenMfaSettings: { Enabled: false } });
  await admin("AdminRemoveUserFromGroup", { GroupName: "admins", Username: email });
  await admin("DeleteGroup", { GroupName: "admins" });
  const { AuthenticationResult: final } = await signIn(email, password);
  await own("DeleteUser", final);

  const claims = JSON.parse(Buffer.from(last.IdToken.split(".")[1], "base64url"));
  return {
    badCode,
    unauthorized,
    renamed: renamed.CodeDeliveryDetailsList,
    verification: verification.CodeDeliveryDetails,
    forgotten: forgotten.CodeDeliveryDetails,
    oldPassword,
    group: [group.GroupName, group.Description, group.Precedence, group.UserPoolId === poolId],
    members: members.Users.map((user) => user.Username),
    memberships: memberships.Groups.map((membership) => membership.GroupName),
    groupTwice,
    invited: [invited.Username, invited.UserStatus, invited.Enabled],
    asked: [asked.ChallengeName, JSON.parse(asked.ChallengeParameters.requiredAttributes)],
    answered: Object.keys(answered.AuthenticationResult).sort(),
    sessionTwice,
    badApp,
    app,
    factor: [factor.ChallengeName, factor.ChallengeParameters],
    spent,
    groups: claims["cognito:groups"],
    self: [self.PreferredMfaSetting, self.UserMFASettingList],
    config: [config.MfaConfiguration, config.SoftwareTokenMfaConfiguration],
    signedOut,
    disabled,
    reset,
    deleted: await faultOf(signIn(email, password)),
  };
});
