using Amazon.CDK;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>URIs under which API Gateway invokes functions: with names, so that no circle arises.</summary>
internal static class IntegrationUri
{
    /// <param name="scope">Whose partition, Region and account.</param>
    /// <param name="version">Version of Lambda's API that has the call.</param>
    /// <param name="functionName">Name of the function, with its alias where there is one.</param>
    /// <param name="call">Last part of the call's path.</param>
    public static string Of(Construct scope, string version, string functionName, string call)
    {
        var stack = Stack.Of(scope);
        var function = $"arn:{stack.Partition}:lambda:{stack.Region}:{stack.Account}:function:{functionName}";
        return $"arn:{stack.Partition}:apigateway:{stack.Region}:lambda:path/{version}/functions/{function}/{call}";
    }
}
