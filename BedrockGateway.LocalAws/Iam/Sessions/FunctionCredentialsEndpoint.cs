using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Iam.Sessions;

/// <summary>
/// <c>GET /_local/functions/{name}/credentials</c>: the environment of a function's process that says who it is.
/// </summary>
internal static class FunctionCredentialsEndpoint
{
    public static void MapFunctionCredentials(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/_local/functions/{name}/credentials", (RequestDelegate)HandleAsync);

    private static Task HandleAsync(HttpContext http)
    {
        var name = (string)http.GetRouteValue("name")!;
        var credentials = http.RequestServices.GetRequiredService<SessionStore>().CredentialsOf(name);
        return http.Response.WriteAsJsonAsync(
            new(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken),
            SessionsJsonContext.Default.CredentialsEnvironment,
            cancellationToken: http.RequestAborted);
    }
}

internal sealed record CredentialsEnvironment(
    [property: JsonPropertyName("AWS_ACCESS_KEY_ID")] string AccessKeyId,
    [property: JsonPropertyName("AWS_SECRET_ACCESS_KEY")] string SecretAccessKey,
    [property: JsonPropertyName("AWS_SESSION_TOKEN")] string SessionToken);

[JsonSerializable(typeof(CredentialsEnvironment))]
internal sealed partial class SessionsJsonContext : JsonSerializerContext;
