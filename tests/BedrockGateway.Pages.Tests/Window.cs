using Microsoft.Playwright;

namespace BedrockGateway.Pages.Tests;

/// <summary>A window, and what its page complained of: errors of scripts, and what its policy forbade.</summary>
public sealed class Window : IAsyncDisposable
{
    // A busy machine is slow, and no defect of the page.
    private const float PatienceMs = 30_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Complain(message.Text);
            }
        };
        page.PageError += (_, error) => Complain(error);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    public static async Task<Window> OpenAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout(PatienceMs);
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        return new(context, await context.NewPageAsync());
    }

    /// <summary>Goes to a view of the page of an emulator, such as <c>functions/demo-accounts</c>.</summary>
    public async Task<IPage> GoAsync(LocalAws.LocalAws aws, string view = "functions")
    {
        await Page.GotoAsync($"{aws.Page}#/{view}");
        await Page.Locator("main section").First.WaitForAsync();
        return Page;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Complain(string text)
    {
        lock (_complaints)
        {
            _complaints.Add(text);
        }
    }
}
