using BedrockGateway.Api.Logging;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Hosting;

/// <summary>What every slice stands on: options, log lines, limits of the server, replies to all faults.</summary>
internal static class HostingRegistration
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ResourcesOptions>()
            .BindConfiguration(ResourcesOptions.SectionName)
            .ValidateOnStart();
        builder.Services.AddOptions<RequestOptions>()
            .BindConfiguration(RequestOptions.SectionName)
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ResourcesOptions>, ResourcesOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<RequestOptions>, RequestOptionsValidator>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.MaxBytes;
        });
        builder.Logging.AddJsonLines();
    }

    public static void UseHosting(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.Use(new Cors(app.Configuration[Cors.OriginsKey]).AddHeadersAsync);
        app.UseMiddleware<FaultEdge>();
        app.UseRouting();

        // A path or a verb that no route has: what the gateway says to it.
        app.MapFallback("{*path}", (RequestDelegate)Refusal.MissingAuthenticationToken.ToResult().ExecuteAsync);
    }

    /// <exception cref="StartupException">A setting is missing or out of range; the message names each.</exception>
    public static void CheckSettings(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException invalid)
        {
            throw Refuse(invalid.Failures);
        }
        catch (AggregateException several)
        {
            var invalid = several.InnerExceptions.OfType<OptionsValidationException>();
            throw Refuse(invalid.SelectMany(options => options.Failures));
        }
    }

    private static StartupException Refuse(IEnumerable<string> failures) => new(
        $"settings are missing or wrong ({string.Join("; ", failures)}); the stack's outputs belong into "
        + "AWS__Resources__<name>, where BedrockGateway.AppHost puts them.");
}
