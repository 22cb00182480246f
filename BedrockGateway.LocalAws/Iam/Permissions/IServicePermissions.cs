using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Permissions;

/// <summary>What the operations of a service need from the caller's policies.</summary>
internal interface IServicePermissions
{
    /// <summary>Endpoint prefixes of the services that it speaks for.</summary>
    IReadOnlyList<string> Services { get; }

    /// <summary>All of these must be allowed; none for an operation that needs no permission.</summary>
    ValueTask<IReadOnlyList<AccessRequest>> OfAsync(
        AwsCall call, string operation, CancellationToken cancellationToken);
}
