using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Compat.AwsSdk;

/// <summary>Makes the exception type that an error code stands for.</summary>
internal delegate AmazonServiceException FaultFactory(ErrorResponse error, FaultDetails details);

/// <summary>The exceptions that a service, or one operation of it, declares.</summary>
/// <param name="undeclared">Makes the service's common exception.</param>
/// <param name="declared">Error code on the wire → exception type.</param>
internal sealed class FaultSet(FaultFactory undeclared, IReadOnlyDictionary<string, FaultFactory> declared)
{
    /// <summary>The faults of an operation that declares only these codes.</summary>
    public FaultSet Only(params string[] codes) =>
        new(undeclared, codes.ToDictionary(code => code, code => declared[code]));

    public AmazonServiceException Create(ErrorResponse error, FaultDetails details) =>
        (error.Code is { } code && declared.TryGetValue(code, out var factory) ? factory : undeclared)(error, details);
}
