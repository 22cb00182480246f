using System.Diagnostics;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>The program as a process.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task NoPool_RefusesToStartWithOneSentence()
    {
        var (exitCode, output, error) = await RunAsync([]);

        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.Equal(
            "BedrockGateway.Api cannot start: settings are missing or wrong (UserPoolId: not set; UserPoolClientId: not set; "
            + "RestApiId: not set; StageName: not set; UsagePlanId: not set; StackName: not set); the stack's outputs belong "
            + "into AWS__Resources__<name>, where BedrockGateway.AppHost puts them.",
            error.Trim());
    }

    [Fact]
    public async Task UnknownHandler_FailsAtInit()
    {
        var (exitCode, _, error) = await RunAsync(new() { ["AWS_LAMBDA_FUNCTION_NAME"] = "stack-x", ["_HANDLER"] = "x" });

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "BedrockGateway.Api cannot start: the handler 'x' of function 'stack-x' is unknown; allowed are accounts, models, pre-signup.",
            error.Trim());
    }

    [Fact]
    public async Task PreSignupWithoutDomain_FailsAtInit()
    {
        var (exitCode, _, error) = await RunAsync(
            new() { ["AWS_LAMBDA_FUNCTION_NAME"] = "stack-pre-signup", ["_HANDLER"] = "pre-signup", ["ORGANIZATION_DOMAIN"] = "" });

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "BedrockGateway.Api cannot start: ORGANIZATION_DOMAIN is ''; it must be an ASCII domain such as example.com.",
            error.Trim());
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BedrockGateway.Api.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
