using System.Net;
using BedrockGateway.AppHost.Tests.Running;
using Microsoft.Playwright;

namespace BedrockGateway.AppHost.Tests;

/// <summary>The Aspire dashboard itself, on a local run.</summary>
public sealed class DashboardTests(DashboardGateway dashboard) : IClassFixture<DashboardGateway>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Address_IsPrintedBeforeWhatResourcesWrite()
    {
        var output = dashboard.Gateway.Process.Output;

        Assert.InRange(
            output.IndexOf("Login to the dashboard at ", StringComparison.Ordinal),
            0,
            output.IndexOf("\n[", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_IsForWhoHasTheToken()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var page = new Uri(dashboard.Login, "/");

        using var stranger = await client.GetAsync(page, Token);
        Assert.Equal((HttpStatusCode.Redirect, "/login"), (stranger.StatusCode, stranger.Headers.Location!.AbsolutePath));

        using var login = await client.GetAsync(dashboard.Login, Token);
        Assert.Equal(HttpStatusCode.Redirect, login.StatusCode);

        using var developer = await client.GetAsync(page, Token);
        Assert.Equal(HttpStatusCode.OK, developer.StatusCode);
        Assert.Contains(
            "name=\"aspire-version\"", await developer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resources_AreAllRunningAndLinked()
    {
        var gateway = dashboard.Gateway;
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(dashboard.Login);

        foreach (var name in new[] { "aws", "gateway", "stack", "accounts", "models", "pre-signup" })
        {
            await Row(page, name).GetByText("Running", new() { Exact = true }).WaitForAsync();
        }

        Assert.Equal(
            gateway.Client.Address.ToString(),
            await Row(page, "gateway").Locator("a").First.EvaluateAsync<string>("a => a.href"));
        Assert.Equal(
            [new Uri(gateway.Aws.Endpoint, "_local/").ToString()],
            await Row(page, "aws").Locator("a").EvaluateAllAsync<string[]>("links => links.map(a => a.href)"));
    }

    [Fact]
    public async Task ApiDocs_AreAPageOfTheGateway()
    {
        var gateway = dashboard.Gateway;
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(dashboard.Login);
        await Row(page, "gateway").ClickAsync();
        var link = page.GetByRole(AriaRole.Link, new() { Name = "API docs" }).First;
        var address = await link.GetAttributeAsync("href");

        await page.GotoAsync(address!);

        await page.GetByText("Register with a work address").First.WaitForAsync();
        await page.GetByText(gateway.Client.Address.ToString().TrimEnd('/')).First.WaitForAsync();
    }

    [Fact]
    public async Task Stack_ShowsItsOutputsAndResources()
    {
        var outputs = dashboard.Gateway.Outputs;
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(dashboard.Login);
        await Row(page, "stack").ClickAsync();

        await Row(page, "Output UserPoolId").GetByText(outputs["UserPoolId"], new() { Exact = true }).WaitForAsync();

        await Row(page, "UsersPoolBFC35D3B")
            .GetByText($"AWS::Cognito::UserPool {outputs["UserPoolId"]}", new() { Exact = true })
            .WaitForAsync();
    }

    [Fact]
    public async Task Function_StopsAndStartsFromThePage()
    {
        _ = dashboard.Gateway;
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(dashboard.Login);
        var models = Row(page, "models");

        await models.GetByTitle("Stop resource").ClickAsync();
        await models.GetByText("Finished", new() { Exact = true }).WaitForAsync();

        await models.GetByTitle("Start resource").ClickAsync();
        await models.GetByText("Running", new() { Exact = true }).WaitForAsync();
    }

    private static ILocator Row(IPage page, string name) =>
        page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByText(name, new() { Exact = true }) });
}
