using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.AppHost.Tests.Clients;

/// <summary>The gateway as its clients call it.</summary>
internal sealed class GatewayClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(40) };

    public Uri Address { get; } = address;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<GatewayReply> RegisterAsync(string email, string password, string fullName = "Ada Lovelace") =>
        PostAsync("register", Json(("email", email), ("password", password), ("fullname", fullName)));

    public Task<GatewayReply> LoginAsync(string email, string password) =>
        PostAsync("login", Json(("email", email), ("password", password)));

    public Task<GatewayReply> PostAsync(string path, string body, string? token = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, Credentials(token, key));

    public Task<GatewayReply> GetAsync(string path, string? token = null, string? key = null) =>
        SendAsync(HttpMethod.Get, path, body: null, Credentials(token, key));

    /// <param name="member">Who asks.</param>
    /// <param name="modelId">A model, or an inference profile.</param>
    /// <param name="parameters">The model's own JSON, which must reach it byte for byte.</param>
    public Task<GatewayReply> InvokeAsync(Member member, string modelId, string parameters) =>
        PostAsync(
            "bedrock",
            $$"""{"modelId":"{{modelId}}","inferenceParameters":{{parameters}}}""",
            member.IdToken,
            member.Key);

    /// <summary>Registers and logs in somebody whom nobody else knows.</summary>
    public async Task<Member> EnrolAsync()
    {
        var (email, password) = ($"{Guid.NewGuid():N}@example.com", $"Aa1!{Guid.NewGuid():N}");
        var registered = await RegisterAsync(email, password);
        Assert.Equal(HttpStatusCode.OK, registered.Status);
        var tokens = (await LoginAsync(email, password)).Json;
        return new(
            email, password, (string)registered.Json["data"]!["API Key"]!, (string)tokens["IdToken"]!, (string)tokens["AccessToken"]!);
    }

    public async Task<GatewayReply> SendAsync(
        HttpMethod method, string path, string? body, params IEnumerable<(string Name, string? Value)> headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, Token);
        return new(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(Token),
            response.Headers.Concat(response.Content.Headers).ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => _http.Dispose();

    private static IEnumerable<(string Name, string? Value)> Credentials(string? token, string? key) =>
        [("Authorization", token), ("x-api-key", key)];

    private static string Json(params (string Name, string Value)[] fields) =>
        new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Value))).ToJsonString();
}

/// <summary>Somebody who has registered and logged in.</summary>
internal sealed record Member(string Email, string Password, string Key, string IdToken, string AccessToken);
