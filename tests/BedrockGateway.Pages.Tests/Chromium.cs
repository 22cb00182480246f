using BedrockGateway.LocalAws.Tests.Clients;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BedrockGateway.Pages.Tests.Chromium))]

namespace BedrockGateway.Pages.Tests;

/// <summary>A browser of this machine for all tests; where there is none, they say so and are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome.exe"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS",
        "/Applications/Chromium.app/Contents/MacOS",
        @"C:\Program Files\Google\Chrome\Application",
    ];

    private static readonly NodePackages Packages = new("tests/clients");

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _whyNot;

    public async ValueTask InitializeAsync()
    {
        _whyNot = await Packages.WhyNotAsync();
        if (_whyNot is not null)
        {
            return;
        }

        if (Find() is not { } executable)
        {
            _whyNot = "Chromium is missing: no 'chromium' or 'google-chrome' on the PATH.";
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            // A container has no user namespace for the sandbox; only the emulator's page is opened.
            Args = ["--no-sandbox"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>The text of axe-core, which runs in a page and lists what hinders people there.</summary>
    public static Task<string> ReadAxeAsync() => File.ReadAllTextAsync(
        Path.Combine(Packages.Folder, "node_modules", "axe-core", "axe.min.js"),
        TestContext.Current.CancellationToken);

    /// <summary>A window of its own: no storage, no history.</summary>
    public async Task<Window> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool strict = true)
    {
        Assert.SkipUnless(_whyNot is null, _whyNot ?? string.Empty);
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            BypassCSP = !strict,
            Locale = "en-GB",
            TimezoneId = "UTC",
        });
        return await Window.OpenAsync(context);
    }

    private static string? Find() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
             .Split(Path.PathSeparator)
             .Concat(Places)
         from name in Names.Append("Google Chrome").Append("Chromium")
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
