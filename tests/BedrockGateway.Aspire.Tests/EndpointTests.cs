using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BedrockGateway.Aspire.Tests;

public sealed class EndpointTests
{
    private const int Ok = 200;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoPort_GetsOneThatTheProcessIsTold()
    {
        var builder = TestApplication.CreateBuilder();
        var endpoint = builder.AddSite("site").GetEndpoint("http");
        await using var application = await TestApplication.StartAsync(builder);

        Assert.Equal(Ok, await application.StatusAsync(endpoint));
        var site = await application.UntilAsync("site", KnownResourceStates.Running);
        Assert.Equal([new UrlSnapshot("http", $"http://localhost:{endpoint.Port}", IsInternal: false)], site.Urls);
        Assert.Contains(new EnvironmentVariableSnapshot("PORT", $"{endpoint.Port}", true), site.EnvironmentVariables);
    }

    [Fact]
    public async Task FixedPort_IsTheOneGiven()
    {
        using var other = Listen();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        other.Stop();
        var builder = TestApplication.CreateBuilder();
        var endpoint = builder.AddSite("site", port).GetEndpoint("http");
        await using var application = await TestApplication.StartAsync(builder);

        Assert.Equal(Ok, await application.StatusAsync(endpoint));
        Assert.Equal($"http://localhost:{port}", endpoint.Url);
    }

    [Fact]
    public async Task TwoApplicationsOfOneModel_RunSideBySide()
    {
        var first = TestApplication.CreateBuilder();
        var firstEndpoint = first.AddSite("site").GetEndpoint("http");
        var second = TestApplication.CreateBuilder();
        var secondEndpoint = second.AddSite("site").GetEndpoint("http");
        await using var firstApplication = await TestApplication.StartAsync(first);
        await using var secondApplication = await TestApplication.StartAsync(second);

        Assert.Equal(Ok, await firstApplication.StatusAsync(firstEndpoint));
        Assert.Equal(Ok, await secondApplication.StatusAsync(secondEndpoint));
        Assert.NotEqual(firstEndpoint.Port, secondEndpoint.Port);
    }

