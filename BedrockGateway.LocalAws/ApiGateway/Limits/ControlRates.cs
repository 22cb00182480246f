using System.Collections.Frozen;
using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Limits;

/// <summary>How often an account may call API Gateway's control plane, where that is enforced.</summary>
/// <remarks>
/// That a rate's bucket is as large as a second is our reading; the burst of all operations is documented. Source:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
/// </remarks>
internal sealed class ControlRates(LocalAwsOptions options, TimeProvider clock)
{
    private const int AllPerSecond = 10;
    private const int AllBurst = 40;

    private static readonly FrozenDictionary<string, (double PerSecond, int Burst)> Rates =
        new Dictionary<string, (double PerSecond, int Burst)>
        {
            ["CreateApiKey"] = (5, 5),
            ["DeleteApiKey"] = (5, 5),
            ["GetResources"] = (2.5, 5),
            ["UpdateAccount"] = (1 / 20.0, 1),
            ["UpdateUsagePlan"] = (1 / 20.0, 1),
        }.ToFrozenDictionary();

    private readonly TokenBucket _all = new(clock);
    private readonly FrozenDictionary<string, TokenBucket> _own =
        Rates.Keys.ToFrozenDictionary(operation => operation, _ => new TokenBucket(clock));

    /// <exception cref="AwsFault"><c>TooManyRequestsException</c> (429): the account has called too often.</exception>
    public void Require(string service, string operation)
    {
        if (!options.EnforceControlRates || service != ApiGatewayFaults.Service)
        {
            return;
        }

        var isWithin = _all.TryTake(AllPerSecond, AllBurst)
            && (!Rates.TryGetValue(operation, out var rate) || _own[operation].TryTake(rate.PerSecond, rate.Burst));
        if (!isWithin)
        {
            throw new AwsFault("TooManyRequestsException", "Too Many Requests", HttpStatusCode.TooManyRequests);
        }
    }
}
