using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// Has the function of accounts look after keys and users every five minutes: it deletes keys past their end and
/// users who closed their account.
/// </summary>
/// <remarks>
/// The input has the form of a REST API's event, which is what the function reads. No client can send this one: API
/// Gateway writes a request context into each of its events, and here there is none.
/// </remarks>
internal sealed class ScheduleConstruct : Construct
{
    private const string Input =
        """{"source":"bedrock-gateway.schedule","resource":"/_schedule","path":"/_schedule","httpMethod":"POST","""
        + "\"requestContext\":{}}";

    /// <param name="scope">Where the rule belongs.</param>
    /// <param name="id">Logical id.</param>
    /// <param name="handler">The function.</param>
    public ScheduleConstruct(Construct scope, string id, FunctionConstruct handler)
        : base(scope, id)
    {
        var rule = new CfnRule(this, "Rule", new CfnRuleProps
        {
            ScheduleExpression = "rate(5 minutes)",
            Targets = new[]
            {
                new CfnRule.TargetProperty
                {
                    Id = "accounts",
                    Arn = handler.Alias?.FunctionArn ?? handler.Function.FunctionArn,
                    Input = Input,
                },
            },
        });
        _ = new CfnPermission(this, "Invoke", new CfnPermissionProps
        {
            Action = "lambda:InvokeFunction",
            FunctionName = handler.InvokedAs,
            Principal = "events.amazonaws.com",
            SourceArn = rule.AttrArn,
        });
    }
}
