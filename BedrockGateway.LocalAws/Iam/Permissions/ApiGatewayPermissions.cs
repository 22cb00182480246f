using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Permissions;

/// <summary>API Gateway's control plane: actions are HTTP methods, resources are paths.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html
/// </remarks>
internal sealed class ApiGatewayPermissions(LocalAwsOptions options) : IServicePermissions
{
    public IReadOnlyList<string> Services { get; } = ["apigateway"];

    private string Prefix => $"arn:aws:apigateway:{options.Region}::";

    public async ValueTask<IReadOnlyList<AccessRequest>> OfAsync(
        AwsCall call, string operation, CancellationToken cancellationToken)
    {
        var tags = call.Method is "POST" or "PUT"
            ? (await call.ReadObjectAsync(cancellationToken))["tags"] as JsonObject ?? []
            : [];
        var context = tags.ToDictionary(
            tag => ConditionKeys.RequestTag + tag.Key,
            tag => tag.Value?.GetValueKind() is JsonValueKind.String ? tag.Value.GetValue<string>() : "");
        // However the client encodes, IAM compares one spelling.
        var parts = call.RawPath.Split('/').Select(Uri.UnescapeDataString).Select(Uri.EscapeDataString);
        var path = string.Join('/', parts);
        var request = new AccessRequest($"apigateway:{call.Method}", Prefix + path, context);
        // Who tags what he makes also tags it: the id is not known yet, and AWS asks for all ids.
        return call.Method == "POST" && tags.Count > 0
            ? [request, new("apigateway:PUT", TagsOf($"{Prefix}{path}/*"), context)]
            : [request];
    }

    // arn:aws:apigateway:us-east-1::/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Fapikeys%2F*
    private string TagsOf(string arn) => $"{Prefix}/tags/"
        + arn.Replace(":", "%3A", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
}
