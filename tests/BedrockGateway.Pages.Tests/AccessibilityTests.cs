using System.Text.Json;
using BedrockGateway.LocalAws.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BedrockGateway.Pages.Tests;

/// <summary>Every view in light and dark, on a desk and in a hand.</summary>
public sealed class AccessibilityTests(Chromium browser, PageLab lab) : IClassFixture<PageLab>
{
    private static readonly string[] Views =
        ["functions/demo-accounts", "functions/demo-models", "api", "users", "stacks"];

    public static MatrixTheoryData<string, int, ColorScheme> Windows =>
        new(Views, [1280, 400], [ColorScheme.Light, ColorScheme.Dark]);

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task View_HindersNobodyAndFitsTheWindow(string view, int width, ColorScheme scheme)
    {
        // axe-core is handed to the page as text, which the page's policy does not let in.
        await using var window = await browser.OpenAsync(width, scheme, strict: false);
        await PopulateAsync();
        var page = await window.GoAsync(lab.Aws, view);
        await Expect(page.Locator("main table, #note:not(:empty)").First).ToBeVisibleAsync();

        await page.EvaluateAsync(await Chromium.ReadAxeAsync());
        var violations = await page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run()).violations
              .map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' | ')}`)
            """);
        var overflow = await page.EvaluateAsync<int>(
            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");

        Assert.Equal([], violations.EnumerateArray().Select(violation => violation.GetString()));
        Assert.Equal(0, overflow);
    }

    private async Task PopulateAsync()
    {
        await lab.SignUpAsync($"{Guid.NewGuid():N}@example.com", confirm: false);
        using var poller = await lab.PollAsync("demo-accounts");
        await lab.SendAsync("demo-accounts", """{"httpMethod":"POST","path":"/register","body":"{\"a\":1}"}""");
        var ok = await poller.NextAsync();
        await poller.RespondAsync(ok.Id, """{"statusCode":200,"body":"{\"status\":200}"}""");
        lab.Aws.WriteFunctionLog("demo-accounts", "plain");
        lab.Aws.WriteFunctionLog("demo-accounts", """{"level":"Warning","message":"w","Status":400}""");
        lab.Aws.WriteFunctionLog("demo-accounts", """{"level":"Error","message":"e"}""");
        await lab.SendAsync("demo-accounts", "{}");
        var failed = await poller.NextAsync();
        await poller.FailAsync(failed.Id, """{"errorType":"Refused","errorMessage":"No."}""");
    }
}
