using System.Net;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>POST /admin/users.</summary>
public sealed class InvitationTests : IAsyncLifetime
{
    private const string Email = "new@example.com";
    private const string Body = """{"email":"new@example.com","fullname":"New One","plan":"pro"}""";

    private AdminFixture _fixture = null!;

    public static TheoryData<string, bool, int> Faults =>
    [
        .. from step in new[]
           {
               "AdminCreateUser SUPPRESS", "CreateApiKey", "CreateUsagePlanKey", "AdminUpdateUserAttributes",
               "UntagResource", "AdminAddUserToGroup", "AdminCreateUser RESEND",
           }
           from isLost in new[] { false, true }
           from kind in new[] { 0, 1 }
           select new TheoryDataRow<string, bool, int>(step, isLost, kind),
    ];

    private FakeUser? Guest => _fixture.Gateway.Cognito.Users.SingleOrDefault(user => user.Email == Email);

    public async ValueTask InitializeAsync() => _fixture = await AdminFixture.StartAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Guest_HasKeyPlanAndAMailedPassword()
    {
        using var reply = await _fixture.SendAsync("POST", "/admin/users", Body);

        await reply.IsAsync(
            200,
            $$$"""
            {"status":200,"success":true,"message":"User new@example.com invited successfully.","data":{
            "sub":"{{{Guest!.Subject}}}","plan":"pro","reference":"test-stack-{{{Guest.Subject}}}"}}
            """.ReplaceLineEndings(""));
        var key = _fixture.KeyOf(Email);
        Assert.Equal(key.Value, Guest.ApiKey);
        Assert.Equal(["stack", "sub"], key.Tags.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(PlanTokens.ProId, _fixture.Gateway.Keys.PlanOf(key.Id));
        Assert.Equal(["plan-pro"], Guest.Groups);
        Assert.Equal(
            ("true", "New One"), (Guest.Attributes["email_verified"], Guest.Attributes["name"]));
        Assert.NotNull(Guest.MailedCode);
        Assert.Contains(
            $"\"Action\":\"invite\",\"Target\":\"{Guest.Subject}\",\"Outcome\":\"done\"",
            _fixture.Gateway.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstLogin_AsksForAPassword()
    {
        using var invited = await _fixture.SendAsync("POST", "/admin/users", Body);

        using var login = await _fixture.Gateway.PostAsync(
            "/login", $$"""{"email":"{{Email}}","password":"{{Guest!.MailedCode}}"}""");

        Assert.Equal(
            "NEW_PASSWORD_REQUIRED",
            (await login.JsonAsync()).GetProperty("challenge").GetProperty("name").GetString());
    }

    [Fact]
    public async Task NoPlan_IsTheDefault()
    {
        using var reply = await _fixture.SendAsync(
            "POST", "/admin/users", """{"email":"new@example.com","fullname":"New One"}""");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(FakeApiGateway.PlanId, _fixture.Gateway.Keys.PlanOf(_fixture.KeyOf(Email).Id));
        Assert.Empty(Guest!.Groups);
    }

    [Fact]
    public async Task UnknownPlan_InvitesNobody()
    {
        using var reply = await _fixture.SendAsync(
            "POST", "/admin/users", """{"email":"new@example.com","fullname":"New One","plan":"gold"}""");

        await reply.FailsAsync(400, "plan must be one of default, free, pro.");
        Assert.Null(Guest);
    }

    [Theory]
    [InlineData("""{"email":"new@example.com"}""")]
    [InlineData("""{"fullname":"New One"}""")]
    [InlineData("""{"email":"new@example.com","fullname":"New One","plan":7}""")]
    public async Task MissingField_InvitesNobody(string body)
    {
        using var reply = await _fixture.SendAsync("POST", "/admin/users", body);

        await reply.FailsAsync(422, "Missing required parameters.");
        Assert.Null(Guest);
    }

    [Fact]
    public async Task TakenAddress_IsNeverTouched()
    {
        using var reply = await _fixture.SendAsync(
            "POST", "/admin/users", """{"email":"ann@example.com","fullname":"New One"}""");

        await reply.FailsAsync(400, "User account already exists");
        Assert.Equal("Ann Lee", _fixture.User.Attributes["name"]);
        Assert.Equal(_fixture.KeyOf(AdminFixture.Ann).Value, _fixture.User.ApiKey);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task FailedStep_LeavesNothingAndARepeatInvites(string step, bool isLost, int kind)
    {
        var failure = AdminFixture.Failures.ElementAt(kind);
        if (isLost)
        {
            _fixture.Gateway.Faults.After(step, failure);
        }
        else
        {
            _fixture.Gateway.Faults.Before(step, failure);
        }

        using var failed = await _fixture.SendAsync("POST", "/admin/users", Body);

        Assert.Equal(kind == 0 ? HttpStatusCode.InternalServerError : HttpStatusCode.BadGateway, failed.StatusCode);
        Assert.Null(Guest);
        Assert.Equal(2, _fixture.Gateway.Keys.Keys.Count);
        using var again = await _fixture.SendAsync("POST", "/admin/users", Body);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(_fixture.KeyOf(Email).Value, Guest!.ApiKey);
    }
}
