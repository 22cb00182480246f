using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Logs;

/// <summary><c>AWS::Logs::LogGroup</c>.</summary>
internal sealed class LogGroupHandler(LocalAwsOptions options, TimeProvider clock, LogGroupStore groups)
    : IResourceHandler
{
    private const int MaxNameLength = 512;

    public string Type => "AWS::Logs::LogGroup";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "LogGroupName", "LogGroupClass" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>ResourceAlreadyExistsException</c>.</exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Properties.Text("LogGroupName") ?? request.GenerateName(MaxNameLength);
        var group = new LogGroup(
            name,
            $"arn:aws:logs:{options.Region}:{options.AccountId}:log-group:{name}:*",
            clock.GetUtcNow().ToUnixTimeMilliseconds(),
            RetentionOf(request));
        return groups.TryAdd(group)
            ? ValueTask.FromResult(Describe(group))
            : throw new AwsFault(
                "ResourceAlreadyExistsException",
                $"Resource of type 'AWS::Logs::LogGroup' with identifier '{name}' already exists.");
    }

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>.</exception>
    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        var group = groups.Find(physicalId)
            ?? throw new AwsFault("ResourceNotFoundException", "The specified log group does not exist.");
        groups.Put(group with { RetentionInDays = RetentionOf(request) });
        return ValueTask.FromResult(Describe(group));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        groups.Remove(physicalId);
        return ValueTask.CompletedTask;
    }

    private static int? RetentionOf(ResourceRequest request) =>
        int.TryParse(request.Properties.Text("RetentionInDays"), CultureInfo.InvariantCulture, out var days)
            ? days
            : null;

    private static ResourceResult Describe(LogGroup group) =>
        new(group.LogGroupName, new Dictionary<string, string> { ["Arn"] = group.Arn });
}
