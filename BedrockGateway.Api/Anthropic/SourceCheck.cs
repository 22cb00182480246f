using System.Text.Json;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Anthropic;

/// <summary>
/// Refuses images and documents that are elsewhere: the gateway fetches nothing that a client names, and Bedrock has
/// none of Anthropic's files.
/// </summary>
internal static class SourceCheck
{
    /// <exception cref="RequestFault">400: a block of a message points elsewhere.</exception>
    public static void Refuse(RequestPart root)
    {
        foreach (var message in ItemsOf(root, "messages"))
        {
            RefuseIn(message);
        }
    }

    /// <exception cref="RequestFault">400: the source points elsewhere.</exception>
    public static void RefuseSource(RequestPart source)
    {
        switch (source.Find("type") is { IsText: true } type ? type.ToText() : "")
        {
            case "url":
                throw source.Wrong("This gateway fetches nothing from URLs. Send the data itself, as base64.");
            case "file":
                throw source.Wrong("Bedrock has no files of Anthropic's Files API. Send the data itself, as base64.");
            default:
                break;
        }
    }

    // What has another shape than Anthropic's is for the model to refuse.
    private static void RefuseIn(RequestPart parent)
    {
        foreach (var block in ItemsOf(parent, "content"))
        {
            switch (block.Find("type") is { IsText: true } type ? type.ToText() : "")
            {
                case "image" or "document" when block.Find("source") is { IsObject: true } source:
                    RefuseSource(source);
                    RefuseIn(source);
                    break;
                case "tool_result":
                    RefuseIn(block);
                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<RequestPart> ItemsOf(RequestPart parent, string name) =>
        parent.IsObject && parent.Find(name) is { Value.ValueKind: JsonValueKind.Array } list
            ? list.Items().Where(item => item.IsObject)
            : [];
}
