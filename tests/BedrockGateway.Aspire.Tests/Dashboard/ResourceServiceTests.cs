using Aspire.Hosting.Dashboard.Wire;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using CommandState = Aspire.Hosting.Dashboard.Wire.ResourceCommandState;
using Resource = Aspire.Hosting.Dashboard.Wire.Resource;

namespace BedrockGateway.Aspire.Tests.Dashboard;

public sealed class ResourceServiceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApplicationName_IsTheAppHostsWithoutTheSuffix()
    {
        await using var application = await StartAsync();

        var answer = await application.Client.GetApplicationInformationAsync(
            new(), application.Key, cancellationToken: Token);

        Assert.Equal("BedrockGateway.Aspire.Tests", answer.ApplicationName);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task WrongKey_IsRefused(string? key)
    {
        await using var application = await StartAsync();
        var headers = new Metadata();
        if (key is not null)
        {
            headers.Add("x-resource-service-api-key", key);
        }

        var refusal = await Assert.ThrowsAsync<RpcException>(async () =>
            await application.Client.GetApplicationInformationAsync(new(), headers, cancellationToken: Token));

        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
    }

    [Fact]
    public async Task Process_IsShownWithAllThatIsKnown()
    {
        await using var application = await StartAsync();

        var worker = await application.UntilAsync("worker", message => message.State == "Running");

        Assert.Matches("^worker-[a-z]{8}$", worker.Name);
        Assert.Equal(worker.Name, worker.Uid);
        Assert.Equal(("Executable", "success"), (worker.ResourceType, worker.StateStyle));
        Assert.True(worker.CreatedAt <= worker.StartedAt);
        Assert.Null(worker.StoppedAt);
        Assert.Equal(
            new EnvironmentVariable { Name = "SECRET", Value = "hidden", IsFromSpec = true },
            Assert.Single(worker.Environment));
        Assert.Equal([new ResourceRelationship { ResourceName = "part-of", Type = "Parent" }], worker.Relationships);
        Assert.Equal("part-of", Text(worker, "resource.parentName"));
        Assert.Equal("sh", Text(worker, "executable.path"));
        var id = await application.Application.ProcessIdAsync("worker");
        Assert.Equal(id, worker.Properties.Single(property => property.Name == "executable.pid").Value.NumberValue);
        Assert.True(worker.Properties.Single(property => property.Name == "executable.args").IsSensitive);
        Assert.Equal("Healthy", Text(worker, "resource.healthState"));
    }

    [Fact]
    public async Task WhatIsNoProcess_TakesNoCommands()
    {
        await using var application = await StartAsync();

        var part = await application.UntilAsync("part-of", message => message.State == "Running");

        Assert.Equal(("part-of", "Thing"), (part.Name, part.ResourceType));
        Assert.Empty(part.Commands);
        Assert.Equal(
            [
                new ResourceProperty
                {
                    Name = "thing.part",
                    Value = Value.ForString("screw"),
                    DisplayName = "Part",
                    IsSensitive = false,
                    IsHighlighted = true,
                    SortOrder = 7,
                },
                new ResourceProperty { Name = "thing.plain", Value = Value.ForNumber(4), IsSensitive = false },
            ],
            part.Properties.Where(property => property.Name.StartsWith("thing.", StringComparison.Ordinal)));
        Assert.Equal(
            [
                new Url
                {
                    FullUrl = "http://localhost/page",
                    DisplayProperties = new() { DisplayName = "The page" },
                },
            ],
            part.Urls);
    }

    [Fact]
    public async Task Commands_WorkAndFollowTheState()
    {
        await using var application = await StartAsync();
        var running = await application.UntilAsync("worker", message => message.State == "Running");
        await application.Application.LineAsync("worker", "ready");
        Assert.Equal([CommandState.Hidden, CommandState.Enabled, CommandState.Enabled], States(running));

        Assert.Equal(ResourceCommandResponseKind.Succeeded, await ExecuteAsync(application, running, "stop"));
        var stopped = await application.UntilAsync("worker", message => message.State == "Finished");
        Assert.Equal([CommandState.Enabled, CommandState.Hidden, CommandState.Disabled], States(stopped));
        Assert.Equal(("", "0"), (stopped.StateStyle, Text(stopped, "resource.exitCode")));
        Assert.NotNull(stopped.StoppedAt);

        Assert.Equal(ResourceCommandResponseKind.Succeeded, await ExecuteAsync(application, stopped, "start"));
        var first = await application.Application.ProcessIdAsync("worker");
        Assert.Equal(ResourceCommandResponseKind.Succeeded, await ExecuteAsync(application, stopped, "restart"));
        Assert.NotEqual(first, await application.Application.ProcessIdAsync("worker"));
        Assert.Equal(ResourceCommandResponseKind.Failed, await ExecuteAsync(application, stopped, "dance"));
    }

    [Fact]
    public async Task ConsoleLog_IsThereFromTheFirstLineAndGoesOn()
    {
        await using var application = await StartAsync();
        var worker = await application.UntilAsync("worker", message => message.State == "Running");
        await application.Application.LineAsync("worker", "ready");

        using var watch = application.Client.WatchResourceConsoleLogs(
            new() { ResourceName = worker.Name }, application.Key, cancellationToken: Token);
        await ExecuteAsync(application, worker, "stop");

        var lines = new List<ConsoleLogLine>();
        await foreach (var update in watch.ResponseStream.ReadAllAsync(Token))
        {
            lines.AddRange(update.LogLines);
            if (lines[^1].Text == "bye")
            {
                break;
            }
        }

        Assert.Equal(
            [
                new ConsoleLogLine { LineNumber = 1, Text = "complaint", IsStdErr = true },
                new ConsoleLogLine { LineNumber = 2, Text = "ready", IsStdErr = false },
                new ConsoleLogLine { LineNumber = 3, Text = "bye", IsStdErr = false },
            ],
            lines);
    }

    [Fact]
    public async Task ConsoleLogWithoutFollowing_EndsWithTheLinesThatThereAre()
    {
        await using var application = await StartAsync();
        await application.Application.LineAsync("worker", "ready");

        using var read = application.Client.WatchResourceConsoleLogs(
            new() { ResourceName = "worker", SuppressFollow = true }, application.Key, cancellationToken: Token);

        var texts = new List<string>();
        await foreach (var update in read.ResponseStream.ReadAllAsync(Token))
        {
            texts.AddRange(update.LogLines.Select(line => line.Text));
        }

        Assert.Equal(["complaint", "ready"], texts);
    }

    [Fact]
    public async Task OpenWatches_DoNotKeepTheApplicationFromEnding()
    {
        var application = await StartAsync();
        using var resources = application.Client.WatchResources(new(), application.Key, cancellationToken: Token);
        using var interactions = application.Client.WatchInteractions(application.Key, cancellationToken: Token);
        Assert.True(await resources.ResponseStream.MoveNext(Token));

        await application.Application.StopAsync();

        await application.DisposeAsync();
        Assert.Equal(["worker", "part-of"], resources.ResponseStream.Current.InitialData.Resources
            .Select(resource => resource.DisplayName).OrderDescending(StringComparer.Ordinal));
    }

    private static Task<DashboardApplication> StartAsync()
    {
        var builder = DashboardApplication.CreateBuilder();
        var part = builder.AddResource(new Thing("part-of")).WithInitialState(new CustomResourceSnapshot
        {
            ResourceType = "Thing",
            State = KnownResourceStates.Running,
            Properties =
            [
                new("thing.part", "screw") { DisplayName = "Part", IsHighlighted = true, SortOrder = 7 },
                new("thing.plain", 4),
            ],
        }).WithUrl("http://localhost/page", "The page");
        builder.AddShell("worker", "echo complaint >&2; sleep 0.2; " + Shell.UntilTold)
            .WithEnvironment("SECRET", "hidden")
            .WithParentRelationship(part.Resource);
        return DashboardApplication.StartAsync(builder);
    }

    private static async Task<ResourceCommandResponseKind> ExecuteAsync(
        DashboardApplication application, Resource resource, string command)
    {
        var answer = await application.Client.ExecuteResourceCommandAsync(
            new() { ResourceName = resource.Name, ResourceType = resource.ResourceType, CommandName = command },
            application.Key,
            cancellationToken: Token);
        return answer.Kind;
    }

    private static IEnumerable<CommandState> States(Resource resource)
    {
        Assert.Equal(["start", "stop", "restart"], resource.Commands.Select(command => command.Name));
        return resource.Commands.Select(command => command.State);
    }

    private static string Text(Resource resource, string property) =>
        resource.Properties.Single(candidate => candidate.Name == property).Value.StringValue;

    private sealed class Thing(string name) : global::Aspire.Hosting.ApplicationModel.Resource(name);
}
