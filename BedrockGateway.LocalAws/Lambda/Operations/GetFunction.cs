using System.Net;
using BedrockGateway.LocalAws.Lambda.Deployed;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda.Operations;

/// <summary>Lambda <c>GetFunction</c>: the configuration, and where the package can be fetched.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html</remarks>
internal static class GetFunction
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c> (404): there is no such function.</exception>
    public static Task HandleAsync(RestCall call, FunctionStore functions, CancellationToken cancellationToken)
    {
        var target = functions.Resolve(FunctionReference.Parse(call.Path("FunctionName")).At(call.Query("Qualifier")));
        return call.ReplyAsync(
            HttpStatusCode.OK,
            new(FunctionConfiguration.Of(target), CodeOf(call, target)),
            LambdaJsonContext.Default.GetFunctionResponse,
            cancellationToken);
    }

    private static Code? CodeOf(RestCall call, FunctionTarget target) => target.Settings.Package is null
        ? null
        : new("S3", DeployedFunctions.PackageAddress(call.Http.Request, target.Settings.Name));

    internal sealed record Response(FunctionConfiguration Configuration, Code? Code);

    internal sealed record Code(string RepositoryType, string Location);
}
