namespace BedrockGateway.Bench.Streams.Client;

/// <summary>A route of the gateway's, beside the call of Bedrock that it comes to.</summary>
/// <param name="Name">Name in the tables.</param>
/// <param name="Path">Where a client posts to.</param>
/// <param name="Body">What it posts.</param>
/// <param name="Call">What Bedrock is asked then.</param>
internal sealed record Route(string Name, string Path, string Body, BedrockCall Call);

/// <summary>A request to Bedrock Runtime.</summary>
internal sealed record BedrockCall(string Path, string Body);
