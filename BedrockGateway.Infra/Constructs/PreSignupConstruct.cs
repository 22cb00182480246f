using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// The Cognito triggers that let only the organization's addresses register and log in. Their role may do nothing but
/// log.
/// </summary>
internal sealed class PreSignupConstruct : Construct
{
    public PreSignupConstruct(Construct scope, string id, string functionName, GatewaySettings settings)
        : base(scope, id)
    {
        var trigger = new FunctionConstruct(
            this,
            "Trigger",
            "pre-signup",
            functionName,
            TriggerVariables.Of(settings).ToDictionary(),
            new(settings.PreSignupMegabytes, settings.PreSignupTimeoutSeconds),
            settings);
        Function = trigger.Alias is { } alias ? alias : trigger.Function;
    }

    public IFunction Function { get; }
}
