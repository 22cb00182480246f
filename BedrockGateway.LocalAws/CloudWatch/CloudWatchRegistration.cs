using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.CloudWatch;

/// <summary>Amazon CloudWatch: alarms exist in stacks, and never ring.</summary>
internal static class CloudWatchRegistration
{
    private const int MaxNameLength = 255;

    public static IServiceCollection AddCloudWatch(this IServiceCollection services) =>
        services.AddSingleton<IResourceHandler>(provider =>
        {
            var options = provider.GetRequiredService<LocalAwsOptions>();
            return new InertResourceHandler(
                "AWS::CloudWatch::Alarm",
                ["AlarmName"],
                request => request.Properties.Text("AlarmName") ?? request.GenerateName(MaxNameLength),
                name => new() { ["Arn"] = $"arn:aws:cloudwatch:{options.Region}:{options.AccountId}:alarm:{name}" });
        });
}
