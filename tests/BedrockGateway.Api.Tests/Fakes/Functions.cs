namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>The environment that Lambda gives a function of the stack.</summary>
internal static class Functions
{
    public static Dictionary<string, string> Environment(string handler, string runtimeApi) => new()
    {
        ["AWS_LAMBDA_FUNCTION_NAME"] = $"test-stack-{handler}",
        ["_HANDLER"] = handler,
        ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
        ["ORGANIZATION_DOMAIN"] = "example.com",
        ["AWS__Resources__UserPoolId"] = UserPool.PoolId,
        ["AWS__Resources__UserPoolClientId"] = UserPool.ClientId,
        ["AWS__Resources__RestApiId"] = FakeApiGateway.ApiId,
        ["AWS__Resources__StageName"] = FakeApiGateway.Stage,
        ["AWS__Resources__UsagePlanId"] = FakeApiGateway.PlanId,
        ["AWS__Resources__StackName"] = Gateway.Stack,
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
    };
}
