using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Lambda;

namespace BedrockGateway.LocalAws.Events;

/// <summary>Invokes the functions of a rule that fires, asynchronously and if their policies permit it.</summary>
internal sealed partial class RuleDelivery(
    ILambdaInvoker functions, AsyncInvoker invoker, LocalAwsOptions options, ILogger<RuleDelivery> log)
{
    private const string Principal = "events.amazonaws.com";

    /// <param name="rule">The rule, which need not be enabled.</param>
    /// <param name="time">When it fires.</param>
    /// <returns>One for each target.</returns>
    public IReadOnlyList<Delivered> Deliver(EventRule rule, DateTimeOffset time) =>
        [.. rule.Targets.Values.Select(target => Deliver(rule, target, time))];

    private Delivered Deliver(EventRule rule, RuleTarget target, DateTimeOffset time)
    {
        if (!functions.Permits(target.Arn, Principal, rule.Arn))
        {
            var refusal = $"No AWS::Lambda::Permission lets {Principal} invoke {target.Arn} for {rule.Arn}.";
            LogRefused(refusal);
            return new(target.Id, RequestId: null, refusal);
        }

        var requestId = Guid.NewGuid().ToString();
        var @event = target.Input ?? Describe(rule, requestId, time);
        invoker.Post(new(target.Arn, Encoding.UTF8.GetBytes(@event)) { RequestId = requestId });
        LogFired(rule.Name, target.Arn);
        return new(target.Id, requestId, Refusal: null);
    }

    private string Describe(EventRule rule, string id, DateTimeOffset time) => new JsonObject
    {
        ["version"] = "0",
        ["id"] = id,
        ["detail-type"] = "Scheduled Event",
        ["source"] = "aws.events",
        ["account"] = options.AccountId,
        ["time"] = time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["region"] = options.Region,
        ["resources"] = new JsonArray(rule.Arn),
        ["detail"] = new JsonObject(),
    }.ToJsonString();

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rule} fires: {Target}")]
    private partial void LogFired(string rule, string target);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason}")]
    private partial void LogRefused(string reason);
}

/// <summary>What became of one target.</summary>
/// <param name="TargetId">Id of the target.</param>
/// <param name="RequestId">Of the invocation; <see langword="null"/> where there is none.</param>
/// <param name="Refusal">Why there is none.</param>
internal sealed record Delivered(string TargetId, string? RequestId, string? Refusal);
