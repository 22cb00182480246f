using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.WAFv2;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// An AWS WAF web ACL before the API: AWS's common rules, and a rate per address on what needs no key.
/// </summary>
internal sealed class FirewallConstruct : Construct
{
    /// <summary>
    /// Rules that only count. A prompt is longer than 8 KB and may well hold markup, paths or addresses; and .NET's
    /// HttpClient names no user agent.
    /// </summary>
    private static readonly string[] CountedRules =
    [
        "CrossSiteScripting_BODY",
        "EC2MetaDataSSRF_BODY",
        "GenericLFI_BODY",
        "GenericRFI_BODY",
        "NoUserAgent_HEADER",
        "SizeRestrictions_BODY",
    ];

    /// <summary>Begin the paths that need no token.</summary>
    private static readonly string[] PublicPaths = ["/register", "/login", "/confirm", "/refresh", "/password/"];

    public FirewallConstruct(Construct scope, string id, RestApi api, GatewaySettings settings)
        : base(scope, id)
    {
        var acl = new CfnWebACL(this, "WebAcl", new CfnWebACLProps
        {
            Scope = "REGIONAL",
            Description = $"What reaches the API of {settings.StackName}",
            DefaultAction = new CfnWebACL.DefaultActionProperty { Allow = new CfnWebACL.AllowActionProperty() },
            Rules = new[] { PublicRate(settings.WafRateLimit), CommonRules() },
            VisibilityConfig = Visibility(settings.StackName),
        });
        _ = new CfnWebACLAssociation(this, "Association", new CfnWebACLAssociationProps
        {
            ResourceArn = api.DeploymentStage.StageArn,
            WebAclArn = acl.AttrArn,
        });
    }

    private static CfnWebACL.RuleProperty PublicRate(int limit) => new()
    {
        Name = "PublicRate",
        Priority = 0,
        Action = new CfnWebACL.RuleActionProperty { Block = new CfnWebACL.BlockActionProperty() },
        Statement = new CfnWebACL.StatementProperty
        {
            RateBasedStatement = new CfnWebACL.RateBasedStatementProperty
            {
                AggregateKeyType = "IP",
                Limit = limit,
                ScopeDownStatement = new CfnWebACL.StatementProperty
                {
                    OrStatement = new CfnWebACL.OrStatementProperty
                    {
                        Statements = PublicPaths.Select(PathWith).ToArray(),
                    },
                },
            },
        },
        VisibilityConfig = Visibility("PublicRate"),
    };

    // The path begins with the stage on AWS's own address and without it on a domain of one's own.
    private static CfnWebACL.StatementProperty PathWith(string route) => new()
    {
        ByteMatchStatement = new CfnWebACL.ByteMatchStatementProperty
        {
            FieldToMatch = new CfnWebACL.FieldToMatchProperty { UriPath = new Dictionary<string, object>() },
            PositionalConstraint = "CONTAINS",
            SearchString = route,
            TextTransformations = new[]
            {
                new CfnWebACL.TextTransformationProperty { Priority = 0, Type = "URL_DECODE" },
            },
        },
    };

    private static CfnWebACL.RuleProperty CommonRules() => new()
    {
        Name = "CommonRules",
        Priority = 1,
        OverrideAction = new CfnWebACL.OverrideActionProperty { None = new Dictionary<string, object>() },
        Statement = new CfnWebACL.StatementProperty
        {
            ManagedRuleGroupStatement = new CfnWebACL.ManagedRuleGroupStatementProperty
            {
                VendorName = "AWS",
                Name = "AWSManagedRulesCommonRuleSet",
                RuleActionOverrides = CountedRules.Select(rule => new CfnWebACL.RuleActionOverrideProperty
                {
                    Name = rule,
                    ActionToUse = new CfnWebACL.RuleActionProperty { Count = new CfnWebACL.CountActionProperty() },
                }).ToArray(),
            },
        },
        VisibilityConfig = Visibility("CommonRules"),
    };

    private static CfnWebACL.VisibilityConfigProperty Visibility(string metric) => new()
    {
        CloudWatchMetricsEnabled = true,
        MetricName = metric,
        // A sample shows a request's headers, the API key among them.
        SampledRequestsEnabled = false,
    };
}
