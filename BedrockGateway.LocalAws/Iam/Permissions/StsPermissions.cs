using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Permissions;

/// <summary>STS: anybody may ask who he is; to become a role he needs it.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
/// </remarks>
internal sealed class StsPermissions : IServicePermissions
{
    public IReadOnlyList<string> Services { get; } = ["sts"];

    public ValueTask<IReadOnlyList<AccessRequest>> OfAsync(
        AwsCall call, string operation, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AccessRequest>>(operation == "GetCallerIdentity"
            ? []
            : [new($"sts:{operation}", call.Form["RoleArn"] ?? "*")]);
}
