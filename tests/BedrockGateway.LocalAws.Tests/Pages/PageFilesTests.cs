using System.Net;
using System.Text.RegularExpressions;

namespace BedrockGateway.LocalAws.Tests.Pages;

public sealed partial class PageFilesTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Theory]
    [InlineData("", "text/html; charset=utf-8")]
    [InlineData("page/page.css", "text/css; charset=utf-8")]
    [InlineData("page/page.js", "text/javascript; charset=utf-8")]
    [InlineData("page/icon.svg", "image/svg+xml")]
    public async Task File_IsSentWithAPolicyThatAllowsNothingInline(string path, string type)
    {
        using var response = await GetAsync($"/_local/{path}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Page_HasEveryFileThatItNames()
    {
        var pending = new Queue<string>(Linked().Matches(await TextAsync("")).Select(match => match.Groups[1].Value));
        var known = new HashSet<string>(pending);
        while (pending.TryDequeue(out var file))
        {
            foreach (Match import in Imported().Matches(await TextAsync(file)))
            {
                var imported = $"page/{import.Groups[1].Value}";
                if (known.Add(imported))
                {
                    pending.Enqueue(imported);
                }
            }
        }

        Assert.Superset(
            new HashSet<string> { "page/page.css", "page/icon.svg", "page/page.js", "page/dom.js", "page/json.js" },
            known);
    }

    [Fact]
    public async Task AddressWithoutTheSlash_LeadsToThePage()
    {
        using var response = await GetAsync("/_local");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/_local/", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task UnknownFile_IsNotFound()
    {
        using var response = await GetAsync("/_local/page/absent.js");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(
            """{"message":"The page has no file \u0027absent.js\u0027."}""",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Page_HasAnAddress() =>
        Assert.Equal(new Uri(fixture.Aws.Endpoint, "/_local/"), fixture.Aws.Page);

    private async Task<string> TextAsync(string path)
    {
        using var response = await GetAsync($"/_local/{path}");
        Assert.Equal((path, HttpStatusCode.OK), (path, response.StatusCode));
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        return await http.GetAsync(new Uri(fixture.Aws.Endpoint, path), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("(?:href|src)=\"(page/[^\"]+)\"")]
    private static partial Regex Linked();

    [GeneratedRegex("from '\\./([^']+)'")]
    private static partial Regex Imported();
}
