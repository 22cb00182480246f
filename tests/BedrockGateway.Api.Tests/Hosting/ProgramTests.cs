using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>The program as a process.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task NoPool_RefusesToStartWithOneSentence()
    {
        var (exitCode, output, error) = await ApiProcess.RunAsync([]);

        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.Equal(
            "BedrockGateway.Api cannot start: settings are missing or wrong (UserPoolId: not set; "
            + "UserPoolClientId: not set; RestApiId: not set; StageName: not set; UsagePlanId: not set; "
            + "StackName: not set); the stack's outputs belong "
            + "into AWS__Resources__<name>, where BedrockGateway.AppHost puts them.",
            error.Trim());
    }

    [Fact]
    public async Task UnknownHandler_FailsAtInit()
    {
        var (exitCode, _, error) = await ApiProcess.RunAsync(new()
        {
            ["AWS_LAMBDA_FUNCTION_NAME"] = "stack-x",
            ["_HANDLER"] = "x",
        });

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "BedrockGateway.Api cannot start: the handler 'x' of function 'stack-x' is unknown; "
            + "allowed are accounts, models, pre-signup.",
            error.Trim());
    }

    [Fact]
    public async Task PreSignupWithoutDomain_FailsAtInit()
    {
        var (exitCode, _, error) = await ApiProcess.RunAsync(new()
        {
            ["AWS_LAMBDA_FUNCTION_NAME"] = "stack-pre-signup",
            ["_HANDLER"] = "pre-signup",
            ["ORGANIZATION_DOMAIN"] = "",
        });

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "BedrockGateway.Api cannot start: ORGANIZATION_DOMAIN is ''; "
            + "it must be ASCII domains such as example.com or *.example.com, separated by commas.",
            error.Trim());
    }
}
