using System.Diagnostics;
using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A network address that a resource serves.</summary>
/// <remarks>
/// The official orchestrator puts a proxy in front of an endpoint, which listens on <see cref="Port"/> and passes on to
/// <see cref="TargetPort"/>. There is no proxy here: whatever <see cref="IsProxied"/> says, the process itself listens
/// on the one port, as it does officially for an endpoint without a proxy.
/// </remarks>
[DebuggerDisplay("Type = {GetType().Name,nq}, Name = {Name}")]
public sealed class EndpointAnnotation : IResourceAnnotation
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<AllocatedEndpoint> _allocated = NewAllocation();
    private string? _transport;
    private int? _port;
    private int? _targetPort;
    private bool? _tlsEnabled;
    private bool _isProxied = true;
    private bool? _isExplicitlyProxied;

    public EndpointAnnotation(
        ProtocolType protocol,
        string? uriScheme = null,
        string? transport = null,
        [EndpointName] string? name = null,
        int? port = null,
        int? targetPort = null,
        bool? isExternal = null,
        bool? isProxied = null)
    {
        uriScheme ??= protocol.ToString().ToLowerInvariant();
        name ??= uriScheme;
        ModelName.Validate(nameof(EndpointAnnotation), name);
        Protocol = protocol;
        UriScheme = uriScheme;
        Name = name;
        _transport = transport;
        _port = port;
        _targetPort = targetPort;
        IsExternal = isExternal ?? false;
        IsExplicitlyProxied = isProxied;
    }

    public string Name { get; set; }

    public ProtocolType Protocol { get; set; }

    /// <summary>The port that clients use; 0 or none for one that is free.</summary>
    public int? Port
    {
        get => _port ?? (IsProxied ? null : _targetPort);
        set => _port = value;
    }

    /// <summary>The port that the process listens on.</summary>
    public int? TargetPort
    {
        get => _targetPort ?? (IsProxied ? null : _port);
        set => _targetPort = value;
    }

    public string UriScheme { get; set; }

    /// <summary>The address that the process listens on.</summary>
    public string TargetHost { get; set; } = "localhost";

    public string Transport
    {
        get => _transport ?? (IsScheme("http") || IsScheme("https") ? "http" : Protocol.ToString().ToLowerInvariant());
        set => _transport = value;
    }

    /// <summary>Accepted for the sake of source; it matters to what is published only.</summary>
    public bool IsExternal { get; set; }

    /// <summary>False once the application has started, because there is no proxy here.</summary>
    public bool IsProxied
    {
        get => _isProxied;
        set => IsExplicitlyProxied = value;
    }

    public bool? IsExplicitlyProxied
    {
        get => _isExplicitlyProxied;
        set
        {
            _isExplicitlyProxied = value;
            _isProxied = value ?? true;
        }
    }

    /// <summary>Whether a reference to the whole resource leaves this endpoint out.</summary>
    public bool ExcludeReferenceEndpoint { get; set; }

    public bool TlsEnabled
    {
        get => _tlsEnabled ?? IsScheme("https");
        set => _tlsEnabled = value;
    }

    /// <summary>The address that clients use; none before the application has started.</summary>
    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => Allocation is { IsCompletedSuccessfully: true } allocation ? allocation.Result : null;
        set
        {
            lock (_gate)
            {
                if (_allocated.Task.IsCompleted)
                {
                    _allocated = NewAllocation();
                }

                if (value is not null)
                {
                    _allocated.SetResult(value);
                }
                else
                {
                    _allocated.SetException(
                        new InvalidOperationException($"The endpoint `{Name}` is not allocated"));
                }
            }
        }
    }

    /// <summary>Ends when the endpoint has an address.</summary>
    internal Task<AllocatedEndpoint> Allocation
    {
        get
        {
            lock (_gate)
            {
                return _allocated.Task;
            }
        }
    }

    /// <summary>The variable that the process reads its port from.</summary>
    internal string? TargetPortEnvironmentVariable { get; set; }

    /// <summary>Makes one port of the two, as an endpoint without a proxy has it; 0 is no port.</summary>
    internal void ResolveWithoutProxy()
    {
        _isProxied = false;
        _port = _port is 0 ? null : _port;
        _targetPort = _targetPort is 0 ? null : _targetPort;
    }

    private bool IsScheme(string scheme) => EndpointNames.Same(UriScheme, scheme);

    private static TaskCompletionSource<AllocatedEndpoint> NewAllocation() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}

internal static class EndpointNames
{
    /// <summary>Names of endpoints and schemes are the same in any case.</summary>
    public static bool Same(string? first, string? second) =>
        string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}
