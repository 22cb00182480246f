using System.Text.Json;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Steps;

/// <summary>The request validator: parameters first, then the body.</summary>
/// <remarks>A body of a content type that has no model is not checked.</remarks>
internal sealed class ValidateRequest : IGatewayStep
{
    public ValueTask<Rejection?> RunAsync(GatewayRequest request, CancellationToken cancellationToken) =>
        new(request.Method is { } method ? CheckParameters(request, method) ?? CheckBody(request, method) : null);

    private static Rejection? CheckParameters(GatewayRequest request, CompiledMethod method)
    {
        if (method.RequiredParameters.IsEmpty)
        {
            return null;
        }

        var missing = method.RequiredParameters
            .Where(required => string.IsNullOrWhiteSpace(RequestValues.Find(request, required.Place, required.Name)))
            .Select(required => required.Name)
            .ToList();
        return missing.Count == 0
            ? null
            : new(
                GatewayFailure.BadRequestParameters,
                $"Missing required request parameters: [{string.Join(", ", missing)}]");
    }

    private static Rejection? CheckBody(GatewayRequest request, CompiledMethod method)
    {
        var type = MediaTypes.Bare(request.Http.Request.ContentType);
        if (method.BodySchemas is not { } schemas
            || !schemas.TryGetValue(type.Length == 0 ? MediaTypes.Json : type, out var schema))
        {
            return null;
        }

        try
        {
            using var body = JsonDocument.Parse(request.Body);
            return schema.FindMismatch(body.RootElement) is { } mismatch
                ? new(GatewayFailure.BadRequestBody, Detail: $"[{mismatch}]")
                : null;
        }
        catch (JsonException)
        {
            return new(GatewayFailure.BadRequestBody, Detail: "[the body is no JSON]");
        }
    }
}
