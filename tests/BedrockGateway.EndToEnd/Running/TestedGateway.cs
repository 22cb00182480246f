using Amazon;
using Amazon.APIGateway;
using Amazon.CognitoIdentityProvider;
using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;
using BedrockGateway.TestGateway.Running;

[assembly: AssemblyFixture(typeof(TestedGateway))]
// Tests mostly wait for replies.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace BedrockGateway.EndToEnd.Running;

/// <summary>
/// What the tests call: the gateway that <c>GATEWAY_URL</c> names, else one that is started for them on this machine.
/// </summary>
public sealed class TestedGateway : IAsyncLifetime
{
    private readonly List<IDisposable> _clients = [];
    private RunningGateway? _own;
    private People? _people;

    /// <summary>Tight enough that both limits are met, and wide enough that the others seldom wait.</summary>
    private static string[] Settings { get; } =
    [
        "--API_THROTTLE_RATE_LIMIT=10", "--API_THROTTLE_BURST_LIMIT=20", "--API_QUOTA_LIMIT=40",
        "--PUBLIC_RATE_LIMIT=20", "--PUBLIC_BURST_LIMIT=20",
    ];

    /// <summary>A client that waits when it is told to.</summary>
    internal GatewayClient Client { get; private set; } = null!;

    /// <summary>A client that does not.</summary>
    internal GatewayClient HastyClient { get; private set; } = null!;

    internal AdminClient Admin { get; private set; } = null!;

    internal People People => _people!;

    /// <summary>The only domain that may register; <see langword="null"/> when all may.</summary>
    internal string? Domain { get; private set; }

    internal CorsRules Cors { get; private set; } = CorsRules.Of(origins: null);

    internal RegionEndpoint Region { get; private set; } = RegionEndpoint.USEast1;

    /// <summary>
    /// Whether LocalAws stands for AWS, which counts exactly, knows keys at once, has every model and says what is
    /// known before.
    /// </summary>
    internal bool IsLocal => Emulator is not null;

    /// <summary>Where an address of AWS's is reached: there, or at the emulator that stands for AWS.</summary>
    internal Uri WhereIs(Uri address) =>
        Emulator is { } emulator ? new(new(emulator), address.AbsolutePath) : address;

    private string? Emulator =>
        _own?.Aws.Endpoint.ToString() ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL");

    public async ValueTask InitializeAsync()
    {
        if (DeployedGateway.Find(Environment.GetEnvironmentVariable) is { } deployed)
        {
            Use(deployed);
        }
        else
        {
            await StartAsync();
        }

        _people = new(Client, Admin, Domain, IsLocal ? TimeSpan.Zero : TimeSpan.FromMinutes(2));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_people is not null)
            {
                await _people.DisposeAsync();
            }
        }
        finally
        {
            _clients.ForEach(client => client.Dispose());
            if (_own is not null)
            {
                await _own.DisposeAsync();
            }
        }
    }

    private void Use(DeployedGateway deployed)
    {
        var cognito = new AmazonCognitoIdentityProviderClient(deployed.Region);
        var control = new AmazonAPIGatewayClient(deployed.Region);
        _clients.AddRange([cognito, control]);
        (Domain, Region, Cors) = (deployed.Domain, deployed.Region, deployed.Cors);
        Call(deployed.Address, new(cognito, control, deployed.UserPoolId));
    }

    private async Task StartAsync()
    {
        _own = await RunningGateway.StartAsync(Settings);
        Domain = "example.com";
        Call(_own.Client.Address, new(_own.Aws.Cognito, _own.Aws.ApiGateway, _own.Outputs["UserPoolId"]));
    }

    private void Call(Uri address, AdminClient admin)
    {
        Client = new(address, waits: true);
        HastyClient = new(address);
        Admin = admin;
        _clients.AddRange([Client, HastyClient]);
    }
}
