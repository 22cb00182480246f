using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.Limits;

/// <summary>Limits of the Kestrel host; on Lambda the gateway keeps them.</summary>
internal static class LimitsRegistration
{
    public static void AddLimits(this WebApplicationBuilder builder, SettingsRegistration settings)
    {
        settings.Add(
            builder.Configuration.GetSection(PublicLimitOptions.SectionName).Get<PublicLimitOptions>() ?? new(),
            new PublicLimitOptionsValidator());
        builder.Services.AddSingleton<PublicLimits>().AddSingleton<KeyLimits>().AddSingleton<PlanKeyStore>();
    }

    public static RouteGroupBuilder LimitPublicRoutes(this RouteGroupBuilder group) =>
        group.AddEndpointFilter((context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<PublicLimits>().AdmitAsync(context, next));
}
