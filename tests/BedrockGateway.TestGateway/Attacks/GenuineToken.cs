using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.TestGateway.Attacks;

/// <summary>What somebody has who attacks with a login of their own: the tokens, and the pool's public key.</summary>
/// <param name="IdToken">A token that gets in.</param>
/// <param name="AccessToken">The one that came with it, which does not.</param>
/// <param name="PublicKey">What the pool publishes of the key that signed the ID token.</param>
internal sealed record GenuineToken(string IdToken, string AccessToken, RSAParameters PublicKey)
{
    /// <summary>The key of whoever attacks. One for all: making one takes longer than most attacks.</summary>
    private static readonly RSA OwnKey = RSA.Create(2048);

    public static JsonObject OwnJwk { get; } = JwkOf(OwnKey.ExportParameters(includePrivateParameters: false));

    public string[] Parts { get; } = IdToken.Split('.');

    public string Kid => (string)Header()["kid"]!;

    /// <summary>What is signed; the first two parts.</summary>
    private string Signed => $"{Parts[0]}.{Parts[1]}";

    /// <summary>Reads what the pool publishes of the key that signed an ID token.</summary>
    /// <param name="idToken">The ID token.</param>
    /// <param name="accessToken">The one that came with it.</param>
    /// <param name="whereIs">Where an address of AWS's is reached, such as at an emulator.</param>
    public static async Task<GenuineToken> FetchAsync(string idToken, string accessToken, Func<Uri, Uri> whereIs)
    {
        var found = new GenuineToken(idToken, accessToken, default);
        var pool = whereIs(new((string)found.Claims()["iss"]!));
        using var http = new HttpClient();
        var set = JsonNode.Parse(await http.GetStringAsync(
            new Uri($"{pool}/.well-known/jwks.json"), TestContext.Current.CancellationToken))!;
        var key = set["keys"]!.AsArray().Single(key => (string)key!["kid"]! == found.Kid)!;
        return found with
        {
            PublicKey = new()
            {
                Exponent = Base64Url.DecodeFromChars((string)key["e"]!),
                Modulus = Base64Url.DecodeFromChars((string)key["n"]!),
            },
        };
    }

    /// <summary>The header, to be changed.</summary>
    public JsonObject Header() => JsonNode.Parse(Base64Url.DecodeFromChars(Parts[0]))!.AsObject();

    /// <summary>The claims, to be changed.</summary>
    public JsonObject Claims() => JsonNode.Parse(Base64Url.DecodeFromChars(Parts[1]))!.AsObject();

    /// <summary>Other bytes under the genuine signature.</summary>
    public string With(string? header = null, string? claims = null) =>
        $"{(header is null ? Parts[0] : Encode(header))}.{(claims is null ? Parts[1] : Encode(claims))}.{Parts[2]}";

    /// <summary>The genuine claims under another header and without a signature.</summary>
    public string Unsigned(string header) => $"{Encode(header)}.{Parts[1]}.";

    /// <summary>The genuine claims under another header, signed with a secret.</summary>
    public string SignedWithSecret(string header, ReadOnlySpan<byte> secret)
    {
        var signed = $"{Encode(header)}.{Parts[1]}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>The genuine claims under another header, signed with a key of the attacker's.</summary>
    public string SignedWithOwnKey(string header)
    {
        var signed = $"{Encode(header)}.{Parts[1]}";
        var signature = OwnKey.SignData(
            Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public string WithSignature(string signature) => $"{Signed}.{signature}";

    public byte[] PublicKeyDer()
    {
        using var rsa = RSA.Create(PublicKey);
        return rsa.ExportSubjectPublicKeyInfo();
    }

    public string PublicKeyPem()
    {
        using var rsa = RSA.Create(PublicKey);
        return rsa.ExportSubjectPublicKeyInfoPem();
    }

    public JsonObject PublicJwk() => JwkOf(PublicKey);

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static JsonObject JwkOf(RSAParameters key) => new()
    {
        ["kty"] = "RSA",
        ["e"] = Base64Url.EncodeToString(key.Exponent),
        ["n"] = Base64Url.EncodeToString(key.Modulus),
    };
}
