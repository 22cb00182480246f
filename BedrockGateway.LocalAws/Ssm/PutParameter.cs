using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Ssm;

/// <summary>SSM <c>PutParameter</c>: adds a parameter, or overwrites one where asked to.</summary>
/// <remarks>
/// Ignores <c>AllowedPattern</c>, <c>KeyId</c>, <c>Policies</c>, <c>Tags</c> and <c>Tier</c>.
/// Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
/// </remarks>
internal static class PutParameter
{
    /// <exception cref="AwsFault"><c>ParameterAlreadyExists</c>, <c>ValidationException</c> (400).</exception>
    public static Response Handle(Request request, ParameterStore store)
    {
        if (request.Type is not (null or "String" or "StringList" or "SecureString"))
        {
            throw new AwsFault(
                "ValidationException",
                $"1 validation error detected: Value '{request.Type}' at 'type' failed to satisfy constraint: " +
                "Member must satisfy enum value set: [SecureString, StringList, String]");
        }

        var type = request.Type ?? store.Find(request.Name)?.Type ?? throw new AwsFault(
            "ValidationException", "A parameter type is required when you create a parameter.");
        var stored = request.Overwrite is true
            ? store.Put(request.Name, type, request.Value)
            : store.TryAdd(request.Name, type, request.Value) ?? throw AlreadyExists();
        return new(stored.Version, "Standard");
    }

    public static AwsFault AlreadyExists() => new(
        "ParameterAlreadyExists",
        "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");

    internal sealed record Request(string Name, string Value, string? Type = null, bool? Overwrite = null);

    internal sealed record Response(long Version, string Tier);
}
