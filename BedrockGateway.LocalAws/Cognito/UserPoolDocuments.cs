using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// The two documents that verifiers of a pool's tokens read, unsigned: <c>GET /{poolId}/.well-known/jwks.json</c> and
/// <c>GET /{poolId}/.well-known/openid-configuration</c>.
/// </summary>
/// <remarks>
/// The issuer is AWS's address, as in the tokens; <c>jwks_uri</c> is on this edge, so that a verifier finds these keys.
/// Pools have no domain here, so that the endpoints of OAuth are named and answer nothing.
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
/// </remarks>
internal sealed class UserPoolDocuments(UserPoolStore store) : IAwsService
{
    private const string WellKnown = ".well-known";
    private const string Jwks = "jwks.json";
    private const string Configuration = "openid-configuration";

    public string Name => "cognito-idp";

    public IEnumerable<string> Operations => [Jwks, Configuration];

    public bool Claims(AwsCall call) =>
        HttpMethods.IsGet(call.Method) && Split(call) is [_, WellKnown, Jwks or Configuration];

    public string OperationOf(AwsCall call) => Split(call)[^1];

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c> (404): there is no such pool.</exception>
    public async Task HandleAsync(AwsCall call, CancellationToken cancellationToken)
    {
        var path = Split(call);
        var pool = store.Find(path[0])
            ?? throw new AwsFault(
                "ResourceNotFoundException", $"User pool {path[0]} does not exist.", HttpStatusCode.NotFound);
        var document = path[^1] == Jwks ? await KeysAsync(pool, cancellationToken) : Describe(pool, call.Http.Request);
        await WriteAsync(call, document, cancellationToken);
    }

    public Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken cancellationToken)
    {
        call.Http.Response.StatusCode = (int)fault.Status;
        call.Http.Response.Headers["x-amzn-ErrorType"] = fault.Code + ":";
        return WriteAsync(call, new() { ["message"] = fault.Message }, cancellationToken);
    }

    private static string[] Split(AwsCall call) => call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<JsonObject> KeysAsync(UserPool pool, CancellationToken cancellationToken)
    {
        var (id, access) = await pool.Keys.GetAsync(cancellationToken);
        return new() { ["keys"] = new JsonArray(id.ToJwk(), access.ToJwk()) };
    }

    private static JsonObject Describe(UserPool pool, HttpRequest request)
    {
        var here = $"{request.Scheme}://{request.Host}";
        return new()
        {
            ["authorization_endpoint"] = $"{here}/oauth2/authorize",
            ["end_session_endpoint"] = $"{here}/logout",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["issuer"] = pool.Issuer,
            ["jwks_uri"] = $"{here}/{pool.Id}/{WellKnown}/{Jwks}",
            ["response_types_supported"] = new JsonArray("code", "token"),
            ["revocation_endpoint"] = $"{here}/oauth2/revoke",
            ["scopes_supported"] = new JsonArray("openid", "email", "phone", "profile"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["token_endpoint"] = $"{here}/oauth2/token",
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_basic", "client_secret_post"),
            ["userinfo_endpoint"] = $"{here}/oauth2/userInfo",
        };
    }

    private static Task WriteAsync(AwsCall call, JsonObject document, CancellationToken cancellationToken)
    {
        call.Http.Response.ContentType = "application/json";
        call.Http.Response.Headers.AccessControlAllowOrigin = "*";
        return call.Http.Response.Body.WriteAsync(
            Encoding.UTF8.GetBytes(document.ToJsonString()), cancellationToken).AsTask();
    }
}
