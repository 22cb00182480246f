namespace BedrockGateway.Bench.Functions;

/// <summary>The environment of a function: Lambda's variables, and what the stack gives to <c>models</c>.</summary>
internal static class FunctionEnvironment
{
    public static IEnumerable<(string Name, string Value)> For(string runtimeApi, Uri upstream)
    {
        foreach (var name in (string[])["PATH", "HOME", "DOTNET_ROOT"])
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                yield return (name, value);
            }
        }

        yield return ("_HANDLER", "models");
        yield return ("AWS_LAMBDA_FUNCTION_NAME", "bench");
        yield return ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        yield return ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        yield return ("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        yield return ("AWS_REGION", "us-east-1");
        yield return ("AWS_ACCESS_KEY_ID", "bench");
        yield return ("AWS_SECRET_ACCESS_KEY", "bench");
        yield return ("AWS_ENDPOINT_URL", upstream.ToString().TrimEnd('/'));
        yield return ("AWS__Resources__UserPoolId", "us-east-1_EXAMPLE");
        yield return ("AWS__Resources__UserPoolClientId", GatewayEvent.ClientId);
        yield return ("AWS__Resources__RestApiId", "a1b2c3d4e5");
        yield return ("AWS__Resources__StageName", "prod");
        yield return ("AWS__Resources__UsagePlanId", "u1p2l3");
        yield return ("AWS__Resources__StackName", "Bench");
        yield return ("FLOOR_UPSTREAM_URL", new Uri(upstream, $"/model/{GatewayEvent.ModelId}/invoke").ToString());
    }
}
