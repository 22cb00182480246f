namespace BedrockGateway.Infra.Tests;

/// <summary>
/// The calls that each function makes are allowed by its role, and those that it must not make are not: judged by the
/// policies of the template, in an emulator.
/// </summary>
public sealed class FunctionPermissionTests(OrganizationStack stack) : IClassFixture<OrganizationStack>
{
    private const string Pool = """{"UserPoolId":"{UserPoolId}","Username":"ada@example.com"}""";
    private const string TaggedKey = """{"name":"k","enabled":true,"tags":{"stack":"BedrockGateway","sub":"s"}}""";
    private const string Tags = "/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2F";

    [Theory]
    [InlineData("accounts", "cognito-idp SignUp {}")]
    [InlineData("accounts", "cognito-idp InitiateAuth {}")]
    [InlineData("accounts", "cognito-idp AdminGetUser " + Pool)]
    [InlineData("accounts", "cognito-idp AdminDeleteUser " + Pool)]
    [InlineData("accounts", "cognito-idp AdminUpdateUserAttributes " + Pool)]
    [InlineData("accounts", "apigateway POST /apikeys " + TaggedKey)]
    [InlineData("accounts", "apigateway GET /apikeys?name=BedrockGateway-s&limit=500")]
    [InlineData("accounts", "apigateway DELETE /apikeys/abc1234567")]
    [InlineData("accounts", "apigateway POST /usageplans/{UsagePlanId}/keys {}")]
    [InlineData("accounts", "apigateway GET /usageplans?keyId=abc1234567&limit=500")]
    [InlineData("accounts", "apigateway GET /usageplans/{UsagePlanId}/usage?keyId=abc1234567")]
    [InlineData("accounts", "apigateway GET /apikeys/abc1234567")]
    [InlineData("accounts", "apigateway PATCH /apikeys/abc1234567 {}")]
    [InlineData("accounts", "apigateway PATCH /usageplans/{UsagePlanId}/keys/abc1234567/usage {}")]
    [InlineData("accounts", "apigateway PUT " + Tags + "apikeys%2Fabc {\"tags\":{\"expires\":\"x\"}}")]
    [InlineData("accounts", "apigateway DELETE " + Tags + "apikeys%2Fabc?tagKeys=expires")]
    [InlineData("accounts", "cognito-idp AdminAddUserToGroup " + Pool)]
    [InlineData("accounts", "cognito-idp AdminDisableUser " + Pool)]
    [InlineData("accounts", "cognito-idp AdminListGroupsForUser " + Pool)]
    [InlineData("accounts", "cognito-idp AdminUserGlobalSignOut " + Pool)]
    [InlineData("accounts", "cognito-idp ListUsersInGroup " + Pool)]
    [InlineData("accounts", "cognito-idp AssociateSoftwareToken {}")]
    [InlineData("accounts", "cognito-idp VerifySoftwareToken {}")]
    [InlineData("accounts", "cognito-idp SetUserMFAPreference {}")]
    [InlineData("accounts", "cognito-idp ConfirmSignUp {}")]
    [InlineData("accounts", "cognito-idp ResendConfirmationCode {}")]
    [InlineData("accounts", "cognito-idp AdminCreateUser " + Pool)]
    [InlineData("accounts", "cognito-idp AdminEnableUser " + Pool)]
    [InlineData("accounts", "cognito-idp AdminRemoveUserFromGroup " + Pool)]
    [InlineData("accounts", "cognito-idp AdminSetUserMFAPreference " + Pool)]
    [InlineData("accounts", "cognito-idp ListUsers " + Pool)]
    [InlineData("accounts", "apigateway DELETE /usageplans/{UsagePlanId}/keys/abc1234567")]
    [InlineData("accounts", "cognito-idp RevokeToken {}")]
    [InlineData("accounts", "cognito-idp GlobalSignOut {}")]
    [InlineData("accounts", "cognito-idp ChangePassword {}")]
    [InlineData("models", "bedrock GET /foundation-models")]
    [InlineData("models", "bedrock POST /model/amazon.nova-lite-v1%3A0/invoke {}")]
    [InlineData("models", "bedrock POST /model/us.anthropic.claude-sonnet-4-6/invoke {}")]
    [InlineData("models", "bedrock POST /model/global.anthropic.claude-sonnet-4-6/invoke {}")]
    [InlineData("models", "bedrock POST /model/us.anthropic.claude-sonnet-4-6/invoke-with-response-stream {}")]
    [InlineData("models", "bedrock POST /model/us.anthropic.claude-sonnet-4-6/converse {}")]
    [InlineData("models", "bedrock POST /model/us.anthropic.claude-sonnet-4-6/converse-stream {}")]
    [InlineData("models", "bedrock POST /model/anthropic.claude-sonnet-4-6/count-tokens {}")]
    [InlineData("models", "bedrock GET /inference-profiles")]
    [InlineData("models", "bedrock GET /inference-profiles/us.anthropic.claude-sonnet-4-6")]
    [InlineData("models", "apigateway GET /apikeys/abc1234567")]
    [InlineData("pre-signup", "cognito-idp SignUp {}")]
    public async Task CallThatTheFunctionMakes_IsAllowed(string function, string call) =>
        Assert.Null(await stack.Deployed.RefusalAsync(function, call));

