using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace BedrockGateway.Connect.Sessions;

/// <summary>POST /login: a password for tokens.</summary>
internal sealed class GatewayLogin(HttpMessageInvoker http)
{
    /// <exception cref="ConnectException">The gateway refuses, with its words.</exception>
    /// <exception cref="HttpRequestException">The gateway cannot be reached.</exception>
    public async Task<Session> LogInAsync(
        Uri gateway, string email, string password, CancellationToken cancellationToken)
    {
        var form = new JsonObject { ["email"] = email, ["password"] = password }.ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{gateway.AbsoluteUri.TrimEnd('/')}/login")
        {
            Content = new StringContent(form, new MediaTypeHeaderValue("application/json")),
        };
        using var response = await http.SendAsync(request, cancellationToken);
        var reply = await ReplyText.ReadAsync(response, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ConnectException($"The gateway refused the login: {ReplyText.MessageOf(reply, response)}");
        }

        var (token, refresh) = (ReplyText.Find(reply, "IdToken"), ReplyText.Find(reply, "RefreshToken"));
        if (token is null || refresh is null)
        {
            throw new ConnectException("The gateway's reply to the login has no tokens.");
        }

        var key = IdToken.Read(token).ApiKey
            ?? throw new ConnectException("The login has no API key. Its user must be registered with the gateway.");
        return new(gateway.AbsoluteUri, token, refresh, key);
    }
}
