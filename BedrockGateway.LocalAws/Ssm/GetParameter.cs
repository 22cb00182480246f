using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Ssm;

/// <summary>SSM <c>GetParameter</c>: reads one parameter by name.</summary>
/// <remarks>
/// Ignores <c>WithDecryption</c>: values are held in clear.
/// Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
/// </remarks>
internal static class GetParameter
{
    /// <exception cref="AwsFault"><c>ParameterNotFound</c> (400): nothing is stored under the name.</exception>
    public static Response Handle(Request request, ParameterStore store, LocalAwsOptions options) =>
        new(ParameterItem.From(store.Find(request.Name) ?? throw NotFound(request.Name), options));

    public static AwsFault NotFound(string name) => new("ParameterNotFound", $"Parameter {name} not found.");

    internal sealed record Request(string Name);

    internal sealed record Response(ParameterItem Parameter);
}
