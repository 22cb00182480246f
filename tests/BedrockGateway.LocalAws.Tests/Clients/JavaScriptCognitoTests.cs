namespace BedrockGateway.LocalAws.Tests.Clients;

public sealed class JavaScriptCognitoTests(LocalAwsFixture fixture, NodeClient node)
    : IClassFixture<LocalAwsFixture>, IClassFixture<NodeClient>
{
    [Fact]
    public async Task Users_SignUpSignInAndLeave() => AssertJson.Equal(
        """
        {
          "badEmail": {
            "name": "InvalidParameterException",
            "message": "Invalid email address format.",
            "status": 400
          },
          "weak": {
            "name": "InvalidPasswordException",
            "message": "Password did not conform with policy: Password not long enough",
            "status": 400
          },
          "unauthorized": {
            "name": "NotAuthorizedException",
            "message": "A client attempted to write unauthorized attribute",
            "status": 400
          },
          "signedUp": {
            "UserConfirmed": false,
            "CodeDeliveryDetails": { "Destination": "a***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email" }
          },
          "again": { "name": "UsernameExistsException", "message": "User already exists", "status": 400 },
          "unconfirmed": { "name": "UserNotConfirmedException", "message": "User is not confirmed.", "status": 400 },
          "confirmedTwice": {
            "name": "NotAuthorizedException",
            "message": "User cannot be confirmed. Current status is CONFIRMED",
            "status": 400
          },
          "session": ["AccessToken", "ExpiresIn", "IdToken", "RefreshToken", "TokenType"],
          "lifetime": ["Bearer", 3600],
          "refreshed": ["AccessToken", "ExpiresIn", "IdToken", "TokenType"],
          "admin": {
            "status": "CONFIRMED",
            "enabled": true,
            "attributes": {
              "sub": "SUB",
              "email": "ada@example.com",
              "email_verified": "false",
              "name": "Ada Lovelace",
              "custom:api_key": "key-1"
            }
          },
          "self": {
            "sub": "SUB",
            "email": "ada@example.com",
            "email_verified": "false",
            "name": "Ada Lovelace",
            "custom:api_key": "key-1"
          },
          "listed": [["ada@example.com", "CONFIRMED", true]],
          "nobody": [],
          "wrongPassword": {
            "name": "NotAuthorizedException",
            "message": "Incorrect username or password.",
            "status": 400
          },
          "revoked": { "name": "NotAuthorizedException", "message": "Refresh Token has been revoked", "status": 400 },
          "deleted": { "name": "UserNotFoundException", "message": "User does not exist.", "status": 400 },
          "deletedForAdmin": { "name": "UserNotFoundException", "message": "User does not exist.", "status": 400 }
        }
        """,
        await node.RunAsync("cognito", fixture.Aws));

    [Fact]
    public async Task Accounts_AreLivedThroughByTheClient() => AssertJson.Equal(
        """
        {
          "badCode": {
            "name": "CodeMismatchException",
            "message": "Invalid verification code provided, please try again.",
            "status": 400
          },
          "unauthorized": {
            "name": "NotAuthorizedException",
            "message": "A client attempted to write unauthorized attribute",
            "status": 400
          },
          "renamed": [],
          "verification": { "Destination": "a***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email" },
          "forgotten": { "Destination": "a***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email" },
          "oldPassword": {
            "name": "NotAuthorizedException",
            "message": "Incorrect username or password.",
            "status": 400
          },
          "group": ["admins", "They may", 1, true],
          "members": ["ada@example.com"],
          "memberships": ["admins"],
          "groupTwice": {
            "name": "GroupExistsException",
            "message": "A group with the name already exists.",
            "status": 400
          },
          "invited": ["bob@example.com", "FORCE_CHANGE_PASSWORD", true],
          "asked": ["NEW_PASSWORD_REQUIRED", ["userAttributes.name"]],
          "answered": ["AccessToken", "ExpiresIn", "IdToken", "RefreshToken", "TokenType"],
          "sessionTwice": {
            "name": "NotAuthorizedException",
            "message": "Invalid session for the user, session can only be used once.",
            "status": 400
          },
          "badApp": {
            "name": "EnableSoftwareTokenMFAException",
            "message": "Code mismatch and fail enable Software Token MFA",
            "status": 400
          },
          "app": "SUCCESS",
          "factor": ["SOFTWARE_TOKEN_MFA", { "USER_ID_FOR_SRP": "ada@example.com" }],
          "spent": {
            "name": "ExpiredCodeException",
            "message": "Your software token has already been used once.",
            "status": 400
          },
          "groups": ["admins"],
          "self": ["SOFTWARE_TOKEN_MFA", ["SOFTWARE_TOKEN_MFA"]],
          "config": ["OPTIONAL", { "Enabled": true }],
          "signedOut": { "name": "NotAuthorizedException", "message": "Access Token has been revoked", "status": 400 },
          "disabled": { "name": "NotAuthorizedException", "message": "User is disabled.", "status": 400 },
          "reset": {
            "name": "PasswordResetRequiredException",
            "message": "Password reset required for the user",
            "status": 400
          },
          "deleted": { "name": "UserNotFoundException", "message": "User does not exist.", "status": 400 }
        }
        """,
        await node.RunAsync("cognito-accounts", fixture.Aws));

    [Fact]
    public async Task BrowsersClient_ProvesThePasswordAndTheApp() => AssertJson.Equal(
        """
        {
          "signedUp": [
            false, { "Destination": "a***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email" }
          ],
          "unconfirmed": { "name": "UserNotConfirmedException", "message": "User is not confirmed." },
          "confirmed": "SUCCESS",
          "wrongPassword": { "name": "NotAuthorizedException", "message": "Incorrect username or password." },
          "first": ["success", true, "ada@example.com"],
          "data": ["email", "name", "email_verified", "sub"],
          "changed": "SUCCESS",
          "oldPassword": { "name": "NotAuthorizedException", "message": "Incorrect username or password." },
          "refreshed": [true, true],
          "badApp": {
            "name": "EnableSoftwareTokenMFAException",
            "message": "Code mismatch and fail enable Software Token MFA"
          },
          "app": "success",
          "preferred": "SUCCESS",
          "challenged": ["totpRequired", "SOFTWARE_TOKEN_MFA"],
          "badCode": { "name": "CodeMismatchException", "message": "Invalid code received for user" },
          "byCode": ["success", true],
          "forgotten": [
            "inputVerificationCode",
            { "Destination": "a***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email" }
          ],
          "reset": "success",
          "signedOut": ["success", "SUCCESS"],
          "revoked": { "name": "NotAuthorizedException", "message": "Access Token has been revoked" }
        }
        """,
        await node.RunAsync("cognito-identity-js", fixture.Aws));

    [Fact]
    public async Task Tokens_AreAcceptedByAwsJwtVerify() => AssertJson.Equal(
        """
        {
          "keys": [
            { "kty": "RSA", "alg": "RS256", "use": "sig", "e": "AQAB" },
            { "kty": "RSA", "alg": "RS256", "use": "sig", "e": "AQAB" }
          ],
          "distinctKeys": 2,
          "issuer": "https://cognito-idp.us-east-1.amazonaws.com/POOL",
          "id": {
            "iss": "https://cognito-idp.us-east-1.amazonaws.com/POOL",
            "isForClient": true,
            "token_use": "id",
            "email": "ada@example.com",
            "name": "Ada Lovelace",
            "cognito:username": "ada@example.com"
          },
          "access": {
            "iss": "https://cognito-idp.us-east-1.amazonaws.com/POOL",
            "isForClient": true,
            "token_use": "access",
            "scope": "aws.cognito.signin.user.admin",
            "username": "ada@example.com"
          },
          "sameUser": true,
          "lifetimeSeconds": [3600, 3600],
          "forged": "JwtInvalidSignatureError",
          "wrongUse": "CognitoJwtInvalidTokenUseError",
          "otherClient": "CognitoJwtInvalidClientIdError"
        }
        """,
        await node.RunAsync("cognito-tokens", fixture.Aws));
}
