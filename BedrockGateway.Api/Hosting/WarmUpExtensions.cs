using System.Security.Cryptography;
using Amazon.APIGateway;
using Amazon.CognitoIdentityProvider;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Hosting;

/// <summary>What the first event would wait for, done before the first poll.</summary>
/// <remarks>
/// Lambda gives a function all of a processor until it polls, and afterwards the share that goes with its memory: at
/// 512 MB the same work takes three times as long, with a client waiting.
/// </remarks>
internal static class WarmUpExtensions
{
    public static void WarmUp(this IServiceProvider services, FunctionRole role)
    {
        // Loads OpenSSL, which every signature needs.
        SHA256.HashData([]);
        if (role.Serves(FunctionRole.Models))
        {
            services.GetRequiredService<IBedrockWire>();
        }

        if (role.Serves(FunctionRole.Accounts))
        {
            services.GetRequiredService<IAmazonCognitoIdentityProvider>();
            services.GetRequiredService<IAmazonAPIGateway>();
        }
    }
}
