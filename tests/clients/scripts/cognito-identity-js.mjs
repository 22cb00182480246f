// The client that pages in a browser use: it proves the password by SRP, and is told nothing but an endpoint.
import {
  AuthenticationDetails,
  CognitoRefreshToken,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
} from "amazon-cognito-identity-js";
import { given, report } from "./lib/report.mjs";
import { totp } from "./lib/totp.mjs";
import { allowApps, codeFor, createPool, email, password, signUpAttributes } from "./lib/user-pool.mjs";

const second = "Difference-2!";
const third = "Engine-Number-3!";

/** What a call says by its callback. */
const asked = (call) =>
  new Promise((resolve, reject) => call((fault, value) => (fault ? reject(fault) : resolve(value))));

/** What a call says by one of its handlers: which, and with what. */
const answered = (call) =>
  new Promise((resolve, reject) => {
    const on = (event) => (value) => resolve({ event, value });
    call({
      onSuccess: on("success"),
      onFailure: reject,
      totpRequired: on("totpRequired"),
      mfaSetup: on("mfaSetup"),
      newPasswordRequired: on("newPasswordRequired"),
      inputVerificationCode: on("inputVerificationCode"),
      associateSecretCode: on("associateSecretCode"),
    });
  });

const faultOf = (promise) =>
  promise.then(
    (value) => {
      throw new Error(`A fault was expected, and this came: ${JSON.stringify(value)}`);
    },
    ({ name, message }) => ({ name, message }),
  );

await report(async () => {
  const { poolId, clientId } = await createPool(["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]);
  await allowApps(poolId);
  const Pool = new CognitoUserPool({ UserPoolId: poolId, ClientId: clientId, endpoint: given("AWS_ENDPOINT_URL") });
  const someone = () => new CognitoUser({ Username: email, Pool });
  const signIn = (user, Password) =>
    answered((handlers) =>
      user.authenticateUser(new AuthenticationDetails({ Username: email, Password }), handlers),
    );

  const attributes = signUpAttributes.map((attribute) => new CognitoUserAttribute(attribute));
  const signedUp = await asked((done) => Pool.signUp(email, password, attributes, null, done));
  const unconfirmed = await faultOf(signIn(someone(), password));
  const code = await codeFor(poolId, email, "signUp");
  const confirmed = await asked((done) => someone().confirmRegistration(code, false, done));
  const wrongPassword = await faultOf(signIn(someone(), "Wrong-Password-9!"));

  const user = someone();
  const first = await signIn(user, password);
  const data = await asked((done) => user.getUserData(done, { bypassCache: true }));
  const changed = await asked((done) => user.changePassword(password, second, done));
  const oldPassword = await faultOf(signIn(someone(), password));

  const refreshed = await asked((done) =>
    user.refreshSession(
      new CognitoRefreshToken({ RefreshToken: first.value.getRefreshToken().getToken() }),
      done,
    ),
  );

  const { value: secret } = await answered((handlers) => user.associateSoftwareToken(handlers));
  const badApp = await faultOf(
    answered((handlers) => user.verifySoftwareToken(totp(secret, 1000), "phone", handlers)),
  );
  const app = await answered((handlers) => user.verifySoftwareToken(totp(secret), "phone", handlers));
  const preferred = await asked((done) =>
    user.setUserMfaPreference(null, { Enabled: true, PreferredMfa: true }, done),
  );
  const withApp = someone();
  const challenged = await signIn(withApp, second);
  const badCode = await faultOf(
    answered((handlers) => withApp.sendMFACode(totp(secret, 1000), handlers, "SOFTWARE_TOKEN_MFA")),
  );
  const byCode = await answered((handlers) =>
    withApp.sendMFACode(totp(secret, 1), handlers, "SOFTWARE_TOKEN_MFA"),
  );
  await asked((done) => withApp.setUserMfaPreference(null, { Enabled: false, PreferredMfa: false }, done));

  const forgotten = await answered((handlers) => someone().forgotPassword(handlers));
  const resetCode = await codeFor(poolId, email, "passwordReset");
  const reset = await answered((handlers) => someone().confirmPassword(resetCode, third, handlers));

  const last = someone();
  const again = await signIn(last, third);
  const signedOut = await answered((handlers) => last.globalSignOut(handlers));
  const revoked = await faultOf(
    asked((done) => {
      const other = someone();
      other.setSignInUserSession(again.value);
      other.getUserAttributes(done);
    }),
  );
  return {
    signedUp: [signedUp.userConfirmed, signedUp.codeDeliveryDetails],
    unconfirmed,
    confirmed,
    wrongPassword,
    first: [first.event, first.value.isValid(), first.value.getIdToken().payload.email],
    data: data.UserAttributes.map(({ Name }) => Name),
    changed,
    oldPassword,
    refreshed: [
      refreshed.isValid(),
      refreshed.getAccessToken().payload.origin_jti === first.value.getAccessToken().payload.origin_jti,
    ],
    badApp,
    app: app.event,
    preferred,
    challenged: [challenged.event, challenged.value],
    badCode,
    byCode: [byCode.event, byCode.value.isValid()],
    forgotten: [forgotten.event, forgotten.value.CodeDeliveryDetails],
    reset: reset.event,
    signedOut: [signedOut.event, signedOut.value],
    revoked,
  };
});
