using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// The function behind /bedrock, /model and /v1: it lists and calls models, and reads API keys to know whose they are.
/// </summary>
internal sealed class ModelsConstruct : Construct
{
    public ModelsConstruct(
        Construct scope,
        string id,
        string functionName,
        IDictionary<string, string> environment,
        RestApi api,
        GatewaySettings settings)
        : base(scope, id)
    {
        var variables = new Dictionary<string, string>(environment.Concat(ModelsVariables.Of(settings)));
        var size = new FunctionSize(settings.ModelsMegabytes, settings.ModelsTimeoutSeconds);
        var handler = new FunctionConstruct(this, "Handler", "models", functionName, variables, size, settings);
        var function = handler.Function;
        // Listing has no resource of its own in IAM.
        function.AddToRolePolicy(Allow(["*"], "bedrock:ListFoundationModels", "bedrock:ListInferenceProfiles"));
        foreach (var statement in ModelAccess.Of(Stack.Of(this), settings.AllowedModels))
        {
            function.AddToRolePolicy(statement);
        }

        // A guardrail only takes away, so a client may choose any of the account's.
        function.AddToRolePolicy(Allow([ModelAccess.AnyGuardrail(Stack.Of(this))], "bedrock:ApplyGuardrail"));

        // The key of a request, by its id. A key that replaces a lost one may be anybody's, so no tag is asked for.
        function.AddToRolePolicy(Allow([ApiGatewayArns.Of(this).AnyApiKey], "apigateway:GET"));

        InvokePermission.Grant(this, handler.InvokedAs, api, settings.StageName, ModelRoutes.Permitted);
    }

    private static PolicyStatement Allow(string[] resources, params string[] actions) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources });
}
