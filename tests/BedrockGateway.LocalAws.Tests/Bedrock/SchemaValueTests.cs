using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

public sealed class SchemaValueTests
{
    [Theory]
    [InlineData("{}", "\"value\"")]
    [InlineData("5", "{}")]
    [InlineData("""{"const":[1]}""", "[1]")]
    [InlineData("""{"enum":["b","a"]}""", "\"b\"")]
    [InlineData("""{"type":"object"}""", "{}")]
    [InlineData("""{"type":["null","integer"]}""", "1")]
    [InlineData("""{"type":"integer","minimum":2.5}""", "3")]
    [InlineData("""{"type":"integer","maximum":-4}""", "-4")]
    [InlineData("""{"type":"number","exclusiveMinimum":3}""", "4")]
    [InlineData("""{"type":"number","minimum":1e300}""", "1")]
    [InlineData("""{"type":"integer","minimum":11,"multipleOf":5}""", "15")]
    [InlineData("""{"type":"string","format":"date"}""", "\"2026-01-02\"")]
    [InlineData("""{"type":"string","minLength":7}""", "\"valuexx\"")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"va\"")]
    [InlineData("""{"type":"array","items":{"type":"boolean"},"minItems":2}""", "[true,true]")]
    [InlineData("""{"type":"array","items":{"type":"boolean"},"maxItems":0}""", "[]")]
    [InlineData("""{"anyOf":[{"type":"null"},{"type":"string"}]}""", "{}")]
    [InlineData("""{"properties":{"a":{"oneOf":[{"type":"integer"}]},"b":{}},"required":["b","c"]}""",
        """{"b":"b","c":"c","a":1}""")]
    [InlineData("""{"$defs":{"n":{"type":"integer"}},"properties":{"a":{"$ref":"#/$defs/n"}}}""", """{"a":1}""")]
    [InlineData("""{"allOf":[{"properties":{"a":{"type":"integer"}}}],"properties":{"b":{"type":"null"}}}""",
        """{"a":1,"b":null}""")]
    public void Value_SatisfiesTheSchema(string schema, string expected) =>
        Assert.Equal(expected, SchemaValue.Of(JsonNode.Parse(schema)).ToJsonString());

    [Fact]
    public void RecursiveSchema_Ends()
    {
        var value = SchemaValue.Of(JsonNode.Parse("""{"properties":{"next":{"$ref":"#"}}}"""));

        Assert.StartsWith("{\"next\":{\"next\":", value.ToJsonString(), StringComparison.Ordinal);
    }
}
