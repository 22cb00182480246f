using Amazon.CDK;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// ARNs of API Gateway's control plane, whose actions are HTTP methods and whose resources are paths.
/// </summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html
/// </remarks>
internal sealed class ApiGatewayArns
{
    // Substitutions, where nothing else has to go in: CDK's own concatenation is twice as long.
    private const string Prefix = "arn:${AWS::Partition}:apigateway:${AWS::Region}::";

    private readonly string _plans;

    private ApiGatewayArns(Stack stack) => _plans = $"arn:{stack.Partition}:apigateway:{stack.Region}::/usageplans";

    public string ApiKeys { get; } = Fn.Sub($"{Prefix}/apikeys");

    public string AnyApiKey { get; } = Fn.Sub($"{Prefix}/apikeys/*");

    /// <summary>Tags: the path below /tags is the ARN of what is tagged, encoded for a URL.</summary>
    public string TagsOfApiKeys { get; } =
        Fn.Sub(Prefix + "/tags/arn%3A${AWS::Partition}%3Aapigateway%3A${AWS::Region}%3A%3A%2Fapikeys%2F*");

    public string UsagePlans { get; } = Fn.Sub($"{Prefix}/usageplans");

    public static ApiGatewayArns Of(Construct scope) => new(Stack.Of(scope));

    public string PlanKeys(string usagePlanId) => $"{_plans}/{usagePlanId}/keys";

    /// <summary>What is left of the quota of each key in the plan.</summary>
    public string UsageOfKeys(string usagePlanId) => $"{_plans}/{usagePlanId}/keys/*/usage";

    public string AnyPlanKey(string usagePlanId) => $"{_plans}/{usagePlanId}/keys/*";

    public string UsageOf(string usagePlanId) => $"{_plans}/{usagePlanId}/usage";
}
