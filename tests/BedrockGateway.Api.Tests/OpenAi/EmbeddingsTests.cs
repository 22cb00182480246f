using System.Net;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.OpenAi;

/// <summary>POST /v1/embeddings.</summary>
public sealed class EmbeddingsTests : IAsyncLifetime
{
    private const string Titan = "amazon.titan-embed-text-v2:0";
    private const string Cohere = "cohere.embed-v4:0";
    private const string Vector = """{"embedding":[0.5,-1],"inputTextTokenCount":3}""";

    private OpenAiGateway _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await OpenAiGateway.StartAsync(
        "--DEFAULT_GUARDRAIL=gr1:7",
        $$"""--MODEL_ALIASES={"small":["{{Cohere}}","{{Titan}}"],"chat":"meta.llama3"}""");

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Titan_IsAskedForEachText()
    {
        _gateway.Runtime.Reply = Vector;

        using var reply = await AskAsync(Titan, """["a","é"]""", ",\"dimensions\":256,\"user\":\"ann\"");

        await reply.IsAsync(
            200,
            $$$"""
            {"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.5,-1]},
            {"object":"embedding","index":1,"embedding":[0.5,-1]}],"model":"{{{Titan}}}",
            "usage":{"prompt_tokens":6,"total_tokens":6}}
            """.ReplaceLineEndings(""));
        Assert.Equal(
            [(Titan, """{"inputText":"a","dimensions":256}"""), (Titan, """{"inputText":"é","dimensions":256}""")],
            _gateway.Runtime.Asked.OrderBy(asked => asked.Body, StringComparer.Ordinal));
        Assert.All(
            _gateway.Runtime.Calls,
            call => Assert.Contains(new("X-Amzn-Bedrock-GuardrailIdentifier", "gr1"), call.Headers));
    }

    [Theory]
    [InlineData("""{"embeddings":{"float":[[1],[2]]}}""")]
    [InlineData("""{"embeddings":[[1],[2]]}""")]
    public async Task Cohere_IsAskedForAllTextsAtOnce(string upstream)
    {
        _gateway.Runtime.Headers["X-Amzn-Bedrock-Input-Token-Count"] = "4";
        _gateway.Runtime.Reply = upstream;

        using var reply = await AskAsync(
            Cohere, """["a","b"]""", ",\"dimensions\":512,\"input_type\":\"search_query\"");

        Assert.Contains(
            """
            "data":[{"object":"embedding","index":0,"embedding":[1]},{"object":"embedding","index":1,"embedding":[2]}],
            """.TrimEnd(),
            await reply.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal);
        Assert.Equal(
            (
                Cohere,
                """
                {"texts":["a","b"],"input_type":"search_query","embedding_types":["float"],"output_dimension":512}
                """),
            Assert.Single(_gateway.Runtime.Asked));
    }

    [Fact]
    public async Task Base64_IsOfLittleEndianFloats()
    {
        _gateway.Runtime.Reply = Vector;

        using var reply = await AskAsync(Titan, "\"a\"", ",\"encoding_format\":\"base64\"");

        Assert.Contains(
            $"\"embedding\":\"{Convert.ToBase64String([0, 0, 0, 63, 0, 0, 128, 191])}\"",
            await reply.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ModelThatStandsIn_IsAskedInItsOwnWords()
    {
        _gateway.Runtime.Reply = Vector;
        _gateway.Gateway.Faults.Before(
            "InvokeModel",
            () => new BedrockFault(HttpStatusCode.ServiceUnavailable, "ServiceUnavailableException", "No."),
            times: 4);

        using var reply = await AskAsync("small", "\"a\"");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(Titan, reply.Headers.GetValues("x-gateway-model").Single());
        Assert.Equal((Titan, """{"inputText":"a"}"""), Assert.Single(_gateway.Runtime.Asked));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"embedding":"x"}""")]
    [InlineData("""{"embedding":[1e999]}""")]
    [InlineData("no JSON")]
    public async Task ReplyWithoutVectors_IsABadGateway(string upstream)
    {
        _gateway.Runtime.Reply = upstream;

        using var reply = await AskAsync(Titan, "\"a\"");

        await reply.IsAsync(
            502,
            """
            {"error":{"message":"The model's reply could not be read.","type":"server_error","param":null,"code":null}}
            """);
    }

    [Theory]
    [InlineData(
        Titan,
        "[1,2]",
        "",
        "Token arrays are not supported, as models have tokens of their own: send text.",
        "input[0]",
        "unsupported_value")]
    [InlineData(
        Titan,
        "[[1,2]]",
        "",
        "Token arrays are not supported, as models have tokens of their own: send text.",
        "input[0]",
        "unsupported_value")]
    [InlineData(
        Titan,
        "\"\"",
        "",
        "Invalid value for 'input': expected a text that is not empty.",
        "input",
        "invalid_value")]
    [InlineData(Titan, "[]", "", "Invalid value for 'input': expected 1 to 2048 texts.", "input", "invalid_value")]
    [InlineData(
        Titan,
        "\"a\"",
        ",\"dimensions\":300",
        "Invalid value for 'dimensions': the model has vectors of 1024, 512, 256.",
        "dimensions",
        "invalid_value")]
    [InlineData(
        Titan,
        "\"a\"",
        ",\"encoding_format\":\"hex\"",
        "Invalid value for 'encoding_format': 'hex' is none of 'float' and 'base64'.",
        "encoding_format",
        "invalid_value")]
    [InlineData(
        "chat",
        "\"a\"",
        "",
        "The model meta.llama3 makes no embeddings of text: use one of Titan Text Embeddings or Cohere Embed.",
        "model",
        "unsupported_value")]
    public async Task WhatIsWrong_IsTold(
        string model, string input, string extra, string message, string parameter, string code)
    {
        using var reply = await AskAsync(model, input, extra);

        await reply.IsAsync(
            400,
            $$$"""
            {"error":{"message":"{{{message}}}","type":"invalid_request_error",
            "param":"{{{parameter}}}","code":"{{{code}}}"}}
            """.ReplaceLineEndings(""));
        Assert.Empty(_gateway.Runtime.Calls);
    }

    private Task<HttpResponseMessage> AskAsync(string model, string input, string extra = "") => _gateway.PostAsync(
        "/v1/embeddings", $$"""{"model":"{{model}}","input":{{input}}{{extra}}}""");
}
