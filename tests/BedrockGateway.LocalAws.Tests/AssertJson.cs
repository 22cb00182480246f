using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests;

/// <summary>Whole values of JSON: equal whatever the order of their properties.</summary>
internal static class AssertJson
{
    public static void Equal(string expected, JsonNode? actual)
    {
        var wanted = JsonNode.Parse(expected);
        if (!JsonNode.DeepEquals(wanted, actual))
        {
            // Shows the texts, in which the difference can be found.
            Assert.Equal(wanted?.ToJsonString(), actual?.ToJsonString());
            Assert.Fail($"Not the expected JSON: {actual?.ToJsonString()}");
        }
    }
}
