using System.Collections.Immutable;
using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>
/// API Gateway <c>CreateApiKey</c>: makes a key; the reply is the only one that shows its value unasked.
/// </summary>
/// <remarks>
/// Ignores <c>generateDistinctId</c>. AWS takes 5 calls a second and minutes until a key works; here it works at once.
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html
/// </remarks>
internal static class CreateApiKey
{
    public static RestJsonService MapCreateApiKey(this RestJsonService service, ApiKeyStore keys) => service.Map(
        "CreateApiKey", "POST", "/apikeys", async (call, cancellationToken) =>
        {
            var request = await call.ReadAsync(ApiGatewayJsonContext.Default.CreateApiKeyRequest, cancellationToken);
            await call.ReplyAsync(
                HttpStatusCode.Created,
                Handle(request, keys),
                ApiGatewayJsonContext.Default.ApiKeyView,
                cancellationToken);
        });

    /// <exception cref="AwsFault">
    /// <c>BadRequestException</c> (400): the value has the wrong length. <c>ConflictException</c> (409): it is taken.
    /// </exception>
    private static ApiKeyView Handle(Request request, ApiKeyStore keys)
    {
        if (request.StageKeys is { Length: > 0 })
        {
            throw ApiGatewayFaults.NotEmulated("CreateApiKey with stageKeys");
        }

        var key = keys.Add(request.Value, key => key with
        {
            Name = request.Name,
            Description = request.Description,
            CustomerId = request.CustomerId,
            Enabled = request.Enabled,
            Tags = request.Tags?.ToImmutableDictionary() ?? key.Tags,
        });
        return ApiKeyView.Of(key, withValue: true, emptyTags: false);
    }

    internal sealed record Request(
        string? Name,
        string? Description,
        bool Enabled,
        string? Value,
        StageKey[]? StageKeys,
        string? CustomerId,
        Dictionary<string, string>? Tags);

    internal sealed record StageKey(string? RestApiId, string? StageName);
}
