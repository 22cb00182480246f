using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Tests.CloudFormation;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.LocalAws.Tests.Storage;

public sealed class StackStateTests
{
    private const string OneThing =
        """{ "Resources": { "One": { "Type": "AWS::Sample::Thing", "Properties": { "Value": "1" } } } }""";

    private const string TwoThings =
        """
        { "Resources": {
            "One": { "Type": "AWS::Sample::Thing", "Properties": { "Value": "1" } },
            "Two": { "Type": "AWS::Sample::Thing", "DependsOn": "One", "Properties": { "Value": "2" } } } }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Gateway_IsTheSameAfterARestart_AndNeedsNoChange()
    {
        await using var lab = await KeptLab.StartAsync();
        using var before = new QueryClient(lab.Aws.Endpoint, "cloudformation");
        var template = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "gateway-stack.json"), TestContext.Current.CancellationToken);
        await before.CallAsync("CreateStack", ("StackName", "demo"), ("TemplateBody", template));
        Assert.Equal("CREATE_COMPLETE", await SettleAsync(before, "demo"));
        var described = await DescribeAsync(lab);

        await lab.RestartAsync();

        using var after = new QueryClient(lab.Aws.Endpoint, "cloudformation");
        Assert.Equal(described, await DescribeAsync(lab));
        await after.CallAsync(
            "CreateChangeSet", ("StackName", "demo"), ("ChangeSetName", "again"), ("TemplateBody", template));
        var set = await after.CallAsync("DescribeChangeSet", ("StackName", "demo"), ("ChangeSetName", "again"));
        Assert.Equal(
            "The submitted information didn't contain changes. "
            + "Submit different information to create a change set.",
            (string?)set.Descendants("StatusReason").Single());
    }

    [Fact]
    public async Task StackThatWasDeleted_IsNotBootstrappedAgain()
    {
        await using var lab = await KeptLab.StartAsync();
        using (var client = new QueryClient(lab.Aws.Endpoint, "cloudformation"))
        {
            var found = await client.CallAsync("DescribeStacks", ("StackName", "CDKToolkit"));
            await client.CallAsync("DeleteStack", ("StackName", "CDKToolkit"));
            Assert.Equal(
                "DELETE_COMPLETE", await SettleAsync(client, (string)found.Descendants("StackId").Single()!));
        }

        await lab.RestartAsync();

        using var after = new QueryClient(lab.Aws.Endpoint, "cloudformation");
        var fault = await Assert.ThrowsAsync<QueryFault>(
            () => after.CallAsync("DescribeStacks", ("StackName", "CDKToolkit")));
        Assert.Equal("Stack with id CDKToolkit does not exist", fault.Message);
    }

    [Fact]
    public async Task CreationThatWasInterrupted_GoesOnAtTheNextStart()
    {
        var handler = new SampleHandler { Gate = new() };
        await using var lab = await KeptLab.StartAsync(With(handler));
        using (var client = new QueryClient(lab.Aws.Endpoint, "cloudformation"))
        {
            await client.CallAsync("CreateStack", ("StackName", "lab"), ("TemplateBody", OneThing));
        }

        await lab.EndAsync();
        handler.Gate = null;
        await lab.StartAgainAsync();

        Assert.Equal("CREATE_COMPLETE", await StatusAsync(lab, "lab"));
        Assert.Equal(["1"], handler.Things.Values);
    }

    [Fact]
    public async Task UpdateThatWasInterrupted_GoesOnAtTheNextStart()
    {
        var handler = new SampleHandler();
        await using var lab = await KeptLab.StartAsync(With(handler));
        using (var client = new QueryClient(lab.Aws.Endpoint, "cloudformation"))
        {
            await client.CallAsync("CreateStack", ("StackName", "lab"), ("TemplateBody", OneThing));
            await SettleAsync(client, "lab");
            handler.Gate = new();
            await client.CallAsync("UpdateStack", ("StackName", "lab"), ("TemplateBody", TwoThings));
        }

        await lab.EndAsync();
        handler.Gate = null;
        await lab.StartAgainAsync();

        Assert.Equal("UPDATE_COMPLETE", await StatusAsync(lab, "lab"));
        Assert.Equal(["1", "2"], handler.Things.Values.Order());
    }

    private static Action<IServiceCollection> With(SampleHandler handler) =>
        services => services.AddSingleton<IResourceHandler>(handler);

    private static async Task<string> StatusAsync(KeptLab lab, string stack)
    {
        using var client = new QueryClient(lab.Aws.Endpoint, "cloudformation");
        return StatusIn(await client.CallAsync("DescribeStacks", ("StackName", stack)));
    }

    private static async Task<string> SettleAsync(QueryClient client, string stack)
    {
        using var patience = new CancellationTokenSource(Patience);
        var found = await client.CallAsync("DescribeStacks", ("StackName", stack));
        var id = (string)found.Descendants("StackId").Single()!;
        while (true)
        {
            var status = StatusIn(await client.CallAsync("DescribeStacks", ("StackName", id)));
            if (!status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
            {
                return status;
            }

            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private static string StatusIn(XElement reply) => (string)reply.Descendants("StackStatus").Single()!;

    // All that the emulator tells of the stack and of what is in it.
    private static async Task<string[]> DescribeAsync(KeptLab lab) =>
    [
        await lab.GetAsync("/_local/data/stacks?name=demo"),
        await lab.GetAsync("/_local/data/stacks?name=CDKToolkit"),
        WithoutPorts(lab, await lab.GetAsync("/_local/data/api")),
        await lab.GetAsync("/_local/data/users"),
    ];

    private static string WithoutPorts(KeptLab lab, string text) =>
        text.Replace(lab.Aws.Gateway.Authority, "gateway", StringComparison.Ordinal);
}
