using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

/// <summary>Compares parts of a template with JSON, whatever the order of members.</summary>
internal static class JsonAssert
{
    public static void Equal(string expected, JsonNode? actual) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), actual),
            $"Expected {expected}\nbut it is {actual?.ToJsonString()}");
}
