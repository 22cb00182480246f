using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Ports of processes.</summary>
internal static class Ports
{
    // Below those that systems take for outgoing connections, which come and go; the official range.
    private const int First = 10000;
    private const int Last = 32767;
    private const int Attempts = 1000;

    /// <summary>A port that nobody listens on and that is none of these; it becomes one of them.</summary>
    /// <exception cref="InvalidOperationException">None was found.</exception>
    public static int FindFree(ProtocolType protocol, ISet<int> taken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last + 1);
            if (!taken.Contains(port) && IsFree(port, protocol))
            {
                taken.Add(port);
                return port;
            }
        }

        throw new InvalidOperationException($"No available ports were found in the range {First}-{Last}.");
    }

    /// <exception cref="DistributedApplicationException">A process could not listen where it should.</exception>
    public static void RequireFree(IResource resource)
    {
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            if (endpoint.Port != endpoint.TargetPort)
            {
                throw new DistributedApplicationException(
                    $"The endpoint '{endpoint.Name}' asks for port {endpoint.Port} in front of target port "
                        + $"{endpoint.TargetPort}, and there is no proxy to pass on from one to the other. Give it "
                        + "only one of the two.");
            }

            if (endpoint.TargetPort is { } port && !IsFree(port, endpoint.Protocol))
            {
                throw new DistributedApplicationException(
                    $"Port {port} of the endpoint '{endpoint.Name}' is in use. End the program that listens on it, or "
                        + "give the endpoint another port.");
            }
        }
    }

    public static bool IsFree(int port, ProtocolType protocol) =>
        CanBind(IPAddress.Any, port, protocol)
        && (!Socket.OSSupportsIPv6 || CanBind(IPAddress.IPv6Any, port, protocol));

    private static bool CanBind(IPAddress address, int port, ProtocolType protocol)
    {
        var type = protocol == ProtocolType.Udp ? SocketType.Dgram : SocketType.Stream;
        using var socket = new Socket(address.AddressFamily, type, protocol);
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            socket.DualMode = false;
        }

        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException exception) when (exception.SocketErrorCode is
            SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
