namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary><c>POST /runtime/init/error</c>: a process could not start and is about to exit.</summary>
internal static class InitError
{
    private const int MaxErrorBytes = 1024 * 1024;

    public static async Task HandleAsync(HttpContext http, FunctionRuntime runtime)
    {
        var error = await RuntimeApiBody.ReadAsync(http, MaxErrorBytes);
        runtime.FailInit(error ?? LambdaError.Serialize("Runtime.InitError", "The report was too large."));
        await RuntimeApiReply.AcceptedAsync(http);
    }
}
