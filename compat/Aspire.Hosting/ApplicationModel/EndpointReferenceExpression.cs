using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The parts of an endpoint's address.</summary>
public enum EndpointProperty
{
    Url,
    Host,
    IPV4Host,
    Port,
    Scheme,
    TargetPort,
    HostAndPort,
    TlsEnabled,
}

/// <summary>A part of an endpoint's address as a value.</summary>
[DebuggerDisplay("EndpointExpression = {ValueExpression}, Property = {Property}, Endpoint = {Endpoint.EndpointName}")]
public class EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property)
    : IExpressionValue, IValueWithReferences
{
    public EndpointReference Endpoint { get; } =
        endpointReference ?? throw new ArgumentNullException(nameof(endpointReference));

    public EndpointProperty Property { get; } = property;

    public string ValueExpression => Endpoint.Expression(Property);

    IEnumerable<object> IValueWithReferences.References => [Endpoint];

    /// <summary>The part, as soon as the endpoint has an address.</summary>
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        switch (Property)
        {
            case EndpointProperty.Scheme:
                return Endpoint.Scheme;
            case EndpointProperty.TlsEnabled:
                return Endpoint.TlsEnabled ? bool.TrueString : bool.FalseString;
            case EndpointProperty.IPV4Host:
                return "127.0.0.1";
            case EndpointProperty.TargetPort when Endpoint.TargetPort is { } port:
                return port.ToString(CultureInfo.InvariantCulture);
            default:
                return Part(await Endpoint.EndpointAnnotation.Allocation.WaitAsync(cancellationToken));
        }
    }

    private string? Part(AllocatedEndpoint endpoint) => Property switch
    {
        EndpointProperty.Url => endpoint.UriString,
        EndpointProperty.Host => endpoint.Address,
        EndpointProperty.Port => endpoint.Port.ToString(CultureInfo.InvariantCulture),
        EndpointProperty.TargetPort => endpoint.TargetPortExpression
            ?? throw new InvalidOperationException(
                "The endpoint does not have an associated TargetPortExpression from the orchestrator."),
        EndpointProperty.HostAndPort => endpoint.EndPointString,
        _ => throw Endpoint.NotSupported(Property),
    };
}
