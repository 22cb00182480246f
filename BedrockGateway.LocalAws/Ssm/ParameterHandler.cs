using System.Collections.Frozen;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Ssm;

/// <summary><c>AWS::SSM::Parameter</c>.</summary>
internal sealed class ParameterHandler(ParameterStore store) : IResourceHandler
{
    public string Type => "AWS::SSM::Parameter";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new[] { "Name" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>ParameterAlreadyExists</c>.</exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Properties.Text("Name") ?? "CFN-" + request.GenerateName(1000);
        var stored = store.TryAdd(name, TypeOf(request), ValueOf(request)) ?? throw PutParameter.AlreadyExists();
        return ValueTask.FromResult(Describe(stored));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(Describe(store.Put(physicalId, TypeOf(request), ValueOf(request))));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        store.Remove(physicalId);
        return ValueTask.CompletedTask;
    }

    private static string TypeOf(ResourceRequest request) => request.Properties.RequiredText("Type");

    private static string ValueOf(ResourceRequest request) => request.Properties.RequiredText("Value");

    private static ResourceResult Describe(Parameter parameter) => new(
        parameter.Name, new Dictionary<string, string> { ["Type"] = parameter.Type, ["Value"] = parameter.Value });
}
