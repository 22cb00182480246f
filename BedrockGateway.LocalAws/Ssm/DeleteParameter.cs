using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Ssm;

/// <summary>SSM <c>DeleteParameter</c>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameter.html</remarks>
internal static class DeleteParameter
{
    /// <exception cref="AwsFault"><c>ParameterNotFound</c> (400): nothing is stored under the name.</exception>
    public static Response Handle(Request request, ParameterStore store) =>
        store.Remove(request.Name) ? new Response() : throw GetParameter.NotFound(request.Name);

    internal sealed record Request(string Name);

    internal sealed record Response;
}
