using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Admin;
using BedrockGateway.Api.Anthropic;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Limits;
using BedrockGateway.Api.Models;
using BedrockGateway.Api.Native;
using BedrockGateway.Api.OpenAi;
using BedrockGateway.Api.Plans;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.ServiceDefaults;

namespace BedrockGateway.Api.Hosting;

/// <summary>Composes the API of one role; tests replace services in it.</summary>
internal static class GatewayApp
{
    /// <exception cref="StartupException">A setting is missing or out of range.</exception>
    public static WebApplication Create(
        string[] args, FunctionRole role, Action<WebApplicationBuilder>? customize = null)
    {
        var builder = role is FunctionRole.Kestrel
            ? WebApplication.CreateSlimBuilder(args)
            : FunctionBuilder.Create(args);
        var settings = new SettingsRegistration(builder.Services);
        builder.AddHosting(settings);
        // After our own log lines, which take the place of all that were there before.
        builder.AddTelemetry(role);
        if (role is FunctionRole.Kestrel)
        {
            builder.AddHealthDefaults();
            builder.AddDrain(settings);
        }

        builder.Services.AddAwsClients();
        builder.Services.AddLambda(role);
        builder.Services.AddIdentity(role);
        builder.AddLimits(settings);
        builder.AddPlans(settings);
        builder.Services.AddAccounts();
        builder.Services.AddAdmin();
        builder.AddStoredKey(settings);
        builder.AddSchedule(settings, role);
        builder.AddDiscretion(settings);
        builder.AddCalls(settings, role);
        builder.Services.AddModels();
        builder.Services.AddAnthropic();
        builder.Services.AddOpenAi();
        settings.Check();
        customize?.Invoke(builder);

        var app = builder.Build();
        app.UseHosting();
        app.LogStart(role);
        if (role.Serves(FunctionRole.Accounts))
        {
            app.MapAccounts(role);
            app.MapAdmin(role);
            app.MapSchedule(role);
            app.MapOpenApiDocument();
        }

        if (role.Serves(FunctionRole.Models))
        {
            app.MapModels();
            app.MapNative();
            app.MapAnthropic();
            app.MapOpenAi();
        }

        if (role is FunctionRole.Kestrel)
        {
            app.MapDefaultEndpoints();
        }
        else
        {
            app.Services.WarmUp(role);
        }

        return app;
    }
}
