using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.Identity;

internal static class IdentityRegistration
{
    public static void AddIdentity(this IServiceCollection services, FunctionRole role)
    {
        services.AddSingleton<SigningKeyStore>().AddSingleton<PoolTokenReader>().AddSingleton<AccessTokenVerifier>();
        if (role is FunctionRole.Kestrel)
        {
            services.AddSingleton<IdTokenVerifier>();
            services.AddSingleton<ICallerGate, TokenCallerGate>();
        }
        else
        {
            services.AddSingleton<KeyNameStore>();
            services.AddSingleton<ICallerGate, EventCallerGate>();
        }
    }
}
