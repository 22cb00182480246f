using BedrockGateway.LocalAws.CloudFormation.Templates;

namespace BedrockGateway.LocalAws.Tests.CloudFormation;

public sealed class TemplateYamlTests
{
    [Theory]
    [InlineData("a: 1\nb: [x, true, ~, 2.5]\nc: {}", """{"a":1,"b":["x",true,null,2.5],"c":{}}""")]
    [InlineData(
        "a: '1'\nb: \"true\"\nc: 012345678901\nd: 2012-10-17",
        """{"a":"1","b":"true","c":"012345678901","d":"2012-10-17"}""")]
    [InlineData("a: |\n  one\n  two\nb: >-\n  one\n  two", """{"a":"one\ntwo\n","b":"one two"}""")]
    [InlineData(
        "- !Ref A\n- !GetAtt A.B\n- !Sub '${A}-x'\n- !Condition C",
        """[{"Ref":"A"},{"Fn::GetAtt":"A.B"},{"Fn::Sub":"${A}-x"},{"Condition":"C"}]""")]
    [InlineData("!Join ['-', [!Ref A, 7]]", """{"Fn::Join":["-",[{"Ref":"A"},7]]}""")]
    [InlineData("!Not [!Equals [!Ref A, '']]", """{"Fn::Not":[{"Fn::Equals":[{"Ref":"A"},""]}]}""")]
    [InlineData(
        "Fn::If:\n  - C\n  - Ref: A\n  - Ref: AWS::NoValue", """{"Fn::If":["C",{"Ref":"A"},{"Ref":"AWS::NoValue"}]}""")]
    public void Yaml_ReadsAsItsJson(string yaml, string expected) =>
        Assert.Equal(expected, TemplateYaml.Parse(yaml)!.ToJsonString());

    [Fact]
    public async Task YamlTemplate_MakesAStackAndIsReturnedAsItWas()
    {
        const string Template =
            """
            Resources:
              A:
                Type: AWS::Sample::Thing
              B:
                Type: AWS::Sample::Thing
                Properties:
                  Value: !GetAtt A.Arn
            """;
        await using var lab = await StackLab.StartAsync();

        var status = await lab.CreateAsync(Template);

        Assert.Equal("CREATE_COMPLETE", status);
        Assert.Equal(["create A ", "create B arn:thing:A-1"], lab.Handler.Calls);
        var reply = await lab.Client.CallAsync("GetTemplate", ("StackName", "lab"));
        Assert.Equal(Template, (string)reply.Descendants("TemplateBody").Single()!);
    }
}