    [Fact]
    public async Task EndpointOfAnother_IsAValue()
    {
        var builder = TestApplication.CreateBuilder();
        var site = builder.AddSite("my-site").WithHttpEndpoint(name: "side", env: "SIDE").WithExplicitStart();
        var endpoint = site.GetEndpoint("http");
        builder.AddAWSLambdaFunction<Projects.BedrockGateway_Aspire_TestApp>("reader", "handler")
            .WithArgs("URL", "PART", "JOINED", "MY_SITE_HTTP", "MY_SITE_SIDE")
            .WithArgs("services__my-site__http__0", "services__my-site__side__0")
            .WithEnvironment("URL", endpoint)
            .WithEnvironment("PART", endpoint.Property(EndpointProperty.HostAndPort))
            .WithEnvironment("JOINED", $"{endpoint}/path")
            .WithReference(site);
        await using var application = await TestApplication.StartAsync(builder);

        await application.LineAsync("reader", "ready");

        var side = site.GetEndpoint("side").Url;
        Assert.Equal(
            [
                $"URL={endpoint.Url}",
                $"PART=localhost:{endpoint.Port}",
                $"JOINED={endpoint.Url}/path",
                $"MY_SITE_HTTP={endpoint.Url}",
                $"MY_SITE_SIDE={side}",
                $"services__my-site__http__0={endpoint.Url}",
                $"services__my-site__side__0={side}",
            ],
            (await application.LinesAsync("reader")).Where(line => line.Contains('=', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ReferenceToOneEndpoint_TellsOnlyThatOne()
    {
        var builder = TestApplication.CreateBuilder();
        var site = builder.AddSite("site").WithHttpEndpoint(name: "side", env: "SIDE").WithExplicitStart();
        builder.AddShell("reader", "echo \"$SITE_HTTP|$SITE_SIDE\"").WithReference(site.GetEndpoint("side"));
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("reader", KnownResourceStates.Finished);

        Assert.Equal([$"|{site.GetEndpoint("side").Url}"], await application.LinesAsync("reader"));
    }

    [Fact]
    public async Task PortThatIsTaken_FailsToStart()
    {
        using var other = Listen();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var builder = TestApplication.CreateBuilder();
        builder.AddSite("site", port);
        await using var application = await TestApplication.StartAsync(builder);

        var site = await application.UntilAsync("site", KnownResourceStates.FailedToStart);

        Assert.Equal(
            [$"Failed to start: Port {port} of the endpoint 'http' is in use. End the program that listens on it, or "
                + "give the endpoint another port."],
            await application.LinesAsync("site"));
        Assert.DoesNotContain(site.Properties, property => property.Name == "executable.pid");
        Assert.True(site.Urls.Single().IsInactive);
    }

    [Fact]
    public async Task PortThatIsFreeAgain_IsTakenByTheNextStart()
    {
        using var other = Listen();
        var builder = TestApplication.CreateBuilder();
        var endpoint = builder.AddSite("site", ((IPEndPoint)other.LocalEndpoint).Port).GetEndpoint("http");
        await using var application = await TestApplication.StartAsync(builder);
        await application.UntilAsync("site", KnownResourceStates.FailedToStart);
        other.Stop();

        var result =
            await application.Commands.ExecuteCommandAsync("site", KnownResourceCommands.StartCommand, Token);

        Assert.True(result.Success);
        Assert.Equal(Ok, await application.StatusAsync(endpoint));
    }

    [Fact]
    public async Task TwoPortsOfOneEndpoint_FailToStart()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("site", Shell.UntilTold).WithHttpEndpoint(port: 5000, targetPort: 8080);
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("site", KnownResourceStates.FailedToStart);

        Assert.Equal(
            ["Failed to start: The endpoint 'http' asks for port 5000 in front of target port 8080, and there is no "
                + "proxy to pass on from one to the other. Give it only one of the two."],
            await application.LinesAsync("site"));
    }

    [Fact]
    public async Task Restart_KeepsThePort()
    {
        var builder = TestApplication.CreateBuilder();
        var endpoint = builder.AddSite("site").WithHttpHealthCheck().GetEndpoint("http");
        await using var application = await TestApplication.StartAsync(builder);
        var before = (await application.Notifications.WaitForResourceHealthyAsync("site", Token)).Snapshot;
        var url = endpoint.Url;

        await application.Commands.ExecuteCommandAsync("site", KnownResourceCommands.RestartCommand, Token);

        await application.UntilAsync("site", state =>
            state.StartTimeStamp > before.StartTimeStamp && state.HealthStatus == HealthStatus.Healthy);
        Assert.Equal(url, endpoint.Url);
        Assert.Equal(Ok, await application.StatusAsync(endpoint));
    }

    [Fact]
    public async Task EndpointThatIsNotThere_FailsToStart()
    {
        var builder = TestApplication.CreateBuilder();
        var site = builder.AddSite("site").WithExplicitStart();
        builder.AddShell("reader", "echo never").WithEnvironment("URL", site.GetEndpoint("https"));
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("reader", KnownResourceStates.FailedToStart);

        Assert.Equal(
            ["Failed to start: The endpoint `https` is not defined for the resource `site`. Available endpoints: "
                + "`http`."],
            await application.LinesAsync("reader"));
    }

    [Fact]
    public async Task Urls_AreChangedAddedAndInactiveAfterTheEnd()
    {
        var builder = TestApplication.CreateBuilder();
        var endpoint = builder.AddSite("site")
            .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/docs", "Documentation"))
            .WithUrlForEndpoint("http", _ => new ResourceUrlAnnotation
            {
                Url = "/status",
                DisplayLocation = UrlDisplayLocation.DetailsOnly,
            })
            .WithUrl("https://example.com/", "Home")
            .GetEndpoint("http");
        await using var application = await TestApplication.StartAsync(builder);
        await application.UntilAsync("site", KnownResourceStates.Running);

        await application.Commands.ExecuteCommandAsync("site", KnownResourceCommands.StopCommand, Token);

        var site = await application.UntilAsync("site", KnownResourceStates.Finished);
        Assert.Equal(
            [
                new("http", $"{endpoint.Url}/docs", false)
                {
                    IsInactive = true,
                    DisplayProperties = new("Documentation"),
                },
                new(null, "https://example.com/", false) { IsInactive = true, DisplayProperties = new("Home") },
                new("http", $"{endpoint.Url}/status", true) { IsInactive = true },
            ],
            site.Urls);
    }

    [Fact]
    public async Task EndpointsAllocated_ComesBeforeTheProcess()
    {
        var ports = new List<int?>();
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("site", "exit 0")
            .WithHttpEndpoint()
            .WithEndpoint("http", endpoint => endpoint.TargetHost = "0.0.0.0")
            .WithExplicitStart()
            .OnResourceEndpointsAllocated((site, _, _) =>
            {
                ports.Add(site.GetEndpoint("http").Port);
                return Task.CompletedTask;
            });
        await using var application = await TestApplication.StartAsync(builder);

        Assert.InRange(Assert.Single(ports)!.Value, 10000, 32767);
    }

    [Theory]
    [InlineData(EndpointProperty.Url, "{site.bindings.http.url}")]
    [InlineData(EndpointProperty.HostAndPort, "{site.bindings.http.host}:{site.bindings.http.port}")]
    public void PartOfAnEndpoint_HasAManifestExpression(EndpointProperty property, string expression)
    {
        var site = TestApplication.CreateBuilder().AddShell("site", "exit 0").WithHttpEndpoint();

        Assert.Equal(expression, site.GetEndpoint("http").Property(property).ValueExpression);
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
