using BedrockGateway.LocalAws.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BedrockGateway.Pages.Tests;

public sealed class ViewTests(Chromium browser, PageLab lab) : IClassFixture<PageLab>
{
    [Fact]
    public async Task Api_ShowsRoutesKeysAndWhatIsLeftOfThePlan()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(lab.Aws, "api");

        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "/bedrock" }))
            .ToContainTextAsync("Cognito");
        await Expect(page.GetByRole(AriaRole.Meter, new() { Name = "Quota used by ada" }))
            .ToHaveAttributeAsync("aria-valuetext", "0 of 40");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "API keys" })).ToContainTextAsync("••••••ABCD");
        Assert.DoesNotContain("key-of-ada", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Users_AppearWithTheirCodeAsTheyRegister()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(lab.Aws, "users");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "late@example.com" });
        await Expect(row).ToHaveCountAsync(0);

        await lab.SignUpAsync("late@example.com", confirm: false);

        await Expect(row).ToContainTextAsync("unconfirmed");
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Copy code of late@example.com" }))
            .ToBeVisibleAsync();
        Assert.Matches("^[0-9]{6}$", await row.Locator("code").InnerTextAsync());
    }

    [Fact]
    public async Task Stack_ShowsOutputsResourcesAndEvents()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(lab.Aws, "stacks");

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Outputs" }))
            .ToContainTextAsync(lab.Outputs["ApiId"]);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Resources" }).GetByRole(AriaRole.Row))
            .ToHaveCountAsync(20);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Events" })).ToContainTextAsync("CREATE_COMPLETE");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task KeyboardAlone_LeadsThroughThePage()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(lab.Aws);

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "demo-accounts" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "demo-models" }))
            .ToHaveAttributeAsync("aria-current", "true");
        await Expect(page).ToHaveTitleAsync("Functions · LocalAws");
    }

    [Fact]
    public async Task EmulatorThatIsGone_IsMissedUntilItAnswers()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(lab.Aws, "stacks");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);

        await page.Context.SetOfflineAsync(true);
        await Expect(page.GetByRole(AriaRole.Alert))
            .ToHaveTextAsync("LocalAws does not answer. This page goes on as soon as it does.");
        await page.Context.SetOfflineAsync(false);

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task EmptyEmulator_SaysWhatIsNotThere()
    {
        await using var window = await browser.OpenAsync();
        await using var aws = await LocalAws.LocalAws.StartAsync(
            new() { Bootstrapped = false }, TestContext.Current.CancellationToken);
        await window.Page.GotoAsync(aws.Page.ToString());

        await Expect(window.Page.GetByText("No function is deployed yet.")).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "API" }).ClickAsync();
        await Expect(window.Page.GetByText("No API is deployed yet.")).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Users" }).ClickAsync();
        await Expect(window.Page.GetByText("No user pool is deployed yet.")).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Stacks" }).ClickAsync();
        await Expect(window.Page.GetByText("No stack was made yet.")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }
}
