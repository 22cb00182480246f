using System.Text.Json;
using BedrockGateway.LocalAws.Lambda.Deployed;

namespace BedrockGateway.LocalAws.Running;

/// <summary>
/// <c>functions [--start] [--endpoint http://127.0.0.1:4566]</c>: prints how to run the functions that are deployed in
/// an emulator, or runs them until Ctrl-C.
/// </summary>
internal static class FunctionsProgram
{
    public const string Name = "functions";

    private const string DefaultEndpoint = "http://127.0.0.1:4566";

    /// <param name="args">Arguments behind <see cref="Name"/>.</param>
    /// <param name="output">Where command lines and the functions' lines go.</param>
    /// <param name="error">Where failures go.</param>
    /// <param name="cancellationToken">Ends the functions.</param>
    /// <returns>The exit code: 0, 1 where the emulator does not answer, 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (!TryParse(args, out var endpoint, out var starts))
        {
            await error.WriteLineAsync($"Usage: {Name} [--start] [--endpoint <http address of LocalAws>]");
            return 2;
        }

        using var client = new DeployedFunctionsClient(endpoint);
        try
        {
            await (starts
                ? StartAsync(client, output, cancellationToken)
                : PrintAsync(client, output, cancellationToken));
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            await error.WriteLineAsync(
                $"No LocalAws answers at {endpoint} ({failure.Message}). Start it, or name it with --endpoint.");
            return 1;
        }
    }

    private static bool TryParse(string[] args, out Uri endpoint, out bool starts)
    {
        starts = args.Contains("--start");
        string?[] rest = [.. args.Where(argument => argument != "--start")];
        var text = rest switch
        {
            [] => Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") is { Length: > 0 } set ? set : DefaultEndpoint,
            ["--endpoint", var given] => given,
            _ => null,
        };
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var parsed)
            && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps);
        endpoint = isAddress ? parsed! : new(DefaultEndpoint);
        return isAddress;
    }

    private static async Task StartAsync(
        DeployedFunctionsClient client, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"Runs what is deployed at {client.Endpoint}. Ctrl-C ends the functions.");
        await using var follower = new FunctionFollower(
            client, new FunctionPackages(client), output, TimeProvider.System);
        await follower.RunAsync(cancellationToken);
    }

    private static async Task PrintAsync(
        DeployedFunctionsClient client, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var function in await client.ListAsync(cancellationToken))
        {
            await output.WriteLineAsync($"# {function.Name}");
            await output.WriteLineAsync(await DescribeAsync(client, function, cancellationToken));
        }
    }

    private static async Task<string> DescribeAsync(
        DeployedFunctionsClient client, DeployedFunction function, CancellationToken cancellationToken)
    {
        if (function.Package is null)
        {
            return "# It has no package in S3. Its Runtime API is "
                + $"AWS_LAMBDA_RUNTIME_API={function.Environment["AWS_LAMBDA_RUNTIME_API"]}";
        }

        if (await new FunctionPackages(client).UnpackAsync(function, cancellationToken) is not { } folder)
        {
            return "# It is no longer deployed.";
        }

        return FunctionCommand.Find(function, folder)?.ToString()
            ?? $"# {folder} has neither 'bootstrap' nor '{function.Handler}.dll'.";
    }
}
