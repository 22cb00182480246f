using Amazon.CDK.AWS.Cognito;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>The pool's groups. Tokens name those that their user is in.</summary>
internal static class UserGroups
{
    /// <summary>Prefix of the groups that say which plan a user has; without one it is the default.</summary>
    private const string PlanPrefix = "plan-";

    /// <summary>Whose members are administrators.</summary>
    public static void AddAdministrators(Construct scope, IUserPool pool) => Add(scope, pool, "admins");

    public static void AddPlans(Construct scope, IUserPool pool, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Add(scope, pool, $"{PlanPrefix}{name}");
        }
    }

    private static void Add(Construct scope, IUserPool pool, string name) => _ = new CfnUserPoolGroup(
        scope, $"Group-{name}", new CfnUserPoolGroupProps { UserPoolId = pool.UserPoolId, GroupName = name });
}
