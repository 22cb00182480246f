using System.Net;
using Amazon.Runtime;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>A gateway with three plans, an administrator and a user.</summary>
internal sealed class AdminFixture(Gateway gateway) : IAsyncDisposable
{
    public const string Boss = "boss@example.com";
    public const string Ann = "ann@example.com";

    public static IEnumerable<Func<Exception>> Failures =>
    [
        () => new AmazonServiceException("Broken.") { StatusCode = HttpStatusCode.InternalServerError },
        () => new HttpRequestException("secret-host:443"),
    ];

    public Gateway Gateway => gateway;

    public FakeUser Admin => UserOf(Boss);

    public FakeUser User => UserOf(Ann);

    public string UserPath => $"/admin/users/{User.Subject}";

    public static async Task<AdminFixture> StartAsync()
    {
        var gateway = await Gateway.StartAsync(FunctionRole.Kestrel, PlanTokens.Setting, "--PublicLimits:Burst=5000");
        await gateway.EnterAsync(Boss);
        await gateway.EnterAsync(Ann);
        var fixture = new AdminFixture(gateway);
        fixture.Admin.Groups.Add("admins");
        return fixture;
    }

    public FakeUser UserOf(string email) => gateway.Cognito.Users.Single(user => user.Email == email);

    public Amazon.APIGateway.Model.ApiKey KeyOf(string email) =>
        gateway.Keys.Keys.Single(key => key.Name == $"{Gateway.Stack}-{UserOf(email).Subject}");

    public Task<HttpResponseMessage> SendAsync(
        string method, string path, string? body = null, string[]? groups = null) =>
        gateway.SendAsync(new(method), path, gateway.TokenOf(Boss, groups ?? ["admins"]), key: null, body);

    public ValueTask DisposeAsync() => gateway.DisposeAsync();
}
