using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Lambda.Journal;
using BedrockGateway.LocalAws.Running;
using BedrockGateway.LocalAws.S3;
using BedrockGateway.LocalAws.Tests.Clients;
using BedrockGateway.LocalAws.Tests.Lambda;

namespace BedrockGateway.LocalAws.Tests.Running;

/// <summary><c>functions</c>: deployed functions as processes of this machine.</summary>
public sealed class FunctionsProgramTests(LambdaFixture fixture) : IClassFixture<LambdaFixture>, IDisposable
{
    private const string Bucket = "assets";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<string> _deployed = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PrintedLine_RunsTheFunction()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The package is a shell script.");
        var name = await DeployAsync(greeting: "it's me");

        var (exitCode, output, error) = await RunAsync(Token);
        var lines = output.Split('\n');
        var line = lines[Array.IndexOf(lines, $"# {name}") + 1];
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = ChildProcess.RunAsync("sh", ["-c", line], new Dictionary<string, string?>(), stopping.Token);
        var reply = await InvokeAsync(name);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.Contains("GREETING='it'\\''s me'", line, StringComparison.Ordinal);
        Assert.Equal(200, (int?)reply["statusCode"]);
    }

    [Fact]
    public async Task Start_FollowsDeploymentsUntilItEnds()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The package is a shell script.");
        var name = await DeployAsync(greeting: "one");
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var output = new KeptText();
#pragma warning disable CA2025 // It is awaited below, before anything that it uses is disposed.
        var running = RunAsync(output, stopping.Token, "--start");
