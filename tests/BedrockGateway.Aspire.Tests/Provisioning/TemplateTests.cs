using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Aspire.Hosting.AWS.CloudFormation;

namespace BedrockGateway.Aspire.Tests.Provisioning;

public sealed class TemplateTests : IDisposable
{
    private const string Template = """{"Resources":{}}""";

    // printf '%s' '{"Resources":{}}a=1;b=2tag:team=gateway' | sha256sum
    private const string Digest = "4756003d1030821045819508207438e9171603d76af0b006c8ba0cb9c5894c81";
    private const string Failed = "Failed to Provision";

    private readonly FakeCloudFormation _cloudFormation = new();
    private readonly string _templatePath = Path.GetTempFileName();

    public TemplateTests() => File.WriteAllText(_templatePath, Template);

    public void Dispose()
    {
        _cloudFormation.Dispose();
        File.Delete(_templatePath);
    }

    [Fact]
    public async Task NewStack_IsCreatedByAChangeSet()
    {
        _cloudFormation.Add("another", StackStatus.CREATE_COMPLETE);
        await using var application = await StartAsync();

        await application.UntilAsync("stack", KnownResourceStates.Running);

        Assert.Equal(["CreateChangeSet CREATE", "ExecuteChangeSet gateway"], _cloudFormation.Changes);
        var request = _cloudFormation.LastChangeSet!;
        Assert.StartsWith("Aspire-AppHost-", request.ChangeSetName, StringComparison.Ordinal);
        Assert.Equal(Template, request.TemplateBody);
        Assert.Equal(["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"], request.Capabilities);
        Assert.Equal(
            [("b", "2"), ("a", "1")],
            request.Parameters.Select(parameter => (parameter.ParameterKey, parameter.ParameterValue)));
        Assert.Equal(
            [("team", "gateway"), ("AspireAppHost_SHA256", Digest)], request.Tags.Select(tag => (tag.Key, tag.Value)));
        Assert.False(_cloudFormation.IsDisposed);
    }

    [Fact]
    public async Task StackWithTheDigest_IsLeftAlone()
    {
        _cloudFormation.Add("another", StackStatus.CREATE_COMPLETE);
        _cloudFormation.Add(
            "gateway", StackStatus.UPDATE_COMPLETE, new Tag { Key = "AspireAppHost_SHA256", Value = Digest });
        await using var application = await StartAsync();

        await application.UntilAsync("stack", KnownResourceStates.Running);

        Assert.Empty(_cloudFormation.Changes);
    }

    [Fact]
    public async Task StackWithTheDigest_IsUpdatedAllTheSameWhenAsked()
    {
        _cloudFormation.Add(
            "gateway", StackStatus.CREATE_COMPLETE, new Tag { Key = "AspireAppHost_SHA256", Value = Digest });
        await using var application = await StartAsync(stack => stack.DisableDiffCheck = true);

        await application.UntilAsync("stack", KnownResourceStates.Running);

        Assert.Equal(["CreateChangeSet UPDATE", "ExecuteChangeSet gateway"], _cloudFormation.Changes);
    }

    [Fact]
    public async Task StackWithAnotherDigest_IsUpdated()
    {
        _cloudFormation.Add(
            "gateway", StackStatus.CREATE_COMPLETE, new Tag { Key = "AspireAppHost_SHA256", Value = "other" });
        await using var application = await StartAsync();

        await application.UntilAsync("stack", KnownResourceStates.Running);

        Assert.Equal(["CreateChangeSet UPDATE", "ExecuteChangeSet gateway"], _cloudFormation.Changes);
        Assert.Equal(StackStatus.UPDATE_COMPLETE, _cloudFormation.Stacks.Single().StackStatus);
    }

    [Fact]
    public async Task ChangeSetWithoutChanges_IsNotExecuted()
    {
        _cloudFormation.Add("gateway", StackStatus.CREATE_COMPLETE);
        _cloudFormation.ChangeSetFailure =
            "The submitted information didn't contain changes. Submit different information to create a change set.";
        await using var application = await StartAsync();

        await application.UntilAsync("stack", KnownResourceStates.Running);

        Assert.Equal(["CreateChangeSet UPDATE"], _cloudFormation.Changes);
    }

    [Fact]
    public async Task ChangeSetThatFails_FailsTheResourceWithTheReason()
    {
        _cloudFormation.ChangeSetFailure = "Template error: no such thing";
        await using var application = await StartAsync();

        var failed = await application.UntilAsync("stack", Failed);

        Assert.Equal(KnownResourceStateStyles.Error, failed.State!.Style);
        Assert.Equal(
            "Error provisioning stack: Failed to create CloudFormation change set: Template error: no such thing",
            (await application.LinesAsync("stack"))[^1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("UPDATE_ROLLBACK_COMPLETE")]
    public async Task ExecutionThatFails_NamesTheFirstResourceAndItsReason(string? existing)
    {
        if (existing is not null)
        {
            _cloudFormation.Add("gateway", existing);
        }

        _cloudFormation.Failure = ("Pool", "Pool name is taken");
        await using var application = await StartAsync();

        await application.UntilAsync("stack", Failed);

        Assert.Equal(
            "Error provisioning stack: Failed to apply CloudFormation template: Pool: Pool name is taken",
            (await application.LinesAsync("stack"))[^1]);
    }

    [Theory]
    [InlineData("ROLLBACK_COMPLETE")]
    [InlineData("ROLLBACK_IN_PROGRESS")]
    public async Task StackWhoseCreationFailed_IsDeletedAndCreatedAnew(string status)
    {
        _cloudFormation.Add("gateway", status);
        await using var application = await StartAsync();

        await application.UntilAsync("stack", KnownResourceStates.Running);

        Assert.Equal(
            ["DeleteStack gateway", "CreateChangeSet CREATE", "ExecuteChangeSet gateway"], _cloudFormation.Changes);
    }

    [Fact]
    public async Task StackThatCannotBeUpdated_FailsTheResource()
    {
        _cloudFormation.Add("gateway", StackStatus.UPDATE_ROLLBACK_FAILED);
        await using var application = await StartAsync();

        await application.UntilAsync("stack", Failed);

        Assert.Equal(
            "Error provisioning stack: The stack's current state of UPDATE_ROLLBACK_FAILED is invalid for updating",
            (await application.LinesAsync("stack"))[^1]);
    }

    private async Task<TestApplication> StartAsync(Action<ICloudFormationTemplateResource>? configure = null)
    {
        var builder = TestApplication.CreateBuilder();
        var stack = builder.AddAWSCloudFormationTemplate("stack", _templatePath, "gateway")
            .WithParameter("b", "2").WithParameter("a", "1")
            .WithReference(_cloudFormation);
        stack.WithTag("team", "gateway");
        stack.Resource.StackPollingInterval = 0;
        configure?.Invoke(stack.Resource);
        return await TestApplication.StartAsync(builder);
    }
}
