using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.CloudFormation;

/// <summary>
/// A resource type that remembers what it was asked for. Its property <c>Name</c> is create-only; <c>FailOn</c> names
/// the
/// operation that fails.
/// </summary>
internal sealed class SampleHandler : IResourceHandler
{
    private int _count;

    public string Type => "AWS::Sample::Thing";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "Name" };

    /// <summary>Things that exist, with their values, by physical id.</summary>
    public ConcurrentDictionary<string, string> Things { get; } = new();

    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Set to hold every creation until it is completed.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public async ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await (Gate?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        Calls.Enqueue($"create {request.LogicalId} {ValueOf(request.Properties)}");
        Refuse("create", request.Properties);
        var id = $"{request.LogicalId}-{Interlocked.Increment(ref _count)}";
        Things[id] = ValueOf(request.Properties);
        return Describe(id);
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"update {physicalId} {ValueOf(previousProperties)} -> {ValueOf(request.Properties)}");
        Refuse("update", request.Properties);
        Things[physicalId] = ValueOf(request.Properties);
        return ValueTask.FromResult(Describe(physicalId));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"delete {physicalId}");
        Refuse("delete", properties);
        Things.TryRemove(physicalId, out _);
        return ValueTask.CompletedTask;
    }

    private static string ValueOf(JsonObject properties) => properties["Value"]?.ToString() ?? "";

    private static void Refuse(string operation, JsonObject properties)
    {
        switch (properties["FailOn"]?.ToString())
        {
            case var named when named == operation:
                throw new AwsFault("InvalidRequest", $"Thing refuses to {operation}.");
            case var named when named == operation + "-defect":
                throw new InvalidOperationException("A defect.");
        }
    }

    private ResourceResult Describe(string id) =>
        new(id, new Dictionary<string, string> { ["Arn"] = $"arn:thing:{id}", ["Value"] = Things[id] });
}
