using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>Log groups of the stack, which go with it.</summary>
internal static class LogGroups
{
    /// <param name="scope">What logs.</param>
    /// <param name="id">Logical id.</param>
    /// <param name="settings">How long logs are kept.</param>
    /// <param name="name">Name that the writer insists on; generated where there is none.</param>
    public static LogGroup Add(Construct scope, string id, GatewaySettings settings, string? name = null)
    {
        var group = new LogGroup(scope, id, new LogGroupProps
        {
            LogGroupName = name,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });

        // The construct takes a name for each number of days; the setting is the number.
        ((CfnLogGroup)group.Node.DefaultChild!).RetentionInDays = settings.LogRetentionDays;
        return group;
    }
}
