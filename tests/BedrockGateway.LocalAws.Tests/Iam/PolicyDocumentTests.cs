using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.Iam;

public sealed class PolicyDocumentTests
{
    private const string Allow = """{"Effect":"Allow","Action":"s3:Get*","Resource":["arn:a","arn:b*"]}""";
    private const string Deny = """{"Effect":"Deny","Action":"*","Resource":"arn:b/secret"}""";

    [Theory]
    [InlineData("s3:GetObject", "arn:a", nameof(Verdict.Allowed))]
    [InlineData("S3:getobject", "arn:b1", nameof(Verdict.Allowed))]
    [InlineData("s3:GetObject", "ARN:A", nameof(Verdict.NotAllowed))]
    [InlineData("s3:PutObject", "arn:a", nameof(Verdict.NotAllowed))]
    [InlineData("s3:GetObject", "arn:c", nameof(Verdict.NotAllowed))]
    [InlineData("s3:GetObject", "*", nameof(Verdict.NotAllowed))]
    [InlineData("s3:GetObject", "arn:b/secret", nameof(Verdict.Denied))]
    [InlineData("s3:PutObject", "arn:b/secret", nameof(Verdict.Denied))]
    public void Statements_AllowUnlessOneDenies(string action, string resource, string verdict)
    {
        Assert.Equal(verdict, $"{Judge(new(action, resource), $"[{Allow},{Deny}]")}");
        Assert.Equal(verdict, $"{Judge(new(action, resource), Allow, Deny)}");
        Assert.Equal(verdict, $"{Judge(new(action, resource), Deny, Allow)}");
    }

    [Fact]
    public void NoPolicy_AllowsNothing() =>
        Assert.Equal(Verdict.NotAllowed, PolicyDocument.Judge([], new("s3:GetObject", "arn:a")));

    [Theory]
    [InlineData("s3:GetObject", "arn:a", false)]
    [InlineData("s3:PutObject", "arn:a", true)]
    [InlineData("s3:PutObject", "arn:b", false)]
    public void NotActionAndNotResource_CoverTheRest(string action, string resource, bool allowed) =>
        Assert.Equal(
            allowed ? Verdict.Allowed : Verdict.NotAllowed,
            Judge(
                new(action, resource), """{"Effect":"Allow","NotAction":["s3:get*"],"NotResource":"arn:b"}"""));

    [Theory]
    [InlineData("StringEquals", "eu-west-1", true)]
    [InlineData("StringEquals", "EU-WEST-1", false)]
    [InlineData("StringEquals", "eu-*", false)]
    [InlineData("StringEqualsIgnoreCase", "EU-WEST-1", true)]
    [InlineData("StringNotEquals", "us-east-1", true)]
    [InlineData("StringNotEquals", "eu-west-1", false)]
    [InlineData("StringLike", "eu-*", true)]
    [InlineData("StringNotLike", "eu-*", false)]
    [InlineData("stringlikeifexists", "us-*", false)]
    [InlineData("Null", "true", false)]
    [InlineData("Null", "false", true)]
    public void Condition_ComparesTheKeyOfTheCall(string name, string value, bool holds) =>
        Assert.Equal(holds, Holds(name, "AWS:requestedregion", value, (ConditionKeys.RequestedRegion, "eu-west-1")));

    [Theory]
    [InlineData("ArnLike", true)]
    [InlineData("ArnEquals", true)]
    [InlineData("ArnNotLike", false)]
    [InlineData("ArnNotEquals", false)]
    public void ArnCondition_KnowsWildcards(string name, bool holds) =>
        Assert.Equal(holds, Holds(
            name,
            "aws:PrincipalArn",
            "arn:aws:iam::*:role/a*",
            ("aws:PrincipalArn", "arn:aws:iam::000000000000:role/ab")));

    [Theory]
    [InlineData("StringEquals", false)]
    [InlineData("StringNotEquals", true)]
    [InlineData("StringLikeIfExists", true)]
    [InlineData("Null", true)]
    public void AbsentKey_HoldsOnlyForWhatAsksForNoValue(string name, bool holds) =>
        Assert.Equal(holds, Holds(name, ConditionKeys.RequestTag + "team", "true"));

