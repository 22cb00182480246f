namespace BedrockGateway.Api.Accounts;

/// <summary>Which fields the JSON body of a route has.</summary>
/// <param name="Required">Texts without which there is no request.</param>
internal sealed record FormShape(params string[] Required)
{
    /// <summary>Texts that may be left out.</summary>
    public string[] Optional { get; init; } = [];

    /// <summary>A switch, off unless it is <see langword="true"/>.</summary>
    public string? Switch { get; init; }

    /// <summary>A number that may be left out.</summary>
    public string? Number { get; init; }

    /// <summary>Whether no body at all is as good as an empty object.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>An object whose members are texts, which may be left out.</summary>
    public string? Map { get; init; }
}
