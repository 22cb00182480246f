namespace BedrockGateway.Api.Upstream;

/// <summary>What Bedrock Runtime is asked for; its operations that this gateway offers.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
/// </remarks>
internal enum BedrockOperation
{
    InvokeModel,
    InvokeModelWithResponseStream,
    Converse,
    ConverseStream,
    CountTokens,
}

internal static class BedrockOperationExtensions
{
    private static readonly (BedrockOperation Operation, string Path)[] Paths =
    [
        (BedrockOperation.InvokeModel, "invoke"),
        (BedrockOperation.InvokeModelWithResponseStream, "invoke-with-response-stream"),
        (BedrockOperation.Converse, "converse"),
        (BedrockOperation.ConverseStream, "converse-stream"),
        (BedrockOperation.CountTokens, "count-tokens"),
    ];

    /// <summary>Last part of the operation's path.</summary>
    public static string Path(this BedrockOperation operation) =>
        Array.Find(Paths, entry => entry.Operation == operation).Path;

    public static BedrockOperation? FromPath(string path) =>
        Array.Find(Paths, entry => entry.Path == path) is { Path: not null } found ? found.Operation : null;

    /// <summary>Whether it is answered with an event stream.</summary>
    public static bool IsStream(this BedrockOperation operation) =>
        operation is BedrockOperation.InvokeModelWithResponseStream or BedrockOperation.ConverseStream;
}
