namespace BedrockGateway.Api.Admin;

/// <summary>Whom an action is about where the path does not say: a user who was just made.</summary>
internal sealed record AuditTarget(string Subject);
