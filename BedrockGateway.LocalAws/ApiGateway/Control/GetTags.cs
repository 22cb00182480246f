using System.Net;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetTags</c>: tags of an API key, a usage plan or a REST API.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetTags.html</remarks>
internal static class GetTags
{
    public static RestJsonService MapGetTags(this RestJsonService service, TaggedResource tagged) => service.Map(
        "GetTags", "GET", "/tags/{resource_arn}", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            new(tagged.Change(call.Path("resource_arn"), tags => tags)),
            ApiGatewayJsonContext.Default.GetTagsResponse,
            cancellationToken));

    internal sealed record Response(IReadOnlyDictionary<string, string> Tags);
}
