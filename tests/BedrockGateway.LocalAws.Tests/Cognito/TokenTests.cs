using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class TokenTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    [Fact]
    public async Task IdToken_HasCognitosClaimsInCognitosTypes()
    {
        var pool = await cognito.CreatePoolAsync("{}", """{"ReadAttributes":null}""");
        var signedUp = await pool.AddUserAsync("someone@example.com");
        await cognito.CallAsync("AdminUpdateUserAttributes", Update(pool, "custom:api_key", "k-1"));
        await cognito.CallAsync("AdminUpdateUserAttributes", Update(pool, "email_verified", "true"));
        var now = cognito.Clock.GetUtcNow().ToUnixTimeSeconds();

        var claims = Payload((await pool.TokensAsync("someone@example.com"))["IdToken"]);

        var expected = new JsonObject
        {
            ["sub"] = signedUp["UserSub"],
            ["iss"] = $"https://cognito-idp.eu-west-1.amazonaws.com/{pool.PoolId}",
            ["event_id"] = (string)claims["event_id"]!,
            ["token_use"] = "id",
            ["auth_time"] = now,
            ["exp"] = now + 3600,
            ["iat"] = now,
            ["jti"] = (string)claims["jti"]!,
            ["origin_jti"] = (string)claims["origin_jti"]!,
            ["aud"] = pool.ClientId,
            ["cognito:username"] = "someone@example.com",
            ["email"] = "someone@example.com",
            ["custom:api_key"] = "k-1",
            ["email_verified"] = true,
        };
        Assert.True(JsonNode.DeepEquals(expected, claims), claims.ToJsonString());
    }

    [Fact]
    public async Task IdTokenOfAUserWhomAnAdminConfirmed_SaysThatTheAddressIsNotVerified()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("confirmed@example.com");

        var claims = Payload((await pool.TokensAsync("confirmed@example.com"))["IdToken"]);

        Assert.Equal("false", claims["email_verified"]!.ToJsonString());
    }

    [Fact]
    public async Task AccessToken_HasNoAudienceAndNoAttributes()
    {
        var pool = await cognito.CreatePoolAsync();
        var signedUp = await pool.AddUserAsync("someone@example.com");
        var now = cognito.Clock.GetUtcNow().ToUnixTimeSeconds();

        var tokens = await pool.TokensAsync("someone@example.com");

        var claims = Payload(tokens["AccessToken"]);
        var expected = new JsonObject
        {
            ["sub"] = signedUp["UserSub"],
            ["iss"] = $"https://cognito-idp.eu-west-1.amazonaws.com/{pool.PoolId}",
            ["event_id"] = (string)claims["event_id"]!,
            ["token_use"] = "access",
            ["auth_time"] = now,
            ["exp"] = now + 3600,
            ["iat"] = now,
            ["jti"] = (string)claims["jti"]!,
            ["origin_jti"] = (string)Payload(tokens["IdToken"])["origin_jti"]!,
            ["client_id"] = pool.ClientId,
            ["scope"] = "aws.cognito.signin.user.admin",
            ["username"] = "someone@example.com",
        };
        Assert.True(JsonNode.DeepEquals(expected, claims), claims.ToJsonString());
    }

    [Fact]
    public async Task ClientThatReadsLittle_GetsLittle()
    {
        var pool = await cognito.CreatePoolAsync("{}", """{"ReadAttributes":["name"],"EnableTokenRevocation":false}""");
        await pool.AddUserAsync("someone@example.com");

        var claims = Payload((await pool.TokensAsync("someone@example.com"))["IdToken"]);

        Assert.Equal(
            ["sub", "iss", "event_id", "token_use", "auth_time", "exp", "iat", "jti", "aud", "cognito:username"],
            claims.Select(claim => claim.Key));
    }

    [Fact]
    public async Task ForeignVerifier_AcceptsBothTokensByThePublishedKeys()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        var tokens = await pool.TokensAsync("someone@example.com");
        var discovery = await cognito.GetAsync($"/{pool.PoolId}/.well-known/openid-configuration");
        var published = await cognito.GetAsync(new Uri(discovery["jwks_uri"]).PathAndQuery);
        var keys = new JsonWebKeySet(published.Body.ToJsonString());
        var parameters = new TokenValidationParameters
        {
            ValidIssuer = discovery["issuer"],
            ValidAudience = pool.ClientId,
            IssuerSigningKeys = keys.Keys,
            ValidAlgorithms = ["RS256"],
            LifetimeValidator = (_, expires, _, _) => expires > cognito.Clock.GetUtcNow().UtcDateTime,
        };

        var id = await new JsonWebTokenHandler().ValidateTokenAsync(tokens["IdToken"]!.ToString(), parameters);
#pragma warning disable CA5404 // Cognito's access tokens have no audience.
        parameters.ValidateAudience = false;
