using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Changes to the attributes of a user, as far as addresses make them more than values.</summary>
internal static class AttributeChanges
{
    private static readonly string[] Addresses = ["email", "phone_number"];

    /// <summary>
    /// The user with the changes; a new address is unverified unless they say otherwise, and codes that went to the
    /// old one are void.
    /// </summary>
    public static User Apply(User user, UserAttributes changes, DateTimeOffset now)
    {
        var attributes = user.Attributes.Merge(WithDoubt(user.Attributes, changes));
        foreach (var address in NewAddresses(user.Attributes, changes))
        {
            user = user.WithoutCode(CodePurpose.Attribute, address);
        }

        return user with { Attributes = attributes, ModifiedAt = now };
    }

    /// <summary>The attributes that get another address, or none.</summary>
    public static IReadOnlyList<string> NewAddresses(UserAttributes before, UserAttributes changes) =>
        [.. Addresses.Where(address => changes[address] is { } changed && changed != before[address])];

    /// <summary>New addresses that wait for their code and leave the old ones in force until then.</summary>
    public static IReadOnlyList<string> Postponed(UserPool pool, UserAttributes before, UserAttributes changes)
    {
        var rule = pool.Settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? [];
        return
        [
            .. NewAddresses(before, changes).Where(address =>
                rule.Contains(address) && changes[address]!.Length > 0 && changes[$"{address}_verified"] is null),
        ];
    }

    private static UserAttributes WithDoubt(UserAttributes before, UserAttributes changes)
    {
        foreach (var address in NewAddresses(before, changes))
        {
            var verified = $"{address}_verified";
            if (changes[verified] is null)
            {
                changes = changes.With(verified, changes[address]!.Length == 0 ? string.Empty : "false");
            }
        }

        return changes;
    }
}
