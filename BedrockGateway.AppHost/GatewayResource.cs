using Amazon.CloudFormation.Model;
using Aspire.Hosting.AWS.CloudFormation;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.AppHost;

/// <summary>The API as clients see it: runs as soon as the stack has made it.</summary>
internal sealed class GatewayResource(string name) : Resource(name), IResourceWithEndpoints;

internal static class GatewayResourceExtensions
{
    public static IResourceBuilder<GatewayResource> AddGateway(
        this IDistributedApplicationBuilder builder,
        LocalAws.LocalAws aws,
        AwsTarget target,
        IResourceBuilder<ICloudFormationTemplateResource> stack)
    {
        var gateway = builder.AddResource(new GatewayResource(ResourceNames.Gateway))
            .WithListener(new UriBuilder("http", "localhost", aws.Gateway.Port).Uri)
            .WithRelationship(stack.Resource, "WaitFor")
            .WithInitialState(new CustomResourceSnapshot
            {
                ResourceType = "ApiGateway",
                State = KnownResourceStates.Waiting,
                Properties = [],
            });
        stack.OnResourceReady(async (made, ready, cancellationToken) =>
        {
            var notifications = ready.Services.GetRequiredService<ResourceNotificationService>();
            var outputs = made.Outputs ?? [];
            var url = aws.UrlOf(outputs);
            var api = outputs.First(output => output.OutputKey == "RestApiId").OutputValue;
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            await notifications.PublishUpdateAsync(gateway.Resource, state => state with
            {
                State = new(KnownResourceStates.Running, KnownResourceStateStyles.Success),
                StartTimeStamp = now,
                Properties =
                [
                    .. state.Properties,
                    new(CustomResourceKnownProperties.Source, $"REST API {api}")
                    {
                        DisplayName = "API",
                        IsHighlighted = true,
                    },
                ],
                Urls = [new("http", url, IsInternal: false)],
            });
            var details = await StackDetails.ReadAsync(made.StackName, target.Region, cancellationToken);
            await notifications.PublishUpdateAsync(made, state => state with
            {
                StartTimeStamp = state.StartTimeStamp ?? now,
                Properties = details.AddTo(state.Properties),
            });
        });
        return gateway;
    }

    /// <summary>Where clients of this machine reach the stage.</summary>
    public static string UrlOf(this LocalAws.LocalAws aws, IEnumerable<Output> outputs) =>
        $"http://localhost:{aws.Gateway.Port}/{outputs.First(output => output.OutputKey == "StageName").OutputValue}/";
}
