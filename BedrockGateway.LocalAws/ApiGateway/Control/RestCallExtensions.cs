using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>What several operations read or answer alike.</summary>
internal static class RestCallExtensions
{
    public static bool IsTrue(this RestCall call, string query) => call.Query(query) is "true" or "True";

    /// <summary>202 without a body, the reply to a deletion.</summary>
    public static Task AcceptAsync(this RestCall call) => call.EmptyAsync(StatusCodes.Status202Accepted);

    public static Task EmptyAsync(this RestCall call, int status)
    {
        call.Http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
