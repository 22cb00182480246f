using System.Text.Json;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>What tests of accounts do again and again.</summary>
internal static class GatewayReplies
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage reply) =>
        JsonElement.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Logs the user of <see cref="Gateway.EnterAsync"/> in.</summary>
    public static async Task<(string Id, string Access, string Refresh)> LoginAsync(
        this Gateway gateway, string email = "ann@example.com", string password = "Passw0rd!")
    {
        using var reply = await gateway.PostAsync("/login", $$"""{"email":"{{email}}","password":"{{password}}"}""");
        var tokens = await reply.JsonAsync();
        return (Text("IdToken"), Text("AccessToken"), Text("RefreshToken"));

        string Text(string name) => tokens.GetProperty(name).GetString()!;
    }

    public static Task SucceedsAsync(this HttpResponseMessage reply, string message) =>
        reply.IsAsync(200, $$"""{"status":200,"success":true,"message":"{{message}}"}""");
}
