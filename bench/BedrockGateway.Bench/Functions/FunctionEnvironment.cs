using BedrockGateway.Bench.Machine;

namespace BedrockGateway.Bench.Functions;

/// <summary>The environment of a function: Lambda's variables, and what the stack gives to <c>models</c>.</summary>
internal static class FunctionEnvironment
{
    public static IEnumerable<(string Name, string Value)> For(string runtimeApi, Uri upstream) =>
    [
        .. StackEnvironment.For(upstream),
        ("_HANDLER", "models"),
        ("AWS_LAMBDA_FUNCTION_NAME", "bench"),
        ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
        ("AWS_LAMBDA_RUNTIME_API", runtimeApi),
        ("FLOOR_UPSTREAM_URL", new Uri(upstream, $"/model/{GatewayEvent.ModelId}/invoke").ToString()),
    ];
}