    [Theory]
    [InlineData("accounts", "cognito-idp AdminGetUser {\"UserPoolId\":\"us-east-1_other\",\"Username\":\"a\"}")]
    [InlineData("accounts", "cognito-idp AdminSetUserPassword " + Pool)]
    [InlineData("accounts", "cognito-idp AdminConfirmSignUp " + Pool)]
    [InlineData("accounts", "cognito-idp CreateGroup " + Pool)]
    [InlineData("accounts", "cognito-idp DeleteGroup " + Pool)]
    [InlineData("accounts", "apigateway DELETE /usageplans/other/keys/abc1234567")]
    [InlineData("accounts", "cognito-idp DeleteUserPool " + Pool)]
    [InlineData("accounts", "cognito-idp ListUserPools {}")]
    [InlineData("accounts", "apigateway POST /usageplans {}")]
    [InlineData("accounts", "apigateway GET /usageplans/other/usage?keyId=abc1234567")]
    [InlineData("accounts", "apigateway PATCH /usageplans/other/keys/abc1234567/usage {}")]
    [InlineData("accounts", "apigateway DELETE " + Tags + "restapis%2Fabc?tagKeys=stack")]
    [InlineData("accounts", "cognito-idp SetUserPoolMfaConfig " + Pool)]
    [InlineData("accounts", "apigateway POST /usageplans/other/keys {}")]
    [InlineData("accounts", "apigateway PATCH /usageplans/{UsagePlanId} {}")]
    [InlineData("accounts", "apigateway DELETE /usageplans/{UsagePlanId}")]
    [InlineData("accounts", "apigateway PUT " + Tags + "restapis%2Fabc {}")]
    [InlineData("accounts", "apigateway GET /restapis")]
    [InlineData("accounts", "bedrock POST /model/amazon.nova-lite-v1%3A0/invoke {}")]
    [InlineData("accounts", "bedrock GET /foundation-models")]
    [InlineData("accounts", "lambda POST /2015-03-31/functions/BedrockGateway-models/invocations {}")]
    [InlineData("accounts", "ssm GetParameter {\"Name\":\"/a\"}")]
    [InlineData("models", "cognito-idp AdminDeleteUser " + Pool)]
    [InlineData("models", "cognito-idp AdminGetUser " + Pool)]
    [InlineData("models", "cognito-idp AdminUpdateUserAttributes " + Pool)]
    [InlineData("models", "apigateway POST /apikeys " + TaggedKey)]
    [InlineData("models", "apigateway POST /apikeys {}")]
    [InlineData("models", "apigateway GET /apikeys?includeValues=true")]
    [InlineData("models", "apigateway DELETE /apikeys/abc1234567")]
    [InlineData("models", "apigateway PATCH /apikeys/abc1234567 {}")]
    [InlineData("models", "apigateway POST /usageplans/{UsagePlanId}/keys {}")]
    [InlineData("models", "bedrock POST /inference-profiles {}")]
    [InlineData("models", "bedrock DELETE /inference-profiles/us.anthropic.claude-sonnet-4-6")]
    [InlineData("models", "lambda POST /2021-11-15/functions/BedrockGateway-models/response-streaming-invocations {}")]
    [InlineData("pre-signup", "cognito-idp AdminGetUser " + Pool)]
    [InlineData("pre-signup", "apigateway GET /apikeys")]
    [InlineData("pre-signup", "apigateway GET /apikeys/abc1234567")]
    [InlineData("pre-signup", "apigateway POST /apikeys {}")]
    [InlineData("pre-signup", "bedrock GET /foundation-models")]
    [InlineData("pre-signup", "bedrock POST /model/amazon.nova-lite-v1%3A0/invoke {}")]
    [InlineData("pre-signup", "logs PutLogEvents {\"logGroupName\":\"/other\",\"logStreamName\":\"s\"}")]
    public async Task CallThatTheFunctionMustNotMake_IsDenied(string function, string call) =>
        Assert.NotNull(await stack.Deployed.RefusalAsync(function, call));

    [Theory]
    [InlineData("accounts")]
    [InlineData("models")]
    [InlineData("pre-signup")]
    public async Task Log_IsTheFunctionsOwn(string function)
    {
        var groups = await stack.Deployed.LogGroupsAsync();
        var construct = function.Replace("-", "", StringComparison.Ordinal);
        var own = Assert.Single(groups, group => group.Contains(construct, StringComparison.OrdinalIgnoreCase));

        foreach (var group in groups)
        {
            var refusal = await stack.Deployed.RefusalAsync(
                function, $$"""logs PutLogEvents {"logGroupName":"{{group}}","logStreamName":"s","logEvents":[]}""");

            Assert.Equal(group == own, refusal is null);
        }
    }
}
