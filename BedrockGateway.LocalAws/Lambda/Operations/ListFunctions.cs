using System.Net;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda.Operations;

/// <summary>Lambda <c>ListFunctions</c>: all at once, by name.</summary>
/// <remarks>
/// Ignores <c>FunctionVersion</c>, <c>MaxItems</c> and <c>Marker</c>: the list is never cut.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
/// </remarks>
internal static class ListFunctions
{
    public static Task HandleAsync(RestCall call, FunctionStore functions, CancellationToken cancellationToken) =>
        call.ReplyAsync(
            HttpStatusCode.OK,
            new([.. functions.All.Select(function => FunctionConfiguration.Of(
                new(function.Arn, FunctionReference.Latest, function.Settings)))]),
            LambdaJsonContext.Default.ListFunctionsResponse,
            cancellationToken);

    internal sealed record Response(IReadOnlyList<FunctionConfiguration> Functions);
}
