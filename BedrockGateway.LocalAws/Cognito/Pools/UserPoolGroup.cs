namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>A group of a pool; users' tokens name the groups they are in.</summary>
/// <param name="GroupName">Unique in the pool.</param>
/// <param name="Description">Free text.</param>
/// <param name="Precedence">Lower comes first where roles compete. 0 or more, or none.</param>
/// <param name="RoleArn">Role of the group, kept and without effect.</param>
internal sealed record UserPoolGroup(
    string GroupName, string? Description = null, int? Precedence = null, string? RoleArn = null);
