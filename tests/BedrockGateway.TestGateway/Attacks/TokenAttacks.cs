using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.TestGateway.Attacks;

/// <summary>What one can try with a token of one's own and what the pool publishes. All of it is refused.</summary>
/// <remarks>Sources: RFC 8725, RFC 7515, RFC 7519, RFC 9110.</remarks>
internal static class TokenAttacks
{
    public static IReadOnlyList<TokenAttack> All { get; } =
        [.. Algorithms(), .. Claims(), .. Keys(), .. Shapes(), .. Headers(), .. Malformed()];

    /// <summary>For theories: the names alone, so that each is a test of its own.</summary>
    public static TheoryData<string> Names() => [.. All.Select(attack => attack.Name)];

    public static TokenAttack Named(string name) => All.Single(attack => attack.Name == name);

    private static IEnumerable<TokenAttack> Algorithms()
    {
        foreach (var algorithm in new[] { "none", "None", "NONE", "nOnE", "" })
        {
            yield return One(
                $"alg '{algorithm}' without signature", token => token.Unsigned(WithAlg(token, algorithm)));
            yield return One(
                $"alg '{algorithm}' with the signature", token => token.With(header: WithAlg(token, algorithm)));
        }

        foreach (var algorithm in new[] { "RS384", "PS256", "ES256", "HS256", "rs256" })
        {
            yield return One(
                $"alg {algorithm} with the signature", token => token.With(header: WithAlg(token, algorithm)));
        }

        yield return One("no alg", token => token.With(header: $$"""{"kid":"{{token.Kid}}"}"""));
        yield return One("alg null", token => token.With(header: $$"""{"kid":"{{token.Kid}}","alg":null}"""));
        yield return Hs256("PEM", token => Encoding.ASCII.GetBytes(token.PublicKeyPem()));
        yield return Hs256("PEM and line feed", token => Encoding.ASCII.GetBytes(token.PublicKeyPem() + "\n"));
        yield return Hs256("DER", token => token.PublicKeyDer());
        yield return Hs256("modulus", token => token.PublicKey.Modulus!);
        yield return Hs256("JWK", token => Encoding.ASCII.GetBytes(token.PublicJwk().ToJsonString()));
        yield return Hs256("nothing", _ => []);
    }

    private static IEnumerable<TokenAttack> Claims()
    {
        yield return One("access token", token => token.AccessToken);
        yield return Claim("sub", "00000000-0000-0000-0000-000000000000");
        yield return Claim("email", "eve@example.com");
        yield return Claim("custom:api_key", "another-key-another-key-another-key");
        yield return Claim("cognito:groups", new JsonArray("admins"));
        yield return Claim("exp", 4_102_444_800);
        yield return Claim("aud", "another-client");
        yield return Claim("token_use", "access");
        yield return One("claims twice", token =>
            token.With(claims: $$"""{"sub":"eve",{{token.Claims().ToJsonString()[1..]}}"""));
        yield return One("deflated claims", token => Deflated(token));
        yield return One("claims that are no object", token => token.With(claims: "[]"));
        yield return One("no claims", token => $"{token.Parts[0]}..{token.Parts[2]}");
    }

    private static IEnumerable<TokenAttack> Keys()
    {
        foreach (var kid in new[]
        {
            "absent", "", "../../../../../../dev/null", "/dev/null", "' OR '1'='1", "http://127.0.0.1:9/jwks.json",
        })
        {
            yield return One($"kid {kid}", token => token.SignedWithOwnKey(Head("RS256", kid)));
            yield return One(
                $"kid {kid} with an empty secret", token => token.SignedWithSecret(Head("HS256", kid), []));
        }

        yield return One("no kid", token => token.SignedWithOwnKey("""{"alg":"RS256"}"""));
        yield return One("kid that is a list", token =>
            token.With(header: $$"""{"alg":"RS256","kid":["{{token.Kid}}"]}"""));
        yield return Own("its kid", _ => { });
        yield return Own("jwk", header => header["jwk"] = GenuineToken.OwnJwk.DeepClone());
        yield return Own("jwk and no kid", header =>
        {
            header.Remove("kid");
            header["jwk"] = GenuineToken.OwnJwk.DeepClone();
        });
        yield return Own("jku", header => header["jku"] = "http://127.0.0.1:9/jwks.json");
        yield return Own("jku below the issuer", header => header["jku"] = "https://cognito-idp.example.com/jwks.json");
        yield return Own("x5u", header => header["x5u"] = "http://127.0.0.1:9/certificate.pem");
        yield return Own("x5c", header => header["x5c"] = new JsonArray("bm90IGEgY2VydGlmaWNhdGU="));
    }

