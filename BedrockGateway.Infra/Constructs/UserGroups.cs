using Amazon.CDK.AWS.Cognito;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>The pool's groups. Tokens name those that their user is in.</summary>
internal static class UserGroups
{
    /// <summary>Prefix of the groups that say which plan a user has; without one it is the default.</summary>
    private const string PlanPrefix = "plan-";

    public static void AddPlans(Construct scope, IUserPool pool, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Add(scope, pool, $"{PlanPrefix}{name}");
        }
    }

    private static CfnUserPoolGroup Add(Construct scope, IUserPool pool, string name) => new(
        scope, $"Group-{name}", new CfnUserPoolGroupProps { UserPoolId = pool.UserPoolId, GroupName = name });
}
