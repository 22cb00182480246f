using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.Accounts;

/// <summary>What happens to accounts without a request: by EventBridge on Lambda, by a timer on Kestrel.</summary>
internal static class ScheduleRegistration
{
    public static void AddSchedule(
        this WebApplicationBuilder builder, SettingsRegistration settings, FunctionRole role)
    {
        settings.Add(
            builder.Configuration.GetSection(ScheduleOptions.SectionName).Get<ScheduleOptions>() ?? new(),
            new ScheduleOptionsValidator());
        builder.Services.AddSingleton<KeySweep>().AddSingleton<CutRotations>().AddSingleton<ClosedUsers>()
            .AddSingleton<Upkeep>();
        if (role is FunctionRole.Kestrel)
        {
            builder.Services.AddHostedService<UpkeepTimer>();
        }
    }

    public static void MapSchedule(this IEndpointRouteBuilder routes, FunctionRole role)
    {
        if (role is FunctionRole.Accounts)
        {
            routes.MapPost(ScheduleEndpoint.Path, ScheduleEndpoint.HandleAsync);
        }
    }
}
