using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Ssm;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.CloudFormation;

public sealed class IntrinsicTests
{
    private const string KnownAfterApply = "{{changeSet:KNOWN_AFTER_APPLY}}";

    private const string TemplateText =
        """
        {
          "Parameters": {
            "Name": { "Type": "String" },
            "List": { "Type": "CommaDelimitedList" },
            "Version": { "Type": "AWS::SSM::Parameter::Value<String>" }
          },
          "Mappings": { "Sizes": { "us-east-1": { "small": "s", "list": ["x", "y"] } } },
          "Conditions": {
            "Yes": { "Fn::Equals": [{ "Ref": "Name" }, "n"] },
            "No": { "Fn::Not": [{ "Condition": "Yes" }] },
            "Both": { "Fn::And": [{ "Condition": "Yes" }, { "Condition": "No" }] },
            "Either": { "Fn::Or": [{ "Condition": "Yes" }, { "Condition": "No" }] }
          },
          "Resources": { "R": { "Type": "AWS::Sample::Thing" } }
        }
        """;

    [Theory]
    [InlineData("""{"Ref":"Name"}""", "\"n\"")]
    [InlineData("""{"Ref":"List"}""", """["a","b"]""")]
    [InlineData("""{"Ref":"Version"}""", "\"32\"")]
    [InlineData("""{"Ref":"R"}""", "\"physical\"")]
    [InlineData("""{"Ref":"AWS::AccountId"}""", "\"000000000000\"")]
    [InlineData("""{"Ref":"AWS::Partition"}""", "\"aws\"")]
    [InlineData("""{"Ref":"AWS::Region"}""", "\"us-east-1\"")]
    [InlineData("""{"Ref":"AWS::StackId"}""", "\"arn:stack\"")]
    [InlineData("""{"Ref":"AWS::StackName"}""", "\"lab\"")]
    [InlineData("""{"Ref":"AWS::URLSuffix"}""", "\"amazonaws.com\"")]
    [InlineData("""{"Ref":"AWS::NotificationARNs"}""", "[]")]
    [InlineData("""{"Fn::GetAtt":["R","Arn"]}""", "\"R.Arn\"")]
    [InlineData("""{"Fn::GetAtt":["R","Nested.Value"]}""", "\"R.Nested.Value\"")]
    [InlineData("""{"Fn::GetAtt":"R.Nested.Value"}""", "\"R.Nested.Value\"")]
    [InlineData("""{"Fn::Join":["-",["a",{"Ref":"Name"},7,true]]}""", "\"a-n-7-true\"")]
    [InlineData("""{"Fn::Join":["",{"Ref":"List"}]}""", "\"ab\"")]
    [InlineData("""{"Fn::Join":[",",["a",{"Ref":"AWS::NoValue"},"b"]]}""", "\"a,b\"")]
    [InlineData(
        """{"Fn::Sub":"${Name} ${R} ${R.Arn} ${AWS::Region} ${!Literal} $x {y}"}""",
        "\"n physical R.Arn us-east-1 ${Literal} $x {y}\"")]
    [InlineData("""{"Fn::Sub":["${Own}/${Name}",{"Own":{"Ref":"R"}}]}""", "\"physical/n\"")]
    [InlineData("""{"Fn::Sub":["${Name}",{"Name":"shadow"}]}""", "\"shadow\"")]
    [InlineData("""{"Fn::Select":[1,["a","b"]]}""", "\"b\"")]
    [InlineData("""{"Fn::Select":["0",{"Fn::Split":["|","x|y"]}]}""", "\"x\"")]
    [InlineData("""{"Fn::Split":[":","a:b:"]}""", """["a","b",""]""")]
    [InlineData("""{"Fn::If":["Yes",1,2]}""", "1")]
    [InlineData("""{"Fn::If":["No",1,{"x":{"Ref":"Name"}}]}""", """{"x":"n"}""")]
    [InlineData("""{"Fn::If":["Both","both",{"Fn::If":["Either","either","none"]}]}""", "\"either\"")]
    [InlineData(
        """{"Keep":1,"Drop":{"Ref":"AWS::NoValue"},"Also":{"Fn::If":["No","x",{"Ref":"AWS::NoValue"}]}}""",
        """{"Keep":1}""")]
    [InlineData("""[{"Fn::If":["No","x",{"Ref":"AWS::NoValue"}]},"kept"]""", """["kept"]""")]
    [InlineData("""{"Fn::FindInMap":["Sizes",{"Ref":"AWS::Region"},"small"]}""", "\"s\"")]
    [InlineData("""{"Fn::FindInMap":["Sizes","us-east-1","list"]}""", """["x","y"]""")]
    [InlineData("""{"Fn::Base64":"hi"}""", "\"aGk=\"")]
    [InlineData("""{"Fn::GetAZs":""}""", """["us-east-1a","us-east-1b","us-east-1c"]""")]
    [InlineData("""{"Fn::ImportValue":{"Fn::Sub":"${Name}-export"}}""", "\"imported\"")]
    [InlineData("""{"Condition":"Yes","Ref":"Name"}""", """{"Condition":"Yes","Ref":"Name"}""")]
    public void Expression_HasItsValue(string expression, string expected) =>
        Assert.Equal(expected, Evaluate(expression)!.ToJsonString());

