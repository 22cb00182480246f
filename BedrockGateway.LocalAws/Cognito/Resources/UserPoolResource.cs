using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito.Resources;

/// <summary><c>AWS::Cognito::UserPool</c>. No change replaces a pool, so that none loses its users.</summary>
/// <remarks>
/// Ignores what <see cref="CreateUserPool"/> ignores.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html
/// </remarks>
internal sealed class UserPoolResource(UserPoolStore store, TimeProvider clock) : IResourceHandler
{
    private const int LongestName = 128;

    private static readonly string[] Ignored =
    [
        "DeviceConfiguration", "EmailAuthenticationMessage", "EmailAuthenticationSubject", "EmailConfiguration",
        "EmailVerificationMessage", "EmailVerificationSubject", "SmsAuthenticationMessage", "SmsConfiguration",
        "SmsVerificationMessage", "UserPoolAddOns", "UserPoolTags", "UserPoolTier", "VerificationMessageTemplate",
        "WebAuthnRelyingPartyID", "WebAuthnUserVerification",
    ];

    public string Type => "AWS::Cognito::UserPool";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string>();

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var properties = Read(request);
        return ValueTask.FromResult(ResultOf(
            store.Create(properties.UserPoolName ?? request.GenerateName(LongestName), properties)));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        var properties = Read(request);
        var pool = store.Get(physicalId);
        pool.Update(properties.UserPoolName ?? pool.Name, properties, clock.GetUtcNow());
        return ValueTask.FromResult(ResultOf(pool));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        if (store.Find(physicalId) is not null)
        {
            store.Delete(physicalId);
        }

        return ValueTask.CompletedTask;
    }

    private static Properties Read(ResourceRequest request)
    {
        var properties = ResourceJsonContext.Read(request.Properties, ResourceJsonContext.Default.UserPool);
        ResourceJsonContext.CheckKnown(request.LogicalId, properties.Rest, Ignored);
        return properties;
    }

    private static ResourceResult ResultOf(UserPool pool) => new(pool.Id, new Dictionary<string, string>
    {
        ["Arn"] = pool.Arn,
        ["ProviderName"] = pool.ProviderName,
        ["ProviderURL"] = pool.Issuer,
        ["UserPoolId"] = pool.Id,
    });

    internal sealed record Properties : UserPoolSettings
    {
        public string? UserPoolName { get; init; }
    }
}
