using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.S3;

namespace BedrockGateway.LocalAws.Storage;

/// <summary>State that outlives the emulator, where <see cref="LocalAwsOptions.DataFolder"/> asks for it.</summary>
internal static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services) =>
        services.AddSingleton(provider => StateLog.Open(
            provider.GetRequiredService<LocalAwsOptions>(), provider.GetRequiredService<ILogger<StateLog>>()));

    /// <summary>
    /// Lets no reply begin before all is kept that it may speak of: the caller's own change, and what others changed
    /// that the caller is told of.
    /// </summary>
    public static void UseStorage(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<StateLog>();
        if (log.IsKept)
        {
            // Those who read files have then read what they need; the rest was needed once.
            app.ApplicationServices.GetRequiredService<BucketStore>();
            app.ApplicationServices.GetRequiredService<FunctionStore>();
            log.Blobs?.Sweep();
            app.Use((http, next) =>
            {
                http.Response.OnStarting(static state => ((StateLog)state).CommittedAsync(), log);
                return next(http);
            });
        }
    }
}
