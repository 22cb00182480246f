using System.Collections.Immutable;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>An API key.</summary>
/// <param name="Id">Identifier, which is no secret.</param>
/// <param name="Value">The secret that clients send as <c>x-api-key</c>.</param>
/// <param name="Sequence">Order of creation, which paging follows.</param>
/// <param name="CreatedDate">When it was made.</param>
internal sealed record ApiKey(string Id, string Value, long Sequence, DateTimeOffset CreatedDate)
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? CustomerId { get; init; }

    public bool Enabled { get; init; }

    public DateTimeOffset LastUpdatedDate { get; init; } = CreatedDate;

    public ImmutableDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Keeps the secret out of anything that prints the record.</summary>
    public override string ToString() => $"ApiKey {Id}";
}
