using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

/// <summary>What stands before the API: a domain of one's own, the firewall, and what browsers are told.</summary>
public sealed class EntranceTests
{
    private static readonly JsonObject Everything = SynthesizedStack.Everything;

    private static string StageId => Everything.Resources("AWS::ApiGateway::Stage").Single().LogicalId;

    [Fact]
    public void CustomDomain_ServesTheStageAtItsRootWithTls12()
    {
        var (name, properties) = Everything.Resources("AWS::ApiGateway::DomainName").Single();

        JsonAssert.Equal(
            """
            {"DomainName":"gateway.example.com","SecurityPolicy":"TLS_1_2",
             "EndpointConfiguration":{"Types":["REGIONAL"]},
             "RegionalCertificateArn":"arn:aws:acm:eu-west-1:123456789012:certificate/1234-abcd"}
            """,
            properties);
        JsonAssert.Equal(
            $$$"""
            {"DomainName":{"Ref":"{{{name}}}"},"RestApiId":{"Ref":"ApiRestApiE35FEAFE"},
             "Stage":{"Ref":"{{{StageId}}}"}}
            """,
            Everything.Only("AWS::ApiGateway::BasePathMapping")["Properties"]);
        JsonAssert.Equal(
            $$$"""{"Value":{"Fn::GetAtt":["{{{name}}}","RegionalDomainName"]}}""",
            Everything["Outputs"]!["CustomDomainTarget"]);
        JsonAssert.Equal(
            $$$"""{"Value":{"Fn::GetAtt":["{{{name}}}","RegionalHostedZoneId"]}}""",
            Everything["Outputs"]!["CustomDomainHostedZoneId"]);
        JsonAssert.Equal(
            """{"Value":"https://gateway.example.com/"}""", Everything["Outputs"]!["CustomDomainEndpoint"]);
    }

