using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// The Cognito trigger that lets only the organization's addresses register. Its role may do nothing but log.
/// </summary>
internal sealed class PreSignupConstruct : Construct
{
    public PreSignupConstruct(
        Construct scope, string id, string functionName, string organizationDomain, GatewaySettings settings)
        : base(scope, id)
    {
        var trigger = new FunctionConstruct(
            this,
            "Trigger",
            "pre-signup",
            functionName,
            new Dictionary<string, string> { ["ORGANIZATION_DOMAIN"] = organizationDomain },
            new(settings.PreSignupMegabytes, settings.PreSignupTimeoutSeconds),
            settings);
        Function = trigger.Alias is { } alias ? alias : trigger.Function;
    }

    public IFunction Function { get; }
}
