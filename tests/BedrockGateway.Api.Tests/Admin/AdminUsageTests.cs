using BedrockGateway.Api.Admin;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>GET /admin/usage, on 4 March 2026.</summary>
public sealed class AdminUsageTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    private AdminFixture _fixture = null!;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AdminFixture.StartAsync();
        _fixture.Gateway.Keys.Used[Today.AddDays(-2)] = 3;
        _fixture.Gateway.Keys.Used[Today] = 2;
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Json_HasUsersByPlanAndDay()
    {
        using var moved = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/plan", """{"plan":"pro"}""");

        using var reply = await _fixture.SendAsync("GET", "/admin/usage?from=2026-03-01&to=2026-03-04");

        const string Days =
            "\"used\":5,\"days\":[{\"date\":\"2026-03-02\",\"used\":3},{\"date\":\"2026-03-04\",\"used\":2}]}";
        var lines = new[]
        {
            $$"""{"sub":"{{_fixture.Admin.Subject}}","email":"boss@example.com","plan":"default",{{Days}}""",
            $$"""{"sub":"{{_fixture.User.Subject}}","email":"ann@example.com","plan":"pro",{{Days}}""",
        }.Order(StringComparer.Ordinal);
        await reply.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"Successfully retrieved the usage.","data":{"from":"2026-03-01",
            "to":"2026-03-04","users":[
            """.ReplaceLineEndings("") + string.Join(',', lines) + "]}}");
    }

    [Theory]
    [InlineData("?format=csv", null)]
    [InlineData("", "text/csv")]
    [InlineData("?from=2026-03-01&to=2026-03-04", "application/json;q=0.1, text/csv")]
    public async Task Csv_HasALineForEachDay(string query, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/admin/usage{query}");
        request.Headers.TryAddWithoutValidation(
            "Authorization", _fixture.Gateway.TokenOf(AdminFixture.Boss, "admins"));
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var reply = await _fixture.Gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var users = new[] { _fixture.Admin, _fixture.User }.OrderBy(user => user.Subject, StringComparer.Ordinal);
        Assert.Equal(
            "date,sub,email,plan,used\r\n" + string.Concat(users.Select(user =>
                $"2026-03-02,{user.Subject},{user.Email},default,3\r\n"
                + $"2026-03-04,{user.Subject},{user.Email},default,2\r\n")),
            await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/csv", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            "attachment; filename=\"usage-2026-03-01-2026-03-04.csv\"",
            reply.Content.Headers.ContentDisposition?.ToString());
    }

    // By what name AWS tells it, its documentation does not agree.
    [Fact]
    public async Task UsageByTheKeysValue_IsFoundAndNotShown()
    {
        _fixture.Gateway.Keys.UsageName = key => key.Value;

        using var reply = await _fixture.SendAsync("GET", "/admin/usage");

        var text = (await reply.JsonAsync()).GetRawText();
        Assert.Contains(_fixture.User.Subject, text, StringComparison.Ordinal);
        Assert.DoesNotContain("clear-value", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeysThatAreGone_CountForNobody()
    {
        _fixture.Gateway.Keys.UsageName = key => $"gone-{key.Value}";

        using var reply = await _fixture.SendAsync("GET", "/admin/usage?from=2026-03-04");

        Assert.Equal(
            """[{"sub":null,"email":null,"plan":"default","used":4,"days":[{"date":"2026-03-04","used":4}]}]""",
            (await reply.JsonAsync()).GetProperty("data").GetProperty("users").GetRawText());
    }

    [Theory]
    [InlineData("?from=2026-3-1", "from must be a day such as 2026-03-04.")]
    [InlineData("?to=yesterday", "to must be a day such as 2026-03-04.")]
    [InlineData("?from=2026-03-03&to=2026-03-02", Range)]
    [InlineData("?to=2026-03-05", Range)]
    [InlineData("?from=2025-12-04", Range)]
    [InlineData("?format=xml", "format must be json or csv.")]
    public async Task OtherQuestion_IsRefused(string query, string message)
    {
        using var reply = await _fixture.SendAsync("GET", $"/admin/usage{query}");

        await reply.FailsAsync(400, message);
        Assert.DoesNotContain("GetUsage", _fixture.Gateway.Faults.Calls);
    }

    [Fact]
    public async Task NinetyDays_AreTheMost()
    {
        using var reply = await _fixture.SendAsync("GET", "/admin/usage?from=2025-12-05");

        Assert.Equal(200, (int)reply.StatusCode);
    }

    [Theory]
    [InlineData("GetApiKeys")]
    [InlineData("ListUsers")]
    [InlineData("GetUsage")]
    public async Task FailedCall_IsTold(string step)
    {
        _fixture.Gateway.Faults.Before(step, () => new HttpRequestException("secret-host:443"));

        using var reply = await _fixture.SendAsync("GET", "/admin/usage");

        await reply.FailsAsync(502, "AWS could not be reached.");
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("ann@example.com", "ann@example.com")]
    [InlineData("=1+1@example.com", "'=1+1@example.com")]
    [InlineData("+1@example.com", "'+1@example.com")]
    [InlineData("-1@example.com", "'-1@example.com")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("=HYPERLINK(\"http://a\",\"b\")", "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\"")]
    public void Cell_IsNoFormula(string? text, string cell) => Assert.Equal(cell, UsageCsv.Cell(text));

    private const string Range =
        "from must not be after to, to not after today, and both at most 90 days apart.";
}
