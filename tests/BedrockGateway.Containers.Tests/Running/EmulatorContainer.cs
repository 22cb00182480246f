using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BedrockGateway.Infra;
using BedrockGateway.TestGateway.Clients;
using Testcontainers.LocalStack;

namespace BedrockGateway.Containers.Tests.Running;

/// <summary>A container of the emulator's image, as hardened as a cluster may demand, and the stack inside.</summary>
internal sealed class EmulatorContainer : IAsyncDisposable
{
    /// <summary>Where the emulator keeps its state, and LocalStack its own.</summary>
    public const string StateFolder = "/var/lib/localstack";

    /// <summary>Runs the functions in the container.</summary>
    public const string WithApi = "--with-api";

    private const int RuntimePorts = 9001;
    private const int Functions = 3;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    private EmulatorContainer(LocalStackContainer container) => Container = container;

    public LocalStackContainer Container { get; }

    /// <summary>Address for <c>AWS_ENDPOINT_URL</c>; another one after each start.</summary>
    public Uri Endpoint => new(Container.GetConnectionString());

    /// <summary>Outputs of the deployed stack by name.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; private set; } = new Dictionary<string, string>();

    /// <summary>The deployed gateway, on the port of the edge.</summary>
    public Uri Gateway => new(Endpoint, $"_aws/execute-api/{Outputs["RestApiId"]}/{Outputs["StageName"]}/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Limits that no test meets, and a domain whose people are confirmed at once.</summary>
    private static GatewaySettings Settings { get; } = new()
    {
        OrganizationDomain = "example.com",
        PublicBurstLimit = 1_000,
        PublicRateLimit = 1_000,
        QuotaLimit = 10_000,
        ThrottleBurstLimit = 1_000,
        ThrottleRateLimit = 1_000,
    };

    /// <summary>Starts one, and waits until it answers as Testcontainers has LocalStack answer.</summary>
    /// <param name="arguments">What follows the image's name.</param>
    /// <param name="change">Anything else, such as a volume or a network.</param>
    public static async Task<EmulatorContainer> StartAsync(
        string[]? arguments = null, Func<LocalStackBuilder, LocalStackBuilder>? change = null)
    {
        var builder = new LocalStackBuilder(Engine.LocalAws);
        builder = Engine.IsLocalAws
            ? Harden(builder).WithCommand(arguments ?? [])
            : builder.WithEnvironment(
                "LOCALSTACK_AUTH_TOKEN", Environment.GetEnvironmentVariable("LOCALSTACK_AUTH_TOKEN") ?? string.Empty);
        var container = (change?.Invoke(builder) ?? builder).Build();
        try
        {
            await container.StartAsync(Token);
            return new(container);
        }
        catch
        {
            await container.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deploys the stack as it is synthesized here, for functions that somebody else runs.</summary>
    public async Task DeployAsync()
    {
        using var folder = new TestFolder();
        Outputs = await CdkCli.DeployAsync(Endpoint, CloudAssembly.Write(folder.Path, Settings));
    }

    /// <summary>Deploys the stack as the README does: the CLI runs the CDK app.</summary>
    /// <param name="context">Such as <c>API_QUOTA_LIMIT=40</c>.</param>
    public async Task DeployAppAsync(params IEnumerable<string> context)
    {
        using var folder = new TestFolder();
        Outputs = await CdkCli.DeployAsync(
            Endpoint,
            $"{DotNetHost.Path} {Built.Assembly("BedrockGateway.Infra")}",
            ["--output", folder.Path, .. context.SelectMany(setting => new[] { "--context", setting })]);
    }

    /// <summary>Takes over what another container had deployed into the same volume.</summary>
    public void Adopt(IReadOnlyDictionary<string, string> outputs) => Outputs = outputs;

    /// <summary>A client of <see cref="Gateway"/>.</summary>
    public GatewayClient Client() => new(Gateway);

    /// <summary>What processes of the deployed functions need in their environment, for processes out here.</summary>
    /// <returns>Variables by function.</returns>
    public async Task<IReadOnlyDictionary<string, Dictionary<string, string>>> FunctionsAsync()
    {
        var functions = await _http.GetFromJsonAsync<JsonArray>(new Uri(Endpoint, "_local/functions"), Token);
        return functions!.ToDictionary(
            function => (string)function!["name"]!,
            function => function!["environment"]!.AsObject().ToDictionary(
                variable => variable.Key, variable => Outside(variable.Key, (string)variable.Value!)));
    }

    /// <summary>Adds a fault, as the emulator's own README has it.</summary>
    public async Task InjectAsync(object rule)
    {
        using var reply = await _http.PostAsJsonAsync(new Uri(Endpoint, "_local/faults"), rule, Token);
        reply.EnsureSuccessStatusCode();
    }

    /// <summary>Lets streams go on that a fault holds.</summary>
    public async Task ReleaseAsync()
    {
        using var reply = await _http.PostAsync(new Uri(Endpoint, "_local/faults/release"), content: null, Token);
        reply.EnsureSuccessStatusCode();
    }

    public Task<string> GetAsync(string path) => _http.GetStringAsync(new Uri(Endpoint, path), Token);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Container.DisposeAsync();
    }

    private static LocalStackBuilder Harden(LocalStackBuilder builder)
    {
        for (var port = RuntimePorts; port < RuntimePorts + Functions; port++)
        {
            builder = builder.WithPortBinding(port, assignRandomHostPort: true);
        }

        return builder.WithCreateParameterModifier(Hardening.Apply);
    }

    // The engine has given the container's ports others on this machine: 127.0.0.1:9001
    private string Outside(string name, string value) => name == "AWS_LAMBDA_RUNTIME_API"
        ? $"{Endpoint.Host}:{Container.GetMappedPublicPort(value.Split(':')[1])}"
        : value;
}
