using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>A group as it is described.</summary>
internal sealed record GroupType(
    string GroupName,
    string UserPoolId,
    string? Description,
    string? RoleArn,
    int? Precedence,
    decimal LastModifiedDate,
    decimal CreationDate)
{
    public static GroupType Of(UserPool pool, UserPoolGroup group) => new(
        group.GroupName,
        pool.Id,
        group.Description,
        group.RoleArn,
        group.Precedence,
        EpochSeconds.Of(group.ModifiedAt),
        EpochSeconds.Of(group.CreatedAt));
}