    private static IEnumerable<TokenAttack> Shapes()
    {
        yield return One("empty signature", token => token.WithSignature(""));
        yield return One("short signature", token => token.WithSignature("AAAA"));
        yield return One("signature of zeros", token => token.WithSignature(Base64Url.EncodeToString(new byte[256])));
        yield return One("signature with padding", token => $"{token.IdToken}==");
        yield return One("signature with a tab in it", token =>
            token.WithSignature($"{token.Parts[2][..9]}\t{token.Parts[2][9..]}"));
        yield return One("two parts", token => $"{token.Parts[0]}.{token.Parts[1]}");
        yield return One("four parts", token => $"{token.IdToken}.{token.Parts[2]}");
        yield return One("five parts", token => $"{token.IdToken}.{token.Parts[1]}.{token.Parts[2]}");
        yield return One("alg twice", token =>
            token.With(header: $$"""{"alg":"none","kid":"{{token.Kid}}","alg":"RS256"}"""));
        yield return One("crit", token =>
            token.With(header: $$"""{"alg":"RS256","kid":"{{token.Kid}}","crit":["exp"]}"""));
        yield return One("JSON serialization", token =>
            $$"""{"protected":"{{token.Parts[0]}}","payload":"{{token.Parts[1]}}","signature":"{{token.Parts[2]}}"}""");
        yield return One("percent-encoded dots", token =>
            token.IdToken.Replace(".", "%2E", StringComparison.Ordinal));
    }

    private static IEnumerable<TokenAttack> Headers()
    {
        yield return One("Bearer twice", token => $"Bearer Bearer {token.IdToken}");
        yield return One("Basic", token => $"Basic {token.IdToken}");
        yield return One("Bearer and a tab", token => $"Bearer\t{token.IdToken}");
        yield return One("token and a remark", token => $"{token.IdToken} admin");
        yield return One("list of two", token => $"{token.IdToken}, {token.IdToken}");
        yield return One("list, the second genuine", token => $"Bearer garbage, Bearer {token.IdToken}");
        yield return One("list, the first genuine", token => $"Bearer {token.IdToken},Bearer garbage");
        yield return new("two headers, the first genuine", token => [token.IdToken, "garbage"]);
        yield return new("two headers, the second genuine", token => ["garbage", token.IdToken]);
        yield return new("two headers, both genuine", token => [token.IdToken, token.IdToken]);
        yield return new("smuggled second header", token => [$"garbage\r\nAuthorization: {token.IdToken}"]);
    }

    private static IEnumerable<TokenAttack> Malformed()
    {
        yield return Broken("folded line", token => $"{token.Parts[0]}.\r\n {token.Parts[1]}.{token.Parts[2]}");
        yield return Broken("bare carriage return", token => $"garbage\rAuthorization: {token.IdToken}");
        yield return Broken("bare line feed", token => $"garbage\nAuthorization: {token.IdToken}");
        yield return Broken("zero byte", token => $"{token.IdToken}\0");
        yield return Broken("beyond ASCII", token => $"{token.IdToken}\u00e9");
        foreach (var kilobytes in new[] { 8, 11, 40 })
        {
            yield return Broken($"{kilobytes} KB of claims", token => token.With(claims: Padded(token, kilobytes)));
            yield return Broken($"{kilobytes} KB of garbage", _ => new string('a', kilobytes * 1024));
        }
    }

    private static TokenAttack One(string name, Func<GenuineToken, string> authorization) =>
        new(name, token => [authorization(token)]);

    private static TokenAttack Broken(string name, Func<GenuineToken, string> authorization) =>
        new(name, token => [authorization(token)], IsMalformed: true);

    private static TokenAttack Hs256(string name, Func<GenuineToken, byte[]> secret) => One(
        $"HS256 with the public key as secret: {name}",
        token => token.SignedWithSecret(Head("HS256", token.Kid), secret(token)));

    private static TokenAttack Claim(string name, JsonNode value) => One($"another {name}", token =>
    {
        var claims = token.Claims();
        claims[name] = value.DeepClone();
        return token.With(claims: claims.ToJsonString());
    });

    private static TokenAttack Own(string name, Action<JsonObject> change) =>
        One($"a key of one's own by {name}", token =>
        {
            var header = token.Header();
            change(header);
            return token.SignedWithOwnKey(header.ToJsonString());
        });

    private static string WithAlg(GenuineToken token, string algorithm) => Head(algorithm, token.Kid);

    private static string Head(string algorithm, string kid) =>
        new JsonObject { ["alg"] = algorithm, ["kid"] = kid }.ToJsonString();

    private static string Padded(GenuineToken token, int kilobytes)
    {
        var claims = token.Claims();
        claims["padding"] = new string('a', kilobytes * 768);
        return claims.ToJsonString();
    }

    // {"alg":"RS256","kid":"...","zip":"DEF"} and claims that are what it says
    private static string Deflated(GenuineToken token)
    {
        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Optimal))
        {
            deflate.Write(Base64Url.DecodeFromChars(token.Parts[1]));
        }

        var header = token.Header();
        header["zip"] = "DEF";
        var claims = Base64Url.EncodeToString(deflated.ToArray());
        return $"{GenuineToken.Encode(header.ToJsonString())}.{claims}.{token.Parts[2]}";
    }
}
