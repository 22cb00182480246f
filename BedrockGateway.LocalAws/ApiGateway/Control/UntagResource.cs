using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>UntagResource</c>: removes tags of an API key, a usage plan or a REST API.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UntagResource.html</remarks>
internal static class UntagResource
{
    public static RestJsonService MapUntagResource(this RestJsonService service, TaggedResource tagged) => service.Map(
        "UntagResource", "DELETE", "/tags/{resource_arn}", (call, _) =>
        {
            var names = call.Http.Request.Query["tagKeys"].OfType<string>();
            tagged.Change(call.Path("resource_arn"), tags => tags.RemoveRange(names));
            return call.EmptyAsync(StatusCodes.Status204NoContent);
        });
}
