using Amazon.CDK.AWS.APIGateway;
using AwsResource = Amazon.CDK.AWS.APIGateway.Resource;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// The routes that lead to models: /bedrock, and all of /model (Bedrock Runtime's own) and /v1 (OpenAI's and
/// Anthropic's). Each needs a token and a key, and streams.
/// </summary>
/// <remarks>
/// Below /model and /v1 the function tells routes apart, and answers in the dialect of the path what it does not know.
/// Ids of models have encoded slashes in them, which only a greedy path takes for certain.
/// </remarks>
internal static class ModelRoutes
{
    private static readonly string[] Families = ["model", "v1"];

    public static void AddTo(
        RestApi api, IAuthorizer authorizer, StreamedIntegration integration, CorsOptions preflight)
    {
        Add(api.Root.AddResource("bedrock"));
        foreach (var family in Families)
        {
            // Nothing is at the family's own path, so nothing answers a preflight there.
            Add(api.Root.AddResource(family).AddResource("{proxy+}"));
        }

        void Add(AwsResource resource)
        {
            resource.AddCorsPreflight(preflight);
            var method = resource.AddMethod("ANY", integration.Integration, new MethodOptions
            {
                ApiKeyRequired = true,
                AuthorizationType = AuthorizationType.COGNITO,
                Authorizer = authorizer,
            });
            integration.Complete(method, api);
        }
    }
}
