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
    private readonly string _prefix;

    private ApiGatewayArns(Stack stack)
    {
        _prefix = $"arn:{stack.Partition}:apigateway:{stack.Region}::";
        // The path below /tags is the ARN of what is tagged, encoded for a URL.
        TagsOfApiKeys = $"{_prefix}/tags/arn%3A{stack.Partition}%3Aapigateway%3A{stack.Region}%3A%3A%2Fapikeys%2F*";
    }

    public string ApiKeys => $"{_prefix}/apikeys";

    public string AnyApiKey => $"{_prefix}/apikeys/*";

    public string TagsOfApiKeys { get; }

    public static ApiGatewayArns Of(Construct scope) => new(Stack.Of(scope));

    public string PlanKeys(string usagePlanId) => $"{_prefix}/usageplans/{usagePlanId}/keys";
}
