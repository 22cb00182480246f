using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BedrockGateway.Pages.Tests;

public sealed class FunctionPageTests(Chromium browser, PageLab lab) : IClassFixture<PageLab>
{
    private const string Reply =
        """{"statusCode":200,"body":"{\"greeting\":\"Hello Ada\",\"IdToken\":\"secret-7\"}"}""";

    [Fact]
    public async Task Sample_IsSentAndFollowedUntilItsReply()
    {
        await using var window = await browser.OpenAsync();
        using var poller = await lab.PollAsync("demo-accounts");
        var page = await window.GoAsync(lab.Aws, "functions/demo-accounts");
        await Expect(page.GetByLabel("Start from")).ToHaveValueAsync("POST /register");

        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).First.ClickAsync();
        await Expect(Status(page)).ToContainTextAsync("waiting");
        var taken = await poller.NextAsync();
        await Expect(Status(page)).ToContainTextAsync("running");
        await poller.RespondAsync(taken.Id, Reply);

        await Expect(Status(page)).ToContainTextAsync("200");
        await Expect(page.GetByLabel("Body of the event")).ToContainTextAsync("ada@example.com");
        await Expect(page.GetByLabel("Body of the reply")).ToContainTextAsync("Hello Ada");
        await Expect(page.GetByLabel("Log of the invocation")).ToContainTextAsync($"REPORT RequestId: {taken.Id}");
        Assert.EndsWith($"#/functions/demo-accounts/{taken.Id}", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-7", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task EventEditedByKeyboardAlone_IsSentWithTheSecretThatWasMasked()
    {
        await using var window = await browser.OpenAsync();
        using var poller = await lab.PollAsync("demo-models");
        await lab.SendAsync("demo-models", """{"httpMethod":"GET","path":"/a","headers":{"x-api-key":"secret-8"}}""");
        await poller.EchoAsync();
        var page = await window.GoAsync(lab.Aws, "functions/demo-models");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit and send" }).PressAsync("Enter");
        await Expect(page.GetByLabel("Event", new() { Exact = true }).First).ToBeFocusedAsync();
        var shown = await page.Locator("#event").InputValueAsync();
        await page.Locator("#event").FillAsync(shown.Replace("/a", "/b", StringComparison.Ordinal));

        await page.Keyboard.PressAsync("Control+Enter");
        var sent = await poller.NextAsync();
        await poller.RespondAsync(sent.Id, "{}");

        Assert.DoesNotContain("secret-8", shown, StringComparison.Ordinal);
        Assert.Equal(
            """{"httpMethod":"GET","path":"/b","headers":{"x-api-key":"secret-8"}}""",
            JsonNode.Parse(sent.Body)!.ToJsonString());
        await Expect(Status(page)).ToContainTextAsync("GET /b");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Replay_ShowsTheNewInvocation()
    {
        await using var window = await browser.OpenAsync();
        using var poller = await lab.PollAsync("demo-pre-signup");
        var id = await lab.SendAsync("demo-pre-signup", """{"triggerSource":"PreSignUp_SignUp","n":5}""");
        await poller.EchoAsync();
        var page = await window.GoAsync(lab.Aws, $"functions/demo-pre-signup/{id}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Replay" }).ClickAsync();
        var again = await poller.NextAsync();
        await poller.RespondAsync(again.Id, """{"answer":42}""");

        await Expect(page.GetByLabel("Reply", new() { Exact = true })).ToContainTextAsync("42");
        await Expect(page.Locator("tr.current a")).ToHaveAttributeAsync(
            "href", $"#/functions/demo-pre-signup/{again.Id}");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Invocations" }).GetByRole(AriaRole.Link))
            .ToHaveCountAsync(2);
    }

    [Fact]
    public async Task TextThatIsNoJson_IsNotSentAndSaysSo()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(lab.Aws, "functions/demo-accounts");
        await Expect(page.GetByLabel("Start from")).ToHaveValueAsync("POST /register");
        var before = (await lab.GetAsync("functions/demo-accounts"))["invocations"]!.AsArray().Count;

        await page.Locator("#event").FillAsync("{");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).First.ClickAsync();

        await Expect(page.Locator("#problem")).ToContainTextAsync("This is no JSON");
        Assert.Equal(before, (await lab.GetAsync("functions/demo-accounts"))["invocations"]!.AsArray().Count);
    }

    [Fact]
    public async Task ListThatGrows_KeepsTheFocus()
    {
        await using var window = await browser.OpenAsync();
        using var poller = await lab.PollAsync("demo-accounts");
        await lab.SendAsync("demo-accounts", """{"httpMethod":"GET","path":"/first"}""");
        await poller.EchoAsync();
        var page = await window.GoAsync(lab.Aws, "functions/demo-accounts");
        var first = page.GetByRole(AriaRole.Link, new() { Name = "GET /first" });
        await first.FocusAsync();

        await lab.SendAsync("demo-accounts", """{"httpMethod":"GET","path":"/second"}""");
        await poller.EchoAsync();

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "GET /second" })).ToBeVisibleAsync();
        await Expect(first).ToBeFocusedAsync();
    }

    [Fact]
    public async Task LineOfTheProcess_IsShownAsAPersonWouldWriteIt()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(lab.Aws, "functions/demo-models");

        lab.Aws.WriteFunctionLog("demo-models", "plain line");
        lab.Aws.WriteFunctionLog(
            "demo-models",
            """
            {"timestamp":"2026-04-15T10:00:01.234Z","level":"Warning","category":"C","message":"It failed","Status":400}
            """);

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Log of the function" }))
            .ToHaveTextAsync("plain line 10:00:01.234 Warning It failed Status=400");
    }

    private static ILocator Status(IPage page) => page.GetByRole(AriaRole.Status);
}
