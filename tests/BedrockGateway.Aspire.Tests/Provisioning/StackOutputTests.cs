using Amazon.CloudFormation;

namespace BedrockGateway.Aspire.Tests.Provisioning;

public sealed class StackOutputTests
{
    private readonly FakeCloudFormation _cloudFormation = new();

    [Fact]
    public async Task Reference_GivesAllOutputsAfterTheStackIsThere()
    {
        _cloudFormation.Add("stack", StackStatus.CREATE_COMPLETE);
        var builder = TestApplication.CreateBuilder();
        var stack = builder.AddAWSCloudFormationStack("stack").WithReference(_cloudFormation);
        builder.AddShell("default", "echo \"$AWS__Resources__ApiId $AWS__Resources__Stage\"").WithReference(stack);
        builder.AddShell("named", "echo \"$My__Own__ApiId $My__Own__Stage\"").WithReference(stack, "My:Own");
        await using var application = await TestApplication.StartAsync(builder);

        Assert.Equal("abc prod", (await application.LineAsync("default", "abc")).Content);
        Assert.Equal("abc prod", (await application.LineAsync("named", "abc")).Content);
        Assert.Contains("Finished waiting for resource 'stack'.", await application.LinesAsync("default"));
    }

    [Fact]
    public async Task Reference_GivesTheSettingsOfTheStackUnlessThereAreOwn()
    {
        _cloudFormation.Add("stack", StackStatus.CREATE_COMPLETE);
        var builder = TestApplication.CreateBuilder();
        var stacks = builder.AddAWSSDKConfig().WithRegion("eu-west-1").WithSdkValidation(false);
        var own = builder.AddAWSSDKConfig().WithRegion("us-west-2").WithSdkValidation(false);
        var stack = builder.AddAWSCloudFormationStack("stack").WithReference(_cloudFormation).WithReference(stacks);
        builder.AddShell("plain", "echo \"region $AWS_REGION $AWS__Region\"").WithReference(stack);
        builder.AddShell("special", "echo \"region $AWS_REGION $AWS__Region\"").WithReference(stack).WithReference(own);
        await using var application = await TestApplication.StartAsync(builder);

        Assert.Equal("region eu-west-1 eu-west-1", (await application.LineAsync("plain", "region")).Content);
        Assert.Equal("region us-west-2 us-west-2", (await application.LineAsync("special", "region")).Content);
    }

    [Fact]
    public async Task Output_IsAwaitedWhereItIsUsed()
    {
        _cloudFormation.Add("stack", StackStatus.CREATE_COMPLETE);
        var builder = TestApplication.CreateBuilder();
        var stack = builder.AddAWSCloudFormationStack("stack").WithReference(_cloudFormation);
        builder.AddShell("reader", "echo \"api $API\"").WithEnvironment("API", stack.GetOutput("ApiId"));
        await using var application = await TestApplication.StartAsync(builder);

        Assert.Equal("api abc", (await application.LineAsync("reader", "api")).Content);
    }

    [Fact]
    public async Task OutputThatTheStackLacks_FailsTheReader()
    {
        _cloudFormation.Add("stack", StackStatus.CREATE_COMPLETE);
        var builder = TestApplication.CreateBuilder();
        var stack = builder.AddAWSCloudFormationStack("stack").WithReference(_cloudFormation);
        builder.AddShell("reader", "echo never").WithEnvironment("API", stack.GetOutput("Absent"));
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("reader", KnownResourceStates.FailedToStart);

        Assert.Equal("Failed to start: No output for Absent", (await application.LinesAsync("reader"))[^1]);
    }

    [Fact]
    public async Task StackThatIsNotThere_FailsThoseThatWaitForIt()
    {
        var builder = TestApplication.CreateBuilder();
        var stack = builder.AddAWSCloudFormationStack("stack", "gateway").WithReference(_cloudFormation);
        builder.AddShell("reader", "echo never").WithReference(stack);
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("reader", KnownResourceStates.FailedToStart);

        Assert.Equal(
            "Error provisioning stack: Stack with id gateway does not exist",
            (await application.LinesAsync("stack"))[^1]);
        Assert.Equal(
            "Failed to start: Resource 'reader' stopped waiting for dependency resource 'stack' because it "
                + "failed to start.",
            (await application.LinesAsync("reader"))[^1]);
    }

    [Fact]
    public void Reference_NamesItselfInAManifest()
    {
        var builder = TestApplication.CreateBuilder();
        var output = builder.AddAWSCloudFormationStack("stack").GetOutput("ApiId");

        Assert.Equal("{stack.output.ApiId}", output.ValueExpression);
        Assert.Equal([output.Resource], ((IValueWithReferences)output).References);
        Assert.Equal("No output for ApiId", Assert.Throws<InvalidOperationException>(() => output.Value).Message);
    }
}
