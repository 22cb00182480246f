using Amazon.BedrockRuntime;
using Amazon.Runtime.Credentials;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Models;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Calls;

/// <summary>What every dialect calls models with.</summary>
internal static class CallsRegistration
{
    public static void AddCalls(this WebApplicationBuilder builder, SettingsRegistration settings, FunctionRole role)
    {
        var configuration = builder.Configuration;
        AddAliases(builder.Services, settings, configuration[ModelAliases.Setting]);
        AddDefaults(builder.Services, settings, configuration[CallDefaults.Setting]);
        AddObserver(builder.Services, role);
        builder.Services
            .AddSingleton(AllowedModels.Parse(configuration[AllowedModels.Setting]))
            .AddSingleton(provider => new BedrockSignature(
                provider.GetRequiredService<IAmazonBedrockRuntime>(), new DefaultAWSCredentialsIdentityResolver()))
            .AddSingleton<IBedrockWire>(provider => new BedrockWire(
                provider.GetRequiredService<IAmazonBedrockRuntime>(),
                provider.GetRequiredService<BedrockSignature>(),
                // No HttpClient: that would wait for the end of every reply.
                new HttpMessageInvoker(BedrockWire.CreateHandler())))
            .AddSingleton<FoundationModels>()
            .AddSingleton<InferenceProfiles>()
            .AddSingleton<ProfileRoutes>()
            .AddSingleton<ModelCalls>();
    }

    private static void AddAliases(IServiceCollection services, SettingsRegistration settings, string? json)
    {
        if (ModelAliases.TryParse(json) is { } aliases)
        {
            services.AddSingleton(aliases);
        }
        else
        {
            settings.Refuse($"{ModelAliases.Setting} is not a JSON object of model ids, or lists of them, by alias");
        }
    }

    private static void AddDefaults(IServiceCollection services, SettingsRegistration settings, string? guardrail)
    {
        services.AddSingleton(new CallDefaults(guardrail));
        if (!string.IsNullOrEmpty(guardrail) && !CallDefaults.IsGuardrail(guardrail))
        {
            settings.Refuse($"{CallDefaults.Setting} is not a guardrail's id:version");
        }
    }

    private static void AddObserver(IServiceCollection services, FunctionRole role)
    {
        if (role is not FunctionRole.Kestrel)
        {
            services.AddSingleton<ModelMetricsLog>();
        }

        services
            .AddSingleton(provider => new ContentCapture(
                ContentCapture.IsWanted(
                    provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()),
                ModelReplies.Default))
            .AddSingleton(provider => new ModelObserver(
                provider.GetRequiredService<ContentCapture>(),
                provider.GetService<ModelMetricsLog>(),
                provider.GetRequiredService<ILogger<ModelObserver>>()));
    }
}
