using System.Diagnostics;

namespace BedrockGateway.Infra.Tests.Packaging;

/// <summary>A function in an emulator, and a process of its code that polls for it.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly LocalCloud _cloud;
    private readonly string _name;
    private readonly Process _process;

    private RunningFunction(LocalCloud cloud, string name, Process process)
    {
        _cloud = cloud;
        _name = name;
        _process = process;
    }

    public static async Task<RunningFunction> StartAsync(string executable, string handler)
    {
        var cloud = await LocalCloud.StartAsync();
        var name = $"test-{handler}";
        await cloud.CreateStackAsync($$$"""
            {"Resources":{"Function":{"Type":"AWS::Lambda::Function","Properties":{"FunctionName":"{{{name}}}",
            "Runtime":"provided.al2023","Handler":"{{{handler}}}","Timeout":29,
            "Role":"arn:aws:iam::000000000000:role/test","Code":{"S3Bucket":"none","S3Key":"none"} } } } }
            """);
        var start = new ProcessStartInfo(executable) { RedirectStandardOutput = true };
        // Nothing of what this process was started with.
        start.Environment.Clear();
        foreach (var (variable, value) in Variables(cloud, name, handler))
        {
            start.Environment[variable] = value;
        }

        start.Environment["AWS_LAMBDA_RUNTIME_API"] =
            await cloud.Aws.OpenRuntimeApiAsync(name, TestContext.Current.CancellationToken);
        return new(cloud, name, Process.Start(start)!);
    }

    /// <summary>What the function answers, or its error.</summary>
    public Task<string> InvokeAsync(string payload) => _cloud.InvokeAsync(_name, payload);

    /// <summary>The first line of its log that contains a text.</summary>
    public async Task<string> LineAsync(string part)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(Patience, TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The function ended without writing '{part}'.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        await _cloud.DisposeAsync();
    }

    private static Dictionary<string, string> Variables(LocalCloud cloud, string name, string handler) => new()
    {
        ["AWS_LAMBDA_FUNCTION_NAME"] = name,
        ["_HANDLER"] = handler,
        ["ORGANIZATION_DOMAIN"] = "example.com",
        ["AWS__Resources__UserPoolId"] = "us-east-1_aB3dE5gH7",
        ["AWS__Resources__UserPoolClientId"] = "client0000000000000000001",
        ["AWS__Resources__RestApiId"] = "api0000001",
        ["AWS__Resources__StageName"] = "prod",
        ["AWS__Resources__UsagePlanId"] = "plan01",
        ["AWS__Resources__StackName"] = "test",
        ["AWS_REGION"] = "us-east-1",
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
        ["AWS_ENDPOINT_URL"] = cloud.Aws.Endpoint.ToString(),
    };
}
