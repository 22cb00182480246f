using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Logs;

/// <summary>Amazon CloudWatch Logs: log groups as stacks carry them.</summary>
internal static class LogsRegistration
{
    public static IServiceCollection AddLogs(this IServiceCollection services) => services
        .AddSingleton<LogGroupStore>()
        .AddSingleton<IResourceHandler, LogGroupHandler>()
        .AddSingleton<IResourceHandler, MetricFilterHandler>()
        .AddSingleton<IAwsService>(provider =>
        {
            var groups = provider.GetRequiredService<LogGroupStore>();
            return new AwsJsonService("logs", "Logs_20140328", () => Map(groups));
        });

    private static AwsJsonOperations Map(LogGroupStore groups)
    {
        var json = LogsJsonContext.Default;
        return new AwsJsonOperations().Map(
            "DescribeLogGroups",
            json.DescribeLogGroupsRequest,
            json.DescribeLogGroupsResponse,
            request => DescribeLogGroups.Handle(request, groups));
    }
}