#pragma warning restore CA2025

        await InvokeAsync(name);
        await UntilLoggedAsync(name, "greets with one");
        await Functions.UpdateAsync(Request(name, "two"), name, [], Token);
        await output.UntilAsync($"[{name}] was deployed anew", running, Patience);
        var reply = await InvokeAsync(name);
        await Functions.DeleteAsync(name, [], Token);
        await output.UntilAsync($"[{name}] is no longer deployed", running, Patience);
        await stopping.CancelAsync();

        Assert.Equal(0, await running);
        Assert.Equal(200, (int?)reply["statusCode"]);
        Assert.Equal(
            2, output.Lines.Count(line => line.StartsWith($"[{name}] runs as process ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task PackageOfOnesOwn_IsEveryFunctionWhateverWasDeployed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The package is a shell script.");
        var name = await DeployAsync(greeting: "one");
        var folder = Directory.CreateTempSubdirectory("own-package-").FullName;
        var file = Path.Combine(folder, "api.zip");
        await File.WriteAllBytesAsync(file, Package("stands in"), Token);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var client = new DeployedFunctionsClient(fixture.Aws.Endpoint);
        var packages = new FunctionPackages(file, Path.Combine(folder, "functions"));
        JsonNode reply;
        await using (var follower = new FunctionFollower(client, packages, new KeptText(), TimeProvider.System))
        {
            var running = follower.RunAsync(stopping.Token);
            reply = await InvokeAsync(name);
            await UntilLoggedAsync(name, "stands in with one");
            await stopping.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        }

        Assert.Equal(200, (int?)reply["statusCode"]);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(folder, "functions")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task FunctionWithoutPackage_IsLeftToSomebodyElse()
    {
        var name = fixture.AddFunction();

        var (exitCode, output, _) = await RunAsync(Token);

        var address = await fixture.Aws.OpenRuntimeApiAsync(name, Token);
        Assert.Equal(0, exitCode);
        Assert.Contains(
            $"# {name}\n# It has no package in S3. Its Runtime API is AWS_LAMBDA_RUNTIME_API={address}\n",
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetFunction_PointsToThePackage()
    {
        var name = await DeployAsync(greeting: "code");

        var function = JsonNode.Parse(await fixture.Edge.GetStringAsync(
            new Uri($"/2015-03-31/functions/{name}", UriKind.Relative), Token))!;
        var package = await fixture.Edge.GetByteArrayAsync(new Uri((string)function["Code"]!["Location"]!), Token);

        Assert.Equal(package.Length, (int)function["Configuration"]!["CodeSize"]!);
        Assert.Equal(
            Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(package)),
            (string?)function["Configuration"]!["CodeSha256"]);
    }

    [Theory]
    [InlineData("--begin")]
    [InlineData("--endpoint")]
    [InlineData("--endpoint", "ftp://127.0.0.1")]
    public async Task WrongArguments_ShowTheUsage(params string[] arguments)
    {
        using var error = new StringWriter();

        var exitCode = await FunctionsProgram.RunAsync(arguments, TextWriter.Null, error, Token);

        Assert.Equal(2, exitCode);
        Assert.Equal("Usage: functions [--start] [--endpoint <http address of LocalAws>]", error.ToString().Trim());
    }

    [Fact]
    public async Task NobodyThere_IsSaidInASentence()
    {
        using var error = new StringWriter();

        var exitCode = await FunctionsProgram.RunAsync(
            ["--endpoint", "http://127.0.0.1:9"], TextWriter.Null, error, Token);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("No LocalAws answers at http://127.0.0.1:9/ (", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("). Start it, or name it with --endpoint.", error.ToString().Trim(), StringComparison.Ordinal);
    }

    /// <summary>Removes what was unpacked for command lines that nobody pastes.</summary>
    public void Dispose()
    {
        foreach (var name in _deployed)
        {
            // Or the next test would unpack it once more.
            fixture.Functions.Remove(name);
            var root = Directory.CreateDirectory(FunctionFolder.Root);
            foreach (var folder in Directory.EnumerateDirectories(root.FullName, $"{name}-*"))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private IResourceHandler Functions =>
        fixture.Services<IResourceHandler>().Single(handler => handler.Type == "AWS::Lambda::Function");

    private static ResourceRequest Request(string name, string greeting) => new("stack", "arn", "Logical", new()
    {
        ["FunctionName"] = name,
        ["Runtime"] = "provided.al2023",
        ["Handler"] = "web",
        ["Code"] = new JsonObject { ["S3Bucket"] = Bucket, ["S3Key"] = "package.zip" },
        ["Environment"] = new JsonObject { ["Variables"] = new JsonObject { ["GREETING"] = greeting } },
        ["Timeout"] = 60,
    });

    private static byte[] Package(string says = "greets")
    {
        var function = Path.Combine(AppContext.BaseDirectory, "BedrockGateway.TestFunction.dll");
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            var bootstrap = zip.CreateEntry("bootstrap");
            // A regular file with rwxr-xr-x, as zip keeps Unix modes.
            bootstrap.ExternalAttributes = Convert.ToInt32("100755", 8) << 16;
            using var script = bootstrap.Open();
            script.Write(Encoding.UTF8.GetBytes(
                $"#!/bin/sh\necho \"{says} with $GREETING\"\nexec '{dotnet}' '{function}'\n"));
        }

        return buffer.ToArray();
    }

    private async Task<string> DeployAsync(string greeting)
    {
        var buckets = fixture.Service<BucketStore>();
        buckets.TryAdd(Bucket);
        buckets.Find(Bucket)!.Put(new(
            "package.zip", Package(), "\"etag\"", DateTimeOffset.UnixEpoch, new Dictionary<string, string>()));
        var name = $"f-{Guid.NewGuid():N}";
        await Functions.CreateAsync(Request(name, greeting), Token);
        _deployed.Add(name);
        return name;
    }

    /// <summary>Waits until the emulator knows a line of the function's process.</summary>
    private async Task UntilLoggedAsync(string name, string line)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        var log = fixture.Service<FunctionLogStore>();
        while (!log.Of(name).Any(logged => logged.Text == line))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    private async Task<JsonNode> InvokeAsync(string name)
    {
        LambdaResult result = await fixture.InvokeAsync(
            name, """{"path":"/echo/x","httpMethod":"GET","requestContext":{"path":"/echo/x"}}""");
        return JsonNode.Parse(Encoding.UTF8.GetString(result.Payload.Span))!;
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(CancellationToken cancellationToken)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var exitCode = await FunctionsProgram.RunAsync(
            ["--endpoint", fixture.Aws.Endpoint.ToString()], output, error, cancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }

    private Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken, params string[] arguments) =>
        FunctionsProgram.RunAsync(
            ["--endpoint", fixture.Aws.Endpoint.ToString(), .. arguments], output, output, cancellationToken);
}