    [Fact]
    public void StageName_IsEverywhereTheSame()
    {
        Assert.Equal("v1", (string?)Everything.Only("AWS::ApiGateway::Stage")["Properties"]!["StageName"]);
        JsonAssert.Equal("""{"Value":"v1"}""", Everything["Outputs"]!["StageName"]);
        Assert.All(
            Everything.Resources("AWS::Lambda::Permission")
                .Where(permission => (string?)permission.Properties["Principal"] == "apigateway.amazonaws.com"),
            permission => Assert.Contains(
                "/v1/", permission.Properties["SourceArn"]!.ToJsonString(), StringComparison.Ordinal));
        Assert.DoesNotContain("prod", Everything.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Firewall_LimitsTheRateOfPublicRoutesPerAddress()
    {
        var rule = Everything.Only("AWS::WAFv2::WebACL")["Properties"]!["Rules"]![0]!;

        JsonAssert.Equal("""{"Block":{}}""", rule["Action"]);
        JsonAssert.Equal(
            """
            {"AggregateKeyType":"IP","Limit":100}
            """,
            WithoutScope(rule["Statement"]!["RateBasedStatement"]!));
        var paths = rule["Statement"]!["RateBasedStatement"]!["ScopeDownStatement"]!["OrStatement"]!["Statements"]!
            .AsArray();
        JsonAssert.Equal(
            """
            {"ByteMatchStatement":{"FieldToMatch":{"UriPath":{}},"PositionalConstraint":"CONTAINS",
             "SearchString":"/register","TextTransformations":[{"Priority":0,"Type":"URL_DECODE"}]}}
            """,
            paths[0]);
        Assert.Equal(
            ["/register", "/login", "/confirm", "/refresh", "/password/"],
            paths.Select(path => (string?)path!["ByteMatchStatement"]!["SearchString"]));
    }

    [Fact]
    public void Firewall_OnlyCountsWhatPromptsMayHold()
    {
        var rule = Everything.Only("AWS::WAFv2::WebACL")["Properties"]!["Rules"]![1]!;

        JsonAssert.Equal("""{"None":{}}""", rule["OverrideAction"]);
        JsonAssert.Equal(
            """
            {"ManagedRuleGroupStatement":{"VendorName":"AWS","Name":"AWSManagedRulesCommonRuleSet",
             "RuleActionOverrides":[
              {"Name":"CrossSiteScripting_BODY","ActionToUse":{"Count":{}}},
              {"Name":"EC2MetaDataSSRF_BODY","ActionToUse":{"Count":{}}},
              {"Name":"GenericLFI_BODY","ActionToUse":{"Count":{}}},
              {"Name":"GenericRFI_BODY","ActionToUse":{"Count":{}}},
              {"Name":"NoUserAgent_HEADER","ActionToUse":{"Count":{}}},
              {"Name":"SizeRestrictions_BODY","ActionToUse":{"Count":{}}}]}}
            """,
            rule["Statement"]);
    }

    [Fact]
    public void Firewall_StandsBeforeTheStageAndKeepsNoSample()
    {
        var (id, acl) = Everything.Resources("AWS::WAFv2::WebACL").Single();

        Assert.Equal("REGIONAL", (string?)acl["Scope"]);
        JsonAssert.Equal("""{"Allow":{}}""", acl["DefaultAction"]);
        Assert.DoesNotContain("\"SampledRequestsEnabled\":true", acl.ToJsonString(), StringComparison.Ordinal);
        JsonAssert.Equal(
            $$$"""
            {"ResourceArn":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":apigateway:",{"Ref":"AWS::Region"},
               "::/restapis/",{"Ref":"ApiRestApiE35FEAFE"},"/stages/",{"Ref":"{{{StageId}}}"}]]},
             "WebACLArn":{"Fn::GetAtt":["{{{id}}}","Arn"]}}
            """,
            Everything.Only("AWS::WAFv2::WebACLAssociation")["Properties"]);
        Assert.Empty(SynthesizedStack.Default.Resources("AWS::WAFv2::WebACL"));
    }

    [Fact]
    public void SeveralOrigins_AreChosenFromByThePreflight()
    {
        var preflight = Everything.Resources("AWS::ApiGateway::Method")
            .Where(method => (string?)method.Properties["Integration"]!["Type"] == "MOCK").ToList();

        Assert.Equal(3, preflight.Count);
        Assert.All(preflight, method =>
        {
            var response = method.Properties["Integration"]!["IntegrationResponses"]![0]!;
            var headers = response["ResponseParameters"]!;
            Assert.Equal(
                "'https://a.example.com'", (string?)headers["method.response.header.Access-Control-Allow-Origin"]);
            Assert.Equal("'Origin'", (string?)headers["method.response.header.Vary"]);
            var template = (string)response["ResponseTemplates"]!["application/json"]!;
            Assert.Contains("https://b.example.com", template, StringComparison.Ordinal);
            Assert.Contains(
                "#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)",
                template,
                StringComparison.Ordinal);
        });
        Assert.Equal("'*'", ErrorOrigin(Everything, "UNAUTHORIZED"));
        Assert.All(
            Everything.Resources("AWS::Lambda::Function")
                .Where(function => (string?)function.Properties["Handler"] != "pre-signup"),
            function => Assert.Equal(
                "https://a.example.com,https://b.example.com",
                (string?)function.Properties["Environment"]!["Variables"]!["CORS_ORIGINS"]));
    }

    [Fact]
    public void OneOrigin_IsNamedOnErrorsToo()
    {
        var template = SynthesizedStack.Template(new() { CorsOrigins = "https://a.example.com" });

        Assert.Equal("'https://a.example.com'", ErrorOrigin(template, "UNAUTHORIZED"));
        Assert.Equal("'https://a.example.com'", ErrorOrigin(template, "DEFAULT_5XX"));
    }

    [Theory]
    [InlineData("DEFAULT_4XX", 403, "permission_error")]
    [InlineData("DEFAULT_5XX", 500, "api_error")]
    public void OtherErrors_KeepTheirStatusAndSpeakTheGatewaysJson(string type, int status, string error)
    {
        var response = ResponseOf(SynthesizedStack.Default, type);

        Assert.False(response.ContainsKey("StatusCode"));
        Assert.Equal(
            $$"""{"message":$context.error.messageString,"status":{{status}},"success":false,"type":"error","""
            + $$"""
            "error":{"type":"{{error}}","code":"{{error}}","message":$context.error.messageString}
            """ + "}",
            (string?)response["ResponseTemplates"]!["application/json"]);
        Assert.Equal("'*'", ErrorOrigin(SynthesizedStack.Default, type));
    }

    private static JsonObject WithoutScope(JsonNode statement)
    {
        var copy = statement.DeepClone().AsObject();
        copy.Remove("ScopeDownStatement");
        return copy;
    }

    private static string? ErrorOrigin(JsonObject template, string type) =>
        (string?)ResponseOf(template, type)["ResponseParameters"]![
            "gatewayresponse.header.Access-Control-Allow-Origin"];

    private static JsonObject ResponseOf(JsonObject template, string type) =>
        template.Resources("AWS::ApiGateway::GatewayResponse")
            .Single(response => (string?)response.Properties["ResponseType"] == type).Properties;
}
