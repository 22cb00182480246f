namespace BedrockGateway.Api.Replies;

/// <summary>The body that serves every dialect, as the gateway's own responses have it.</summary>
internal sealed record RefusalReply(string Message, int Status, bool Success, string Type, RefusalDetail Error);

/// <summary>The part that OpenAI's and Anthropic's clients read.</summary>
internal sealed record RefusalDetail(string Type, string Code, string Message);
