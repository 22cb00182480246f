using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.CloudFormation.Model;
using Amazon.CognitoIdentityProvider;
using BedrockGateway.Infra;

namespace BedrockGateway.AppHost.Unenforced;

/// <summary>Asks what stands for AWS behind <c>AWS_ENDPOINT_URL</c> for what the checks of this stack need.</summary>
/// <param name="target">The endpoint, its Region and the credentials for it.</param>
/// <param name="outputs">Outputs of the stack that it has made.</param>
/// <param name="settings">What the stack was made of.</param>
/// <param name="patience">How long one question may take.</param>
internal sealed class EndpointProbe(
    AwsTarget target, IReadOnlyCollection<Output> outputs, GatewaySettings settings, TimeSpan patience)
{
    private readonly Uri _endpoint = target.Endpoint
        ?? throw new ArgumentException("There is no endpoint to ask.", nameof(target));

    /// <summary>What the endpoint does not do, in the order of a request's checks.</summary>
    /// <remarks>
    /// Registers somebody of another domain, where that must be refused, and removes them if it was not.
    /// </remarks>
    public async Task<IReadOnlyList<UnenforcedCheck>> AskAsync(CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(
            AskTokensAsync(cancellationToken),
            AskKeysAsync(cancellationToken),
            AskUsageAsync(cancellationToken),
            AskPreSignupAsync(cancellationToken));
        return [.. found.OfType<UnenforcedCheck>()];
    }

    /// <summary>What the endpoint says that it is, where it answers as LocalStack does.</summary>
    public async Task<string?> NameAsync(CancellationToken cancellationToken)
    {
        JsonNode? health = null;
        var failure = await Finding.OfAsync(
            async token => health = await GetAsync("/_localstack/health", token), cancellationToken);
        return failure is null && Text(health, "edition") is { } edition
            ? $"{edition} {Text(health, "version")}".TrimEnd()
            : null;
    }

    private async Task<UnenforcedCheck?> AskTokensAsync(CancellationToken cancellationToken)
    {
        var pool = ValueOf("UserPoolId");
        JsonNode? keys = null;
        var failure = await Finding.OfAsync(
            async token => keys = await GetAsync($"/{pool}/.well-known/jwks.json", token), cancellationToken);
        return failure is null && keys?["keys"] is JsonArray { Count: > 0 }
            ? await AskIssuerAsync(pool, cancellationToken)
            : new(
                "tokens",
                $"The endpoint publishes no keys of its user pool ({failure ?? "no key"}): no token can be verified, "
                + "and every route that needs one fails.",
                IsFound: true);
    }

    // Who does not say whose tokens they are is taken to do as Cognito does.
    private async Task<UnenforcedCheck?> AskIssuerAsync(string pool, CancellationToken cancellationToken)
    {
        JsonNode? discovery = null;
        await Finding.OfAsync(
            async token => discovery = await GetAsync($"/{pool}/.well-known/openid-configuration", token),
            cancellationToken);
        var expected = PoolTokens.IssuerOf(pool, target);
        return Text(discovery, "issuer") is { } issuer && issuer != expected
            ? new(
                "tokens",
                $"The endpoint's tokens are of the issuer {issuer}, and the gateway takes those of {expected} alone: "
                + "every token is refused with Unauthorized.",
                IsFound: true)
            : null;
    }

    private async Task<UnenforcedCheck?> AskKeysAsync(CancellationToken cancellationToken)
    {
        using var gateway = GatewayClient();
        var failure = await Finding.OfAsync(
            async token =>
            {
                await gateway.GetUsagePlanKeysAsync(new() { UsagePlanId = ValueOf("UsagePlanId"), Limit = 1 }, token);
                await gateway.GetApiKeysAsync(new() { IncludeValues = true, Limit = 1 }, token);
            },
            cancellationToken);
        return failure is null
            ? null
            : new(
                "keys",
                $"The endpoint does not list the keys of its usage plan ({failure}): no key can be checked, and every "
                + "route that needs one fails.",
                IsFound: true);
    }

    private async Task<UnenforcedCheck?> AskUsageAsync(CancellationToken cancellationToken)
    {
        using var gateway = GatewayClient();
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null);
        var failure = await Finding.OfAsync(
            token => gateway.GetUsageAsync(
                new() { UsagePlanId = ValueOf("UsagePlanId"), StartDate = today, EndDate = today }, token),
            cancellationToken);
        return failure is null
            ? null
            : new(
                "usage figures",
                $"The endpoint refuses GetUsage ({failure}): GET /account/usage fails.",
                IsFound: true);
    }

    private Task<UnenforcedCheck?> AskPreSignupAsync(CancellationToken cancellationToken) =>
        settings.OrganizationDomain is null
            ? Task.FromResult<UnenforcedCheck?>(null)
            : new PreSignupProbe(
                target.ConfigFor<AmazonCognitoIdentityProviderConfig>(patience),
                target.CredentialsForProbe(),
                ValueOf("UserPoolId"),
                ValueOf("UserPoolClientId")).AskAsync(cancellationToken);

    private AmazonAPIGatewayClient GatewayClient() =>
        new(target.CredentialsForProbe(), target.ConfigFor<AmazonAPIGatewayConfig>(patience));

    private async Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = patience };
        return JsonNode.Parse(await http.GetStringAsync(new Uri(_endpoint, path), cancellationToken));
    }

    private string ValueOf(string key) => outputs.First(output => output.OutputKey == key).OutputValue;

    private static string? Text(JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
