using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>The usage plan that every key joins: throttle and quota, per key.</summary>
internal sealed class UsagePlanConstruct : Construct
{
    public UsagePlanConstruct(Construct scope, string id, RestApi api, GatewaySettings settings)
        : base(scope, id) =>
        Plan = new UsagePlan(this, "UsagePlan", new UsagePlanProps
        {
            Name = $"{settings.StackName}-default",
            Throttle = new ThrottleSettings
            {
                RateLimit = settings.ThrottleRateLimit,
                BurstLimit = settings.ThrottleBurstLimit,
            },
            Quota = new QuotaSettings
            {
                Limit = settings.QuotaLimit,
                Period = settings.QuotaPeriod switch
                {
                    QuotaPeriod.Day => Period.DAY,
                    QuotaPeriod.Week => Period.WEEK,
                    QuotaPeriod.Month => Period.MONTH,
                    _ => throw new ArgumentOutOfRangeException(nameof(settings)),
                },
            },
            ApiStages = [new UsagePlanPerApiStage { Api = api, Stage = api.DeploymentStage }],
        });

    public UsagePlan Plan { get; }
}
