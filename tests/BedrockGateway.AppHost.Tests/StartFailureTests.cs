using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>App hosts that cannot start: one sentence with the way out, an exit code, and nothing left.</summary>
public sealed class StartFailureTests
{
    private static readonly string[] FreePorts = ["--gateway-port", "0", "--aws-port", "0"];

    private static (string Name, string Value) NoProfile => ("AWS_CONFIG_FILE", "/dev/null");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--API_QUOTA_PERIOD=YEAR", "API_QUOTA_PERIOD is 'YEAR'; allowed is DAY, WEEK or MONTH.")]
    [InlineData("--API_QUOTA_LIMIT=many", "API_QUOTA_LIMIT is 'many'; allowed is a whole number from 1 to 2147483647.")]
    [InlineData("--enforce-policies=no", "--enforce-policies is 'no'; allowed is true or false.")]
    [InlineData("--aws-port=99999", "--aws-port is '99999'; allowed is a port from 0 to 65535.")]
    [InlineData("--aws=cloud", "--aws is 'cloud'; allowed is local, endpoint or account.")]
    [InlineData("--bedrock=mars", "--bedrock is 'mars'; allowed is local or aws.")]
    [InlineData(
        "--bedrock-upstream=ollama",
        "--bedrock-upstream is 'ollama'; "
        + "allowed is the http address of an OpenAI API, such as http://localhost:11434/v1.")]
    public async Task InvalidSetting_IsNamedWithWhatIsAllowed(string argument, string message)
    {
        await using var host = AppHostProcess.Start([.. FreePorts, argument]);

        await AssertRefusedAsync(host, message);
        Assert.Equal("", host.Output);
    }

    [Fact]
    public async Task AccountWithoutARegion_IsToldHowToSetOne()
    {
        await using var host = AppHostProcess.Start(
            [.. FreePorts, "--aws=account"], ("AWS_REGION", ""), ("AWS_DEFAULT_REGION", ""), NoProfile);

        await AssertRefusedAsync(
            host, "--aws account needs a Region: set AWS_REGION, or the region of your AWS profile.");
    }

    [Fact]
    public async Task EndpointWithoutAnAddress_IsToldHowToSetOne()
    {
        await using var host = AppHostProcess.Start(
            [.. FreePorts, "--aws=endpoint"], ("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL", ""));

        await AssertRefusedAsync(
            host,
            "--aws endpoint needs AWS_ENDPOINT_URL in the environment: the address of what stands for AWS.");
    }

    [Fact]
    public async Task EndpointWithoutFunctions_IsToldWhy()
    {
        await using var host = AppHostProcess.Start(
            [.. FreePorts, "--aws=endpoint", "--LAMBDA_PACKAGE=none"],
            ("AWS_REGION", "us-east-1"),
            ("AWS_ENDPOINT_URL", "http://127.0.0.1:1"),
            ("AWS_ACCESS_KEY_ID", "test"),
            ("AWS_SECRET_ACCESS_KEY", "test"));

        await AssertRefusedAsync(
            host,
            "LAMBDA_PACKAGE=none deploys no functions, and Cognito would find no pre-signup there: leave it out with "
                + "--aws account and --aws endpoint.");
    }

    [Theory]
    [InlineData("--gateway-port")]
    [InlineData("--aws-port")]
    public async Task BusyPort_IsNamedWithTheWayToAnother(string setting)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await using var host = AppHostProcess.Start([.. FreePorts, $"{setting}={port}", "--data=none"]);

        await AssertRefusedAsync(
            host,
            $"Failed to bind to address http://127.0.0.1:{port}: address already in use. Stop what uses it, or choose "
                + "other ports with --gateway-port and --aws-port.");
        Assert.Equal("", host.Output);
    }

    [LinuxFact]
    public async Task MissingNode_IsNamedWhenTheTemplateIsNotKnown()
    {
        using var path = new NodelessPath();
        await using var host = AppHostProcess.Start(
            [.. FreePorts, $"--STACK_NAME={Templates.FreshStackName()}"], path.Variable);

        await AssertRefusedAsync(
            host,
            "Node.js is missing: the CDK stack is synthesized with it. Install Node.js 20 or later and start again.");
        Assert.Equal("", host.Output);
    }

    [Fact]
    public async Task FunctionThatDies_IsNamedAndItsLastWordsAreThere()
    {
        await using var host = AppHostProcess.Start(
            [.. FreePorts, .. SharedGateway.Settings], ("Requests__TimeoutSeconds", "0"));

        Assert.Equal(1, await host.UntilExitAsync());
        var dead = host.Errors.Contains("'models' did not start", StringComparison.Ordinal)
            ? ResourceNames.Models
            : ResourceNames.Accounts;
        Assert.EndsWith(
            $"\n'{dead}' did not start (Finished). The lines above that begin with [{dead}] say why; mend that and "
                + "start again.\n",
            host.Errors,
            StringComparison.Ordinal);
        Assert.Contains(
            $"[{dead}] BedrockGateway.Api cannot start: settings are missing or wrong (TimeoutSeconds: ",
            host.Output,
            StringComparison.Ordinal);
        await AssertNothingRunsAsync(host);
    }

    [Fact]
    public async Task StackThatFails_SaysWhichResourceItWas()
    {
        string[] settings = [$"--STACK_NAME={Templates.FreshStackName()}"];
        var template = Templates.PathOf(settings);
        Directory.CreateDirectory(Path.GetDirectoryName(template)!);
        await File.WriteAllTextAsync(
            template,
            """
            {"Resources":{"Client":{
              "Type":"AWS::Cognito::UserPoolClient","Properties":{"UserPoolId":"us-east-1_absent"}}}}
            """,
            Token);
        try
        {
            await using var host = AppHostProcess.Start([.. FreePorts, .. settings]);

            Assert.Equal(1, await host.UntilExitAsync());
            Assert.StartsWith(
                "[stack] Error provisioning stack: Failed to apply CloudFormation template: Client: User pool "
                    + "us-east-1_absent does not exist.\n",
                host.Errors,
                StringComparison.Ordinal);
            Assert.EndsWith(
                "\n'stack' did not start (Failed to Provision). The lines above that begin with [stack] say why; mend "
                    + "that and start again.\n",
                host.Errors,
                StringComparison.Ordinal);
            await AssertNothingRunsAsync(host);
        }
        finally
        {
            File.Delete(template);
        }
    }

    private static async Task AssertRefusedAsync(AppHostProcess host, string message)
    {
        Assert.Equal(1, await host.UntilExitAsync());
        Assert.Equal($"{message}\n", host.Errors);
        await AssertNothingRunsAsync(host);
    }

    private static Task AssertNothingRunsAsync(AppHostProcess host) =>
        OperatingSystem.IsLinux() ? host.Session.UntilEmptyAsync(TimeSpan.FromSeconds(15), Token) : Task.CompletedTask;
}
