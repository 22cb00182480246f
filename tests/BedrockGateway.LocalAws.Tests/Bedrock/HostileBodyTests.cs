using System.Net;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Bodies that nobody writes on purpose: each is answered, and as Bedrock's own errors are.</summary>
public sealed class HostileBodyTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private const string Asked = """{"messages":[{"role":"user","content":[{"text":"f"}]}],""";

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"\ud800"}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"\udfff":"a"}]}]}""")]
    [InlineData("""{"messages":[],"messages":[]}""")]
    [InlineData("""{"messages":[null]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"image":5},{"toolResult":[]}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"a"}]}],"inferenceConfig":{"temperature":1e999}}""")]
    [InlineData("")]
    public async Task BodyThatIsNone_IsRefused(string body)
    {
        var reply = await ConverseAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(reply.Fault.Type, new[] { "ValidationException", "SerializationException" });
    }

    [Theory]
    [InlineData("""{"type":"integer","minimum":1e18,"multipleOf":1e-20}""")]
    [InlineData("""{"properties":{"a":{"type":"array","minItems":1000,"items":"""
        + """{"type":"array","minItems":1000,"items":"""
        + """{"type":"array","minItems":1000}}}}}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#"},"b":{"$ref":"#"},"c":{"$ref":"#"}},"required":["a","b","c"]}""")]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"allOf":[{"$ref":"#"}]}""")]
    [InlineData("""{"type":5,"enum":[],"required":"a","properties":[]}""")]
    public async Task SchemaOfATool_IsFollowedAsFarAsItGoes(string schema)
    {
        var reply = await ConverseAsync(
            Asked + """ "toolConfig":{"tools":[{"toolSpec":{"name":"f","inputSchema":{"json":""" + schema + "}}}]}}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("tool_use", (string?)reply.Body["stopReason"]);
    }

    [Fact]
    public async Task UnknownMembers_AreIgnored()
    {
        var reply = await ConverseAsync(Asked + """ "toolConfig":{"x":[]},"additionalModelRequestFields":5,"y":{}}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    private Task<BedrockReply> ConverseAsync(string body) =>
        BedrockWire.PostAsync(fixture.Aws, $"/model/{ConverseTests.Claude}/converse", body);
}
