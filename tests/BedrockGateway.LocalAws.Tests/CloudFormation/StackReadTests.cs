using System.Xml.Linq;

namespace BedrockGateway.LocalAws.Tests.CloudFormation;

public sealed class StackReadTests
{
    private const string Template =
        """
        {
          "Description": "One",
          "Parameters": { "P": { "Type": "String", "Default": "d" } },
          "Resources": { "A": { "Type": "AWS::Sample::Thing", "Metadata": { "k": 1 } } }
        }
        """;

    [Theory]
    [InlineData("DescribeStacks", "Stack with id absent does not exist")]
    [InlineData("GetTemplate", "Stack with id absent does not exist")]
    [InlineData("ListStackResources", "Stack with id absent does not exist")]
    [InlineData("DescribeStackEvents", "Stack [absent] does not exist")]
    [InlineData("UpdateTerminationProtection", "Stack [absent] does not exist")]
    public async Task UnknownStack_FailsInTheOperationsOwnWords(string operation, string expected)
    {
        await using var lab = await StackLab.StartAsync();

        var fault = await Assert.ThrowsAsync<QueryFault>(() =>
            lab.Client.CallAsync(operation, ("StackName", "absent")));

        Assert.Equal("ValidationError", fault.Code);
        Assert.Equal(expected, fault.Message);
    }

    [Fact]
    public async Task DescribeStackResource_TellsOne_OrThatThereIsNone()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Template);

        var reply = await lab.Client.CallAsync(
            "DescribeStackResource", ("StackName", "lab"), ("LogicalResourceId", "A"));
        var fault = await Assert.ThrowsAsync<QueryFault>(() =>
            lab.Client.CallAsync("DescribeStackResource", ("StackName", "lab"), ("LogicalResourceId", "X")));

        Assert.Equal("A-1", (string)reply.Descendants("PhysicalResourceId").Single()!);
        Assert.Equal("""{"k":1}""", (string)reply.Descendants("Metadata").Single()!);
        Assert.Equal("Resource X does not exist for stack lab", fault.Message);
    }

    [Fact]
    public async Task GetTemplate_ReturnsTheTextThatWasGiven()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Template);

        var reply = await lab.Client.CallAsync("GetTemplate", ("StackName", "lab"), ("TemplateStage", "Original"));

        Assert.Equal(Template, (string)reply.Descendants("TemplateBody").Single()!);
        Assert.Equal(["Original", "Processed"], reply.Descendants("member").Select(stage => (string)stage!));
    }

    [Fact]
    public async Task SummaryAndValidation_TellParametersTypesAndCapabilities()
    {
        await using var lab = await StackLab.StartAsync();
        var template = Template.Replace(
            "\"Resources\": {",
            "\"Resources\": { \"R\": { \"Type\": \"AWS::IAM::Role\" },",
            StringComparison.Ordinal);

        var summary = await lab.Client.CallAsync("GetTemplateSummary", ("TemplateBody", template));
        var validation = await lab.Client.CallAsync("ValidateTemplate", ("TemplateBody", template));

        Assert.Equal(
            ["AWS::IAM::Role", "AWS::Sample::Thing"],
            summary.Descendants("ResourceTypes").Elements().Select(type => (string)type!));
        Assert.Equal("String", (string)summary.Descendants("ParameterType").Single()!);
        Assert.Equal("CAPABILITY_IAM", (string)validation.Descendants("Capabilities").Single()!);
        Assert.Equal(
            "The following resource(s) require capabilities: [AWS::IAM::Role]",
            (string)validation.Descendants("CapabilitiesReason").Single()!);
        Assert.Equal("d", (string)validation.Descendants("DefaultValue").Single()!);
    }

    [Fact]
    public async Task UnknownOperation_IsNamed()
    {
        await using var lab = await StackLab.StartAsync();

        var fault = await Assert.ThrowsAsync<QueryFault>(() =>
            lab.Client.CallAsync("DetectStackDrift", ("StackName", "lab")));

        Assert.Equal("LocalAws does not emulate cloudformation:DetectStackDrift.", fault.Message);
    }
}
