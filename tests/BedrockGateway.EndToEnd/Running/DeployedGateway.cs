using Amazon;

namespace BedrockGateway.EndToEnd.Running;

/// <summary>The gateway that the environment names, for whoever tests one that runs somewhere.</summary>
/// <param name="Address"><c>GATEWAY_URL</c>: where its stage is.</param>
/// <param name="UserPoolId"><c>USER_POOL_ID</c>: of its stack, for the removal of what the tests make.</param>
/// <param name="Domain"><c>ORGANIZATION_DOMAIN</c> of its stack; <see langword="null"/> without one.</param>
/// <param name="Cors">By <c>CORS_ORIGINS</c> of its stack.</param>
internal sealed record DeployedGateway(Uri Address, string UserPoolId, string? Domain, CorsRules Cors)
{
    /// <summary>The Region of the pool, <c>us-east-1</c> of <c>us-east-1_ab12cd34e</c>, is that of the stack.</summary>
    public RegionEndpoint Region => RegionEndpoint.GetBySystemName(UserPoolId.Split('_')[0]);

    /// <returns><see langword="null"/> when the environment names none.</returns>
    /// <exception cref="InvalidOperationException">It names one with something missing or wrong.</exception>
    public static DeployedGateway? Find(Func<string, string?> variable)
    {
        if (Read(variable, "GATEWAY_URL") is not { } url)
        {
            return null;
        }

        if (!Uri.TryCreate($"{url.TrimEnd('/')}/", UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException(
                $"GATEWAY_URL is '{url}'; it must be an address such as the stack's output RestAPIEndpoint.");
        }

        return Read(variable, "USER_POOL_ID") is { } pool && pool.Contains('_', StringComparison.Ordinal)
            ? new(
                address,
                pool,
                Read(variable, "ORGANIZATION_DOMAIN")?.TrimStart('@'),
                CorsRules.Of(Read(variable, "CORS_ORIGINS")))
            : throw new InvalidOperationException(
                "USER_POOL_ID must be the stack's output UserPoolId, so that the tests can remove the users they "
                + "make.");
    }

    private static string? Read(Func<string, string?> variable, string name) =>
        variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
