using Amazon.CDK.AWS.APIGateway;
using BedrockGateway.Infra.Settings;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>A usage plan that keys join: throttle and quota, per key.</summary>
internal sealed class UsagePlanConstruct : Construct
{
    public UsagePlanConstruct(Construct scope, string id, RestApi api, string stackName, PlanTerms terms)
        : base(scope, id) =>
        Plan = new UsagePlan(this, "UsagePlan", new UsagePlanProps
        {
            Name = $"{stackName}-{terms.Name}",
            Throttle = new ThrottleSettings { RateLimit = terms.RatePerSecond, BurstLimit = terms.Burst },
            Quota = new QuotaSettings
            {
                Limit = terms.Quota,
                Period = terms.Period switch
                {
                    QuotaPeriod.Day => Period.DAY,
                    QuotaPeriod.Week => Period.WEEK,
                    QuotaPeriod.Month => Period.MONTH,
                    _ => throw new ArgumentOutOfRangeException(nameof(terms)),
                },
            },
            ApiStages = [new UsagePlanPerApiStage { Api = api, Stage = api.DeploymentStage }],
        });

    public UsagePlan Plan { get; }
}
