namespace BedrockGateway.Api.Admin;

/// <summary>Metadata of an administrator's route: what the audit log calls it.</summary>
internal sealed record AdminAction(string Name);
