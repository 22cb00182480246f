using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.LocalAws;

/// <summary>Where the two ports of a running emulator are, as this machine reaches them.</summary>
/// <param name="Edge">Base address of the edge.</param>
/// <param name="Gateway">Base address of the API Gateway data plane.</param>
internal sealed record EmulatorAddresses(Uri Edge, Uri Gateway)
{
    // In the order in which the ports are listened on.
    public static EmulatorAddresses Of(IServiceProvider services)
    {
        var addresses = services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return new(Reachable(addresses.ElementAt(0)), Reachable(addresses.ElementAt(1)));
    }

    /// <summary>A listener's address, with the loopback one in place of "any", which nobody can call.</summary>
    public static Uri Reachable(string listener)
    {
        var address = new UriBuilder(listener);
        address.Host = address.Host switch
        {
            "0.0.0.0" => "127.0.0.1",
            "[::]" => "[::1]",
            var host => host,
        };
        return address.Uri;
    }
}
