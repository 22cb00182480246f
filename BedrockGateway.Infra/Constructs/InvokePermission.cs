using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>Lets the API's stage invoke a function, route by route.</summary>
internal static class InvokePermission
{
    /// <param name="scope">Where the permissions belong.</param>
    /// <param name="function">Name or ARN of what is invoked.</param>
    /// <param name="api">What invokes it.</param>
    /// <param name="stageName">Name of the stage that invokes it.</param>
    /// <param name="routes">Method and path, such as <c>POST/register</c>; <c>*/bedrock</c> is every method.</param>
    public static void Grant(Construct scope, string function, RestApi api, string stageName, params string[] routes)
    {
        foreach (var route in routes)
        {
            var method = route[..route.IndexOf('/', StringComparison.Ordinal)];
            var path = route[method.Length..];
            var id = $"Invoke{route.Replace('*', 'X').Replace("/", "", StringComparison.Ordinal)}";
            _ = new CfnPermission(scope, id, new CfnPermissionProps
            {
                Action = "lambda:InvokeFunction",
                FunctionName = function,
                Principal = "apigateway.amazonaws.com",
                SourceArn = api.ArnForExecuteApi(method, path, stageName),
            });
        }
    }
}