    [Theory]
    [InlineData(
        """{"Fn::Select":["3",["a"]]}""",
        "Template error: Fn::Select cannot select nonexistent value at index 3")]
    [InlineData(
        """{"Fn::FindInMap":["Sizes","eu-west-1","small"]}""",
        "Template error: Unable to get mapping for Sizes::eu-west-1::small")]
    [InlineData(
        """{"Fn::FindInMap":["Absent","a","b"]}""",
        "Template error: Mapping named 'Absent' is not present in the 'Mappings' section of template.")]
    [InlineData("""{"Fn::If":["Absent",1,2]}""", "Template error: unresolved condition dependency Absent in Fn::If")]
    [InlineData("""{"Fn::ImportValue":"absent"}""", "No export named absent found.")]
    [InlineData("""{"Fn::Cidr":["10.0.0.0/16",2,8]}""", "LocalAws does not emulate the intrinsic function Fn::Cidr.")]
    [InlineData(
        """{"Fn::Join":["-",[["nested"]]]}""",
        "Template error: every Fn::Join object requires a list of strings to be joined.")]
    public void WrongExpression_FailsInWordsThatNameIt(string expression, string expected)
    {
        var fault = Assert.Throws<AwsFault>(() => Evaluate(expression));

        Assert.Equal("ValidationError", fault.Code);
        Assert.Equal(expected, fault.Message);
    }

    [Theory]
    [InlineData("{{resolve:ssm:/v}}", "32")]
    [InlineData("a {{resolve:ssm:/v:1}} b", "a 32 b")]
    public void DynamicReference_ReadsTheParameter(string text, string expected) =>
        Assert.Equal(expected, Evaluator().EvaluateProperties(new() { ["P"] = text })["P"]!.ToString());

    [Theory]
    [InlineData(
        "{{resolve:ssm:/absent}}",
        "Unable to fetch parameters [/absent] from parameter store for this account.")]
    [InlineData("{{resolve:ssm:/v:2}}", "Unable to fetch parameters [/v:2] from parameter store for this account.")]
    [InlineData(
        "{{resolve:secretsmanager:x:SecretString}}",
        "LocalAws does not emulate dynamic references to secretsmanager.")]
    public void UnknownDynamicReference_Fails(string text, string expected) =>
        Assert.Equal(
            expected, Assert.Throws<AwsFault>(() => Evaluator().EvaluateProperties(new() { ["P"] = text })).Message);

    [Theory]
    [InlineData("""{"Fn::Split":[":",{"Ref":"R"}]}""")]
    [InlineData("""{"Fn::Select":[5,{"Fn::Split":[":",{"Ref":"R"}]}]}""")]
    [InlineData("""{"Fn::Join":["/",{"Fn::Split":[":",{"Ref":"R"}]}]}""")]
    [InlineData("""{"Fn::Base64":{"Ref":"R"}}""")]
    public void UnknownValueInAPreview_StaysUnknown(string expression)
    {
        var evaluator = new Evaluator(Scope(), (_, _) => KnownAfterApply);

        Assert.Equal(KnownAfterApply, evaluator.Evaluate(JsonNode.Parse(expression))!.ToString());
    }

    private static JsonNode? Evaluate(string expression) => Evaluator().Evaluate(JsonNode.Parse(expression));

    private static Evaluator Evaluator() =>
        new(Scope(), (logicalId, attribute) => attribute is null ? "physical" : $"{logicalId}.{attribute}");

    private static TemplateScope Scope()
    {
        var store = new ParameterStore(TimeProvider.System, StateLog.None);
        store.Put("/v", "String", "32");
        var template = Template.Parse(TemplateText);
        var parameters = TemplateParameters.Resolve(
            template, [new("Name", "n", false), new("List", "a, b", false), new("Version", "/v", false)], [], store);
        var account = new AccountScope(new(), store, name => name == "n-export" ? "imported" : null);
        return new(template, new("lab", "arn:stack"), parameters, account);
    }
}
