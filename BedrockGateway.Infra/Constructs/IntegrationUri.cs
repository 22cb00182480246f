using Amazon.CDK;

namespace BedrockGateway.Infra.Constructs;

/// <summary>URIs under which API Gateway invokes functions: with names, so that no circle arises.</summary>
internal static class IntegrationUri
{
    /// <param name="version">Version of Lambda's API that has the call.</param>
    /// <param name="functionName">Name of the function, with its alias where there is one.</param>
    /// <param name="call">Last part of the call's path.</param>
    /// <remarks>A substitution, because every method has one: CDK's own concatenation is twice as long.</remarks>
    public static string Of(string version, string functionName, string call)
    {
        var function = "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:" + functionName;
        return Fn.Sub(
            $"arn:${{AWS::Partition}}:apigateway:${{AWS::Region}}:lambda:path/{version}/functions/{function}/{call}");
    }
}
