using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.EndToEnd.Running;

/// <summary>The codes that a local run would have mailed.</summary>
internal sealed class MailedCodes(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <summary>The code that waits to be used, of which there is one.</summary>
    public async Task<string> OfAsync(string email)
    {
        var codes = await _http.GetFromJsonAsync<JsonArray>(
            new Uri($"_local/cognito/codes?email={Uri.EscapeDataString(email)}", UriKind.Relative),
            TestContext.Current.CancellationToken);
        return (string)Assert.Single(codes!)!["code"]!;
    }

    public void Dispose() => _http.Dispose();
}