    [Fact]
    public void SeveralValues_OneOfThemMustFit_AndNoneAfterANegation()
    {
        (string, string) region = (ConditionKeys.RequestedRegion, "eu-west-1");

        Assert.True(Holds("StringEquals", ConditionKeys.RequestedRegion, """us-east-1","eu-west-1""", region));
        Assert.False(Holds("StringNotEquals", ConditionKeys.RequestedRegion, """us-east-1","eu-west-1""", region));
    }

    [Theory]
    [InlineData("NumericLessThan", "aws:RequestedRegion", "1", "condition operator NumericLessThan")]
    [InlineData("ForAnyValue:StringLike", "aws:RequestedRegion", "1", "condition operator ForAnyValue:StringLike")]
    [InlineData("StringEquals", "aws:SourceVpc", "1", "condition key aws:SourceVpc")]
    [InlineData("StringNotLike", "aws:RequestedRegion", "${aws:userid}", "policy variables (${aws:userid})")]
    public void WhatIsNotEvaluated_IsRefusedByName(string name, string key, string value, string what)
    {
        var fault = Assert.Throws<AwsFault>(() =>
            Holds(name, key, value, (ConditionKeys.RequestedRegion, "eu-west-1")));

        Assert.Equal(HttpStatusCode.NotImplemented, fault.Status);
        Assert.Equal($"LocalAws does not emulate iam:{what}.", fault.Message);
    }

    [Fact]
    public void VariableInAResource_IsRefused()
    {
        var fault = Assert.Throws<AwsFault>(() => Judge(
            new("s3:GetObject", "arn:a"), """{"Effect":"Allow","Action":"*","Resource":"arn:${aws:userid}"}"""));

        Assert.Equal("LocalAws does not emulate iam:policy variables (arn:${aws:userid}).", fault.Message);
    }

    [Theory]
    [InlineData("""{"Statement":"Allow"}""")]
    [InlineData("""{"Statement":[1]}""")]
    [InlineData("""{"Statement":{"Action":"*","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"allow","Action":"*","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","NotAction":"a:b","Resource":"*"}}""")]
    [InlineData("{}")]
    public void BrokenDocument_IsMalformed(string document)
    {
        var fault = Assert.Throws<AwsFault>(() => PolicyDocument.Parse(JsonNode.Parse(document)));

        Assert.Equal(("MalformedPolicyDocument", "Syntax errors in policy."), (fault.Code, fault.Message));
    }

    [Fact]
    public void ManagedPolicies_AreAwssOwn()
    {
        PolicyDocument[] policies =
        [
            ManagedPolicies.Find("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")!,
            ManagedPolicies.Find("arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess")!,
        ];

        Assert.Equal(Verdict.Allowed, PolicyDocument.Judge(policies, new("logs:PutLogEvents", "arn:l")));
        Assert.Equal(Verdict.Allowed, PolicyDocument.Judge(policies, new("xray:PutTraceSegments", "*")));
        Assert.Equal(Verdict.NotAllowed, PolicyDocument.Judge(policies, new("s3:GetObject", "*")));
        Assert.Null(ManagedPolicies.Find("arn:aws:iam::000000000000:policy/own"));
    }

    private static Verdict Judge(AccessRequest request, params string[] statements) => PolicyDocument.Judge(
        statements.Select(statement => PolicyDocument.Parse(JsonNode.Parse($$"""{"Statement":{{statement}}}"""))),
        request);

    private static bool Holds(string name, string key, string value, params (string Key, string Value)[] context)
    {
        var request = new AccessRequest("a:b", "c", context.ToDictionary(pair => pair.Key, pair => pair.Value));
        var condition = $$"""{"{{name}}":{"{{key}}":["{{value}}"]} }""";
        return Judge(
            request,
            $$"""{"Effect":"Allow","Action":"a:b","Resource":"c","Condition":{{condition}}}""") == Verdict.Allowed;
    }
}
