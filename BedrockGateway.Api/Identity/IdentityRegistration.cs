using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.Identity;

internal static class IdentityRegistration
{
    public static void AddIdentity(this IServiceCollection services, FunctionRole role)
    {
        if (role is FunctionRole.Kestrel)
        {
            services.AddSingleton<SigningKeyStore>().AddSingleton<IdTokenVerifier>();
            services.AddSingleton<ICallerGate, TokenCallerGate>();
        }
        else
        {
            services.AddSingleton<KeyNameStore>();
            services.AddSingleton<ICallerGate, EventCallerGate>();
        }
    }
}
