using Microsoft.Extensions.Logging;

namespace BedrockGateway.AppHost.Unenforced;

internal static partial class UnenforcedLog
{
    [LoggerMessage(LogLevel.Warning, "Not enforced: {Check}. {Meaning}")]
    public static partial void NotEnforced(this ILogger logger, string check, string meaning);
}
