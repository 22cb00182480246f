using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.CloudFormation;

/// <summary>
/// A type that templates carry and nothing here acts on: it has an identity and attributes, and no behaviour.
/// </summary>
/// <param name="type">CloudFormation's type name.</param>
/// <param name="createOnly">Properties whose change replaces the resource.</param>
/// <param name="name">Physical id of a new resource.</param>
/// <param name="attributes">Attributes by physical id; <see langword="null"/> for a type without.</param>
internal sealed class InertResourceHandler(
    string type,
    IEnumerable<string> createOnly,
    Func<ResourceRequest, string> name,
    Func<string, Dictionary<string, string>>? attributes = null) : IResourceHandler
{
    public string Type => type;

    public IReadOnlySet<string> CreateOnlyProperties { get; } = createOnly.ToFrozenSet(StringComparer.Ordinal);

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Describe(name(request)));

    /// <summary>Only the properties change, and the stack keeps those.</summary>
    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(Describe(physicalId));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    private ResourceResult Describe(string physicalId) => new(physicalId, attributes?.Invoke(physicalId) ?? []);
}
