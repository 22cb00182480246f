namespace BedrockGateway.Api.Tests.Fakes;

internal sealed record FakeUser(string Subject, string Email, string Password, DateTime Created)
{
    public bool Confirmed { get; set; } = true;

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public string? ApiKey => Attributes.GetValueOrDefault("custom:api_key");
}
