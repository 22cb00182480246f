using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Pages.Masking;

namespace BedrockGateway.LocalAws.Tests.Pages;

public sealed class MaskedEditTests
{
    private const string Original =
        """
        {"headers":{"Authorization":"secret"},"keys":[{"apiKey":"one"},{"apiKey":"two"}],
         "body":"{ \"password\":\"p\", \"email\":\"a\" }","n":1}
        """;

    [Theory]
    // As it was shown: back to what it was, to the blank.
    [InlineData(
        """
        {"headers":{"Authorization":"••••••"},"keys":[{"apiKey":"••••••"},{"apiKey":"••••••"}],
         "body":"{\"password\":\"••••••\",\"email\":\"a\"}","n":1}
        """,
        Original)]
    // Around the masks.
    [InlineData(
        """
        {"headers":{"Authorization":"••••••","X":"y"},"keys":[{"apiKey":"••••••"}],
         "body":"{\"password\":\"••••••\",\"email\":\"b\"}","n":2}
        """,
        """
        {"headers":{"Authorization":"secret","X":"y"},"keys":[{"apiKey":"one"}],
         "body":"{\"password\":\"p\",\"email\":\"b\"}","n":2}
        """)]
    // In place of them, and where there was none.
    [InlineData(
        """{"headers":{"Authorization":"mine","password":"••••••"},"body":null}""",
        """{"headers":{"Authorization":"mine","password":"••••••"},"body":null}""")]
    public void EditedEvent_GetsBackWhatIsStillMasked(string edited, string expected) =>
        AssertJson.Equal(expected, MaskedEdit.Restore(JsonNode.Parse(edited), JsonNode.Parse(Original)));
}
