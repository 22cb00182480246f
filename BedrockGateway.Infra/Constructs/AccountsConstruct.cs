using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>The function of accounts: it manages users and API keys and cannot call a model.</summary>
/// <remarks>What users do with a password, a code or a token is unsigned in Cognito and needs no permission.</remarks>
internal sealed class AccountsConstruct : Construct
{
    public AccountsConstruct(
        Construct scope,
        string id,
        string functionName,
        IDictionary<string, string> environment,
        IUserPool pool,
        UsagePlans plans,
        RestApi api,
        GatewaySettings settings)
        : base(scope, id)
    {
        var size = new FunctionSize(settings.AccountsMegabytes, settings.AccountsTimeoutSeconds);
        var variables = new Dictionary<string, string>(environment.Concat(AccountsVariables.Of(settings)));
        var handler = new FunctionConstruct(this, "Handler", "accounts", functionName, variables, size, settings);
        var function = handler.Function;
        var control = ApiGatewayArns.Of(this);
        function.AddToRolePolicy(Allow(
            [pool.UserPoolArn],
            "cognito-idp:AdminAddUserToGroup",
            "cognito-idp:AdminCreateUser",
            "cognito-idp:AdminDeleteUser",
            "cognito-idp:AdminDisableUser",
            "cognito-idp:AdminEnableUser",
            "cognito-idp:AdminGetUser",
            "cognito-idp:AdminListGroupsForUser",
            "cognito-idp:AdminRemoveUserFromGroup",
            "cognito-idp:AdminSetUserMFAPreference",
            "cognito-idp:AdminUpdateUserAttributes",
            "cognito-idp:AdminUserGlobalSignOut",
            "cognito-idp:ListUsers",
            "cognito-idp:ListUsersInGroup"));
        function.AddToRolePolicy(Allow([control.ApiKeys, .. plans.Ids.Select(control.PlanKeys)], "apigateway:POST"));
        // A failed registration finds its keys by name, because the reply with the id may be what was lost; a user sees
        // their key, the plan that it is in, and what was counted of it.
        function.AddToRolePolicy(Allow(
            [control.ApiKeys, control.AnyApiKey, control.UsagePlans, .. plans.Ids.Select(control.UsageOf)],
            "apigateway:GET"));
        // Keys are disabled, and one that is rotated passes on what is left of its quota.
        function.AddToRolePolicy(Allow(
            [control.AnyApiKey, .. plans.Ids.Select(control.UsageOfKeys)], "apigateway:PATCH"));
        // A key's tags tell when it ends, or that it does not; a key that moves to another plan leaves its own.
        function.AddToRolePolicy(Allow(
            [control.AnyApiKey, control.TagsOfApiKeys, .. plans.Ids.Select(control.AnyPlanKey)], "apigateway:DELETE"));
        // A key that is created with tags is tagged, too. Conditions on tags would hold nobody who may set them.
        function.AddToRolePolicy(Allow([control.TagsOfApiKeys], "apigateway:PUT"));

        InvokePermission.Grant(this, handler.InvokedAs, api, settings.StageName);
        _ = new ScheduleConstruct(this, "Schedule", handler);
    }

    private static PolicyStatement Allow(string[] resources, params string[] actions) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources });
}
