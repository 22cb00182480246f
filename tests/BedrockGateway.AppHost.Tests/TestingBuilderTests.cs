using Aspire.Hosting.Testing;
using BedrockGateway.AppHost.Tests.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace BedrockGateway.AppHost.Tests;

/// <summary>The app host's program on its way to an application, and its end, when a test runs it.</summary>
[Collection("In this process")]
public sealed class TestingBuilderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Builder_HasTheModelAndTheSettingsOfTheLaunchProfile()
    {
        await using var builder = await TestedAppHost.CreateBuilderAsync();

        Assert.Equal(
            ["aws", "stack", "gateway", "accounts", "models", "pre-signup"],
            builder.Resources.Select(resource => resource.Name));
        Assert.Equal(Projects.BedrockGateway_AppHost.ProjectPath, builder.AppHostDirectory);
        Assert.Equal("BedrockGateway.AppHost", builder.AppHostAssembly?.GetName().Name);
        Assert.Equal(Environments.Development, builder.Environment.EnvironmentName);
        Assert.Equal("example.com", builder.Configuration["ORGANIZATION_DOMAIN"]);
        Assert.Equal("BedrockGateway.AppHost", builder.Configuration["DOTNET_LAUNCH_PROFILE"]);
    }

    [Fact]
    public async Task BuilderThatIsDisposedOf_EndsTheProgram()
    {
        var builder = await TestedAppHost.CreateBuilderAsync();
        var aws = builder.Resources.OfType<IResourceWithEndpoints>().Single(resource => resource.Name == "aws");
        using var client = new HttpClient { BaseAddress = new(aws.GetEndpoint("http").Url) };
        Assert.NotEmpty(await client.GetByteArrayAsync(new Uri("_local/health", UriKind.Relative), Token));

        await builder.DisposeAsync().AsTask().WaitAsync(Patience, Token);

        await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetByteArrayAsync(new Uri("_local/health", UriKind.Relative), Token));
    }

    [Fact]
    public async Task ApplicationThatIsDisposedOf_EndsItsFunctions()
    {
        await using var builder = await TestedAppHost.CreateBuilderAsync();
        var application = await builder.BuildAsync(Token);
        var unknown = Assert.Throws<InvalidOperationException>(() => application.GetEndpoint("gateway"));
        await application.StartAsync(Token);
        var running = await application.ResourceNotifications.WaitForResourceHealthyAsync("models", Token)
            .WaitAsync(Patience, Token);

        await application.DisposeAsync().AsTask().WaitAsync(Patience, Token);

        Assert.Equal(
            "The application must be started before resolving endpoints or connection strings.", unknown.Message);
        var process = (int)running.Snapshot.Properties.Single(property => property.Name == "executable.pid").Value!;
        Assert.DoesNotContain(
            System.Diagnostics.Process.GetProcessesByName("dotnet"), candidate => candidate.Id == process);
    }

    [Fact]
    public async Task ProgramThatCannotStart_SaysThatNothingWasBuilt()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => DistributedApplicationTestingBuilder.CreateAsync<Projects.BedrockGateway_AppHost>(
                ["--gateway-port=none"], Token));

        Assert.Equal("The entry point exited without building a DistributedApplication.", failure.Message);
    }

    [Fact]
    public async Task EmptyArgument_IsRefused() =>
        Assert.Equal(
            "Empty items are not allowed: [a, ] (Parameter 'args')",
            (await Assert.ThrowsAsync<ArgumentException>(
                () => DistributedApplicationTestingBuilder.CreateAsync<Projects.BedrockGateway_AppHost>(
                    ["a", ""], Token))).Message);
}
