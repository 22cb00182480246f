using System.Globalization;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>A group of a pool; users' tokens name the groups they are in.</summary>
/// <param name="GroupName">Unique in the pool.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ModifiedAt">When it last changed, its members aside.</param>
/// <param name="Description">Free text.</param>
/// <param name="Precedence">Lower comes first where roles compete. 0 or more, or none, which comes last.</param>
/// <param name="RoleArn">Role of the group, named in ID tokens and without effect here.</param>
internal sealed record UserPoolGroup(
    string GroupName,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt,
    string? Description = null,
    int? Precedence = null,
    string? RoleArn = null)
{
    /// <summary>Sorts groups by precedence, and by name where that is the same.</summary>
    public string Rank => string.Create(
        CultureInfo.InvariantCulture, $"{Precedence ?? int.MaxValue:D10} {GroupName}");
}
