using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Limits;

/// <summary>Limits of the Kestrel host; on Lambda the gateway keeps them.</summary>
internal static class LimitsRegistration
{
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddOptions<PublicLimitOptions>().BindConfiguration(PublicLimitOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublicLimitOptions>, PublicLimitOptionsValidator>();
        services.AddSingleton<PublicLimits>().AddSingleton<KeyLimits>().AddSingleton<PlanKeyStore>();
    }

    public static RouteGroupBuilder LimitPublicRoutes(this RouteGroupBuilder group) =>
        group.AddEndpointFilter((context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<PublicLimits>().AdmitAsync(context, next));
}
