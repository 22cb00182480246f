using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Triggers;

namespace BedrockGateway.LocalAws.Cognito.Tokens;

/// <summary>What tokens say of groups and their roles.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
/// </remarks>
internal static class GroupClaims
{
    /// <summary>
    /// The user's groups and their roles by precedence. No role is preferred where two groups compete for it.
    /// </summary>
    public static GroupOverride Of(UserPool pool, User user)
    {
        var groups = pool.Groups.Of(user);
        string[] roles = [.. groups.Select(group => group.RoleArn).OfType<string>().Distinct()];
        var first = groups.FirstOrDefault(group => group.RoleArn is not null);
        var competes = groups.Any(group =>
            group.RoleArn is not null && group.RoleArn != first?.RoleArn && group.Precedence == first?.Precedence);
        return new([.. groups.Select(group => group.GroupName)], roles, competes ? null : first?.RoleArn);
    }

    /// <summary>Names the groups; roles stand in ID tokens only.</summary>
    public static void Write(JsonObject claims, GroupOverride groups, bool withRoles)
    {
        if (groups.Groups.Count > 0)
        {
            claims["cognito:groups"] = ArrayOf(groups.Groups);
        }

        if (withRoles && groups.Roles.Count > 0)
        {
            claims["cognito:roles"] = ArrayOf(groups.Roles);
        }

        if (withRoles && groups.PreferredRole is not null)
        {
            claims["cognito:preferred_role"] = groups.PreferredRole;
        }
    }

    public static JsonArray ArrayOf(IEnumerable<string> texts) =>
        new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
