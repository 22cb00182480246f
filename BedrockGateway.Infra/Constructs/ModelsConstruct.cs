using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// The function behind /bedrock: it lists and calls models, and reads API keys to know whose they are.
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
        var size = new FunctionSize(settings.ModelsMegabytes, settings.ModelsTimeoutSeconds);
        var function = new FunctionConstruct(
            this, "Handler", "models", functionName, environment, size, settings).Function;
        var stack = Stack.Of(this);
        // Listing has no resource of its own in IAM.
        function.AddToRolePolicy(Allow(["*"], "bedrock:ListFoundationModels"));
        function.AddToRolePolicy(Allow(
            [
                // An inference profile calls the model in any of its Regions.
                $"arn:{stack.Partition}:bedrock:*::foundation-model/*",
                $"arn:{stack.Partition}:bedrock:*:{stack.Account}:inference-profile/*",
                $"arn:{stack.Partition}:bedrock:*:{stack.Account}:application-inference-profile/*",
            ],
            "bedrock:InvokeModel"));
        function.AddToRolePolicy(Allow([ApiGatewayArns.Of(this).AnyApiKey], "apigateway:GET"));

        InvokePermission.Grant(this, function, api, settings.StageName, "*/bedrock");
    }

    private static PolicyStatement Allow(string[] resources, params string[] actions) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources });
}
