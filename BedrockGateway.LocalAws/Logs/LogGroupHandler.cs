using System.Collections.Frozen;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Logs;

/// <summary><c>AWS::Logs::LogGroup</c>.</summary>
internal sealed class LogGroupHandler(LocalAwsOptions options, TimeProvider clock, LogGroupStore groups)
    : IResourceHandler
{
    private const int MaxNameLength = 512;

    private static readonly int[] Retentions =
    [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
    ];

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
        var retention = RetentionOf(request);
        return ValueTask.FromResult(Describe(
            groups.Change(physicalId, group => group with { RetentionInDays = retention })));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        groups.Remove(physicalId);
        return ValueTask.CompletedTask;
    }

    private static int? RetentionOf(ResourceRequest request) =>
        request.Properties.Whole("RetentionInDays") is not { } days ? null
        : Retentions.Contains(days) ? days
        : throw ValidationFault.Of(
            $"Properties validation failed: #/RetentionInDays: {days} is not a valid enum value");

    private static ResourceResult Describe(LogGroup group) =>
        new(group.LogGroupName, new Dictionary<string, string> { ["Arn"] = group.Arn });
}
