using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using BedrockGateway.Infra;

namespace BedrockGateway.AppHost;

/// <summary>
/// The stack of an account once more, in LocalAws: so that the gateway here has its routes, limits and replies, and
/// calls the functions that run here.
/// </summary>
internal static class GatewayMirror
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="StartFailureException">LocalAws cannot make the stack.</exception>
    public static async Task MirrorAsync(
        this LocalAws.LocalAws aws, GatewaySettings settings, IDistributedApplicationBuilder builder)
    {
        var local = settings.WithoutPackage();
        var template = TemplateCache.For(local, builder.AppHostDirectory, TimeProvider.System).GetOrMake(local);
        using var client = new AmazonCloudFormationClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonCloudFormationConfig
            {
                ServiceURL = aws.Endpoint.ToString(),
                AuthenticationRegion = "us-east-1",
                IgnoreConfiguredEndpointUrls = true,
            });
        var set = await client.CreateChangeSetAsync(new()
        {
            StackName = local.StackName,
            ChangeSetName = "mirror",
            ChangeSetType = ChangeSetType.CREATE,
            TemplateBody = await File.ReadAllTextAsync(template),
            Capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
        });
        await UntilAsync(
            async () => (await client.DescribeChangeSetAsync(new() { ChangeSetName = set.Id })).Status,
            ChangeSetStatus.CREATE_COMPLETE);
        await client.ExecuteChangeSetAsync(new() { ChangeSetName = set.Id });
        await UntilAsync(
            async () => (await client.DescribeStacksAsync(
                new DescribeStacksRequest { StackName = set.StackId })).Stacks[0].StackStatus,
            StackStatus.CREATE_COMPLETE);
    }

    private static async Task UntilAsync(Func<Task<ConstantClass>> status, ConstantClass wanted)
    {
        while (await status() is var current && current != wanted)
        {
            if (!current.Value.EndsWith("_IN_PROGRESS", StringComparison.Ordinal)
                && !current.Value.EndsWith("_PENDING", StringComparison.Ordinal))
            {
                throw new StartFailureException($"LocalAws could not take the stack over: it is {current.Value}.");
            }

            await Task.Delay(Pause);
        }
    }
}
