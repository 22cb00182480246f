using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>TagResource</c>: sets tags of an API key, a usage plan or a REST API.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html</remarks>
internal static class TagResource
{
    public static RestJsonService MapTagResource(this RestJsonService service, TaggedResource tagged) => service.Map(
        "TagResource", "PUT", "/tags/{resource_arn}", async (call, cancellationToken) =>
        {
            var request = await call.ReadAsync(ApiGatewayJsonContext.Default.TagResourceRequest, cancellationToken);
            tagged.Change(call.Path("resource_arn"), tags => tags.SetItems(request.Tags ?? []));
            await call.EmptyAsync(StatusCodes.Status204NoContent);
        });

    internal sealed record Request(Dictionary<string, string>? Tags);
}
