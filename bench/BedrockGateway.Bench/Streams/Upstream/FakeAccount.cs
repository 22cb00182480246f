using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.Bench.Machine;

namespace BedrockGateway.Bench.Streams.Upstream;

/// <summary>One user, with a token that the pool has signed and a key in a plan without limits.</summary>
internal sealed class FakeAccount : IDisposable
{
    public const string ApiKey = "bench-api-key-of-no-account-0123456789ab";

    private const string Subject = "0c3dc5a8-7b61-11e6-9a41-93e8deadbeef";
    private const string KeyId = "bench";

    private readonly RSA _key = RSA.Create(2048);

    /// <summary>Reply with the pool's public keys.</summary>
    public byte[] SigningKeys() => WholeReplies.Json(new JsonObject
    {
        ["keys"] = new JsonArray(new JsonObject
        {
            ["alg"] = "RS256",
            ["e"] = Base64Url.EncodeToString(_key.ExportParameters(includePrivateParameters: false).Exponent),
            ["kid"] = KeyId,
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(_key.ExportParameters(includePrivateParameters: false).Modulus),
            ["use"] = "sig",
        }),
    }.ToJsonString());

    /// <summary>Reply with the user's key.</summary>
    public static byte[] Keys { get; } = WholeReplies.Json(
        $$"""
        {"item":[{"id":"k1e2y3i4d5","name":"{{StackEnvironment.StackName}}-{{Subject}}","value":"{{ApiKey}}",
        "enabled":true}]}
        """);

    /// <summary>Reply with the key's plan.</summary>
    public static byte[] Plans { get; } = WholeReplies.Json(
        $$"""
        {"item":[{"id":"{{StackEnvironment.UsagePlanId}}","name":"bench",
        "apiStages":[{"apiId":"{{StackEnvironment.RestApiId}}","stage":"{{StackEnvironment.StageName}}"}]}]}
        """);

    /// <summary>An ID token, as long as Cognito's are, that holds for a day.</summary>
    public string IdToken(TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var head = new JsonObject { ["kid"] = KeyId, ["alg"] = "RS256" };
        var claims = new JsonObject
        {
            ["sub"] = Subject,
            ["email_verified"] = true,
            ["custom:api_key"] = ApiKey,
            ["iss"] = $"https://cognito-idp.us-east-1.amazonaws.com/{StackEnvironment.PoolId}",
            ["cognito:username"] = Subject,
            ["origin_jti"] = "5c7a7d6e-9b3f-4d0e-8f5b-1a2b3c4d5e6f",
            ["aud"] = StackEnvironment.ClientId,
            ["event_id"] = "0b6f1c52-2a44-4b8d-9d3b-6e0f8a7c1d2e",
            ["token_use"] = "id",
            ["auth_time"] = now,
            ["name"] = "Ada Example",
            ["exp"] = now + (24 * 60 * 60),
            ["iat"] = now,
            ["jti"] = "f0e1d2c3-b4a5-4697-8879-6a5b4c3d2e1f",
            ["email"] = "ada@example.com",
        };
        var signed = $"{Encode(head)}.{Encode(claims)}";
        var signature = _key.SignData(
            Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose() => _key.Dispose();

    private static string Encode(JsonObject part) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
