using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>A domain of the company's own for the API, with the stage at its root.</summary>
internal sealed class CustomDomainConstruct : Construct
{
    public CustomDomainConstruct(
        Construct scope, string id, string domain, string certificateArn, RestApi api)
        : base(scope, id)
    {
        var name = new CfnDomainName(this, "Name", new CfnDomainNameProps
        {
            DomainName = domain,
            EndpointConfiguration = new CfnDomainName.EndpointConfigurationProperty { Types = ["REGIONAL"] },
            RegionalCertificateArn = certificateArn,
            SecurityPolicy = "TLS_1_2",
        });
        _ = new CfnBasePathMapping(this, "Root", new CfnBasePathMappingProps
        {
            DomainName = name.Ref,
            RestApiId = api.RestApiId,
            Stage = api.DeploymentStage.StageName,
        });
        Url = $"https://{domain}/";
        Target = name.AttrRegionalDomainName;
        TargetZoneId = name.AttrRegionalHostedZoneId;
    }

    public string Url { get; }

    /// <summary>Where DNS must point the domain, by CNAME or alias.</summary>
    public string Target { get; }

    /// <summary>Hosted zone of <see cref="Target"/>, which an alias in Route 53 asks for.</summary>
    public string TargetZoneId { get; }
}
