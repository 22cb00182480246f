using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Accounts;
using BedrockGateway.Api.Tests.Clients;
using BedrockGateway.Infra.Accounts;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>An administrator's requests in a fault table.</summary>
internal sealed class AdministeredTable(FaultTable table)
{
    /// <summary>A user of one's own.</summary>
    /// <returns>The user's <c>sub</c>.</returns>
    public async Task<string> EnterAsync() =>
        new JsonWebToken((await table.EnterAsync()).Token).Subject;

    /// <summary>Acts until it is done; without a call nothing goes wrong.</summary>
    public async Task<EmulatedReply> ActAsync(
        string? call, string kind, string? path, JsonObject? body = null, string verb = "POST")
    {
        var admin = await table.Gateway.EnterAsAdministratorAsync();
        var (first, second) = call is null
            ? (await SendAsync(), null)
            : await table.RunAsync(call, kind, SendAsync);

        var reply = second ?? first;
        Assert.True(reply.Status == 200, reply.ToString());
        return reply;

        Task<EmulatedReply> SendAsync() => table.Gateway.SendAsync(
            new(verb), path is null ? "admin/users" : $"admin/users/{path}", body ?? [], admin);
    }

    /// <summary>What the account has of a user.</summary>
    public async Task<(AccountUser User, List<AccountKey> Keys)> ReadAsync(string sub)
    {
        var all = await table.Gateway.ReadAsync();
        return (all.Users.Single(user => user.Subject == sub), [.. all.Keys.Where(key => key.Subject == sub)]);
    }
}
