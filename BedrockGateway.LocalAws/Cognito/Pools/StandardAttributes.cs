namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>The OpenID Connect attributes that every pool has.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
/// </remarks>
internal static class StandardAttributes
{
    private const string MaximumLength = "2048";

    public static IReadOnlyList<SchemaAttribute> All { get; } =
    [
        Text("sub") with { Mutable = false, Required = true, StringAttributeConstraints = new("1", MaximumLength) },
        Text("name"),
        Text("given_name"),
        Text("family_name"),
        Text("middle_name"),
        Text("nickname"),
        Text("preferred_username"),
        Text("profile"),
        Text("picture"),
        Text("website"),
        Text("email"),
        new("email_verified", "Boolean", false, Mutable: true, Required: false),
        Text("gender"),
        Text("birthdate") with { StringAttributeConstraints = new("10", "10") },
        Text("zoneinfo"),
        Text("locale"),
        Text("phone_number"),
        new("phone_number_verified", "Boolean", false, Mutable: true, Required: false),
        Text("address"),
        new("updated_at", "Number", false, Mutable: true, Required: false, NumberAttributeConstraints: new("0")),
    ];

    private static SchemaAttribute Text(string name) =>
        new(name, "String", false, Mutable: true, Required: false, StringAttributeConstraints: new("0", MaximumLength));
}
