using System.Net;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda.Operations;

/// <summary>Lambda <c>GetFunctionConfiguration</c>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html</remarks>
internal static class GetFunctionConfiguration
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c> (404): there is no such function.</exception>
    public static Task HandleAsync(RestCall call, FunctionStore functions, CancellationToken cancellationToken)
    {
        var target = functions.Resolve(FunctionReference.Parse(call.Path("FunctionName")).At(call.Query("Qualifier")));
        return call.ReplyAsync(
            HttpStatusCode.OK,
            FunctionConfiguration.Of(target),
            LambdaJsonContext.Default.FunctionConfiguration,
            cancellationToken);
    }
}
