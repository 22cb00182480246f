using BedrockGateway.LocalAws.ApiGateway;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;
using BedrockGateway.LocalAws.Bedrock;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.CloudWatch;
using BedrockGateway.LocalAws.Cognito;
using BedrockGateway.LocalAws.Ecr;
using BedrockGateway.LocalAws.Edge;
using BedrockGateway.LocalAws.Events;
using BedrockGateway.LocalAws.Iam;
using BedrockGateway.LocalAws.Iam.Sessions;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Lambda.Deployed;
using BedrockGateway.LocalAws.Lambda.Journal;
using BedrockGateway.LocalAws.Lambda.RuntimeApi;
using BedrockGateway.LocalAws.Logs;
using BedrockGateway.LocalAws.Pages;
using BedrockGateway.LocalAws.S3;
using BedrockGateway.LocalAws.Sns;
using BedrockGateway.LocalAws.Ssm;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Sts;
using BedrockGateway.LocalAws.Telemetry;
using BedrockGateway.LocalAws.WafV2;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BedrockGateway.LocalAws;

/// <summary>
/// The part of AWS that the gateway's stack uses, in process: AWS's own wire protocols on one edge port, and the API
/// Gateway data plane on another. Any number run side by side, each with its own
/// state, in memory or kept in a folder.
/// </summary>
#pragma warning disable CA1724 // The product's name is both the namespace and what a caller starts.
public sealed class LocalAws : IAsyncDisposable
#pragma warning restore CA1724
{
    private readonly WebApplication _app;
    private readonly LocalAwsTelemetry? _telemetry;

    private LocalAws(WebApplication app, LocalAwsTelemetry? telemetry)
    {
        _app = app;
        _telemetry = telemetry;
    }

    /// <summary>Base address of the edge, for <c>AWS_ENDPOINT_URL</c>: <c>http://127.0.0.1:4566</c>.</summary>
    public Uri Endpoint => EmulatorAddresses.Of(_app.Services).Edge;

    /// <summary>Base address of the API Gateway data plane; a stage is its first path segment.</summary>
    public Uri Gateway => EmulatorAddresses.Of(_app.Services).Gateway;

    /// <summary>
    /// The page that shows functions, API, users and stacks, and sends events: <c>http://127.0.0.1:4566/_local/</c>.
    /// </summary>
    public Uri Page => new(Endpoint, $"{PageFiles.Root}/");

    /// <summary>
    /// Full path of the folder that keeps the state; <see langword="null"/> where it is in memory only.
    /// </summary>
    public string? DataFolder => _app.Services.GetRequiredService<StateLog>().Folder;

    /// <summary>Starts one, and returns when it answers.</summary>
    /// <param name="options">Ports, region, clock and logs; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="IOException">A port is in use.</exception>
    /// <exception cref="FormatException"><see cref="LocalAwsOptions.Faults"/> cannot be used.</exception>
    /// <exception cref="StateFolderException">
    /// <see cref="LocalAwsOptions.DataFolder"/> is in use, damaged, of another version or another account.
    /// </exception>
    public static Task<LocalAws> StartAsync(
        LocalAwsOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new(), _ => { }, cancellationToken);

    /// <summary>Starts one with services added or replaced, as the emulator's own tests need it.</summary>
    internal static async Task<LocalAws> StartAsync(
        LocalAwsOptions options, Action<IServiceCollection> configure, CancellationToken cancellationToken)
    {
        var telemetry = LocalAwsTelemetry.Start(options.Telemetry);
        WebApplication? app = null;
        try
        {
            app = Build(options, telemetry, configure);
            app.UseFaults();
            await app.StartAsync(cancellationToken);
            return new(app, telemetry);
        }
        catch
        {
            await (app?.DisposeAsync() ?? default);
            telemetry?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Address for <c>AWS_LAMBDA_RUNTIME_API</c> of a function's processes: <c>127.0.0.1:port</c>. Opened at the first
    /// call, also before the function exists, so that a process may poll while its stack is still being made.
    /// </summary>
    /// <param name="functionName">Name of the function: 1 to 64 letters, digits, hyphens and underscores.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <exception cref="ArgumentException">A function cannot have that name.</exception>
    /// <exception cref="ObjectDisposedException">The emulator has stopped.</exception>
    public async Task<string> OpenRuntimeApiAsync(string functionName, CancellationToken cancellationToken = default) =>
        (await OpenListenerAsync(functionName, cancellationToken)).Address;

    /// <summary>
    /// Credentials of a function's role, for the environment of the function's processes. They are the same at every
    /// call, and may be asked for before the function exists; they work from then on.
    /// </summary>
    /// <param name="functionName">Name of the function: 1 to 64 letters, digits, hyphens and underscores.</param>
    /// <exception cref="ArgumentException">A function cannot have that name.</exception>
    public FunctionCredentials CredentialsOf(string functionName)
    {
        RequireFunctionName(functionName);
        return _app.Services.GetRequiredService<SessionStore>().CredentialsOf(functionName);
    }

    /// <summary>
    /// Waits until a process has polled for a function, which is when its invocations begin to be answered.
    /// </summary>
    /// <param name="functionName">Name of the function: 1 to 64 letters, digits, hyphens and underscores.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <exception cref="ArgumentException">A function cannot have that name.</exception>
    /// <exception cref="ObjectDisposedException">The emulator has stopped.</exception>
    public async Task WaitForPollAsync(string functionName, CancellationToken cancellationToken = default)
    {
        var listener = await OpenListenerAsync(functionName, cancellationToken);
        await listener.Runtime.FirstPoll.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Shows a line that a function's process wrote with the function on <see cref="Page"/>. The last 500 of each
    /// function are kept, and 8,192 characters of each.
    /// </summary>
    /// <param name="functionName">Name of the function: 1 to 64 letters, digits, hyphens and underscores.</param>
    /// <param name="line">The line, without its end.</param>
    /// <exception cref="ArgumentException">A function cannot have that name.</exception>
    public void WriteFunctionLog(string functionName, string line)
    {
        RequireFunctionName(functionName);
        ArgumentNullException.ThrowIfNull(line);
        _app.Services.GetRequiredService<FunctionLogStore>().Write(functionName, line);
    }

    /// <summary>Stops the listeners. State goes, unless there is a folder that keeps it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _telemetry?.Dispose();
    }

    private static WebApplication Build(
        LocalAwsOptions options, LocalAwsTelemetry? telemetry, Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "BedrockGateway.LocalAws" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options));
        if (options.LoggerFactory is { } loggers)
        {
            builder.Services.AddSingleton(loggers);
        }

        if (telemetry is not null)
        {
            telemetry.ListenTo(builder.Services, options.LoggerFactory);
        }

        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddSingleton(options).AddSingleton(options.Clock);
        builder.Services
            .AddEdge()
            .AddApiGateway()
            .AddBedrock()
            .AddCloudFormation()
            .AddCloudWatch()
            .AddCognito()
            .AddEcr()
            .AddEvents()
            .AddIam()
            .AddLambda()
            .AddLogs()
            .AddPages()
            .AddS3()
            .AddSns()
            .AddSsm()
            .AddStorage()
            .AddSts()
            .AddWafV2();
        configure(builder.Services);

        var app = builder.Build();
        app.UseApiGateway();
        app.UseStorage();
        app.UseCrossSiteGuard();
        app.UseRouting();
        app.MapPages();
        app.MapCognito();
        app.MapDeployedFunctions();
        app.MapEvents();
        app.MapEdge();
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, LocalAwsOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;
        // The data plane's own limit of 10,240 bytes has to answer, not the server's.
        kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        // A cleartext HTTP/2 connection counts as TLS (see UseHttp1AndHttp2Cleartext), and its requests say http.
        kestrel.AllowAlternateSchemes = true;
        kestrel.Listen(options.BindAddress, options.EdgePort, listener => listener.UseHttp1AndHttp2Cleartext());
        kestrel.Listen(options.BindAddress, options.GatewayPort, listener =>
        {
            listener.UseHttp1AndHttp2Cleartext();
            listener.UseAsGatewayPort();
        });
    }

    private static void RequireFunctionName(string functionName)
    {
        ArgumentNullException.ThrowIfNull(functionName);
        if (functionName.Length is 0 or > 64 || !functionName.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException($"'{functionName}' cannot be the name of a function.", nameof(functionName));
        }
    }

    private async Task<RuntimeApiListener> OpenListenerAsync(string functionName, CancellationToken cancellationToken)
    {
        RequireFunctionName(functionName);
        return await _app.Services.GetRequiredService<RuntimeApiStore>().OpenAsync(functionName, cancellationToken);
    }
}
