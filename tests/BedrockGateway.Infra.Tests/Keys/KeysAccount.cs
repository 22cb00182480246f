using System.Net;
using System.Net.Http.Json;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;

namespace BedrockGateway.Infra.Tests.Keys;

/// <summary>An account of its own with keys in it, and the program that looks after them.</summary>
internal sealed class KeysAccount : IAsyncDisposable
{
    private static readonly BasicAWSCredentials Credentials = new("any", "any");

    private readonly LocalAws.LocalAws _aws;
    private readonly AmazonAPIGatewayClient _gateway;
    private readonly AmazonCloudFormationClient _stacks;

    private KeysAccount(LocalAws.LocalAws aws)
    {
        _aws = aws;
        var endpoint = aws.Endpoint.ToString();
        _gateway = new(
            Credentials, new AmazonAPIGatewayConfig { ServiceURL = endpoint, AuthenticationRegion = "us-east-1" });
        _stacks = new(
            Credentials, new AmazonCloudFormationConfig { ServiceURL = endpoint, AuthenticationRegion = "us-east-1" });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<KeysAccount> StartAsync() =>
        new(await LocalAws.LocalAws.StartAsync(cancellationToken: Token));

    /// <returns>The key's id and value.</returns>
    public async Task<(string Id, string Value)> AddKeyAsync(string name, string? stackTag)
    {
        var key = await _gateway.CreateApiKeyAsync(
            new CreateApiKeyRequest
            {
                Name = name,
                Enabled = true,
                Tags = stackTag is null ? null : new() { ["stack"] = stackTag },
            },
            Token);
        return (key.Id, key.Value);
    }

    /// <summary>Names of all keys, in the order of their creation.</summary>
    public async Task<IEnumerable<string>> KeyNamesAsync()
    {
        var reply = await _gateway.GetApiKeysAsync(new GetApiKeysRequest { Limit = 500 }, Token);
        return (reply.Items ?? []).Select(key => key.Name);
    }

    /// <summary>A stack of that name; what is in it does not matter.</summary>
    public async Task AddStackAsync(string name)
    {
        const string ChangeSet = "create";
        await _stacks.CreateChangeSetAsync(
            new CreateChangeSetRequest
            {
                StackName = name,
                ChangeSetName = ChangeSet,
                ChangeSetType = ChangeSetType.CREATE,
                TemplateBody = """{"Resources":{"Log":{"Type":"AWS::Logs::LogGroup"}}}""",
            },
            Token);
        await _stacks.ExecuteChangeSetAsync(
            new ExecuteChangeSetRequest { StackName = name, ChangeSetName = ChangeSet }, Token);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await StatusAsync(name, patience.Token) != "CREATE_COMPLETE")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    public async Task FailAsync(string operation, string code, int status, int times)
    {
        using var http = new HttpClient { BaseAddress = _aws.Endpoint };
        using var reply = await http.PostAsJsonAsync(
            new Uri("_local/faults", UriKind.Relative),
            new { service = "apigateway", operation, code, message = $"{code} for now.", status, times },
            Token);
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    /// <summary>Runs <c>keys</c> with these arguments against the account.</summary>
    public Task<ProgramRun> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>Runs <c>keys</c>, with some variables of the environment changed or taken away.</summary>
    public Task<ProgramRun> RunAsync((string Name, string? Value)[] environment, params string[] arguments) =>
        ProgramRun.RunAsync(
            ["keys", .. arguments],
            [
                ("AWS_ENDPOINT_URL", _aws.Endpoint.ToString()),
                ("AWS_ACCESS_KEY_ID", "any"),
                ("AWS_SECRET_ACCESS_KEY", "any"),
                ("AWS_SESSION_TOKEN", null),
                ("AWS_PROFILE", null),
                ("AWS_REGION", "us-east-1"),
                ("AWS_DEFAULT_REGION", null),
                ("AWS_CONFIG_FILE", "/absent"),
                ("AWS_SHARED_CREDENTIALS_FILE", "/absent"),
                ("AWS_EC2_METADATA_DISABLED", "true"),
                // Nothing here needs Node.js.
                ("PATH", "/absent"),
                .. environment,
            ]);

    public async ValueTask DisposeAsync()
    {
        _gateway.Dispose();
        _stacks.Dispose();
        await _aws.DisposeAsync();
    }

    private async Task<string> StatusAsync(string name, CancellationToken cancellationToken)
    {
        var reply = await _stacks.DescribeStacksAsync(
            new DescribeStacksRequest { StackName = name }, cancellationToken);
        return reply.Stacks[0].StackStatus.Value;
    }
}
