namespace BedrockGateway.Api.Admin;

/// <summary>Who is invited.</summary>
internal sealed record Guest(string Email, string FullName)
{
    // A record would print the address.
    public override string ToString() => nameof(Guest);
}
