using System.Security.Claims;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using BedrockGateway.Api.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Tests.Identity;

/// <summary>Routes that ask for a token and no key.</summary>
public sealed class UserGateTests
{
    public static TheoryData<string, string> Routes => new()
    {
        { "POST", "/logout" },
        { "POST", "/password/change" },
        { "GET", "/account" },
        { "GET", "/account/usage" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task NoTokenOrAnAccessToken_IsUnauthorizedOnKestrel(string method, string path)
    {
        await using var gateway = await Gateway.StartAsync();
        var (_, key) = await gateway.EnterAsync();
        var access = gateway.Pool.AccessToken(gateway.Cognito.Users.Single().Subject, gateway.Clock);

        foreach (var token in new[] { null, "garbage", access })
        {
            using var reply = await gateway.SendAsync(new(method), path, token, key);
            await reply.IsRefusedAsync(401, "authentication_error", "Unauthorized");
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task FunctionWithoutAuthorizer_AnswersUnauthorized(string method, string path)
    {
        await using var gateway = await Gateway.StartAsync(FunctionRole.Accounts);

        using var reply = await gateway.SendAsync(new(method), path, "garbage");

        await reply.IsRefusedAsync(401, "authentication_error", "Unauthorized");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task FunctionOfModels_DoesNotServeThem(string method, string path)
    {
        await using var gateway = await Gateway.StartAsync(FunctionRole.Models);

        using var reply = await gateway.SendAsync(new(method), path, "garbage");

        await reply.IsRefusedAsync(403, "permission_error", "Missing Authentication Token");
    }

    [Fact]
    public async Task ClaimsOfTheEvent_AreTheUserWithNameAndWithoutKey()
    {
        using var keys = new FakeApiGateway(new());
        var resources = new ResourcesOptions { UserPoolClientId = UserPool.ClientId };
        var gate = new EventCallerGate(new(keys, new TestClock()), Options.Create(resources));
        var http = new DefaultHttpContext
        {
            User = new(new ClaimsIdentity(
                [
                    new("sub", "s-1"), new("token_use", "id"), new("aud", UserPool.ClientId),
                    new("cognito:username", "ann@example.com"),
                ],
                "AuthorizerIdentity")),
        };
        var token = TestContext.Current.CancellationToken;

        Assert.Null(await gate.AdmitUserAsync(http, token));
        Assert.Equal(new Caller("s-1", ApiKey: null, "ann@example.com"), http.User());
        Assert.Equal(Refusal.InvalidApiKey, await gate.AdmitAsync(http, token));
    }

    // API Gateway makes one text of the token's array; the handler of tokens makes a claim of each item.
    [Theory]
    [InlineData("")]
    [InlineData("admins", "admins")]
    [InlineData("admins,plan-pro", "admins", "plan-pro")]
    [InlineData("admins|plan-pro", "admins", "plan-pro")]
    public void Groups_AreReadFromOneTextOrSeveral(string claims, params string[] groups) =>
        Assert.Equal(groups, GroupClaim.Read(claims.Split('|')));

    [Fact]
    public async Task GroupsOfTheEvent_AreTheUsers()
    {
        using var keys = new FakeApiGateway(new());
        var resources = new ResourcesOptions { UserPoolClientId = UserPool.ClientId };
        var gate = new EventCallerGate(new(keys, new TestClock()), Options.Create(resources));
        var http = new DefaultHttpContext
        {
            User = new(new ClaimsIdentity(
                [
                    new("sub", "s-1"), new("token_use", "id"), new("aud", UserPool.ClientId),
                    new("cognito:groups", "admins,plan-pro"),
                ],
                "AuthorizerIdentity")),
        };

        Assert.Null(await gate.AdmitUserAsync(http, TestContext.Current.CancellationToken));
        Assert.Equal(["admins", "plan-pro"], http.User().Groups);
    }
}
