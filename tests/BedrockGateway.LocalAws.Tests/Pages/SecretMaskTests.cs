using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Pages.Masking;

namespace BedrockGateway.LocalAws.Tests.Pages;

public sealed class SecretMaskTests
{
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln";

    [Theory]
    [InlineData(
        """
        {"headers":{"Authorization":"abc","x-api-key":"k","Accept":"*/*"},
         "multiValueHeaders":{"Cookie":["a","b"]}}
        """,
        """
        {"headers":{"Authorization":"••••••","x-api-key":"••••••","Accept":"*/*"},
         "multiValueHeaders":{"Cookie":["••••••","••••••"]}}
        """)]
    [InlineData(
        """
        {"requestContext":{"authorizer":{"claims":{"custom:api_key":"k","email":"a@b.c"}},
         "identity":{"apiKey":"k","apiKeyId":"i"}}}
        """,
        """
        {"requestContext":{"authorizer":{"claims":{"custom:api_key":"••••••","email":"a@b.c"}},
         "identity":{"apiKey":"••••••","apiKeyId":"i"}}}
        """)]
    [InlineData(
        """{"body":"{\"email\":\"a@b.c\",\"password\":\"p\"}"}""",
        """{"body":"{\"email\":\"a@b.c\",\"password\":\"••••••\"}"}""")]
    [InlineData(
        """{"body":"{\"data\":{\"API Key\":\"k\"},\"IdToken\":\"t\",\"ExpiresIn\":3600}"}""",
        """{"body":"{\"data\":{\"API Key\":\"••••••\"},\"IdToken\":\"••••••\",\"ExpiresIn\":3600}"}""")]
    [InlineData("""{"body":"{ \"modelId\" : \"m\" }"}""", """{"body":"{ \"modelId\" : \"m\" }"}""")]
    [InlineData("""{"body":"email=a@b.c&password=p"}""", """{"body":"••••••"}""")]
    [InlineData("""{"body":"{\"password\":\"p\""}""", """{"body":"••••••"}""")]
    [InlineData("""{"body":"{\"a\":1,\"a\":2,\"password\":\"p\"}"}""", """{"body":"••••••"}""")]
    [InlineData("""{"body":"hello"}""", """{"body":"hello"}""")]
    // {"password":"p"}, and "hello".
    [InlineData(
        """{"body":"eyJwYXNzd29yZCI6InAifQ==","isBase64Encoded":true}""",
        """{"body":"••••••","isBase64Encoded":true}""")]
    [InlineData(
        """{"body":"aGVsbG8=","isBase64Encoded":true}""", """{"body":"aGVsbG8=","isBase64Encoded":true}""")]
    [InlineData("""{"note":"sent TOKEN twice"}""", """{"note":"sent •••••• twice"}""")]
    [InlineData(
        """{"maxTokens":50,"password":null,"secret":"","token":7}""",
        """{"maxTokens":50,"password":null,"secret":"","token":7}""")]
    public void Secrets_AreMaskedAndNothingElse(string shown, string expected)
    {
        var masked = SecretMask.Of(JsonNode.Parse(shown.Replace("TOKEN", Token, StringComparison.Ordinal)));

        AssertJson.Equal(expected, masked);
    }

    [Fact]
    public void LineOfALog_LosesItsTokens() =>
        Assert.Equal("got Bearer ••••••, fine", SecretMask.OfText($"got Bearer {Token}, fine"));
}
