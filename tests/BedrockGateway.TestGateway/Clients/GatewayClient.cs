using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.TestGateway.Clients;

/// <summary>The gateway as its clients call it.</summary>
/// <param name="address">Where its stage is, with a slash at the end.</param>
/// <param name="waits">
/// Whether a throttled request is sent again after the time that the reply gives, as a client should; else 429 is a
/// reply like others.
/// </param>
internal sealed class GatewayClient(Uri address, bool waits = false) : IDisposable
{
    private const int MostAttempts = 120;

    // No header of ours beside those of the test: an application host in this process would have all requests traced.
    private readonly HttpClient _http = new(new SocketsHttpHandler { ActivityHeadersPropagator = null })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(40),
    };

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
    /// <param name="email">Whose address nobody has registered; <see langword="null"/> for one of example.com.</param>
    /// <param name="confirm">What makes the address a confirmed one, where the registration alone does not.</param>
    public async Task<Member> EnrolAsync(string? email = null, Func<string, Task>? confirm = null)
    {
        email ??= $"{Guid.NewGuid():N}@example.com";
        var password = $"Aa1!{Guid.NewGuid():N}";
        var registered = await RegisterAsync(email, password);
        Assert.True(registered.Status == HttpStatusCode.OK, registered.Body);
        if (confirm is not null)
        {
            await confirm(email);
        }

        var login = await LoginAsync(email, password);
        Assert.True(login.Status == HttpStatusCode.OK, login.Body);
        return new(
            email,
            password,
            (string)registered.Json["data"]!["API Key"]!,
            (string)login.Json["IdToken"]!,
            (string)login.Json["AccessToken"]!);
    }

    public async Task<GatewayReply> SendAsync(
        HttpMethod method, string path, string? body, params IEnumerable<(string Name, string? Value)> headers)
    {
        var fields = headers.Where(header => header.Value is not null).ToList();
        for (var attempt = 1; ; attempt++)
        {
            var reply = await SendOnceAsync(method, path, body, fields);
            if (!waits || attempt == MostAttempts || !reply.Headers.TryGetValue("Retry-After", out var seconds))
            {
                return reply;
            }

            await Task.Delay(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)), Token);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<GatewayReply> SendOnceAsync(
        HttpMethod method, string path, string? body, IEnumerable<(string Name, string? Value)> headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
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

    private static IEnumerable<(string Name, string? Value)> Credentials(string? token, string? key) =>
        [("Authorization", token), ("x-api-key", key)];

    private static string Json(params (string Name, string Value)[] fields) =>
        new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Value))).ToJsonString();
}

/// <summary>Somebody who has registered and logged in.</summary>
internal sealed record Member(string Email, string Password, string Key, string IdToken, string AccessToken);
