using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>Lets the API's stage invoke a function; which routes lead there is the methods' business.</summary>
/// <remarks>
/// One permission and not one for each route: the same template has the methods, and CloudFormation takes 51,200 bytes
/// of it in a call.
/// </remarks>
internal static class InvokePermission
{
    /// <param name="scope">Where the permission belongs.</param>
    /// <param name="function">Name or ARN of what is invoked.</param>
    /// <param name="api">What invokes it.</param>
    /// <param name="stageName">Name of the stage that invokes it.</param>
    public static void Grant(Construct scope, string function, RestApi api, string stageName) =>
        _ = new CfnPermission(scope, "Invoke", new CfnPermissionProps
        {
            Action = "lambda:InvokeFunction",
            FunctionName = function,
            Principal = "apigateway.amazonaws.com",
            SourceArn = api.ArnForExecuteApi("*", "/*", stageName),
        });
}
