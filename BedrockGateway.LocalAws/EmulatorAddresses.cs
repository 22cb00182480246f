using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.LocalAws;

/// <summary>Where the two ports of a running emulator are.</summary>
/// <param name="Edge">Base address of the edge.</param>
/// <param name="Gateway">Base address of the API Gateway data plane.</param>
internal sealed record EmulatorAddresses(Uri Edge, Uri Gateway)
{
    // In the order in which the ports are listened on.
    public static EmulatorAddresses Of(IServiceProvider services)
    {
        var addresses = services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return new(new(addresses.ElementAt(0)), new(addresses.ElementAt(1)));
    }
}
