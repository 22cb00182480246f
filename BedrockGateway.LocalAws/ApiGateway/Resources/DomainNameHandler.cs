using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary>
/// <c>AWS::ApiGateway::DomainName</c>: the gateway's port serves what is mapped to it when <c>Host</c> names it.
/// </summary>
/// <remarks>
/// No certificate is looked at and no TLS spoken. Edge-optimized names and mutual TLS are refused. Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainname.html
/// </remarks>
internal sealed class DomainNameHandler(CustomDomainStore domains, LocalAwsOptions options) : IResourceHandler
{
    // API Gateway's own hosted zone, for alias records; another one in each Region, and this one in all of them here.
    // https://docs.aws.amazon.com/general/latest/gr/apigateway.html
    private const string UsEast1Zone = "Z1UJRXOUMOOFQ8";

    public string Type => "AWS::ApiGateway::DomainName";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "DomainName" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Check(request.Properties);
        var name = request.Properties.RequiredText("DomainName");
        var target = $"d-{ApiIds.New(10)}.execute-api.{options.Region}.amazonaws.com";
        domains.Add(new(name, target));
        return new(ResultOf(name));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        Check(request.Properties);
        return new(ResultOf(physicalId));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        domains.Remove(physicalId);
        return default;
    }

    private static void Check(JsonObject properties)
    {
        if (properties.ContainsKey("MutualTlsAuthentication"))
        {
            throw ApiGatewayFaults.NotEmulated("MutualTlsAuthentication of a DomainName");
        }

        if (properties.Object("EndpointConfiguration")?.Texts("Types") is not ["REGIONAL"])
        {
            throw ApiGatewayFaults.NotEmulated("domain names that are not REGIONAL");
        }

        if (properties.Text("RegionalCertificateArn") is not { Length: > 0 })
        {
            throw ApiGatewayFaults.BadRequest("Certificate ARN must be provided.");
        }
    }

    private ResourceResult ResultOf(string name)
    {
        var domain = domains.Get(name);
        return new(name, new Dictionary<string, string>
        {
            ["DomainNameArn"] = $"arn:aws:apigateway:{options.Region}::/domainnames/{name}",
            ["RegionalDomainName"] = domain.Target,
            ["RegionalHostedZoneId"] = UsEast1Zone,
        });
    }
}