#pragma warning restore CA5404
        var access = await new JsonWebTokenHandler().ValidateTokenAsync(tokens["AccessToken"]!.ToString(), parameters);

        Assert.True(id.IsValid, id.Exception?.Message);
        Assert.True(access.IsValid, access.Exception?.Message);
        Assert.Equal(
            [((JsonWebToken)id.SecurityToken).Kid, ((JsonWebToken)access.SecurityToken).Kid],
            keys.Keys.Select(key => key.Kid));
        Assert.Equal("https://cognito-idp.eu-west-1.amazonaws.com/" + pool.PoolId, discovery["issuer"]);
        Assert.Equal(
            """{"kid":"K","alg":"RS256"}""",
            Header(tokens["IdToken"]).Replace(keys.Keys[0].Kid, "K", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_AreTwoRsaKeysOf2048Bits()
    {
        var pool = await cognito.CreatePoolAsync();

        var reply = await cognito.GetAsync($"/{pool.PoolId}/.well-known/jwks.json");

        var keys = reply.Body["keys"]!.AsArray();
        Assert.Equal(2, keys.Count);
        Assert.All(keys, key =>
        {
            Assert.Equal(["alg", "e", "kid", "kty", "n", "use"], key!.AsObject().Select(member => member.Key));
            Assert.Equal(
                ("RS256", "AQAB", "RSA", "sig"),
                ((string)key["alg"]!, (string)key["e"]!, (string)key["kty"]!, (string)key["use"]!));
            Assert.Equal(256, Base64Url.DecodeFromChars((string)key["n"]!).Length);
        });
    }

    [Fact]
    public async Task DocumentsOfAnUnknownPool_AreNotFound()
    {
        var reply = await cognito.GetAsync("/eu-west-1_absent123/.well-known/jwks.json");

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal("""{"message":"User pool eu-west-1_absent123 does not exist."}""", reply.Body.ToJsonString());
    }

    [Fact]
    public async Task Verify_ReturnsTheClaimsUntilTheTokenExpires()
    {
        var (pool, token) = await TokenAsync();
        string[] pools = [pool.Pool.Attributes["Arn"]];

        var verdict = cognito.Tokens.Verify(pools, token);
        cognito.Clock.Advance(TimeSpan.FromHours(1));
        var late = cognito.Tokens.Verify(pools, token);

        Assert.Equal(TokenStatus.Valid, verdict.Status);
        Assert.Equal("someone@example.com", (string?)verdict.Claims!["email"]);
        Assert.Equal(new TokenVerdict(TokenStatus.Expired, null), late);
    }

    [Fact]
    public async Task Verify_RefusesATokenOfAPoolThatIsNotNamed()
    {
        var (_, token) = await TokenAsync();
        var other = await cognito.CreatePoolAsync();
        await other.AddUserAsync("someone@example.com");
        await other.TokensAsync("someone@example.com");

        var invalid = new TokenVerdict(TokenStatus.Invalid, null);
        Assert.Equal(invalid, cognito.Tokens.Verify([other.Pool.Attributes["Arn"]], token));
        Assert.Equal(invalid, cognito.Tokens.Verify([], token));
    }

    [Fact]
    public async Task Verify_RefusesEveryForgery()
    {
        var (pool, token) = await TokenAsync();
        string[] pools = [pool.Pool.Attributes["Arn"]];
        var parts = token.Split('.');
        var kid = new JsonWebToken(token).Kid;
        var jwks = await cognito.GetAsync($"/{pool.PoolId}/.well-known/jwks.json");
        var publicKey = Encoding.UTF8.GetBytes((string)jwks.Body["keys"]![0]!["n"]!);
        var hmacHead = $"{Encode($$"""{"kid":"{{kid}}","alg":"HS256"}""")}.{parts[1]}";
        string[] forgeries =
        [
            string.Empty,
            "..",
            "garbage",
            "a.b.c",
            $"{parts[0]}.{parts[1]}",
            $"{parts[0]}.{parts[1]}.",
            $"{token}.{parts[2]}",
            $"{parts[0]}.{Encode("""{"sub":"someone else"}""")}.{parts[2]}",
            $"{Encode("""{"alg":"none"}""")}.{parts[1]}.",
            $"{Encode($$"""{"kid":"{{kid}}","alg":"none"}""")}.{parts[1]}.{parts[2]}",
            $"{hmacHead}.{Base64Url.EncodeToString(HMACSHA256.HashData(publicKey, Encoding.ASCII.GetBytes(hmacHead)))}",
            $"{Encode("""{"kid":"unknown","alg":"RS256"}""")}.{parts[1]}.{parts[2]}",
            $"{Encode($$"""{"kid":"{{kid}}","alg":"RS256","crit":["x"]}""")}.{parts[1]}.{parts[2]}",
            $"{Encode("[]")}.{parts[1]}.{parts[2]}",
            SignedByAnother(kid, parts[1]),
            new string('a', 20_000),
        ];

        Assert.All(forgeries, forgery =>
            Assert.Equal(new TokenVerdict(TokenStatus.Invalid, null), cognito.Tokens.Verify(pools, forgery)));
        Assert.Equal(TokenStatus.Valid, cognito.Tokens.Verify(pools, token).Status);
    }

    private static string SignedByAnother(string kid, string payload)
    {
        using var rsa = RSA.Create(2048);
        var head = $"{Encode($$"""{"kid":"{{kid}}","alg":"RS256"}""")}.{payload}";
        var signature = rsa.SignData(
            Encoding.ASCII.GetBytes(head), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{head}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static string Header(JsonNode? token) =>
        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token!.ToString().Split('.')[0]));

    private static JsonObject Payload(JsonNode? token) =>
        JsonNode.Parse(Base64Url.DecodeFromChars(token!.ToString().Split('.')[1]))!.AsObject();

    private static JsonObject Update(TestPool pool, string name, string value)
    {
        var body = pool.Named("someone@example.com");
        body["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = name, ["Value"] = value });
        return body;
    }

    private async Task<(TestPool Pool, string IdToken)> TokenAsync()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        return (pool, (await pool.TokensAsync("someone@example.com"))["IdToken"]!.ToString());
    }
}
