namespace BedrockGateway.Infra.Tests;

/// <summary>Everything that the template's roles may do. A new line here is a decision, not a formality.</summary>
public sealed class RoleStatementTests
{
    private const string Accounts = "AccountsHandlerRole9933291B";
    private const string Models = "ModelsHandlerRole86513F71";
    private const string PreSignup = "PreSignupTriggerRoleD613B001";

    private const string ApiLogs = "ApiLogsRole8DB4E981";
    private const string Traces = "xray:PutTelemetryRecords, xray:PutTraceSegments";

    private const string Gateway = "arn:${AWS::Partition}:apigateway:${AWS::Region}::";
    private const string KeyTags =
        Gateway + "/tags/arn%3A${AWS::Partition}%3Aapigateway%3A${AWS::Region}%3A%3A%2Fapikeys%2F*";

    private const string AnyModel = "arn:${AWS::Partition}:bedrock:*::foundation-model/";
    private const string Profile =
        "arn:${AWS::Partition}:bedrock:${AWS::Region}:${AWS::AccountId}:inference-profile/";

    private const string Application =
        "arn:${AWS::Partition}:bedrock:${AWS::Region}:${AWS::AccountId}:application-inference-profile/";

    private const string Guardrails = "arn:${AWS::Partition}:bedrock:${AWS::Region}:${AWS::AccountId}:guardrail/*";
    private const string Calls = "bedrock:InvokeModel, bedrock:InvokeModelWithResponseStream";
    private const string Named = "bedrock:CountTokens, bedrock:GetInferenceProfile, " + Calls;

    [Fact]
    public void Roles_MayDoThisAndNothingElse()
    {
        var template = SynthesizedStack.Template(new() { OrganizationDomain = "example.com" });

        Assert.Equal(
            [
                $"{Accounts} is assumed: Allow sts:AssumeRole by lambda.amazonaws.com",
                $"{Accounts}: Allow apigateway:DELETE on {Gateway}/usageplans/${{PlanUsagePlan48B040F1}}/keys/*, "
                    + $"{Gateway}/apikeys/*, {KeyTags}",
                $"{Accounts}: Allow apigateway:GET on {Gateway}/usageplans/${{PlanUsagePlan48B040F1}}/usage, "
                    + $"{Gateway}/apikeys, {Gateway}/apikeys/*, {Gateway}/usageplans",
                $"{Accounts}: Allow apigateway:PATCH on {Gateway}/usageplans/${{PlanUsagePlan48B040F1}}/keys/*/usage, "
                    + $"{Gateway}/apikeys/*",
                $"{Accounts}: Allow apigateway:POST on {Gateway}/usageplans/${{PlanUsagePlan48B040F1}}/keys, "
                    + $"{Gateway}/apikeys",
                $"{Accounts}: Allow apigateway:PUT on {KeyTags}",
                $"{Accounts}: Allow cognito-idp:AdminAddUserToGroup, cognito-idp:AdminCreateUser, "
                    + "cognito-idp:AdminDeleteUser, cognito-idp:AdminDisableUser, cognito-idp:AdminEnableUser, "
                    + "cognito-idp:AdminGetUser, cognito-idp:AdminListGroupsForUser, "
                    + "cognito-idp:AdminRemoveUserFromGroup, cognito-idp:AdminSetUserMFAPreference, "
                    + "cognito-idp:AdminUpdateUserAttributes, cognito-idp:AdminUserGlobalSignOut, "
                    + "cognito-idp:ListUsers, cognito-idp:ListUsersInGroup on ${UsersPoolBFC35D3B.Arn}",
                $"{Accounts}: Allow logs:CreateLogStream, logs:PutLogEvents on ${{AccountsHandlerLogsF5A360A5.Arn}}",
                $"{Accounts}: Allow {Traces} on *",
                $"{ApiLogs} is assumed: Allow sts:AssumeRole by apigateway.amazonaws.com",
                $"{ApiLogs}: arn:${{AWS::Partition}}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",
                $"{Models} is assumed: Allow sts:AssumeRole by lambda.amazonaws.com",
                $"{Models}: Allow apigateway:GET on {Gateway}/apikeys/*",
                $"{Models}: Allow bedrock:ApplyGuardrail on {Guardrails}",
                $"{Models}: Allow {Named} on {Application}*, {Profile}*, {AnyModel}*",
                $"{Models}: Allow bedrock:ListFoundationModels, bedrock:ListInferenceProfiles, {Traces} on *",
                $"{Models}: Allow logs:CreateLogStream, logs:PutLogEvents on ${{ModelsHandlerLogs28E72A24.Arn}}",
                $"{PreSignup} is assumed: Allow sts:AssumeRole by lambda.amazonaws.com",
                $"{PreSignup}: Allow logs:CreateLogStream, logs:PutLogEvents on ${{PreSignupTriggerLogs16E6665D.Arn}}",
                $"{PreSignup}: Allow {Traces} on *",
            ],
            StatementText.Of(template).Order(StringComparer.Ordinal));
        Assert.Empty(template.Resources("AWS::IAM::ManagedPolicy"));
    }

    [Fact]
    public void AllowedModels_AreNamedInThePolicyAndTheFunction()
    {
        const string Patterns =
            "anthropic.claude-*,amazon.nova-lite-v1:0,application-inference-profile/a1b2c3d4e5f6";

        var template = SynthesizedStack.Template(new() { AllowedModels = Patterns });

        Assert.Equal(
            [
                $"{Models}: Allow {Named} on {Application}a1b2c3d4e5f6, "
                    + $"{Profile}*.amazon.nova-lite-v1:0, {Profile}*.anthropic.claude-*, "
                    + $"{Profile}anthropic.claude-*, {AnyModel}amazon.nova-lite-v1:0, {AnyModel}anthropic.claude-*",
                $"{Models}: Allow {Calls} on {Profile}*, {AnyModel}* Condition {{StringLike: "
                    + $"{{bedrock:InferenceProfileArn: [{Profile}anthropic.claude-*, {Application}a1b2c3d4e5f6]}}}}",
            ],
            StatementText.Of(template)
                .Where(line => line.Contains("InvokeModel", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            Patterns,
            Assert.Single(
                template.Resources("AWS::Lambda::Function")
                    .Select(function => (string?)function.Properties["Environment"]?["Variables"]?["ALLOWED_MODELS"])
                    .OfType<string>()));
    }

    // 10,240 characters are the most that a role's own policies may have.
    [Fact]
    public void LongestListOfModels_FitsIntoARolesPolicies()
    {
        var settings = GatewaySettings.Read(name => name switch
        {
            "ALLOWED_MODELS" => string.Join(',', Enumerable.Range(10, 20).Select(i => $"{i}.{new string('a', 44)}.*")),
            "STACK_NAME" => new string('a', 50),
            _ => null,
        });

        var policy = string.Concat(StatementText.Of(SynthesizedStack.Template(settings))
                .Where(line => line.StartsWith($"{Models}: ", StringComparison.Ordinal)))
            .Replace("${AWS::Partition}", "aws-us-gov", StringComparison.Ordinal)
            .Replace("${AWS::Region}", "ap-southeast-4", StringComparison.Ordinal)
            .Replace("${AWS::AccountId}", "000000000000", StringComparison.Ordinal)
            .Replace(", ", "\",\"", StringComparison.Ordinal);
        Assert.InRange(policy.Length, 5_000, 10_000);
    }
}
