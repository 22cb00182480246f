using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Hosting;

public sealed class RoleTests
{
    [Theory]
    [InlineData(null, null, "Kestrel")]
    [InlineData("", "accounts", "Kestrel")]
    [InlineData("stack-accounts", "accounts", "Accounts")]
    [InlineData("stack-models", "models", "Models")]
    [InlineData("stack-pre-signup", "pre-signup", "PreSignup")]
    public void Environment_ChoosesTheRole(string? functionName, string? handler, string role) =>
        Assert.Equal(role, FunctionRoleExtensions.Choose(functionName, handler).ToString());

    [Theory]
    [InlineData("Accounts")]
    [InlineData("BedrockGateway.Api")]
    [InlineData(null)]
    [InlineData("BedrockGateway.Api::X::Y")]
    public void UnknownHandler_IsRefused(string? handler)
    {
        var refused = Assert.Throws<StartupException>(() => FunctionRoleExtensions.Choose("stack-x", handler));

        Assert.Equal(
            $"the handler '{handler}' of function 'stack-x' is unknown; allowed are accounts, models, pre-signup.",
            refused.Message);
    }

    [Theory]
    [InlineData("Accounts", "/login", 422)]
    [InlineData("Accounts", "/bedrock", 403)]
    [InlineData("Models", "/bedrock", 401)]
    [InlineData("Models", "/login", 403)]
    [InlineData("Models", "/health", 403)]
    public async Task Function_ServesItsSliceOnly(string role, string path, int status)
    {
        await using var gateway = await Gateway.StartAsync(Enum.Parse<FunctionRole>(role));

        using var reply = await gateway.PostAsync(path, "{}");

        Assert.Equal(status, (int)reply.StatusCode);
    }

    [Fact]
    public async Task FunctionOfPublicRoutes_LeavesThrottlingToTheStage()
    {
        await using var gateway = await Gateway.StartAsync(FunctionRole.Accounts);

        for (var attempt = 0; attempt < 12; attempt++)
        {
            using var reply = await gateway.PostAsync("/login", "{}");
            Assert.Equal(422, (int)reply.StatusCode);
        }
    }

    [Fact]
    public async Task SettingOutOfRange_StopsTheStart()
    {
        var refused = await Assert.ThrowsAsync<StartupException>(
            () => Gateway.StartAsync(settings: ["--Requests:TimeoutSeconds=0", "--AWS:Resources:UserPoolId=bad/pool"]));

        Assert.Equal(
            "settings are missing or wrong (UserPoolId: not the id of a user pool; TimeoutSeconds: The field "
            + "RequestOptions.TimeoutSeconds must be between 1 and 900.); the stack's outputs belong into "
            + "AWS__Resources__<name>, where BedrockGateway.AppHost puts them.",
            refused.Message);
    }
}
