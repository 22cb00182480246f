using System.Net;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace BedrockGateway.LocalAws.Tests.CloudFormation;

/// <summary>Change sets through the SDK, in the sequence of Aspire's provisioner and the CDK CLI.</summary>
public sealed class ChangeSetTests
{
    private const string Base =
        """
        {
          "Resources": {
            "A": { "Type": "AWS::Sample::Thing", "Properties": { "Name": "n1", "Value": "one" } },
            "B": { "Type": "AWS::Sample::Thing", "Properties": { "Value": { "Fn::GetAtt": ["A", "Arn"] } } },
            "C": { "Type": "AWS::Sample::Thing" }
          }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewStack_WaitsInReviewUntilTheSetIsExecuted()
    {
        await using var lab = await StackLab.StartAsync();
        using var client = Client(lab);

        var created = await client.CreateChangeSetAsync(Request("set", ChangeSetType.CREATE, Base), Token);
        var set = await client.DescribeChangeSetAsync(new() { ChangeSetName = created.Id }, Token);
        var review = (await client.DescribeStacksAsync(new() { StackName = "lab" }, Token)).Stacks.Single();
        await client.ExecuteChangeSetAsync(new() { StackName = "lab", ChangeSetName = created.Id }, Token);
        var status = await lab.SettleAsync("lab");

        Assert.Equal(StackStatus.REVIEW_IN_PROGRESS, review.StackStatus);
        Assert.Equal("User Initiated", review.StackStatusReason);
        Assert.Matches("^arn:aws:cloudformation:us-east-1:000000000000:changeSet/set/[-0-9a-f]{36}$", created.Id);
        Assert.Equal(created.StackId, review.StackId);
        Assert.Equal(ChangeSetStatus.CREATE_COMPLETE, set.Status);
        Assert.Equal(ExecutionStatus.AVAILABLE, set.ExecutionStatus);
        Assert.Equal(
            ["Add A", "Add B", "Add C"],
            set.Changes.Select(change => $"{change.ResourceChange.Action} {change.ResourceChange.LogicalResourceId}"));
        Assert.Equal("CREATE_COMPLETE", status);
        var stack = (await client.DescribeStacksAsync(new() { StackName = "lab" }, Token)).Stacks.Single();
        Assert.Equal(created.Id, stack.ChangeSetId);
        Assert.NotNull(stack.LastUpdatedTime);
        Assert.Equal("hash", stack.Tags.Single().Value);
        Assert.Equal(
            ["lab REVIEW_IN_PROGRESS User Initiated", "lab CREATE_IN_PROGRESS User Initiated"],
            (await lab.EventsAsync())[..2]);
        var executed = await client.DescribeChangeSetAsync(
            new DescribeChangeSetRequest { ChangeSetName = "set", StackName = "lab" }, Token);
        Assert.Equal(ExecutionStatus.EXECUTE_COMPLETE, executed.ExecutionStatus);
    }

    [Fact]
    public async Task UnchangedStack_MakesAFailedSetThatCannotBeExecuted()
    {
        await using var lab = await StackLab.StartAsync();
        using var client = Client(lab);
        await lab.CreateAsync(Base, ("Tags.member.1.Key", "sha"), ("Tags.member.1.Value", "hash"));

        var created = await client.CreateChangeSetAsync(Request("set", ChangeSetType.UPDATE, Base), Token);
        var set = await client.DescribeChangeSetAsync(new() { ChangeSetName = created.Id }, Token);
        var fault = await Assert.ThrowsAsync<InvalidChangeSetStatusException>(() => client.ExecuteChangeSetAsync(
            new ExecuteChangeSetRequest { ChangeSetName = created.Id }, Token));

        Assert.Equal(ChangeSetStatus.FAILED, set.Status);
        Assert.Equal(ExecutionStatus.UNAVAILABLE, set.ExecutionStatus);
        Assert.Equal(
            "The submitted information didn't contain changes. Submit different information to create a change set.",
            set.StatusReason);
        Assert.Empty(set.Changes ?? []);
        Assert.Equal($"ChangeSet [{created.Id}] cannot be executed in its current status of [FAILED]", fault.Message);
        Assert.Equal("CREATE_COMPLETE", await lab.SettleAsync("lab"));
    }

    [Fact]
    public async Task Changes_TellReplacementsAndWhatDependsOnThem()
    {
        await using var lab = await StackLab.StartAsync();
        using var client = Client(lab);
        await lab.CreateAsync(Base);

        var created = await client.CreateChangeSetAsync(
            Request("set", ChangeSetType.UPDATE, Base.Replace("n1", "n2", StringComparison.Ordinal)
                .Replace("\"C\"", "\"D\"", StringComparison.Ordinal)),
            Token);
        var set = await client.DescribeChangeSetAsync(new() { ChangeSetName = created.Id }, Token);

        var changes = set.Changes.Select(change => change.ResourceChange).ToArray();
        Assert.Equal(
            ["Modify A A-1 True", "Modify B B-2 False", "Add D  ", "Remove C C-3 "],
            changes.Select(change =>
                $"{change.Action} {change.LogicalResourceId} {change.PhysicalResourceId} {change.Replacement}"));
        var replaced = changes[0];
        Assert.Equal(PolicyAction.ReplaceAndDelete, replaced.PolicyAction);
        Assert.Equal(["Properties"], replaced.Scope);
        Assert.Equal("Name", replaced.Details.Single().Target.Name);
        Assert.Equal(RequiresRecreation.Always, replaced.Details.Single().Target.RequiresRecreation);
        Assert.Equal(EvaluationType.Dynamic, changes[1].Details.Single().Evaluation);
        Assert.Equal(PolicyAction.Delete, changes[3].PolicyAction);
        Assert.Equal(["create A one", "create B arn:thing:A-1", "create C "], lab.Handler.Calls);
    }

    [Fact]
    public async Task ExecutedSet_MakesTheOthersObsolete()
    {
        await using var lab = await StackLab.StartAsync();
        using var client = Client(lab);
        await client.CreateChangeSetAsync(Request("one", ChangeSetType.CREATE, Base), Token);
        await client.CreateChangeSetAsync(Request("two", ChangeSetType.CREATE, Base), Token);
        await client.ExecuteChangeSetAsync(new() { StackName = "lab", ChangeSetName = "two" }, Token);
        await lab.SettleAsync("lab");

        var fault = await Assert.ThrowsAsync<InvalidChangeSetStatusException>(() => client.ExecuteChangeSetAsync(
            new ExecuteChangeSetRequest { StackName = "lab", ChangeSetName = "one" }, Token));
        var sets = await lab.Client.CallAsync("ListChangeSets", ("StackName", "lab"));

        var one = (string)sets.Descendants("ChangeSetId").First()!;
        Assert.Equal(
            $"ChangeSet [{one}] cannot be executed in its current execution status of [OBSOLETE]", fault.Message);
        Assert.Equal(
            ["OBSOLETE", "EXECUTE_COMPLETE"], sets.Descendants("ExecutionStatus").Select(status => (string)status!));
    }

    [Fact]
    public async Task CreateOnAnExistingStack_IsRefused()
    {
        await using var lab = await StackLab.StartAsync();
        using var client = Client(lab);
        await lab.CreateAsync(Base);

        var fault = await Assert.ThrowsAnyAsync<AmazonCloudFormationException>(() =>
            client.CreateChangeSetAsync(Request("set", ChangeSetType.CREATE, Base), Token));

        Assert.Equal("ValidationError", fault.ErrorCode);
        Assert.Equal("Stack [lab] already exists and cannot be created again with the changeSet [set].", fault.Message);
    }

    [Fact]
    public async Task UnknownStackAndUnknownSet_FailInTheirOwnWords()
    {
        await using var lab = await StackLab.StartAsync();
        using var client = Client(lab);
        await lab.CreateAsync(Base);

        var noSet = await Assert.ThrowsAsync<ChangeSetNotFoundException>(() => client.DescribeChangeSetAsync(
            new DescribeChangeSetRequest { StackName = "lab", ChangeSetName = "absent" }, Token));
        var noStack = await Assert.ThrowsAnyAsync<AmazonCloudFormationException>(() => client.DescribeChangeSetAsync(
            new DescribeChangeSetRequest { StackName = "absent", ChangeSetName = "absent" }, Token));
        var noName = await Assert.ThrowsAnyAsync<AmazonCloudFormationException>(() =>
            client.DeleteChangeSetAsync(new DeleteChangeSetRequest { ChangeSetName = "absent" }, Token));
        var deleted = await client.DeleteChangeSetAsync(
            new DeleteChangeSetRequest { StackName = "lab", ChangeSetName = "absent" }, Token);

        Assert.Equal(HttpStatusCode.NotFound, noSet.StatusCode);
        Assert.Equal("ChangeSet [absent] does not exist", noSet.Message);
        Assert.Equal("Stack [absent] does not exist", noStack.Message);
        Assert.Equal("StackName must be specified if ChangeSetName is not specified as an ARN.", noName.Message);
        Assert.Equal(HttpStatusCode.OK, deleted.HttpStatusCode);
    }

    [Fact]
    public async Task DeletedStack_CannotBeUpdatedByItsArn()
    {
        await using var lab = await StackLab.StartAsync();
        using var client = Client(lab);
        await lab.CreateAsync(Base);
        var id = await lab.IdAsync("lab");
        await lab.DeleteAsync();
        var request = Request("set", ChangeSetType.UPDATE, Base);
        request.StackName = id;

        var fault = await Assert.ThrowsAnyAsync<AmazonCloudFormationException>(() =>
            client.CreateChangeSetAsync(request, Token));

        Assert.Equal($"Stack:{id} is in DELETE_COMPLETE state and can not be updated.", fault.Message);
    }

    [Fact]
    public async Task ReviewedStack_CanBeDeleted_AndCreatedDirectly()
    {
        await using var lab = await StackLab.StartAsync();
        using var client = Client(lab);
        await client.CreateChangeSetAsync(Request("set", ChangeSetType.CREATE, Base), Token);
        Assert.Equal("DELETE_COMPLETE", await lab.DeleteAsync());
        await client.CreateChangeSetAsync(Request("set", ChangeSetType.CREATE, Base), Token);

        Assert.Equal("CREATE_COMPLETE", await lab.CreateAsync(Base));
        var set = await client.DescribeChangeSetAsync(
            new DescribeChangeSetRequest { StackName = "lab", ChangeSetName = "set" }, Token);
        Assert.Equal(ExecutionStatus.OBSOLETE, set.ExecutionStatus);
    }

    [Fact]
    public async Task Resources_AreDescribedThroughTheSdk()
    {
        await using var lab = await StackLab.StartAsync();
        using var client = Client(lab);
        await lab.CreateAsync(Base);

        var resources = await client.DescribeStackResourcesAsync(new() { StackName = "lab" }, Token);
        var events = await client.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = "lab" }, Token);

        Assert.Equal(
            ["A A-1", "B B-2", "C C-3"],
            resources.StackResources.Select(item => $"{item.LogicalResourceId} {item.PhysicalResourceId}"));
        Assert.All(resources.StackResources, item => Assert.Equal(ResourceStatus.CREATE_COMPLETE, item.ResourceStatus));
        Assert.Equal("lab", events.StackEvents[0].LogicalResourceId);
        Assert.Equal(ResourceStatus.CREATE_COMPLETE, events.StackEvents[0].ResourceStatus);
    }

    private static AmazonCloudFormationClient Client(StackLab lab) => new(
        LocalAwsFixture.Credentials,
        new AmazonCloudFormationConfig
        {
            ServiceURL = lab.Aws.Endpoint.ToString(),
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        });

    private static CreateChangeSetRequest Request(string name, ChangeSetType type, string template) => new()
    {
        StackName = "lab",
        ChangeSetName = name,
        ChangeSetType = type,
        TemplateBody = template,
        Capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
        Tags = [new Tag { Key = "sha", Value = "hash" }],
    };
}
