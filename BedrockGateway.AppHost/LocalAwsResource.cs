using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BedrockGateway.AppHost;

/// <summary>LocalAws as a resource: for display, since it lives and ends with this process.</summary>
internal sealed class LocalAwsResource(string name) : Resource(name), IResourceWithEndpoints;

internal static class LocalAwsResourceExtensions
{
    private const string HealthCheck = "aws_health";

    public static IResourceBuilder<LocalAwsResource> AddLocalAws(
        this IDistributedApplicationBuilder builder, LocalAws.LocalAws aws, AwsTarget target, LocalAwsLog log)
    {
        builder.Services.AddHealthChecks().AddAsyncCheck(HealthCheck, token => AnswersAsync(aws, token));
        var endpoint = aws.Endpoint.ToString().TrimEnd('/');
        var resource = builder.AddResource(new LocalAwsResource(ResourceNames.Aws))
            .WithListener(aws.Endpoint)
            .WithUrl(new Uri(aws.Endpoint, "_local/").ToString(), "Lambda test page")
            .WithAnnotation(new ResourceUrlAnnotation
            {
                Url = endpoint,
                DisplayText = "AWS endpoint",
                DisplayLocation = UrlDisplayLocation.DetailsOnly,
            })
            .WithHealthCheck(HealthCheck)
            .WithInitialState(new CustomResourceSnapshot
            {
                ResourceType = "LocalAws",
                State = new(KnownResourceStates.Running, KnownResourceStateStyles.Success),
                StartTimeStamp = TimeProvider.System.GetUtcNow().UtcDateTime,
                Properties =
                [
                    new(CustomResourceKnownProperties.Source, endpoint)
                    {
                        DisplayName = "AWS endpoint",
                        IsHighlighted = true,
                    },
                    new("aws.region", target.Region.SystemName)
                    {
                        DisplayName = "Region",
                        IsHighlighted = true,
                    },
                    new("process.pid", Environment.ProcessId) { DisplayName = "Process ID", IsHighlighted = true },
                ],
            });
        builder.OnBeforeStart((start, _) =>
        {
            log.AttachTo(start.Services.GetRequiredService<ResourceLoggerService>().GetLogger(resource.Resource));
            return Task.CompletedTask;
        });
        return resource;
    }

    private static async Task<HealthCheckResult> AnswersAsync(LocalAws.LocalAws aws, CancellationToken token)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(aws.Endpoint, "_local/health"), token);
        return response.IsSuccessStatusCode ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
