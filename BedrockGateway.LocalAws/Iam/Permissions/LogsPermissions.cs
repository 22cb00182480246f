using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Permissions;

/// <summary>CloudWatch Logs: what is done to a log group or a stream in it.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
/// </remarks>
internal sealed class LogsPermissions(LocalAwsOptions options) : IServicePermissions
{
    public IReadOnlyList<string> Services { get; } = ["logs"];

    public async ValueTask<IReadOnlyList<AccessRequest>> OfAsync(
        AwsCall call, string operation, CancellationToken cancellationToken)
    {
        var body = await call.ReadObjectAsync(cancellationToken);
        var group = Text(body["logGroupName"]);
        // An empty name of a stream stands for the group.
        return [new($"logs:{operation}", group is null ? "*" : ArnOf(group, Text(body["logStreamName"]) ?? ""))];
    }

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : null;

    private string ArnOf(string group, string stream) =>
        $"arn:aws:logs:{options.Region}:{options.AccountId}:log-group:{group}:log-stream:{stream}";
}
