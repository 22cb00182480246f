using System.Net;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class ApiKeysTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private readonly AmazonAPIGatewayClient _client =
        new(LocalAwsFixture.Credentials, fixture.Configure(new AmazonAPIGatewayConfig()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_ShowsTheValueAndLaterReadsOnlyOnRequest()
    {
        var request = new CreateApiKeyRequest
        {
            Name = "shown",
            Description = "d",
            CustomerId = "c",
            Enabled = true,
            Tags = new() { ["sub"] = "1" },
        };
        var created = await _client.CreateApiKeyAsync(request, Token);
        var hidden = await _client.GetApiKeyAsync(new() { ApiKey = created.Id }, Token);
        var shown = await _client.GetApiKeyAsync(new() { ApiKey = created.Id, IncludeValue = true }, Token);

        Assert.Equal(HttpStatusCode.Created, created.HttpStatusCode);
        Assert.Matches("^[a-z0-9]{10}$", created.Id);
        Assert.Matches("^[A-Za-z0-9]{40}$", created.Value);
        Assert.Equal(
            ("shown", "d", "c", true), (created.Name, created.Description, created.CustomerId, created.Enabled));
        Assert.Equal("1", created.Tags["sub"]);
        Assert.True(DateTime.MinValue < created.CreatedDate);
        Assert.Null(hidden.Value);
        Assert.Equal(created.Value, shown.Value);
    }

    [Fact]
    public async Task Create_WithoutEnabled_IsDisabled() =>
        Assert.False((await _client.CreateApiKeyAsync(new() { Name = "off" }, Token)).Enabled);

    [Fact]
    public async Task List_IsByPrefixAndPageByPageEvenWhileKeysGo()
    {
        foreach (var name in new[] { "list-1", "list-2", "list-3", "list-4", "other-1" })
        {
            await _client.CreateApiKeyAsync(new() { Name = name, Enabled = true }, Token);
        }

        var first = await _client.GetApiKeysAsync(
            new() { NameQuery = "list-", Limit = 2, IncludeValues = true }, Token);
        foreach (var key in first.Items)
        {
            await _client.DeleteApiKeyAsync(new() { ApiKey = key.Id }, Token);
        }

        var second = await _client.GetApiKeysAsync(
            new() { NameQuery = "list-", Limit = 2, Position = first.Position }, Token);

        Assert.Equal(["list-1", "list-2"], first.Items.Select(key => key.Name));
        Assert.All(first.Items, key => Assert.Equal(40, key.Value.Length));
        Assert.Equal(["list-3", "list-4"], second.Items.Select(key => key.Name));
        Assert.All(second.Items, key => Assert.Null(key.Value));
        Assert.Null(second.Position);
    }

    [Fact]
    public async Task TakenValue_ThrowsConflict()
    {
        var value = "value-that-is-taken-0123456789";
        await _client.CreateApiKeyAsync(new() { Value = value }, Token);

        var fault = await Assert.ThrowsAsync<ConflictException>(
            () => _client.CreateApiKeyAsync(new() { Value = value }, Token));

        Assert.Equal((HttpStatusCode.Conflict, "API Key already exists"), (fault.StatusCode, fault.Message));
    }

    [Fact]
    public async Task ShortValue_ThrowsBadRequest()
    {
        var fault = await Assert.ThrowsAsync<BadRequestException>(
            () => _client.CreateApiKeyAsync(new() { Value = "0123456789012345678" }, Token));

        Assert.Equal(
            (HttpStatusCode.BadRequest, "API Key value should be at least 20 characters"),
            (fault.StatusCode, fault.Message));
    }

    [Fact]
    public async Task UnknownKey_ThrowsNotFound()
    {
        var read = await Assert.ThrowsAsync<NotFoundException>(
            () => _client.GetApiKeyAsync(new() { ApiKey = "absent" }, Token));
        var deleted = await Assert.ThrowsAsync<NotFoundException>(
            () => _client.DeleteApiKeyAsync(new() { ApiKey = "absent" }, Token));

        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.Equal("Invalid API Key identifier specified", read.Message);
        Assert.Equal("Invalid API Key identifier specified", deleted.Message);
    }

    [Fact]
    public async Task Delete_Answers202()
    {
        var key = await _client.CreateApiKeyAsync(new() { Name = "gone" }, Token);

        var deleted = await _client.DeleteApiKeyAsync(new() { ApiKey = key.Id }, Token);

        Assert.Equal(HttpStatusCode.Accepted, deleted.HttpStatusCode);
    }
}
